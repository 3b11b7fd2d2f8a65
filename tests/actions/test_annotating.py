"""A model of the user's choice, from settings to rows."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from corpus.actions._annotating import pool_of
from corpus.actions.annotate import AnnotateSummary, annotate_archive, count_stale
from corpus.actions.import_documents import import_documents
from corpus.actions.status import archive_status
from corpus.actions.verify import verify_archive
from corpus.annotation import rules_version
from corpus.annotation.plugged import PluggedModel, chosen_recognizer
from corpus.errors import MissingArchiveError, SettingsError
from corpus.languages.reading import folder_of
from corpus.settings import Settings
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.schema import current

Contents = dict[str, list[str]]
TEXTS = {
    "a.txt": " date 2023-09 Vladimir Putin siger, at Plovrup er stor.\n\nPlovrup ligger langt fra Rusland.",
    "b.txt": "Her er intet navn.",
    "c.txt": "Der er fest i Plovrup. Det skriver Reuters.",
}
PLACES = (
    "SELECT article_id, COUNT(*) FROM mentions WHERE kind = 'place' AND text = 'Plovrup' GROUP BY article_id"
)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    for name, content in TEXTS.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return [str(tmp_path / name) for name in TEXTS]


@pytest.fixture
def chosen(spacy_model: str) -> Settings:
    return Settings(model=spacy_model)


def rows(database: str, statement: str) -> list[tuple[Any, ...]]:
    with read_transaction(open_archive(database, mode="read")) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def counts(summary: AnnotateSummary) -> tuple[int, int, int]:
    return summary.annotated, summary.up_to_date, summary.damaged


def test_what_another_model_annotated_is_stale_and_comes_back(
    database: str, texts: list[str], chosen: Settings, contents: Callable[[str], Contents]
) -> None:
    import_documents(database, texts)
    own = contents(database)
    assert count_stale(database, settings=chosen) == 3
    assert counts(annotate_archive(database, settings=chosen)) == (3, 0, 0)
    assert sorted(rows(database, PLACES)) == [(1, 2), (3, 1)]
    assert contents(database) != own
    assert counts(annotate_archive(database, settings=chosen)) == (0, 3, 0)
    assert count_stale(database) == 3
    assert counts(annotate_archive(database)) == (3, 0, 0)
    assert contents(database) == own
    assert list(verify_archive(database)) == []


def test_only_what_the_model_did_not_annotate_is_stale(
    database: str, texts: list[str], chosen: Settings
) -> None:
    import_documents(database, texts[:1])
    import_documents(database, texts[1:], settings=chosen)
    versions = (rules_version("da"), rules_version("da", chosen_recognizer(chosen)))
    assert versions[1].startswith(f"{versions[0]} da_plovrup-0.0.0+")
    assert archive_status(database).annotated == [(versions[1], 2), (versions[0], 1)]
    assert counts(annotate_archive(database, settings=chosen)) == (1, 2, 0)
    assert archive_status(database).annotated == [(versions[1], 3)]
    assert rows(database, "SELECT model FROM runs ORDER BY id") == [
        (versions[0],), (versions[1],), (versions[1],),
    ]  # fmt: skip
    asked = f'"model": "{chosen.model}"'
    assert all(asked in settings for (settings,) in rows(database, "SELECT settings FROM runs WHERE id > 1"))


def test_a_retrained_model_of_the_same_name_makes_stale(
    database: str, texts: list[str], tmp_path: Path
) -> None:
    trained = folder_of("da") / "model" / "names.crfsuite"
    model = Settings(model=str(shutil.copyfile(trained, tmp_path / "names.crfsuite")))
    import_documents(database, texts, settings=model)
    assert count_stale(database, settings=model) == 0
    with Path(model.model).open("ab") as file:
        file.write(b"\x00")
    again = Settings(model=model.model, batch_size=7)  # a process keeps what it has loaded
    assert count_stale(database, settings=again) == 3


def test_any_number_of_workers_stores_the_same(
    database: str, texts: list[str], chosen: Settings, tmp_path: Path, contents: Callable[[str], Contents]
) -> None:
    import_documents(str(tmp_path / "one.db"), texts, settings=chosen)
    import_documents(database, texts, settings=chosen, workers=2)
    assert contents(database) == contents(str(tmp_path / "one.db"))
    assert counts(annotate_archive(database, everything=True, settings=chosen, workers=2)) == (3, 0, 0)
    assert contents(database) == contents(str(tmp_path / "one.db"))
    assert archive_status(database).annotated[0][1] == 3


def test_articles_without_rules_are_annotated_by_none(database: str, texts: list[str]) -> None:
    import_documents(database, texts, settings=Settings(language="en"))
    assert archive_status(database).annotated == [(None, 3)]


def test_nothing_is_made_for_a_model_that_is_missing(empty_database: str, texts: list[str]) -> None:
    with pytest.raises(SettingsError, match="there is no model nowhere"):
        import_documents(empty_database, texts, settings=Settings(model="nowhere"))
    with pytest.raises(MissingArchiveError):
        current(empty_database)


def test_nothing_is_changed_for_a_model_that_is_missing(database: str, texts: list[str]) -> None:
    import_documents(database, texts)
    with pytest.raises(SettingsError, match="there is no model nowhere"):
        annotate_archive(database, settings=Settings(model="nowhere"))
    assert rows(database, "SELECT COUNT(*) FROM runs") == [(1,)]


@pytest.mark.parametrize(
    ("gpu", "is_plugged", "asked", "workers"),
    [(True, True, None, 1), (True, True, 3, 3), (True, False, None, 8), (False, True, None, 8)],
)
def test_a_gpu_gets_one_process_unless_more_are_asked_for(
    *, gpu: bool, is_plugged: bool, asked: int | None, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.actions._pool.cores", lambda: 8)
    recognizer = PluggedModel("any", "da", 128, gpu=gpu) if is_plugged else None
    assert pool_of(Settings(gpu=gpu), recognizer, asked)._workers == workers
