"""Settings: flags win over the environment (`CORPUS_DB` ...), that over corpus.toml, that over a default."""

import dataclasses
import difflib
import os
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import SettingsError

__all__ = ["FILE_NAME", "Settings", "load_settings"]

FILE_NAME = "corpus.toml"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is configured with.

    Attributes:
        db: The archive: a SQLite file's path or a database URL.
        language: ISO 639-1 code of articles that do not say theirs.
        reports: Folders with reports of the user's own, searched before the bundled ones.
        max_input_mb: The largest input that is read, in megabytes of 1,000,000 bytes.
    """

    db: str = "corpus.db"
    language: str = "da"
    reports: tuple[str, ...] = ()
    max_input_mb: int = 10


_NAMES = tuple(field.name for field in dataclasses.fields(Settings))


def load_settings(*, environ: Mapping[str, str] = os.environ, **flags: object) -> Settings:
    """Put the settings together from every place they can stand.

    corpus.toml is looked for in the working folder. In `CORPUS_REPORTS`, folders are parted as in PATH.

    Args:
        environ: The environment; an empty variable counts as not set.
        flags: Settings by name; None counts as not given.

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
    given: dict[str, object] = {}
    for name in _NAMES:
        text = environ.get(f"CORPUS_{name.upper()}")
        if not text:
            continue
        if name == "reports":
            given[name] = text.split(os.pathsep)
        elif name == "max_input_mb" and text.isdecimal():
            given[name] = int(text)
        else:
            given[name] = text
    return given


def _checked(name: str, value: object, place: str) -> object:
    """The value, as the setting holds it."""
    if name not in _NAMES:
        near = difflib.get_close_matches(name, _NAMES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_NAMES)}"
        raise SettingsError(f"{place}: there is no setting {name!r}", hint=hint)
    if name == "reports" and isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if name == "max_input_mb" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if name in ("db", "language") and isinstance(value, str) and value:
        return value
    raise SettingsError(f"{place}: {name} cannot be {value!r}", hint=f"it is {_MEANINGS[name]}")


_MEANINGS = {
    "db": "a path or a database URL, as in 'news.db'",
    "language": "a language code, as in 'da'",
    "reports": "a list of folders, as in ['my-reports']",
    "max_input_mb": "a number of megabytes from 1",
}
