from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from corpus.actions import annotate as module
from corpus.actions.annotate import AnnotateSummary, annotate_archive, count_stale
from corpus.actions.import_documents import Annotate, import_documents
from corpus.actions.verify import verify_archive
from corpus.annotation import pipeline
from corpus.settings import Settings
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.queries import run_query

Contents = dict[str, list[str]]


def rows(database: str, statement: str) -> list[tuple[Any, ...]]:
    with read_transaction(open_archive(database, mode="read")) as connection:
        return run_query(connection, statement)[1]


def change(database: str, statement: str) -> None:
    with write_transaction(open_archive(database, mode="write")) as connection:
        connection.execute(text(statement))


def counts(summary: AnnotateSummary) -> tuple[int, int, int]:
    return summary.annotated, summary.up_to_date, summary.damaged


@pytest.mark.parametrize(("other", "same"), [(13, 0), (6, 7)])
def test_what_other_rules_annotated_becomes_what_an_import_gives(
    database: str,
    seeds: list[str],
    small_annotation: Annotate,
    contents: Callable[[str], Contents],
    fresh: Contents,
    *,
    other: int,
    same: int,
) -> None:
    import_documents(database, seeds[:other], annotate=small_annotation)
    import_documents(database, seeds[other:])
    before = rows(database, "SELECT id, hash, run_id FROM articles ORDER BY id")
    assert contents(database) != fresh
    assert count_stale(database) == other
    assert counts(annotate_archive(database)) == (other, same, 0)
    assert contents(database) == fresh
    assert rows(database, "SELECT id, hash, run_id FROM articles ORDER BY id") == before
    assert list(verify_archive(database)) == []
    assert count_stale(database) == 0
    assert counts(annotate_archive(database)) == (0, 13, 0)


def test_the_same_rules_again_change_nothing_but_keys(
    database: str, seeds: list[str], tmp_path: Path, contents: Callable[[str], Contents]
) -> None:
    for version in ("Putin siger, at Kim Jong-un kommer.", "Putin siger, at Kim Jong-un ikke kommer."):
        (tmp_path / "a.txt").write_text(version, encoding="utf-8")
        import_documents(database, [str(tmp_path / "a.txt"), *seeds[:3]])
    before = contents(database)
    assert counts(annotate_archive(database, everything=True)) == (5, 0, 0)
    assert contents(database) == before
    assert rows(database, "SELECT DISTINCT annotation_run_id FROM articles") == [(3,)]
    assert list(verify_archive(database)) == []


def test_the_run_says_what_was_done(database: str, seeds: list[str]) -> None:
    import_documents(database, seeds[:3])
    change(database, "UPDATE runs SET model = 'rules-da-0'")
    import_documents(database, seeds[3:5])
    annotate_archive(database)
    run = "SELECT kind, status, inputs_read, imported, unchanged, rejected FROM runs WHERE id = 3"
    assert rows(database, run) == [("annotate", "done", 5, 3, 2, 0)]
    ((read, model, settings),) = rows(
        database, "SELECT (SELECT model FROM runs WHERE id = 2), model, settings FROM runs WHERE id = 3"
    )
    assert (model, settings) == (read, '{"all": false, "language": null, "model": "bundled"}')


class Interruption:
    """Ctrl-C at one of the articles."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __call__(self, _origin: str, _reason: str | None) -> None:
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt


@pytest.mark.parametrize("everything", [False, True])
def test_what_ctrl_c_left_is_done_by_the_next(
    database: str,
    seeds: list[str],
    small_annotation: Annotate,
    contents: Callable[[str], Contents],
    fresh: Contents,
    *,
    monkeypatch: pytest.MonkeyPatch,
    everything: bool,
) -> None:
    monkeypatch.setattr(module, "BATCH_ARTICLES", 2)
    if everything:
        import_documents(database, seeds)
    else:
        import_documents(database, seeds, annotate=small_annotation)
    for at, done in ((5, 4), (4, 2)):
        summary = annotate_archive(database, everything=everything, progress=Interruption(at))
        assert (summary.interrupted, summary.annotated) == (True, done)
        assert list(verify_archive(database)) == []
    assert count_stale(database, everything=everything) == 7
    assert counts(annotate_archive(database, everything=everything)) == (7, 6, 0)
    assert contents(database) == fresh
    statuses = rows(database, "SELECT status FROM runs ORDER BY id")
    assert [status for (status,) in statuses] == ["done", "interrupted", "interrupted", "done"]
    assert count_stale(database, everything=everything) == (13 if everything else 0)


def test_one_that_fails_changes_nothing_and_says_where(
    database: str,
    seeds: list[str],
    contents: Callable[[str], Contents],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    import_documents(database, seeds[:2])
    before = contents(database)
    monkeypatch.setattr(pipeline, "find_claims", broken)
    with pytest.raises(ZeroDivisionError) as raised:
        annotate_archive(database, everything=True)
    assert raised.value.__notes__ == [f"while annotating {Path(seeds[0]).name}"]
    assert contents(database) == before
    assert rows(database, "SELECT status FROM runs ORDER BY id") == [("done",), ("failed",)]


def test_a_damaged_article_is_named_and_left_alone(database: str, seeds: list[str]) -> None:
    import_documents(database, seeds[:3])
    change(database, "UPDATE articles SET title = 'x' WHERE id = 2")
    told: list[tuple[str, str | None]] = []
    summary = annotate_archive(database, everything=True, progress=lambda *one: told.append(one))
    assert counts(summary) == (2, 0, 1)
    names = [Path(path).name for path in seeds[:3]]
    assert told == list(zip(names, [None, module.DAMAGED, None], strict=True))
    assert rows(database, "SELECT origin, reason FROM rejections") == [(names[1], module.DAMAGED)]
    assert rows(database, "SELECT annotation_run_id FROM articles ORDER BY id") == [(2,), (1,), (2,)]


def test_articles_without_rules_are_stale_once_there_are_some(
    database: str, seeds: list[str], contents: Callable[[str], Contents], fresh: Contents
) -> None:
    import_documents(database, seeds, settings=Settings(language="en"))
    assert counts(annotate_archive(database)) == (0, 13, 0)
    assert counts(annotate_archive(database, everything=True)) == (13, 0, 0)
    assert rows(database, "SELECT COUNT(*) FROM mentions") == [(0,)]
    assert counts(annotate_archive(database, language="da")) == (13, 0, 0)
    assert contents(database) == fresh
    assert counts(annotate_archive(database)) == (0, 13, 0)


def test_an_empty_archive_has_nothing_to_annotate(database: str) -> None:
    assert counts(annotate_archive(database, everything=True)) == (0, 0, 0)


def test_whatever_an_import_names_is_mentioned(database: str, seeds: list[str]) -> None:
    """Or else what is forgotten after annotating again would not be what an import leaves out."""
    import_documents(database, seeds)
    unused = """
        SELECT key FROM entities AS e WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE entity_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM claim_parts WHERE entity_id = e.id)
    """
    assert rows(database, unused) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_two_workers_do_what_one_does(database: str, seeds: list[str], tmp_path: Path) -> None:
    archives = {workers: str(tmp_path / f"{workers}.db") for workers in (1, 2)}
    for workers, archive in archives.items():
        import_documents(archive, seeds, workers=workers)
        assert counts(annotate_archive(archive, everything=True, workers=workers)) == (13, 0, 0)
    tables = "articles paragraphs entities entity_names mentions dates claims claim_parts"
    for table in tables.split():
        one, two = (rows(archive, f"SELECT * FROM {table} ORDER BY id") for archive in archives.values())
        assert one == two
