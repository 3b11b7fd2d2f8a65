"""Connections to a SQLite file: by what right, with which settings, and how a transaction begins."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import Connection

from corpus.errors import DatabaseError, MissingArchiveError

__all__ = ["Mode", "begin_sqlite", "connect_sqlite"]

Mode = Literal["read", "write", "create", "inspect"]

WAIT = 30.0  # seconds that a writer waits for another
_OLDEST = (3, 37)  # the first with STRICT tables
_MODES = {"read": "rw", "write": "rw", "create": "rwc", "inspect": "ro"}


def connect_sqlite(path: str | Path, mode: Mode, wait: float = WAIT) -> sqlite3.Connection:
    """A connection that begins no transaction by itself, with our settings.

    Args:
        path: The file.
        mode: `read` writes nothing, but opens the file so that it can tidy up the files beside it when it
            closes as the last; `inspect` has no right to write at all; `write` writes, and `create` makes
            the file if there is none.
        wait: Seconds that a writer waits for another.

    Raises:
        DatabaseError: if this Python's SQLite is too old.
        MissingArchiveError: if there is no file, or to make one no folder.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise DatabaseError(
            f"this Python has SQLite {sqlite3.sqlite_version}; an archive needs 3.37 or later",
            hint="use a Python with a newer SQLite",
        )
    path = Path(path)
    if mode != "create" and not path.is_file():
        raise MissingArchiveError(
            f"there is no archive at {path}", hint="corpus import makes one; --db names another"
        )
    if not path.parent.is_dir():
        raise MissingArchiveError(f"{path}: there is no folder {path.parent}", hint="make it first")
    location = f"file:{quote(str(path))}?mode={_right(path, mode)}"
    connection = sqlite3.connect(
        location, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
    )
    try:
        if mode == "create":
            _write_ahead(connection, wait)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a power cut loses no integrity
        connection.execute("PRAGMA cache_size = -65536")  # 64 MB, in KiB
        connection.execute(f"PRAGMA query_only = {mode in ('read', 'inspect')}")
    except BaseException:
        connection.close()
        raise
    return connection


def _right(path: Path, mode: Mode) -> str:
    """How to open the file; on a read-only medium SQLite must not look for the files it keeps beside it."""
    reads = mode in ("read", "inspect")
    if reads and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        return "ro&immutable=1"
    return _MODES[mode]


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Make a new, still empty file a WAL one; that switch alone does not wait for others by itself."""
    deadline = time.monotonic() + wait
    while connection.execute("PRAGMA page_count").fetchone() == (0,):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return  # even where the file system has no WAL: the archive works without


def begin_sqlite(connection: Connection) -> None:
    """Begin as the connection's options say: as a writer or not, with or without foreign keys."""
    options = connection.get_execution_options()
    if not options.get("corpus_foreign_keys", True):
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("corpus_writes", False) else "BEGIN")
