"""Which rules annotate: their version changes with their data, their code and the model that they use."""

import functools
import pathlib
import re

import corpus
from corpus.annotation.recognition import Recognizer
from corpus.languages import load_language
from corpus.languages.reading import fingerprint

__all__ = ["code_fingerprint", "rules_version"]

_PACKAGE = pathlib.Path(corpus.__file__).parent
# What an annotation is made by, but for the files of its language; training is no part of it.
_CODE = (
    "annotation/*.py",
    "languages/*.py",
    "languages/*.toml",
    "edtf.py",
    "naming.py",
    "propositions.py",
    "records.py",
    "spans.py",
)
_SEPARATORS = re.compile(r"[\s,]+")  # which part the models of a run


def rules_version(language: str, recognizer: Recognizer | None = None) -> str:
    """Name and version of what annotates a language, as runs and annotations carry it.

    Args:
        language: ISO 639-1 code.
        recognizer: What recognizes names instead of the model that comes with the language.

    Raises:
        SettingsError: if there are no rules for the language, or the recognizer has no model.
    """
    rules = f"rules-{language}-{load_language(language).version}.{code_fingerprint()}"
    return f"{rules} {_SEPARATORS.sub('-', recognizer.name)}" if recognizer else rules


@functools.cache
def code_fingerprint(package: pathlib.Path = _PACKAGE) -> str:
    """Eight hex digits that change whenever the code of the annotation does; computed once."""
    return fingerprint(package, _CODE)
