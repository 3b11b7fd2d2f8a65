"""Where an archive is, how it is opened, and its two kinds of transactions.

SQLite runs with our own BEGIN: the driver's would start too late to make migrations transactional, and a
writer that reads first fails at once under a plain BEGIN when another has written in between. So a writer
holds the one write lock from its first statement: BEGIN IMMEDIATE, on PostgreSQL an advisory lock.
"""

import contextlib
from collections.abc import Iterator

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from corpus.errors import MissingExtraError, UsageError
from corpus.storage.failures import driver_errors
from corpus.storage.sqlite import WAIT, Mode, begin_sqlite, connect_sqlite

__all__ = [
    "Mode",
    "archive_url",
    "open_archive",
    "optimize",
    "place_name",
    "read_transaction",
    "write_transaction",
]

_ANALYZED = 1_000  # rows that SQLite looks at in each index: some 0.1 s instead of minutes
_WRITE_LOCK = 0x636F72707573  # "corpus": the key of the advisory lock, one for each PostgreSQL database


def archive_url(where: str | URL) -> URL:
    """Read a path or a SQLAlchemy URL.

    >>> archive_url("news.db").render_as_string()
    'sqlite:///news.db'
    >>> archive_url("postgresql://me@localhost/news").render_as_string()
    'postgresql+psycopg://me@localhost/news'

    Raises:
        UsageError: if it is neither, or a database that is not supported.
    """
    if isinstance(where, str) and "://" not in where:
        url = URL.create("sqlite", database=where)
    else:
        try:
            url = make_url(where)
        except ArgumentError as error:
            raise UsageError(f"{where} is no path or database URL", hint=_URL_HINT) from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise UsageError(f"{place_name(url)} cannot hold an archive", hint=_URL_HINT)


_URL_HINT = "give a file, as in news.db, or a URL, as in postgresql://user@host/database"


def place_name(url: URL) -> str:
    """The archive as messages name it: a SQLite file's path, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def open_archive(where: str | URL, *, mode: Mode, wait: float = WAIT) -> Engine:
    """An engine that opens one connection a transaction and keeps none.

    Args:
        where: A path or URL.
        mode: `read` and `write` want the SQLite file to be there; `create` makes an empty one.
        wait: Seconds that a writer waits for another.

    Raises:
        UsageError: if there can be no archive at such a place.
        MissingExtraError: if PostgreSQL's driver is not installed.
    """
    url = archive_url(where)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url, poolclass=NullPool, creator=lambda: connect_sqlite(place_name(url), mode, wait)
        )
        event.listen(engine, "begin", begin_sqlite)
    else:
        try:
            engine = create_engine(url, poolclass=NullPool)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise MissingExtraError("an archive on PostgreSQL", "postgresql") from error
    return engine.execution_options(corpus_wait=wait)


@contextlib.contextmanager
def read_transaction(engine: Engine) -> Iterator[Connection]:
    """One unchanging view of the archive, whatever others write meanwhile.

    Raises:
        DatabaseError: what the driver raised, translated; see `corpus.storage.failures`.
    """
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with driver_errors(place_name(engine.url)), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """All or nothing, by one writer at a time.

    Raises:
        LockedArchiveError: if another writer holds the lock for longer than we wait.
        FullDiskError: if there is no room; nothing of this transaction is stored.
        DatabaseError: anything else that the driver raised, translated.
    """
    engine = engine.execution_options(corpus_writes=True)
    with driver_errors(place_name(engine.url)), engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            take_advisory_lock(connection)
        yield connection


def take_advisory_lock(connection: Connection) -> None:
    """Hold PostgreSQL's one write lock of an archive until the transaction ends."""
    wait = int(connection.get_execution_options()["corpus_wait"] * 1000)
    connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{wait}ms"})
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})


def optimize(engine: Engine) -> None:
    """Refresh what the query planner knows of the tables; good after a large import, on any archive safe.

    Raises:
        DatabaseError: what the driver raised, translated.
    """
    with write_transaction(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA analysis_limit = {_ANALYZED}")
        connection.exec_driver_sql("ANALYZE")
