from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus.actions import import_documents as module
from corpus.actions.import_documents import Annotate, ImportSummary, import_documents
from corpus.errors import ForeignDatabaseError, MissingArchiveError, NotFoundError
from corpus.records import Annotation, Document
from corpus.settings import Settings
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import last_runs, original_bytes, run_query, run_rejections
from corpus.storage.schema import current

REJECTED = [
    ("empty.txt", "empty file"),
    ("wrong-date.txt", "the header's date '2023-13': a month is 01 to 12"),
]


@pytest.fixture
def load(database: str, small_annotation: Annotate) -> Callable[..., ImportSummary]:
    def load(*paths: str | Path, **options: Any) -> ImportSummary:
        options.setdefault("annotate", small_annotation)
        return import_documents(database, map(str, paths), **options)

    return load


def rows(database: str, statement: str) -> list[tuple[Any, ...]]:
    with read_transaction(open_archive(database, mode="read")) as connection:
        return run_query(connection, statement)[1]


def counts(summary: ImportSummary) -> tuple[int, int, int, int]:
    return summary.read, summary.imported, summary.unchanged, summary.rejected


def test_every_input_is_accounted_for(
    database: str, load: Callable[..., ImportSummary], folder: Path
) -> None:
    seen: list[tuple[str, str | None]] = []
    summary = load(folder, progress=lambda origin, reason: seen.append((origin, reason)))
    assert counts(summary) == (5, 3, 0, 2)
    assert summary.skipped == Counter({".md": 1})
    assert not summary.interrupted
    assert sorted(seen, key=str) == sorted(
        [("2023/a.txt", None), ("2023/b.txt", None), ("undated.txt", None), *REJECTED], key=str
    )
    with read_transaction(open_archive(database, mode="read")) as connection:
        (run,) = last_runs(connection)
        found = run_rejections(connection, run.id)
    assert (run.status, run.inputs_read, run.imported, run.unchanged, run.rejected) == ("done", 5, 3, 0, 2)
    assert run.finished is not None
    assert [(row.origin, row.reason) for row in found] == REJECTED
    assert rows(database, "SELECT origin, published FROM articles ORDER BY origin") == [
        ("2023/a.txt", "2023-09"),
        ("2023/b.txt", "2023-10-01"),
        ("undated.txt", None),
    ]
    assert rows(database, "SELECT speaker, text FROM attributed_claims ORDER BY claim_id") == [
        ("Kim Jong-un", "Putin kommer"),
        ("Putin", "det passer"),
        ("Putin", "Kim er en ven"),
        ("Kim Jong-un", "alt er godt"),
    ]


def test_the_same_files_again_add_nothing_and_are_not_annotated(
    database: str, load: Callable[..., ImportSummary], folder: Path
) -> None:
    def unwanted(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
        raise AssertionError(f"{documents[0].origin} was annotated again")

    load(folder)
    before = rows(database, "SELECT * FROM articles ORDER BY id")
    assert counts(load(folder, annotate=unwanted)) == (5, 0, 3, 2)
    assert rows(database, "SELECT * FROM articles ORDER BY id") == before


def test_the_same_words_twice_in_one_import_are_one_article(
    load: Callable[..., ImportSummary], tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Kim siger, at alt er godt.", encoding="utf-8")
    assert counts(load(tmp_path)) == (2, 1, 1, 0)


def test_a_changed_file_is_a_new_version(
    database: str, load: Callable[..., ImportSummary], folder: Path
) -> None:
    load(folder)
    (folder / "2023" / "b.txt").write_text(
        " date 2023-10-01 Putin siger, at Kim er en fjende.", encoding="utf-8"
    )
    summary = load(folder)
    assert counts(summary) == (5, 1, 2, 2)
    assert summary.new_versions == 1
    statement = "SELECT version, is_current FROM articles WHERE origin = '2023/b.txt' ORDER BY version"
    assert rows(database, statement) == [(1, 0), (2, 1)]


def test_the_bytes_of_every_input_come_back_identical(
    database: str, load: Callable[..., ImportSummary], tmp_path: Path
) -> None:
    contents = {
        "bom.txt": b"\xef\xbb\xbf date 2023-09 Kim kom.\r\n",
        "latin.txt": "Åse siger nej.\r\n\r\nTo.".encode("cp1252"),
        "wide.txt": "Kim på øen".encode("utf-16"),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    load(tmp_path)
    for key, origin in rows(database, "SELECT id, origin FROM articles"):
        with read_transaction(open_archive(database, mode="read")) as connection:
            assert original_bytes(connection, key) == contents[origin]


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_the_size_of_batches_changes_nothing(
    database: str,
    load: Callable[..., ImportSummary],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    batch: int,
) -> None:
    monkeypatch.setattr(module, "BATCH_DOCUMENTS", batch)
    assert counts(load(folder)) == (5, 3, 0, 2)
    assert rows(database, "SELECT COUNT(*) FROM rejections") == [(2,)]


@pytest.mark.parametrize(("batch", "is_known"), [(3, True), (4, False)])
def test_after_a_large_import_the_planner_knows_the_tables(
    database: str,
    load: Callable[..., ImportSummary],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    batch: int,
    is_known: bool,
) -> None:
    monkeypatch.setattr(module, "BATCH_DOCUMENTS", batch)
    load(folder)
    on_sqlite = database.startswith("sqlite")
    table, name = ("sqlite_stat1", "tbl") if on_sqlite else ("pg_stats", "tablename")
    known = f"SELECT DISTINCT {name} FROM {table} WHERE {name} = 'articles'"
    if on_sqlite and not is_known:
        known = "SELECT name FROM sqlite_schema WHERE name = 'sqlite_stat1'"
    assert len(rows(database, known)) == is_known


def test_ctrl_c_leaves_what_was_stored_and_the_rest_can_follow(
    database: str,
    load: Callable[..., ImportSummary],
    folder: Path,
    small_annotation: Annotate,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(documents: Sequence[Document], *, language: str) -> Iterable[Annotation]:
        if documents[0].origin == "2023/b.txt":
            raise KeyboardInterrupt
        return small_annotation(documents, language=language)

    monkeypatch.setattr(module, "BATCH_DOCUMENTS", 1)
    summary = load(folder, annotate=interrupted)
    assert summary.interrupted
    assert counts(summary) == (1, 1, 0, 0)
    assert rows(database, "SELECT status, inputs_read, imported FROM runs") == [("interrupted", 1, 1)]
    assert counts(load(folder)) == (5, 2, 1, 2)


def test_an_annotation_that_fails_ends_the_run_as_failed(
    database: str, load: Callable[..., ImportSummary], folder: Path
) -> None:
    def broken(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
        raise ZeroDivisionError(documents[0].origin)

    with pytest.raises(ZeroDivisionError, match=r"2023/a\.txt"):
        load(folder, annotate=broken)
    assert rows(database, "SELECT status, imported FROM runs") == [("failed", 0)]
    assert rows(database, "SELECT COUNT(*) FROM articles") == [(0,)]


def test_an_archive_is_made_if_there_is_none(
    empty_database: str, folder: Path, small_annotation: Annotate
) -> None:
    summary = import_documents(empty_database, [str(folder)], annotate=small_annotation)
    assert counts(summary) == (5, 3, 0, 2)


def test_nothing_is_made_for_a_path_that_leads_nowhere(empty_database: str, folder: Path) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        import_documents(empty_database, [str(folder), "nowhere"])
    with pytest.raises(MissingArchiveError):
        current(empty_database)


def test_a_file_that_is_no_archive_is_left_alone(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"not a database, but dear to its owner" * 100)
    before = path.read_bytes()
    with pytest.raises(ForeignDatabaseError):
        import_documents(str(path), [str(folder)])
    assert path.read_bytes() == before


def test_the_rules_that_annotate_are_named_by_the_run(database: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kim siger, at alt er godt.", encoding="utf-8")
    import_documents(database, [str(tmp_path / "a.txt")])
    (tmp_path / "b.txt").write_text("All is well.", encoding="utf-8")
    import_documents(database, [str(tmp_path / "b.txt")], settings=Settings(language="en"))
    (danish, settings), (none, _) = rows(database, "SELECT model, settings FROM runs ORDER BY id")
    assert danish.startswith("rules-da-")
    assert none is None
    assert settings == '{"language": "auto", "max_input_mb": 10, "model": "bundled"}'
    assert rows(database, "SELECT language FROM articles ORDER BY id") == [("da",), (None,)]


def test_the_limit_on_the_size_of_inputs_is_the_setting(
    load: Callable[..., ImportSummary], tmp_path: Path
) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Kim kom.\n\n" * 200_000)
    reasons: list[str | None] = []
    settings = Settings(max_input_mb=1)
    assert load(path, settings=settings, progress=lambda _, reason: reasons.append(reason)).rejected == 1
    assert reasons == ["larger than the limit of 1,000,000 bytes"]
