"""Every report found, on small archives, on both databases: rows by hand in reports/, days/ and story/."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from corpus.reports import Report, bind, find_reports
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import run_query

REPORTS = {report.name: report for report in find_reports()}
HERE = Path(__file__).parent
FOLDERS = {
    "archive": "reports",
    "days": "days",
    "story": "story",
}  # an archive's file, and where its reports' rows are
EXPECTED = {
    (archive, path.stem): json.loads(path.read_text("utf-8"))
    for archive, folder in FOLDERS.items()
    for path in HERE.glob(f"{folder}/*.json")
}


def run(archive: Engine, report: Report, values: dict[str, Any]) -> tuple[list[str], list[list[object]]]:
    with read_transaction(archive) as connection:
        columns, rows = run_query(connection, report.sql, bind(report, values))
    return columns, [list(row) for row in rows]


def test_every_report_has_its_expected_rows() -> None:
    assert set(REPORTS) == {name for _, name in EXPECTED}


def test_every_parameter_of_every_report_is_tried() -> None:
    tried = {(name, key) for (_, name), cases in EXPECTED.items() for case in cases for key in case["values"]}
    assert tried == {(name, p.name) for name, report in REPORTS.items() for p in report.parameters}


@pytest.mark.parametrize(("archive", "name"), sorted(EXPECTED))
def test_rows(
    archive_named: Callable[[str], Engine], archive: str, name: str, subtests: pytest.Subtests
) -> None:
    engine = archive_named(archive)
    for case in EXPECTED[archive, name]:
        with subtests.test(**case["values"]):
            columns, rows = run(engine, REPORTS[name], case["values"])
            assert columns == [column.name for column in REPORTS[name].columns]
            assert rows == case["rows"]
            # 1 == 1.0 == True, and a Decimal equals an int; but JSON and CSV would differ.
            assert {type(value) for row in rows for value in row} <= {str, int, type(None)}


def test_an_empty_archive_has_every_report_too(database: str, subtests: pytest.Subtests) -> None:
    archive = open_archive(database, mode="read")
    for name, report in REPORTS.items():
        with subtests.test(report=name):
            values = {parameter.name: "Kim" for parameter in report.parameters if parameter.required}
            _, rows = run(archive, report, values)
            assert len(rows) == (len(EXPECTED["archive", "overview"][0]["rows"]) if name == "overview" else 0)


@pytest.mark.parametrize("name", REPORTS)
def test_a_head_tells_the_reader_enough(name: str) -> None:
    report = REPORTS[name]
    assert report.description.endswith(".")
    assert len(report.description) > 40
    assert all(parameter.help for parameter in report.parameters)
