from pathlib import Path

import pytest

from corpus.actions.import_documents import import_documents
from corpus.actions.report import get_report, run_report
from corpus.errors import NotFoundError, QueryError, SettingsError, UsageError
from corpus.reports import Column, Report


@pytest.fixture
def archive(database: str, tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("Vladimir Putin rejser til Nordkorea og Rusland.", encoding="utf-8")
    import_documents(database, [str(tmp_path / "a.txt")])
    return database


def test_runs_a_report_with_its_values(archive: str) -> None:
    view = run_report(archive, get_report("entities"), {"kind": "person", "limit": None})
    assert [row[0] for row in view.rows] == ["Vladimir Putin"]
    assert not view.is_cut
    assert run_report(archive, get_report("entities"), {"limit": "2"}).is_cut
    assert not run_report(archive, get_report("entities"), {"limit": "0"}).is_cut


HINTS = {
    "Puttin": "did you mean Vladimir Putin?",
    "vladimir": "did you mean Vladimir Putin?",
    "nordkorae": "did you mean Nordkorea?",
    "%": "corpus report entities lists who is named",
    "": "corpus report entities lists who is named",
}


def test_a_name_that_nobody_has_is_said_to_be_one(archive: str, subtests: pytest.Subtests) -> None:
    for name, hint in HINTS.items():
        with subtests.test(name=name), pytest.raises(NotFoundError) as caught:
            run_report(archive, get_report("entity"), {"entity": name})
        assert caught.value.hint == hint


def test_a_known_name_without_rows_is_no_error(archive: str) -> None:
    assert run_report(archive, get_report("claims"), {"speaker": "nordkorea"}).rows == []


def test_a_wrong_value_is_refused(archive: str) -> None:
    with pytest.raises(UsageError, match="--since"):
        run_report(archive, get_report("claims"), {"since": "i går"})


@pytest.mark.parametrize(
    ("name", "hint"), [("entitis", "did you mean entities?"), ("q", "corpus report list names them")]
)
def test_an_unknown_report_is_not_found(name: str, hint: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        get_report(name)
    assert caught.value.hint == hint


def test_a_report_whose_head_and_columns_differ_is_wrong(archive: str) -> None:
    report = Report(
        "mine", "Mine", "Mine.", (), (Column("a", "A"), Column("b", "B")), "SELECT 1 AS b, 2 AS a"
    )
    with pytest.raises(SettingsError, match="its SELECT gives b, a, its head names a, b"):
        run_report(archive, report, {})


def test_what_the_database_refuses_is_one_line(archive: str) -> None:
    report = Report("mine", "Mine", "Mine.", (), (Column("a", "A"),), "SELECT a FROM nowhere")
    with pytest.raises(QueryError) as caught:
        run_report(archive, report, {})
    assert "nowhere" in caught.value.message
    assert "\n" not in caught.value.message
