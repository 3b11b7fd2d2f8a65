"""The one place where a driver's error becomes one of ours."""

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import StatementError

from corpus.errors import (
    DamagedArchiveError,
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedArchiveError,
    MissingArchiveError,
    QueryError,
)

__all__ = ["archive_error", "driver_errors", "query_errors"]

_FULL_DISK = (
    FullDiskError,
    "no room left on the disk",
    "make room and run it again; what was stored before is intact",
)
_LOCKED = (
    LockedArchiveError,
    "somebody else is writing",
    "wait until the other program is done and run it again",
)
_READ_ONLY = (
    DatabaseError,
    "it cannot be written to",
    "look at the rights of the file and its folder, or of the role",
)
_CANNOT_OPEN = (
    MissingArchiveError,
    "it cannot be opened",
    "look at the path or the URL, and whether the server runs",
)

_SQLITE: dict[int, tuple[type[DatabaseError], str, str]] = {
    sqlite3.SQLITE_FULL: _FULL_DISK,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_PERM: _CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: (ForeignDatabaseError, "it is no SQLite database", "name another file with --db"),
    sqlite3.SQLITE_CORRUPT: (DamagedArchiveError, "it is damaged", "corpus db restore brings a backup back"),
    sqlite3.SQLITE_IOERR: (DatabaseError, "reading or writing it failed", "look at the disk"),
    sqlite3.SQLITE_INTERRUPT: (
        QueryError,
        "the statement ran past its time limit",
        "narrow it, or raise the limit",
    ),
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: dict[str, tuple[type[DatabaseError], str, str]] = {
    "53100": _FULL_DISK,
    "55P03": _LOCKED,
    "40P01": _LOCKED,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "57014": _SQLITE[sqlite3.SQLITE_INTERRUPT],
    "XX001": _SQLITE[sqlite3.SQLITE_CORRUPT],
}


def archive_error(error: BaseException, place: str) -> DatabaseError | None:
    """Our error for a driver's, with or without SQLAlchemy's wrapping; None for any other.

    Args:
        error: What was raised.
        place: The archive, as the message names it.
    """
    driver = getattr(error, "orig", None) or error
    sqlite_code = getattr(driver, "sqlite_errorcode", None)
    if sqlite_code is not None:
        known = _SQLITE.get(sqlite_code & 0xFF)  # the low byte is the primary code
    elif hasattr(driver, "sqlstate"):
        known = _POSTGRESQL.get(driver.sqlstate) if driver.sqlstate else _unreachable(driver)
    else:
        return None
    if known is None:
        return None
    kind, reason, hint = known
    return kind(f"{place}: {reason} ({_first_line(driver)})", hint=hint)


def _unreachable(driver: BaseException) -> tuple[type[DatabaseError], str, str] | None:
    """A connection that failed or broke carries no code in psycopg."""
    return _CANNOT_OPEN if type(driver).__name__ == "OperationalError" else None


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


@contextlib.contextmanager
def driver_errors(place: str) -> Iterator[None]:
    """Raise our error in place of a driver's; errors that are bugs of ours pass unchanged."""
    try:
        yield
    except Exception as error:
        ours = archive_error(error, place)
        if ours is None:
            raise
        raise ours from error


@contextlib.contextmanager
def query_errors(place: str) -> Iterator[None]:
    """As `driver_errors`, but for a user's statement: whatever else the database says is its refusal.

    Raises:
        QueryError: with the database's own words in one line.
    """
    with driver_errors(place):
        try:
            yield
        except Exception as error:
            driver = getattr(error, "orig", None) or error
            ours = archive_error(error, place)
            if not (_is_from_driver(driver) or isinstance(error, StatementError)) or (
                ours and type(ours) is not DatabaseError
            ):
                raise
            raise QueryError(f"the database refused it: {_first_line(driver)}", hint=_QUERY_HINT) from error


_QUERY_HINT = "corpus sql reads one SELECT; the tables and views are in the documentation"


def _is_from_driver(error: BaseException) -> bool:
    return isinstance(error, sqlite3.Error | sqlite3.Warning) or hasattr(error, "sqlstate")
