"""Inputs: the files that paths, folders and globs stand for, each with its origin."""

import dataclasses
import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import NotFoundError, UsageError

__all__ = ["STDIN", "Input", "find_inputs"]

STDIN = "-"


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """One file to read, or standard input.

    Attributes:
        origin: Its path relative to the import root, with `/`; `-` for standard input.
        path: Where it is, None for standard input.
        named: Whether the user named it, or a folder that was searched holds it.
        twin: The other file of this import that has the same origin, and came first.
    """

    origin: str
    path: Path | None
    named: bool = True
    twin: Path | None = None


def find_inputs(paths: Iterable[str], *, root: str | None = None) -> Iterator[Input]:
    """Yield the inputs that files, folders, globs and `-` stand for, sorted within each.

    A folder is searched with all its subfolders, those behind symbolic links too, but not what begins with a
    dot. An origin is relative to the folder given, or is a given file's name; with `root`, both are relative
    to that folder. A file that two paths lead to is yielded once.

    Args:
        paths: What the user named; a glob counts as one only where no file has that very name.
        root: The folder that origins are relative to.

    Raises:
        NotFoundError: at once, if a path leads nowhere or a glob matches nothing.
        UsageError: if a path lies outside the root.
    """
    places = [place for path in paths for place in _places(path)]
    base = None if root is None else Path(root).absolute()
    found = (found for place in places for found in _inputs_of(place, base))
    return found if len(places) == 1 else _once(found)  # one place cannot lead to a file twice


def _places(path: str) -> list[str]:
    """The path itself, or what it matches as a glob."""
    if path == STDIN or os.path.lexists(path):
        return [path]
    is_glob = any(sign in path for sign in "*?[")
    matches = sorted(glob.glob(path, recursive=True)) if is_glob else []  # noqa: PTH207 -- may be absolute
    if not matches:
        reason = "matches no file" if is_glob else "there is no such file or folder"
        raise NotFoundError(f"{path}: {reason}", hint="nothing was imported")
    return matches


def _inputs_of(place: str, root: Path | None) -> Iterator[Input]:
    if place == STDIN:
        yield Input(STDIN, None)
        return
    path = Path(place)
    if path.is_dir():
        for file in _files_in(path, (path.resolve(),)):
            yield Input(_origin(file, root or path.absolute()), file, named=file.is_dir())
    else:
        yield Input(_origin(path, root or path.absolute().parent), path)


def _files_in(folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    """Everything in a folder that is no folder, and what cannot be listed, for the reader to say so.

    Args:
        folder: Where to search.
        above: The real paths of it and its parents, which a link in it may not lead back to.
    """
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        yield folder
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield path
        elif (real := path.resolve()) not in above:
            yield from _files_in(path, (*above, real))


def _origin(path: Path, root: Path) -> str:
    try:
        origin = _place(path).relative_to(_place(root)).as_posix()
    except ValueError as error:
        reason = f"{path} lies outside the root {root}"
        raise UsageError(reason, hint="name a root that holds every input") from error
    # A name that is no UTF-8 comes as lone surrogates, which no database takes.
    return os.fsencode(origin).decode("utf-8", "backslashreplace")


def _place(path: Path) -> Path:
    """Where it is by the names that the user sees, whatever a symbolic link among them points at."""
    return Path(os.path.normpath(path.absolute()))


def _once(inputs: Iterable[Input]) -> Iterator[Input]:
    """Each file once; a second file of the same origin would pass for a new version of the first."""
    seen: dict[str, Path | None] = {}
    for found in inputs:
        if found.origin not in seen:
            seen[found.origin] = found.path
            yield found
        elif (twin := seen[found.origin]) and found.path and _place(twin) != _place(found.path):
            yield dataclasses.replace(found, twin=twin)
