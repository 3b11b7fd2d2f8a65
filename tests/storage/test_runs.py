import pytest
from sqlalchemy import text

from corpus.records import Annotation
from corpus.storage.engine import read_transaction, write_transaction
from corpus.storage.runs import RunCounts, finish_run, record_models, record_rejections, start_run


def rows(engine, statement):
    with read_transaction(engine) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_runs_and_rejections(engine):
    with write_transaction(engine) as connection:
        run_id = start_run(connection, kind="import", model="rules 1", settings={"language": "da"})
        record_rejections(connection, run_id, [("tom.txt", "er tom"), ("mappe", "is a folder")])
        finish_run(connection, run_id, RunCounts(inputs_read=3, imported=1, rejected=2), "done")
    run = "SELECT id, kind, status, model, settings, inputs_read, imported, unchanged, rejected FROM runs"
    assert rows(engine, run) == [(1, "import", "done", "rules 1", '{"language": "da"}', 3, 1, 0, 2)]
    assert rows(engine, "SELECT id FROM runs WHERE finished >= started") == [(1,)]
    assert rows(engine, "SELECT run_id, origin, reason FROM rejections ORDER BY id") == [
        (1, "tom.txt", "er tom"),
        (1, "mappe", "is a folder"),
    ]


def test_a_run_that_was_killed_is_interrupted_once_another_begins(engine):
    for status in ("running", "failed", "done"):
        with write_transaction(engine) as connection:
            run_id = start_run(connection, kind="import")
            finish_run(connection, run_id, RunCounts(), status)
    found = rows(engine, "SELECT status, finished IS NULL FROM runs ORDER BY id")
    assert found == [("interrupted", True), ("failed", False), ("done", False)]


def test_a_run_that_was_thought_dead_says_that_it_is_not(engine):
    with write_transaction(engine) as connection:
        first, _ = (start_run(connection, kind="import") for _ in range(2))
        finish_run(connection, first, RunCounts(imported=1), "running")
    assert rows(engine, "SELECT status FROM runs ORDER BY id") == [("running",), ("running",)]


@pytest.mark.parametrize(
    ("asked", "used", "model"),
    [
        (None, [], None),
        ("rules-da-1", [], "rules-da-1"),
        (None, [("da", "rules-da-1")], "rules-da-1"),
        ("rules-da-1", [("da", "rules-da-1"), ("sv", "rules-sv-1")], "rules-da-1, rules-sv-1"),
        ("rules-da-1", [("sv", "rules-sv-1"), ("sv", "rules-sv-1")], "rules-da-1, rules-sv-1"),
        (None, [(None, "none")], None),
    ],
)
def test_a_run_names_every_model_that_annotated(engine, asked, used, model):
    annotations = [Annotation(language=language, model=name, paragraphs=()) for language, name in used]
    with write_transaction(engine) as connection:
        run_id = start_run(connection, kind="import", model=asked)
        record_models(connection, run_id, annotations)
    assert rows(engine, "SELECT model FROM runs") == [(model,)]
