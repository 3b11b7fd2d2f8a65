import contextlib
import multiprocessing
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import corpus
from corpus.errors import (
    DamagedArchiveError,
    ForeignDatabaseError,
    MissingArchiveError,
    NewerArchiveError,
    OutdatedArchiveError,
    UsageError,
)
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.revisions import history, migrations_folder, require_current
from corpus.storage.schema import UpgradeResult, check, current, downgrade, upgrade

HEAD = history()[-1].id

REVISION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9001", "{head}"

def upgrade():
    {upgrade}

def downgrade():
    {downgrade}
"""


@pytest.fixture
def later(tmp_path):
    """A folder of migrations with one more than the program has."""

    def later(upgrade="pass", downgrade="pass"):
        folder = tmp_path / "migrations"
        shutil.copytree(migrations_folder(), folder, dirs_exist_ok=True)
        revision = REVISION.format(head=HEAD, upgrade=upgrade, downgrade=downgrade)
        (folder / "versions" / "9001_later.py").write_text(revision)
        return folder

    return later


def contents(where):
    """Every table, view, index and trigger, and every row, search index included."""
    with read_transaction(open_archive(where, mode="read")) as connection:
        if connection.dialect.name == "sqlite":
            schema = connection.exec_driver_sql(
                "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2"
            ).all()
        else:
            schema = connection.exec_driver_sql(
                "SELECT c.relkind, c.relname, pg_get_viewdef(c.oid) FROM pg_class AS c "
                "WHERE relnamespace = 'public'::regnamespace ORDER BY 1, 2"
            ).all()
        tables = inspect(connection).get_table_names()
        return schema, {
            t: sorted(connection.execute(text(f'SELECT * FROM "{t}"')).all(), key=repr) for t in tables
        }


def test_a_new_archive(empty_database):
    assert upgrade(empty_database) == UpgradeResult(None, HEAD, None)
    assert upgrade(empty_database) == UpgradeResult(HEAD, HEAD, None)
    assert current(empty_database) == HEAD
    assert check(empty_database) == []
    require_current(open_archive(empty_database, mode="read"))


def test_history_is_alembics_own():
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert [revision.revision for revision in script.walk_revisions()] == [r.id for r in reversed(history())]
    assert history()[0].title == "tables"


def test_downgrade_to_base_leaves_no_trace(database):
    assert downgrade(database, "base").after is None
    with read_transaction(open_archive(database, mode="read")) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert inspect(connection).get_view_names() == []
    with pytest.raises(MissingArchiveError):
        current(database)
    assert upgrade(database).before is None
    assert check(database) == []


def test_step_by_step_with_rows(database, store, make):
    store(make(), make("Kim er her.", origin="b", published=None, claims=()))
    before = contents(database)
    for revision in ("0001", HEAD):
        move = downgrade if revision == "0001" else upgrade
        assert move(database, revision).after == revision
    schema, rows = contents(database)
    assert schema == before[0]
    changed = {"upgrades", "paragraphs_fts_data", "paragraphs_fts_docsize", "paragraphs_fts_idx"}
    assert {t: r for t, r in rows.items() if t not in changed} == {
        t: r for t, r in before[1].items() if t not in changed
    }


def test_an_older_archive_learns_when_claims_were_made_at_the_latest(database, store, make):
    store(make(said="2022", dates=[("kom", "2022")]), make("Kim siger, at det går godt!", published=None))
    add_time = "INSERT INTO claim_parts SELECT 99, 1, 'time', 1, 'kom', 4, 7, NULL, NULL, 1"
    with write_transaction(open_archive(database, mode="write")) as connection:
        connection.execute(text(add_time))
    claims, parts = (contents(database)[1][table] for table in ("claims", "claim_parts"))
    downgrade(database, "0002")
    assert [row.said_latest for row in contents(database)[1]["claims"]] == [None, None]
    upgrade(database)
    rows = contents(database)[1]
    said = [(row.said, row.said_earliest, row.said_latest) for row in rows["claims"]]
    assert said == [(None, None, "2023-09-30"), (None, None, None)]
    assert [row.text for row in rows["claims"]] == [row.text for row in claims]
    assert rows["claim_parts"] == [part for part in parts if part.role != "time"]
    assert rows["dates"] == []


@pytest.mark.parametrize("revision", ["9999", "heads", "0000", "-1", ""])
def test_no_such_revision(database, revision):
    with pytest.raises(UsageError, match="there is no revision"):
        upgrade(database, revision)


def test_drift_is_named(database, engine):
    with write_transaction(engine) as connection:
        connection.execute(text("CREATE TABLE mine (a integer)"))
        connection.execute(text("DROP INDEX ix_articles_month"))
        connection.execute(text("DROP VIEW claim_threads"))
    found = check(database)
    assert len(found) == 3
    for word in ("mine", "ix_articles_month", "claim_threads is missing"):
        assert any(word in difference for difference in found)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_lost_trigger_is_named(database, engine):
    with write_transaction(engine) as connection:
        connection.execute(text("DROP TRIGGER paragraphs_fts_insert"))
    assert check(database) == ["paragraphs_fts_insert is missing"]


def test_every_upgrade_is_on_record(database):
    with read_transaction(open_archive(database, mode="read")) as connection:
        made = connection.execute(text("SELECT revision, program_version FROM upgrades ORDER BY id")).all()
    assert made == [(revision.id, corpus.__version__) for revision in history()]


class TestWhatDoesNotFit:
    @pytest.fixture
    def refused(self, subtests):
        def refused(where, error, *words):
            engine = open_archive(where, mode="read")
            for action in (lambda: require_current(engine), lambda: check(where)):
                with subtests.test(), pytest.raises(error) as caught:
                    action()
                assert all(word in caught.value.message + caught.value.hint for word in words)
                assert "\n" not in caught.value.message
                assert caught.value.hint
                assert caught.value.exit_code == 5

        return refused

    def test_older(self, database, refused):
        downgrade(database, "0001")
        refused(
            database,
            OutdatedArchiveError,
            "0001",
            f"made by corpus {corpus.__version__}",
            "corpus db upgrade",
        )

    def test_newer(self, database, later, refused, monkeypatch):
        monkeypatch.setattr(corpus, "__version__", "9.9.9")
        upgrade(database, folder=later())
        monkeypatch.undo()
        refused(
            database,
            NewerArchiveError,
            "9001",
            "made by corpus 9.9.9",
            "pip install --upgrade corpus-archive",
        )
        with pytest.raises(NewerArchiveError):
            upgrade(database)
        with pytest.raises(NewerArchiveError):
            downgrade(database, "0001")
        assert current(database) == "9001"

    def test_missing(self, empty_database, refused):
        refused(empty_database, MissingArchiveError, "there is no archive", "corpus import")
        with pytest.raises(MissingArchiveError):
            downgrade(empty_database, "base")

    @pytest.mark.parametrize(
        "statements",
        [
            ["CREATE TABLE things (a integer)"],
            ["CREATE TABLE alembic_version (version_num text)", "CREATE TABLE upgrades (revision text)"],
            ["CREATE TABLE alembic_version (version_num text)", "INSERT INTO alembic_version VALUES ('0001')",
             "CREATE TABLE things (a integer)"],
        ],
    )  # fmt: skip
    def test_foreign(self, empty_database, refused, statements):
        with write_transaction(open_archive(empty_database, mode="create")) as connection:
            for statement in statements:
                connection.execute(text(statement))
        before = contents(empty_database)
        refused(empty_database, ForeignDatabaseError, "corpus did not make", "--db")
        with pytest.raises(ForeignDatabaseError):
            upgrade(empty_database)
        assert contents(empty_database) == before

    def test_a_foreign_file_is_not_touched(self, tmp_path):
        path = tmp_path / "other.db"
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE things (a)")
        before = path.read_bytes()
        with pytest.raises(ForeignDatabaseError):
            upgrade(str(path))
        assert path.read_bytes() == before


FAILING = [
    "op.add_column('runs', sa.Column('x', sa.Text())); op.drop_table('claim_parts'); op.execute('SELECT no')",
    "op.execute('DELETE FROM claim_parts'); op.execute('DELETE FROM mentions'); raise RuntimeError('stop')",
    "op.create_table('x', sa.Column('a', sa.Integer())); raise KeyboardInterrupt",
]


@pytest.mark.parametrize("failing", FAILING)
def test_a_failed_migration_leaves_the_archive_as_it_was(database, store, make, later, failing):
    store(make())
    before = contents(database)
    folder = later(upgrade=failing)
    with pytest.raises(BaseException):  # noqa: B017, PT011 -- whatever a migration may raise
        upgrade(database, folder=folder)
    assert contents(database) == before
    assert check(database) == []
    assert store(make()).unchanged == 1


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_table_may_be_rebuilt_without_loss(database, store, make, later):
    store(make())
    rows = contents(database)[1]
    rebuild = """
    views = "claim_threads thread_origins claim_stances attributed_claims entity_mentions"
    for view in views.split():
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table("articles", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Text()))
    """
    upgrade(database, folder=later(upgrade=rebuild.strip()))
    after = contents(database)[1]
    assert all(after[t] == rows[t] for t in ("paragraphs", "mentions", "claims", "claim_parts"))
    assert [tuple(row)[:-1] for row in after["articles"]] == [tuple(row) for row in rows["articles"]]


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_migration_may_not_break_references(database, store, make, later):
    store(make())
    before = contents(database)
    with pytest.raises(DamagedArchiveError, match="refers to a row that"):
        upgrade(database, folder=later(upgrade="op.execute('DELETE FROM articles')"))
    assert contents(database) == before


@pytest.mark.parametrize("backend", ["sqlite"])
class TestBackupFirst:
    def test_of_an_archive_with_rows(self, database, store, make, later):
        store(make())
        before = contents(database)
        backup = upgrade(database, folder=later(upgrade="op.execute('DELETE FROM mentions')")).backup
        assert backup is not None
        assert backup.name.startswith("archive.before-upgrade-to-9001-")
        assert backup.parent == Path(database.removeprefix("sqlite:///")).parent
        assert contents(str(backup)) == before
        assert current(str(backup)) == HEAD

    def test_not_of_an_empty_one(self, database, later):
        assert upgrade(database, folder=later()).backup is None

    def test_before_a_downgrade_too(self, database, store, make):
        store(make())
        backup = downgrade(database, "base").backup
        assert backup is not None
        assert "before-downgrade-to-base" in backup.name


def upgrade_one(where, queue):
    result = upgrade(where)
    queue.put((result.before, result.after))


def test_four_upgrades_at_once(empty_database):
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    processes = [context.Process(target=upgrade_one, args=(empty_database, queue)) for _ in range(4)]
    for process in processes:
        process.start()
    results = sorted((queue.get(timeout=60) for _ in processes), key=str)
    for process in processes:
        process.join()
    assert results == [(HEAD, HEAD)] * 3 + [(None, HEAD)]
    assert check(empty_database) == []
