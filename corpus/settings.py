"""Settings: flags win over the environment (`CORPUS_DB` ...), that over corpus.toml, that over a default."""

import dataclasses
import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from corpus.errors import SettingsError

__all__ = ["BATCH_SIZE", "BUNDLED", "FILE_NAME", "Settings", "load_settings"]

FILE_NAME = "corpus.toml"
AUTO = "auto"  # the language that an article's words tell
BUNDLED = "bundled"  # the name model that comes with a language
BATCH_SIZE = 128  # sentences; more is no faster on a processor, but it is on a GPU


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is configured with.

    Attributes:
        db: The archive: a SQLite file's path or a database URL.
        language: ISO 639-1 code of articles that do not say theirs, or `auto` to tell it by their words.
        reports: Folders with reports of the user's own, searched before the bundled ones.
        max_input_mb: The largest input that is read, in megabytes of 1,000,000 bytes.
        model: What recognizes names: a spaCy pipeline's name or folder, the path of a `.crfsuite` file, or
            `bundled` for the model that comes with the language.
        gpu: Whether a spaCy pipeline runs on the GPU.
        batch_size: Sentences that a spaCy pipeline reads at once.
    """

    db: str = "corpus.db"
    language: str = AUTO
    reports: tuple[str, ...] = ()
    max_input_mb: int = 10
    model: str = BUNDLED
    gpu: bool = False
    batch_size: int = BATCH_SIZE

    @property
    def told_language(self) -> str | None:
        """That of articles that do not say theirs, None where their words are to tell."""
        return None if self.language == AUTO else self.language


_KINDS: dict[str, type] = {name: type(value) for name, value in dataclasses.asdict(Settings()).items()}
_NAMES = tuple(_KINDS)
_TRUTHS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def load_settings(
    flags: Mapping[str, object] = MappingProxyType({}), *, environ: Mapping[str, str] = os.environ
) -> Settings:
    """Put the settings together from every place they can stand.

    corpus.toml is looked for in the working folder. In `CORPUS_REPORTS`, folders are parted as in PATH.

    Args:
        flags: Settings by name; None counts as not given.
        environ: The environment; an empty variable counts as not set.

    Raises:
        SettingsError: if a setting is unknown or its value cannot be used, with the place where it stands.
    """
    values: dict[str, object] = {}
    for place, given in ((FILE_NAME, _from_file()), ("the environment", _from_environment(environ))):
        values |= {name: _checked(name, value, place) for name, value in given.items()}
    values |= {name: _checked(name, flag, "the flags") for name, flag in flags.items() if flag is not None}
    return Settings(**values)  # type: ignore[arg-type]  # _checked holds each to its type


def _from_file() -> dict[str, object]:
    import tomllib  # noqa: PLC0415 -- only where there is such a file

    path = Path(FILE_NAME)
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{FILE_NAME} cannot be read: {error}", hint="it is a TOML file in UTF-8"
        ) from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    texts = {name: environ.get(f"CORPUS_{name.upper()}") for name in _NAMES}
    return {name: _parsed(name, text) for name, text in texts.items() if text}


def _parsed(name: str, text: str) -> object:
    """The value that a text stands for; the text itself where it stands for none."""
    kind = _KINDS[name]
    if kind is tuple:
        return text.split(os.pathsep)
    if kind is bool:
        return _TRUTHS.get(text.lower(), text)
    return int(text) if kind is int and text.isdecimal() else text


def _checked(name: str, value: object, place: str) -> object:
    """The value, as the setting holds it."""
    if name not in _NAMES:
        near = difflib.get_close_matches(name, _NAMES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_NAMES)}"
        raise SettingsError(f"{place}: there is no setting {name!r}", hint=hint)
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        value = tuple(value)
    if not _is_usable(value, _KINDS[name]):
        raise SettingsError(f"{place}: {name} cannot be {value!r}", hint=f"it is {_MEANINGS[name]}")
    return value


def _is_usable(value: object, kind: type) -> bool:
    if type(value) is not kind:  # True is an int, too
        return False
    return value > 0 if isinstance(value, int) and kind is int else value != ""


_MEANINGS = {
    "db": "a path or a database URL, as in 'news.db'",
    "language": "a language code, as in 'da'",
    "reports": "a list of folders, as in ['my-reports']",
    "max_input_mb": "a number of megabytes from 1",
    "model": "a spaCy pipeline's name or folder, or the path of a .crfsuite file",
    "gpu": "true or false",
    "batch_size": "a number of sentences from 1",
}
