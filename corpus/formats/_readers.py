"""Readers: which module takes an input, and what holds for every document whatever its format."""

import functools
import importlib
import pkgutil
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, cast

from corpus.errors import RejectedInputError
from corpus.formats._inputs import STDIN, Input
from corpus.records import Document, Original

__all__ = ["MAX_BYTES", "MAX_PARAGRAPH", "Reader", "find_readers", "is_readable", "read_documents"]

MAX_BYTES = 10_000_000  # a long novel has a tenth of that
# Code points. PostgreSQL cannot search a paragraph whose distinct words exceed 1 MB, and no article has one.
MAX_PARAGRAPH = 200_000
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")


class Reader(Protocol):
    """What a module of this folder must hold.

    Attributes:
        SUFFIXES: The endings of file names it takes, lower case with the dot.
        EXAMPLE: A small input of this format, as bytes.
    """

    SUFFIXES: frozenset[str]
    EXAMPLE: bytes

    def read(self, original: Original) -> Iterable[Document]:
        """Yield the documents of one input, or raise RejectedInputError."""


@functools.cache
def find_readers() -> Mapping[str, Reader]:
    """Every reader by the name of its format, which is its module's."""
    package = __name__.rpartition(".")[0]
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    return {
        name: cast("Reader", importlib.import_module(f"{package}.{name}"))
        for name in sorted(names)
        if not name.startswith("_")
    }


def is_readable(found: Input) -> bool:
    """Whether some reader takes a file of such a name; what has no name is read as text."""
    return _reader_of(found) is not None


def read_documents(found: Input, *, max_bytes: int = MAX_BYTES) -> Iterator[Document]:
    """Yield the documents of one input.

    Args:
        found: The input.
        max_bytes: The largest input that is read.

    Raises:
        RejectedInputError: if the input cannot be stored as it is, with the reason.
    """
    if found.twin:
        reason = f"{found.path} has the same origin as {found.twin}; --root FOLDER tells them apart"
        raise RejectedInputError(found.origin, reason)
    content = _content(found, max_bytes)
    reader = _reader_of(found)
    if reader is None:
        raise RejectedInputError(found.origin, f"no reader for {_suffix(found) or 'such'} files")
    if not content:
        raise RejectedInputError(found.origin, "empty file")
    original = Original(found.origin, content)
    if found.path is None:
        # Two texts piped in are two articles, not two versions of one.
        original = Original(f"stdin-{original.sha256[:16]}", content)
    for document in reader.read(original):
        _require_storable(document)
        yield document


def _suffix(found: Input) -> str:
    """The ending of its name. What has none is text, but only where the user named it."""
    suffix = found.path.suffix.lower() if found.path else ""
    return suffix or (".txt" if found.named else "")


def _reader_of(found: Input) -> Reader | None:
    readers = find_readers().values()
    return next((reader for reader in readers if _suffix(found) in reader.SUFFIXES), None)


def _content(found: Input, max_bytes: int) -> bytes:
    try:
        if found.path is None:
            content = sys.stdin.buffer.read(max_bytes + 1)
        else:
            _require_file(found, max_bytes)
            with found.path.open("rb") as file:
                content = file.read(max_bytes + 1)
    except OSError as error:
        raise RejectedInputError(found.origin, f"cannot be read: {error.strerror or error}") from error
    if len(content) > max_bytes:
        raise RejectedInputError(found.origin, _too_large(max_bytes))
    return content


def _require_file(found: Input, max_bytes: int) -> None:
    """Say no before opening: opening a named pipe would wait for ever."""
    path = cast("Path", found.path)
    if path.is_symlink() and not path.exists():
        raise RejectedInputError(found.origin, f"a symbolic link to {path.readlink()}, which is not there")
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RejectedInputError(found.origin, "a folder that cannot be listed")
    if not stat.S_ISREG(status.st_mode):
        raise RejectedInputError(found.origin, f"no regular file; pipe it in as {STDIN}")
    if status.st_size > max_bytes:
        raise RejectedInputError(found.origin, _too_large(max_bytes))


def _too_large(max_bytes: int) -> str:
    return f"larger than the limit of {max_bytes:,} bytes"


def _require_storable(document: Document) -> None:
    """What neither database, nor the search in both, could hold."""
    if (position := document.text.find("\0")) >= 0:
        raise RejectedInputError(document.origin, f"a NUL character at position {position}")
    if not document.text.strip():
        raise RejectedInputError(document.origin, "no text, only white space")
    longest = max(map(len, _BLANK_LINE.split(document.text)))
    if longest > MAX_PARAGRAPH:
        reason = f"a paragraph of {longest:,} characters; the limit is {MAX_PARAGRAPH:,}"
        raise RejectedInputError(document.origin, reason)
