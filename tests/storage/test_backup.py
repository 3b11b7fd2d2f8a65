import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from corpus.errors import (
    DatabaseError,
    ForeignDatabaseError,
    LockedArchiveError,
    MissingArchiveError,
    SettingsError,
    UsageError,
)
from corpus.storage import backup as backups
from corpus.storage.backup import backup, restore
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.schema import check
from corpus.storage.search import search_paragraphs
from corpus.storage.verify import verify


def origins(where):
    with read_transaction(open_archive(where, mode="read")) as connection:
        return connection.scalars(text("SELECT origin FROM articles ORDER BY id")).all()


@pytest.fixture
def copy(database, store, make, tmp_path):
    """A copy of an archive with one article, which has had a second one since."""
    store(make(origin="first"))
    target = tmp_path / "copies" / "copy"
    target.parent.mkdir()
    backup(database, target)
    store(make("Mere", origin="second", claims=()))
    assert [path.name for path in target.parent.iterdir()] == ["copy"]
    return target


def test_there_and_back(database, empty_database_beside, copy):
    restore(copy, empty_database_beside)
    assert origins(empty_database_beside) == ["first"]
    assert check(empty_database_beside) == []
    engine = open_archive(empty_database_beside, mode="write")
    assert list(verify(engine)) == []
    with read_transaction(engine) as connection:
        assert search_paragraphs(connection, ["kim"]).found == 1


@pytest.fixture
def empty_database_beside(backend, request, tmp_path):
    if backend == "sqlite":
        return f"sqlite:///{tmp_path / 'restored.db'}"
    return request.getfixturevalue("empty_database")


def test_over_an_archive_only_when_told(database, copy):
    with pytest.raises(UsageError, match="there is an archive at"):
        restore(copy, database)
    assert origins(database) == ["first", "second"]
    restore(copy, database, overwrite=True)
    assert origins(database) == ["first"]
    assert check(database) == []


def test_never_over_a_file(database, copy):
    with pytest.raises(UsageError, match="is there already"):
        backup(database, copy)


def test_what_is_no_archive(empty_database, tmp_path):
    with pytest.raises(MissingArchiveError):
        backup(empty_database, tmp_path / "copy")
    with pytest.raises(MissingArchiveError, match="there is no backup at"):
        restore(tmp_path / "none", empty_database)
    (tmp_path / "text").write_text("words " * 1000)
    with pytest.raises(DatabaseError) as caught:
        restore(tmp_path / "text", empty_database)
    assert "\n" not in caught.value.message
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("backend", ["sqlite"])
class TestSqlite:
    def test_compact(self, database, engine, store, make, tmp_path):
        store(*(make("Kim " * 5000 + str(n), origin=str(n), entities=(), claims=()) for n in range(20)))
        with write_transaction(engine) as connection:
            connection.execute(text("DELETE FROM articles WHERE id > 1"))
        backup(database, tmp_path / "copy")
        backup(database, tmp_path / "small", compact=True)
        assert origins(str(tmp_path / "small")) == ["0"]
        assert (tmp_path / "small").stat().st_size < (tmp_path / "copy").stat().st_size / 2
        restore(tmp_path / "small", str(tmp_path / "new.db"))
        with read_transaction(open_archive(str(tmp_path / "new.db"), mode="read")) as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"

    def test_while_another_writes(self, database, engine, store, make, tmp_path):
        store(make(origin="first"))
        with write_transaction(engine) as connection:
            connection.execute(text("UPDATE articles SET origin = 'changed'"))
            backup(database, tmp_path / "copy")
        assert origins(str(tmp_path / "copy")) == ["first"]

    def test_a_foreign_file_is_neither_copied_nor_replaced(self, copy, tmp_path):
        other = tmp_path / "other.db"
        connection = sqlite3.connect(other)
        connection.execute("CREATE TABLE things (a)")
        connection.close()
        before = other.read_bytes()
        with pytest.raises(ForeignDatabaseError):
            backup(str(other), tmp_path / "none")
        with pytest.raises(ForeignDatabaseError):
            restore(copy, str(other), overwrite=True)
        with pytest.raises(ForeignDatabaseError):
            restore(other, str(tmp_path / "new.db"))
        assert other.read_bytes() == before
        assert not (tmp_path / "new.db").exists()

    def test_not_over_a_writer(self, database, engine, copy, monkeypatch):
        monkeypatch.setattr(backups, "WAIT", 0.1)
        with write_transaction(engine), pytest.raises(LockedArchiveError):
            restore(copy, database, overwrite=True)
        assert origins(database) == ["first", "second"]


@pytest.mark.parametrize("backend", ["postgresql"])
def test_postgresql_needs_its_tools(database, copy, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="pg_dump is not installed") as caught:
        backup(database, Path("nowhere"))
    assert "PATH" in caught.value.hint
    with pytest.raises(SettingsError, match="pg_restore is not installed"):
        restore(copy, database, overwrite=True)


@pytest.mark.parametrize("backend", ["postgresql"])
def test_postgresql_says_why_its_tool_failed(database, tmp_path):
    with pytest.raises(DatabaseError, match=r"pg_dump on .*: error: could not open output file"):
        backup(database, tmp_path / "none" / "copy")
