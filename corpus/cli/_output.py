"""Rows to stdout or a file, in the format that was asked for: the only way data leaves a command."""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from corpus.cli import _rendering as rendering
from corpus.cli._rendering import Column, Table
from corpus.cli._state import State
from corpus.errors import UsageError

__all__ = ["FORMATS", "Column", "Table", "chosen_format", "output_options", "write_rows"]

FORMATS = ("table", "csv", "json", "jsonl", "markdown", "html")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".html": "html"}

_Function = TypeVar("_Function", bound=Callable[..., Any])


def output_options(function: _Function) -> _Function:
    """Add --format and --output to a command."""
    function = click.option(
        "--output", "-o", type=click.Path(dir_okay=False, writable=True), help="Write to this file."
    )(function)
    return click.option(
        "--format",
        "-f",
        "format_",
        type=click.Choice(FORMATS),
        help="How to print the rows.  [default: table, or what the ending of --output says]",
    )(function)


def chosen_format(format_: str | None, output: str | None) -> str:
    """The format asked for, or what the ending of the file says, or a table."""
    return format_ or _BY_SUFFIX.get(Path(output or "").suffix.lower(), "table")


def write_rows(state: State, table: Table, *, format_: str | None, output: str | None) -> None:
    """Write rows to stdout, or to a file and say so.

    Raises:
        UsageError: if the file cannot be written.
    """
    chosen = chosen_format(format_, output)
    counted = _Counted(table.rows)
    table = Table(table.columns, counted, title=table.title, description=table.description)
    try:
        with _opened(output) as file:
            for text in _rendered(table, chosen, file):
                file.write(text)
    except BrokenPipeError:
        raise  # the reader has seen enough; click ends quietly
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}", hint="name another file") from error
    if output:
        state.say(f"wrote {counted.count:,} {'row' if counted.count == 1 else 'rows'} to {output}")
    elif not counted.count:
        state.say("no rows")


def _rendered(table: Table, chosen: str, file: IO[str]) -> Iterator[str]:
    if chosen == "table":
        return rendering.as_table(table, width=terminal_width(file), is_terminal=file.isatty())
    renderers: dict[str, Callable[[Table], Iterator[str]]] = {
        "csv": rendering.as_csv,
        "json": rendering.as_json,
        "jsonl": rendering.as_jsonl,
        "markdown": rendering.as_markdown,
        "html": rendering.as_html,
    }
    return renderers[chosen](table)


def terminal_width(file: IO[str]) -> int | None:
    """Columns of the terminal or of COLUMNS; None for a file or pipe, where nothing need be wrapped."""
    if file.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None


@contextlib.contextmanager
def _opened(output: str | None) -> Iterator[IO[str]]:
    if output is None:
        yield sys.stdout
        sys.stdout.flush()  # here, so that a broken pipe shows before the command is over
        return
    with Path(output).open("w", encoding="utf-8", newline="") as file:
        yield file


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.count += 1
            yield row
