import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from corpus.errors import (
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedArchiveError,
    MissingArchiveError,
    UsageError,
)
from corpus.storage.engine import (
    archive_url,
    open_archive,
    optimize,
    place_name,
    read_transaction,
    write_transaction,
)
from corpus.storage.runs import start_run
from corpus.storage.sql import run_readonly


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("news.db", "sqlite:///news.db"),
        ("/tmp/news.db", "sqlite:////tmp/news.db"),
        ("sqlite:///news.db", "sqlite:///news.db"),
        ("postgresql://me:secret@host:5433/news", "postgresql+psycopg://me:***@host:5433/news"),
        ("postgres://host/news", "postgresql+psycopg://host/news"),
        ("postgresql+psycopg2:///news", "postgresql+psycopg:///news"),
    ],
)
def test_urls(where, expected):
    assert archive_url(where).render_as_string() == expected


@pytest.mark.parametrize("where", ["mysql://host/news", "sqlite://", ":memory:", "http://", "://", ""])
def test_no_urls(where):
    with pytest.raises(UsageError) as caught:
        archive_url(where)
    assert "postgresql://user@host/database" in caught.value.hint


def test_a_password_is_never_shown():
    assert (
        place_name(archive_url("postgresql://me:secret@host/news")) == "postgresql+psycopg://me:***@host/news"
    )
    assert place_name(archive_url("sqlite:///a b.db")) == "a b.db"


@pytest.mark.parametrize("name", ["a b.db", "æ?x=1#y%20.db", "archive"])
def test_any_file_name(tmp_path, name):
    path = tmp_path / name
    with write_transaction(open_archive(str(path), mode="create")) as connection:
        connection.execute(text("CREATE TABLE a (b integer)"))
    with read_transaction(open_archive(str(path), mode="read")) as connection:
        assert connection.scalar(text("SELECT count(*) FROM a")) == 0
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_missing_file_is_not_made(tmp_path, mode):
    engine = open_archive(str(tmp_path / "none.db"), mode=mode)
    with pytest.raises(MissingArchiveError, match=r"no archive at .*none\.db"), read_transaction(engine):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: path.mkdir(), MissingArchiveError),
        (
            lambda path: path.write_text("no database, but long enough to look like one" * 100),
            ForeignDatabaseError,
        ),
    ],
)
def test_what_is_no_database(tmp_path, make, error):
    make(tmp_path / "x")
    with pytest.raises(error), write_transaction(open_archive(str(tmp_path / "x"), mode="create")):
        pass


def test_no_folder(tmp_path):
    engine = open_archive(str(tmp_path / "none" / "a.db"), mode="create")
    with pytest.raises(MissingArchiveError, match="there is no folder"), write_transaction(engine):
        pass


@pytest.mark.parametrize("backend", ["postgresql"])
@pytest.mark.parametrize("change", [{"database": "none"}, {"host": "/nowhere"}])
def test_no_server(database, change):
    url = archive_url(database)
    url = url.set(query={}, **change) if "host" in change else url.set(**change)
    with (
        pytest.raises(MissingArchiveError, match="cannot be opened"),
        read_transaction(open_archive(url, mode="read")),
    ):
        pass


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 1), ("cache_size", -65536)],
)
def test_settings(engine, pragma, value):
    with read_transaction(engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_reader_may_not_write(database):
    with (
        pytest.raises(DatabaseError, match="cannot be written to"),
        read_transaction(open_archive(database, mode="read")) as connection,
    ):
        start_run(connection, kind="import")


def test_a_reader_sees_one_state(database, engine):
    with read_transaction(open_archive(database, mode="read")) as reader:
        assert reader.scalar(text("SELECT count(*) FROM runs")) == 0
        with write_transaction(engine) as writer:
            start_run(writer, kind="import")
        assert reader.scalar(text("SELECT count(*) FROM runs")) == 0


def test_all_or_nothing(engine):
    def fail():
        with write_transaction(engine) as connection:
            raise RuntimeError(start_run(connection, kind="import"))

    with pytest.raises(RuntimeError):
        fail()
    with read_transaction(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM runs")) == 0


def test_a_writer_waits_only_so_long(database, engine):
    impatient = open_archive(database, mode="write", wait=0.2)
    with (
        write_transaction(engine),
        pytest.raises(LockedArchiveError, match="somebody else is writing"),
        write_transaction(impatient),
    ):
        pass


def add_runs(database: str, count: int) -> None:
    engine = open_archive(database, mode="write")
    for _ in range(count):
        with write_transaction(engine) as connection:
            start_run(connection, kind="import")


def test_four_writers_at_once(database, engine):
    processes = [
        multiprocessing.get_context("spawn").Process(target=add_runs, args=(database, 15)) for _ in "1234"
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    with read_transaction(engine) as connection:
        assert connection.scalars(text("SELECT id FROM runs ORDER BY id")).all() == list(range(1, 61))


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_full_disk_loses_nothing_that_was_stored(database, engine, store, make):
    store(make())
    before = Path(str(engine.url.database)).stat().st_size

    def fill():
        with write_transaction(engine) as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.execute(text("UPDATE articles SET text = :long"), {"long": "x" * 1_000_000})

    with pytest.raises(FullDiskError) as caught:
        fill()
    assert "what was stored before is intact" in caught.value.hint
    assert Path(str(engine.url.database)).stat().st_size == before
    assert store(make()).unchanged == 1


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_reader_leaves_no_files_behind(database, engine, tmp_path):
    with read_transaction(open_archive(database, mode="read")) as connection:
        connection.execute(text("SELECT * FROM runs"))
    list(run_readonly(database, "SELECT * FROM runs")[1])
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]


@pytest.mark.parametrize("backend", ["sqlite"])
def test_reading_from_a_read_only_medium(database, engine, monkeypatch, tmp_path):
    monkeypatch.setattr(os, "access", lambda *_: False)  # a test as root may write anywhere
    with read_transaction(open_archive(database, mode="read")) as connection:
        assert connection.scalar(text("SELECT count(*) FROM runs")) == 0
        assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]


def test_optimizing_changes_no_row(engine, store, make):
    store(make())
    optimize(engine)
    assert store(make()).unchanged == 1


@pytest.mark.parametrize("backend", ["sqlite"])
def test_the_planner_knows_the_tables(engine, store, make):
    store(make())
    optimize(engine)
    with read_transaction(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'articles'")) > 0


def test_an_old_sqlite_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    engine = open_archive(str(tmp_path / "a.db"), mode="create")
    with pytest.raises(DatabaseError, match=r"an archive needs 3\.37"), write_transaction(engine):
        pass
