"""What a report is, and how its file is read.

A report is one .sql file: a comment with its head as TOML, then one SELECT that runs on SQLite and PostgreSQL
alike, with its parameters as `:name`.

    /*
    title = "Denials"
    description = "Who denied what, in order of time."

    [parameters.speaker]
    type = "name"
    help = "only what this speaker denied"

    [[columns]]
    name = "published"
    heading = "Published"
    */
    SELECT published FROM ...

A parameter may have a `default` or be `required`; one that is not given is NULL. Its type says what it binds:

- `text`, `integer`: the value;
- `name`: what is written as `:x`, and case folded, to compare with a `name_key`, as `:x_key`;
- `words`: the terms of up to four words, in which endings, compounds and near synonyms fall together, to find
  in `propositions.terms`, as `:x_1` to `:x_4`;
- `since`, `until`: the first or the last ISO day that a date such as `2023-09` can mean;
- `act`, `polarity`, `kind`: one of the words for a claim's act, its polarity, an entity's kind;
- `dated`: `event` or `claim`, the kinds of things that have a date.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from corpus.errors import SettingsError
from corpus.records import ACTS, ENTITY_KINDS, POLARITIES

__all__ = ["CHOICES", "MOST_WORDS", "PARAMETER_TYPES", "Column", "Parameter", "Report", "read_report"]

CHOICES: Mapping[str, tuple[str, ...]] = {
    "act": ACTS,
    "polarity": POLARITIES,
    "kind": ENTITY_KINDS,
    "dated": ("event", "claim"),
}
PARAMETER_TYPES = ("text", "integer", "name", "words", "since", "until", *CHOICES)
MOST_WORDS = 4  # terms of a `words` parameter that count

_HEAD = re.compile(r"\s*/\*(?P<block>.*?)\*/|\s*(?P<lines>(?:--[^\n]*(?:\n|\Z))+)", re.DOTALL)
_SELECT = re.compile(r"\s*(?:SELECT|WITH)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(?<![:\w\\]):([a-zA-Z_]\w*)")  # as SQLAlchemy's text() finds them
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a report can be asked.

    Attributes:
        name: As in the SQL.
        type: One of `PARAMETER_TYPES`.
        help: One line for the user.
        default: Its value when it is not given.
        required: Whether it must be given.
    """

    name: str
    type: str
    help: str
    default: str | int | None = None
    required: bool = False

    @property
    def binds(self) -> tuple[str, ...]:
        """The names it has in the SQL."""
        if self.type == "words":
            return tuple(f"{self.name}_{number}" for number in range(1, MOST_WORDS + 1))
        return (self.name, f"{self.name}_key") if self.type == "name" else (self.name,)


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column of a report, by its name in the SQL and for readers."""

    name: str
    heading: str


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """A canned report.

    Attributes:
        name: Its file's name without the ending.
        title: A few words.
        description: What it shows and how it counts, in a sentence or a few.
        parameters: In the order in which they stand.
        columns: In the order of the SELECT.
        sql: One SELECT.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str


def read_report(path: Path) -> Report:
    """Read a report's file.

    Raises:
        SettingsError: if it is none, with what is wrong with it.
    """
    try:
        return _parse(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        hint = "see `corpus report --help` for what stands in a report's file"
        raise SettingsError(f"{path} is no report: {error}", hint=hint) from error


def _parse(name: str, content: str) -> Report:
    head, sql = _split(content)
    _require_keys("the head", head, {"title", "description", "columns"}, {"parameters"})
    parameters = tuple(_parameter(key, table) for key, table in _table(head, "parameters").items())
    columns = tuple(_column(table) for table in _list(head, "columns"))
    if len({column.name for column in columns}) < len(columns):
        raise ValueError("two columns have one name")
    _require_same_placeholders(parameters, sql)
    return Report(name, _text(head, "title"), _text(head, "description"), parameters, columns, sql)


def _split(content: str) -> tuple[dict[str, Any], str]:
    """The head's TOML, read, and the statement after it."""
    match = _HEAD.match(content)
    if match is None:
        raise ValueError("it does not begin with a comment that holds title, description and columns")
    toml = match["block"] or re.sub(r"(?m)^-- ?", "", match["lines"] or "")
    sql = content[match.end() :].strip().removesuffix(";").rstrip()
    if not _SELECT.match(sql):
        raise ValueError("no SELECT (or WITH ... SELECT) follows the head")
    return tomllib.loads(toml), sql


def _parameter(name: str, table: object) -> Parameter:
    where = f"[parameters.{name}]"
    if not isinstance(table, dict) or not _NAME.fullmatch(name):
        raise ValueError(f"{where} is no table with a name of small letters, digits and _")
    _require_keys(where, table, {"type", "help"}, {"default", "required"})
    if table["type"] not in PARAMETER_TYPES:
        raise ValueError(f"{where} has the type {table['type']!r}; there are {', '.join(PARAMETER_TYPES)}")
    default = table.get("default")
    if default is not None and type(default) is not (int if table["type"] == "integer" else str):
        raise ValueError(f"{where} is of type {table['type']} and cannot be {default!r} by default")
    required = table.get("required", False) is True
    return Parameter(
        name=name, type=table["type"], help=_text(table, "help"), default=default, required=required
    )


def _column(table: object) -> Column:
    if not isinstance(table, dict):
        raise ValueError("[[columns]] is no table")  # noqa: TRY004 -- of the file, not of a type of ours
    _require_keys("[[columns]]", table, {"name", "heading"}, set())
    return Column(_text(table, "name"), _text(table, "heading"))


def _require_keys(where: str, table: Mapping[str, object], needed: set[str], allowed: set[str]) -> None:
    for key in sorted(needed - table.keys()):
        raise ValueError(f"{where} lacks {key}")
    for key in sorted(table.keys() - needed - allowed):
        raise ValueError(f"{where} has an unknown key {key!r}")


def _require_same_placeholders(parameters: tuple[Parameter, ...], sql: str) -> None:
    used = set(_PLACEHOLDER.findall(sql))
    for name in sorted(used - {bind for parameter in parameters for bind in parameter.binds}):
        raise ValueError(f"the SQL uses :{name}, which is no parameter")
    for parameter in parameters:
        if not used & set(parameter.binds):
            raise ValueError(f"the SQL does not use :{parameter.name}")


def _text(table: Mapping[str, object], key: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} is no text: {value!r}")
    return " ".join(value.split())


def _table(table: Mapping[str, object], key: str) -> dict[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(f"{key} is no table")  # noqa: TRY004 -- of the file, not of a type of ours
    return cast("dict[str, object]", value)


def _list(table: Mapping[str, object], key: str) -> list[object]:
    value = table[key]
    if not isinstance(value, list) or not value:
        raise ValueError(f"{key} is no list with at least one entry")
    return value
