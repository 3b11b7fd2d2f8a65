"""A user's own SELECT, read-only for real.

SQLite: a file opened read-only could still ATTACH another, or VACUUM INTO one; so an authorizer allows
reading and nothing else, and limits bound its time and size. PostgreSQL: a read-only transaction that has
begun cannot be made a writing one, and the text runs as the query of a cursor, which takes one SELECT; what
is left are functions that reach outside the transaction (files, locks, other connections, settings), which
PostgreSQL marks as volatile, so a text that holds the name of such a function is refused.
"""

import contextlib
import dataclasses
import re
import sqlite3
import time
from collections.abc import Iterator
from typing import Any

from sqlalchemy import URL

from corpus.errors import QueryError
from corpus.storage.engine import archive_url, open_archive, place_name
from corpus.storage.failures import query_errors
from corpus.storage.sqlite import connect_sqlite

__all__ = ["Limits", "run_readonly"]

Row = tuple[Any, ...]

_OPCODES = 100_000  # virtual machine instructions of SQLite between two looks at the clock
_CHUNK = 1_000  # rows fetched at a time from PostgreSQL
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_REACHING_OUT = {"load_extension", "fts3_tokenizer"}
_READING_PRAGMAS = (
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
)  # fmt: skip
_OF_FTS5 = ("data_version",)  # a pragma that FTS5 asks by itself
_TABLE_FUNCTIONS = ("json_each", "json_tree", *(f"pragma_{name}" for name in _READING_PRAGMAS))
_HARMLESS_VOLATILE = {"random", "clock_timestamp", "timeofday", "gen_random_uuid"}


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """What one statement may use.

    Attributes:
        seconds: From its start to its last row.
        characters: Of the statement.
        value_bytes: Of one value or row; SQLite only.
    """

    seconds: float = 60.0
    characters: int = 100_000
    value_bytes: int = 256 * 2**20


def run_readonly(
    where: str | URL, statement: str, *, limits: Limits | None = None
) -> tuple[list[str], Iterator[Row]]:
    """Run one SELECT: the names of its columns, and its rows, read as they are asked for.

    Args:
        where: The archive's path or URL.
        statement: One SELECT, with or without a semicolon.
        limits: What it may use.

    Raises:
        QueryError: if it is refused, or runs past its limits; also while its rows are read.
        MissingArchiveError: if there is no archive.
    """
    limits = limits or Limits()
    if len(statement) > limits.characters:
        raise QueryError(f"the statement is longer than {limits.characters:,} characters", hint="shorten it")
    url = archive_url(where)
    read = _read_sqlite if url.get_backend_name() == "sqlite" else _read_postgresql
    rows = _translated(read(url, statement, limits), place_name(url))
    return list(next(rows)), rows


def _translated(rows: Iterator[Row], place: str) -> Iterator[Row]:
    with query_errors(place):
        yield from rows


def _read_sqlite(url: URL, statement: str, limits: Limits) -> Iterator[Row]:
    """The names of the columns, then the rows."""
    path = place_name(url)
    with (
        contextlib.closing(connect_sqlite(path, "read")) as keeper,
        contextlib.closing(connect_sqlite(path, "inspect")) as connection,
    ):
        keeper.execute("PRAGMA schema_version")  # from now on it is there to tidy up after the other
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("BEGIN")
        _open_virtual_tables(connection)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.value_bytes)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_authorizer(_authorize)
        deadline = time.monotonic() + limits.seconds
        connection.set_progress_handler(lambda: time.monotonic() > deadline, _OPCODES)
        cursor = connection.execute(statement)
        if cursor.description is None:
            raise QueryError("the statement gives no rows", hint="corpus sql reads one SELECT")
        yield tuple(column[0] for column in cursor.description)
        yield from cursor


def _open_virtual_tables(connection: sqlite3.Connection) -> None:
    """The first use of one looks like a write to the authorizer; in our transaction it stays open."""
    virtual = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    stored = [name for (name,) in connection.execute(virtual)]
    for name in (*stored, *_TABLE_FUNCTIONS):
        connection.execute(f'SELECT 1 FROM "{name}" LIMIT 0')


def _authorize(action: int, first: str | None, second: str | None, *_where: str | None) -> int:
    allowed = (
        action in _READING
        or (action == sqlite3.SQLITE_FUNCTION and second not in _REACHING_OUT)
        or (action == sqlite3.SQLITE_PRAGMA and first in _READING_PRAGMAS + _OF_FTS5)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _read_postgresql(url: URL, statement: str, limits: Limits) -> Iterator[Row]:
    """The names of the columns, then the rows."""
    deadline = time.monotonic() + limits.seconds
    engine = open_archive(url, mode="read")
    with contextlib.closing(engine.raw_connection()) as pooled:
        connection: Any = pooled.driver_connection
        connection.read_only = True
        timeout = f"{int(limits.seconds * 1000)}ms"
        connection.execute("SELECT set_config('statement_timeout', %s, true)", [timeout])
        _refuse_reaching_out(connection, statement)
        with connection.cursor(name="corpus_sql") as cursor:
            cursor.execute(statement)
            yield tuple(column.name for column in cursor.description)
            while rows := cursor.fetchmany(_CHUNK):
                yield from rows
                if time.monotonic() > deadline:
                    raise QueryError(
                        "the statement ran past its time limit", hint="narrow it, or raise the limit"
                    )


def _refuse_reaching_out(connection: Any, statement: str) -> None:
    """Refuse a text with the name of a volatile function in it, be it called, quoted or only a word."""
    if re.search(r'\bu&"', statement, re.IGNORECASE):
        raise QueryError('names in U&"..." are refused', hint="write the name in plain letters")
    words = set(re.findall(r"[a-z_][a-z0-9_$]*", statement.lower())) - _HARMLESS_VOLATILE
    volatile = "SELECT proname FROM pg_catalog.pg_proc WHERE provolatile = 'v' AND lower(proname) = ANY(%s)"
    found = connection.execute(volatile, [sorted(words)]).fetchone()
    if found:
        raise QueryError(
            f"{found[0]} is refused: it may do more than read", hint="corpus sql reads one SELECT"
        )
