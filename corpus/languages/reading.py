"""How the data files of a language folder are read."""

import functools
import hashlib
import pathlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.errors import SettingsError

__all__ = ["available_languages", "fingerprint", "folder_of", "frozen", "phrases", "rows", "toml"]

_PHRASE = re.compile(r"'([^']+)'(?=\s|$)|(\S+)")
_DATA = ("**/*.toml", "**/*.tsv", "**/*.txt", "**/*.crfsuite")
_FOLDER = pathlib.Path(__file__).parent


@functools.cache
def available_languages() -> tuple[str, ...]:
    """The codes of all language folders, sorted."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/language.toml")))


def folder_of(code: str) -> pathlib.Path:
    """The folder of a language.

    Raises:
        SettingsError: if there are no rules for it.
    """
    if code not in available_languages():
        known = ", ".join(available_languages())
        raise SettingsError(f"no rules for the language {code!r}", hint=f"choose one of: {known}")
    return _FOLDER / code


def toml(path: pathlib.Path) -> dict[str, Any]:
    """Read a TOML file."""
    with path.open("rb") as file:
        return tomllib.load(file)


def rows(path: pathlib.Path) -> Iterator[dict[str, str]]:
    """Read a tab-separated file with a header line; quotes mean nothing in it."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    for line in lines:
        yield dict(zip(names, line.split("\t"), strict=True))


def phrases(text: str) -> list[str]:
    """Split words at blanks, except inside single quotes that open at a word's start.

    >>> phrases("nu 'i dag' ngo'en")
    ['nu', 'i dag', "ngo'en"]
    """
    return [quoted or word for quoted, word in _PHRASE.findall(text)]


def fingerprint(folder: pathlib.Path, patterns: Iterable[str] = _DATA) -> str:
    """Eight hex digits that change whenever one of the files does.

    Args:
        folder: Where they are.
        patterns: What their paths in it match; by default the data files of a language.
    """
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
