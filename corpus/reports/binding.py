"""From what a user gives to what the SQL is bound to."""

import difflib
import itertools
from collections.abc import Mapping

from corpus.edtf import parse_edtf
from corpus.errors import UsageError
from corpus.naming import name_key
from corpus.reports.report import CHOICES, MOST_WORDS, Parameter, Report

__all__ = ["bind"]


def bind(report: Report, values: Mapping[str, str | int | None]) -> dict[str, str | int | None]:
    """The values of every placeholder in a report's SQL; None for what is neither given nor has a default.

    Args:
        report: The report.
        values: By parameter; text is read as the parameter's type demands, None counts as not given.

    Raises:
        UsageError: if a parameter is unknown, missing, or its value cannot be used.
    """
    known = [parameter.name for parameter in report.parameters]
    for name in values.keys() - set(known):
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none'}"
        raise UsageError(f"the report {report.name} has no parameter {name!r}", hint=hint)
    bound: dict[str, str | int | None] = {}
    for parameter in report.parameters:
        value = values.get(parameter.name)
        bound |= _bound(report, parameter, parameter.default if value is None else value)
    return bound


def _bound(report: Report, parameter: Parameter, value: str | int | None) -> dict[str, str | int | None]:
    if value is None:
        if parameter.required:
            raise UsageError(f"the report {report.name} needs --{parameter.name}", hint=parameter.help)
        return dict.fromkeys(parameter.binds)
    try:
        return _read(parameter, value)
    except ValueError as error:
        raise UsageError(f"--{parameter.name}: {error}", hint=parameter.help) from error


def _read(parameter: Parameter, value: str | int) -> dict[str, str | int | None]:
    """Raises ValueError, with the reason, for a value that cannot be used."""
    text = " ".join(str(value).split())
    if parameter.type == "integer":
        if not text.removeprefix("-").isdecimal() or abs(int(text)) >= 2**63:
            raise ValueError(f"{text!r} is no whole number")
        return {parameter.name: int(text)}
    if parameter.type == "name":
        return {parameter.name: text, f"{parameter.name}_key": name_key(text)}
    if parameter.type == "words":
        return _terms(parameter, text)
    if parameter.type == "since":
        return {parameter.name: parse_edtf(text).earliest}
    if parameter.type == "until":
        return {parameter.name: parse_edtf(text).latest}
    choices = CHOICES.get(parameter.type)
    if choices and text not in choices:
        raise ValueError(f"{text!r} is none of {', '.join(choices)}")
    return {parameter.name: str(value)}


def _terms(parameter: Parameter, text: str) -> dict[str, str | int | None]:
    """The terms of words, each once; Raises ValueError where there are none."""
    from corpus.languages.terms import terms_of  # noqa: PLC0415 -- loads the stemmer

    terms = list(dict.fromkeys(terms_of(text)))[:MOST_WORDS]
    if not terms:
        raise ValueError(f"{text!r} holds no word that tells what a claim is about")
    return dict(itertools.zip_longest(parameter.binds, terms))
