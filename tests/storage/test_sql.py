import contextlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from corpus.errors import MissingArchiveError, QueryError
from corpus.storage.engine import read_transaction
from corpus.storage.sql import Limits, run_readonly


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("SELECT origin, published FROM articles", (["origin", "published"], [("a.txt", "2023-09")])),
        ("select speaker from attributed_claims; ", (["speaker"], [("Kim",)])),
        ("WITH x AS (SELECT 1 AS n) SELECT n FROM x -- a comment", (["n"], [(1,)])),
        ("SELECT text FROM paragraphs WHERE text LIKE '%siger%' AND text LIKE '% 100 %'", (["text"], [])),
        ("SELECT 'a:b' AS a, '%' AS b, 'random' AS c", (["a", "b", "c"], [("a:b", "%", "random")])),
        ("VALUES (1, 2)", (["column1", "column2"], [(1, 2)])),
    ],
)
def test_reading(database, store, make, statement, expected):
    store(make())
    columns, rows = run_readonly(database, statement)
    assert (columns, list(rows)) == expected


def test_many_rows_are_read_as_asked_for(database):
    numbers = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n"
    )
    _, rows = run_readonly(database, numbers)
    assert next(rows) == (1,)
    rows.close()
    assert sum(i for (i,) in run_readonly(database, numbers)[1]) == 5_000_050_000


@pytest.mark.parametrize("backend", ["sqlite"])
def test_sqlite_full_text_search_and_table_info_are_reading(database, store, make):
    store(make())
    match = "SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH 'godt'"
    assert list(run_readonly(database, match)[1]) == [(1,)]
    assert len(list(run_readonly(database, "SELECT name FROM pragma_table_info('runs')")[1])) == 12
    assert next(run_readonly(database, "PRAGMA table_info(upgrades)")[1])[1] == "id"
    assert list(run_readonly(database, "SELECT value FROM json_each('[7]')")[1]) == [(7,)]
    assert list(run_readonly(database, "EXPLAIN QUERY PLAN SELECT * FROM runs")[1])


WRITES = [
    "DELETE FROM articles",
    "UPDATE articles SET text = 'x'",
    "INSERT INTO threads (id, key, title, run_id) VALUES (1, 'k', 't', 1)",
    "INSERT INTO threads (id, key, title, run_id) VALUES (1, 'k', 't', 1) RETURNING id",
    "WITH x AS (DELETE FROM articles RETURNING id) SELECT * FROM x",
    "DROP TABLE claims",
    "CREATE TABLE evil (a integer)",
    "CREATE TEMP TABLE evil (a integer)",
    "CREATE VIEW evil AS SELECT 1",
    "ALTER TABLE articles ADD COLUMN evil text",
    "SELECT 1; DROP TABLE claims",
    "SELECT 1; COMMIT; DROP TABLE claims",
    "COMMIT",
    "ROLLBACK; DELETE FROM articles",
    "BEGIN; DELETE FROM articles; COMMIT",
    "SAVEPOINT a",
    "VACUUM",
    "REINDEX",
    "ANALYZE",
    "",
    ";",
    "-- nothing",
    "no such words",
    "SELECT * FROM no_such_table",
]
SQLITE_WRITES = [
    "ATTACH '{folder}/evil.db' AS evil",
    "ATTACH ':memory:' AS evil",
    "DETACH main",
    "VACUUM INTO '{folder}/evil.db'",
    "PRAGMA writable_schema = 1",
    "PRAGMA query_only = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA user_version = 7",
    "PRAGMA wal_checkpoint(TRUNCATE)",
    "PRAGMA temp_store_directory = '{folder}'",
    "SELECT * FROM pragma_user_version",
    "SELECT load_extension('{folder}/evil')",
    "SELECT load_extension('{folder}/evil', 'init')",
    "SELECT fts3_tokenizer('unicode61')",
    "INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('delete-all')",
    "UPDATE sqlite_schema SET sql = ''",
    "CREATE VIRTUAL TABLE evil USING fts5(a)",
    "SELECT writefile('{folder}/evil.db', 'x')",
    "SELECT edit('x')",
    "REPLACE INTO runs SELECT * FROM runs",
]
POSTGRESQL_WRITES = [
    "SELECT lo_export(lo_create(0), '{folder}/evil.db')",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_catalog.pg_read_file('/etc/passwd')",
    "SELECT pg_catalog . \"pg_read_file\" ('/etc/passwd')",
    "SELECT pg_read_file/**/('/etc/passwd')",
    "SELECT PG_READ_FILE('/etc/passwd')",
    "SELECT U&\"\\0070g_read_file\"('/etc/passwd')",
    "SELECT u&\"pg!005fread_file\" UESCAPE '!' ('/etc/passwd')",
    "SELECT pg_ls_dir('/')",
    "SELECT * FROM pg_ls_dir('/')",
    "SELECT pg_stat_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'touch {folder}/evil.db'",
    "COPY (SELECT 1) TO '{folder}/evil.db'",
    "COPY runs FROM '/etc/passwd'",
    "SELECT 1 INTO evil",
    "SELECT * INTO evil FROM runs",
    "SELECT * FROM articles FOR UPDATE",
    "SET TRANSACTION READ WRITE",
    "SELECT set_config('transaction_read_only', 'off', true)",
    "SELECT set_config('transaction_read_only', 'off', false), nextval('evil')",
    "SELECT set_config('statement_timeout', '0', false)",
    "SELECT set_config('role', 'postgres', false)",
    "RESET ALL",
    "SELECT query_to_xml('SELECT pg_read_file(''/etc/passwd'')', true, true, '')",
    "SELECT query_to_xml('DELETE FROM articles', true, true, '')",
    "SELECT * FROM ts_stat('SELECT to_tsvector(pg_read_file(''/etc/passwd''))')",
    "SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, ''b''::tsquery')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT pg_advisory_unlock_all()",
    "SELECT pg_terminate_backend(pg_backend_pid())",
    "SELECT pg_cancel_backend(pg_backend_pid())",
    "SELECT pg_notify('a', 'b')",
    "NOTIFY a",
    "LISTEN a",
    "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()",
    "SELECT pg_export_snapshot()",
    "SELECT pg_logical_emit_message(false, 'a', 'b')",
    "SELECT pg_sleep(100)",
    "SELECT dblink_exec('dbname=postgres', 'CREATE TABLE evil (a int)')",
    "SELECT evil()",
    'SELECT "Evil"()',
    "DO $$ BEGIN DELETE FROM articles; END $$",
    "CALL evil()",
    "EXECUTE evil",
    "PREPARE evil AS SELECT 1",
    "LOCK TABLE articles",
    "DECLARE evil CURSOR FOR SELECT 1",
    "SELECT 1) TO STDOUT; --",
    "CLOSE corpus_sql; DELETE FROM articles",
    "EXPLAIN ANALYZE DELETE FROM articles",
    "CREATE EXTENSION dblink",
    "ALTER SYSTEM SET fsync = off",
    "TRUNCATE articles CASCADE",
    "GRANT ALL ON articles TO public",
]


def test_whatever_does_more_than_read_is_refused(engine, store, make, tmp_path, subtests):
    store(make())
    own = SQLITE_WRITES if engine.dialect.name == "sqlite" else POSTGRESQL_WRITES
    before, files = state(engine), sorted(tmp_path.iterdir())
    for statement in WRITES + own:
        with subtests.test(statement=statement):
            with pytest.raises(QueryError) as caught:
                list(run_readonly(engine.url, statement.replace("{folder}", str(tmp_path)))[1])
            assert "\n" not in caught.value.message
            assert state(engine) == before
            assert sorted(tmp_path.iterdir()) == files


def state(engine):
    with read_transaction(engine) as connection:
        tables = inspect(connection).get_table_names()
        return {
            name: connection.scalar(text(f'SELECT count(*) FROM "{name}"'))
            for name in tables
            if not name.startswith("paragraphs_fts")
        }


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_function_of_the_users_own_may_not_hide_a_write(database, engine):
    with engine.begin() as connection:
        connection.execute(
            text("CREATE FUNCTION \"Evil\"() RETURNS text LANGUAGE sql AS 'SELECT pg_read_file(''/x'')'")
        )
        connection.execute(text("CREATE FUNCTION kind() RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'"))
    with pytest.raises(QueryError, match="Evil is refused"):
        run_readonly(database, 'SELECT "Evil"()')
    assert list(run_readonly(database, "SELECT kind()")[1]) == [(1,)]


@pytest.mark.parametrize("backend", ["postgresql"])
def test_no_column_of_ours_is_named_like_a_refused_function(engine):
    columns = "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
    volatile = "SELECT proname FROM pg_proc WHERE provolatile = 'v'"
    with read_transaction(engine) as connection:
        assert connection.execute(text(f"{columns} INTERSECT {volatile}")).all() == []


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "


@pytest.mark.parametrize("columns", ["count(*) FROM n", "i FROM n", "max(i) FROM n WHERE i < 0"])
def test_time_is_limited(database, columns):
    with pytest.raises(QueryError, match="time limit"):
        for _ in run_readonly(database, ENDLESS + columns, limits=Limits(seconds=0.3))[1]:
            pass


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    "value", ["zeroblob(10000000)", "replace(hex(zeroblob(500000)), '0', 'aaaaaaaaaaaaa')"]
)
def test_size_is_limited(database, value):
    with pytest.raises(QueryError, match="too big"):
        list(run_readonly(database, f"SELECT {value}", limits=Limits(value_bytes=1_000_000))[1])


def test_length_is_limited(database):
    with pytest.raises(QueryError, match="longer than 100,000 characters"):
        run_readonly(database, "SELECT '" + "x" * 100_000 + "'")


def test_nothing_is_made_where_there_is_no_archive(tmp_path):
    with pytest.raises(MissingArchiveError):
        run_readonly(str(tmp_path / "none.db"), "SELECT 1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_trusting_schema_is_no_way_out(database, engine):
    path = Path(str(engine.url.database))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW evil AS SELECT load_extension('x')")
    with pytest.raises(QueryError, match="refused"):
        list(run_readonly(database, "SELECT * FROM evil")[1])
