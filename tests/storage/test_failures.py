import sqlite3

import psycopg.errors
import pytest

from corpus.errors import (
    DamagedArchiveError,
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedArchiveError,
    MissingArchiveError,
    QueryError,
)
from corpus.storage.failures import archive_error, driver_errors, query_errors


def named(value: object) -> str:
    """Errors by class and code, which tell them apart."""
    return f"{type(value).__name__}{getattr(value, 'sqlite_errorcode', '')}"


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("the driver's words\nand more of them")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), FullDiskError),
        (sqlite_error(sqlite3.SQLITE_BUSY), LockedArchiveError),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), LockedArchiveError),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), DatabaseError),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), MissingArchiveError),
        (sqlite_error(sqlite3.SQLITE_NOTADB), ForeignDatabaseError),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), DamagedArchiveError),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), DatabaseError),
        (sqlite_error(sqlite3.SQLITE_INTERRUPT), QueryError),
        (psycopg.errors.DiskFull("the driver's words\nmore"), FullDiskError),
        (psycopg.errors.LockNotAvailable("the driver's words"), LockedArchiveError),
        (psycopg.errors.DeadlockDetected("the driver's words"), LockedArchiveError),
        (psycopg.errors.ReadOnlySqlTransaction("the driver's words"), DatabaseError),
        (psycopg.errors.InsufficientPrivilege("the driver's words"), DatabaseError),
        (psycopg.errors.QueryCanceled("the driver's words"), QueryError),
        (psycopg.errors.DataCorrupted("the driver's words"), DamagedArchiveError),
        (psycopg.OperationalError("the driver's words"), MissingArchiveError),
    ],
    ids=named,
)
def test_a_drivers_error_becomes_ours(error, expected):
    ours = archive_error(error, "news.db")
    assert type(ours) is expected
    assert ours.message.startswith("news.db: ")
    assert ours.message.endswith("(the driver's words)")
    assert ours.hint


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT),
        psycopg.errors.UniqueViolation("x"),
        OSError("x"),
    ],
    ids=named,
)
def test_other_errors_stay_what_they_are(error):
    assert archive_error(error, "news.db") is None
    with pytest.raises(type(error)) as caught, driver_errors("news.db"):
        raise error
    assert caught.value is error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sqlite_error(sqlite3.SQLITE_ERROR), QueryError),
        (sqlite_error(sqlite3.SQLITE_READONLY), QueryError),
        (sqlite3.Warning("the driver's words"), QueryError),
        (psycopg.errors.SyntaxError("the driver's words"), QueryError),
        (psycopg.errors.ReadOnlySqlTransaction("the driver's words"), QueryError),
        (sqlite_error(sqlite3.SQLITE_BUSY), LockedArchiveError),
        (ZeroDivisionError("x"), ZeroDivisionError),
    ],
    ids=named,
)
def test_of_a_users_statement_a_refusal_is_no_bug(error, expected):
    with pytest.raises(expected), query_errors("news.db"):
        raise error
