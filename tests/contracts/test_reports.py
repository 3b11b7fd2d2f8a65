"""Every report found, on the small archive: the rows written by hand in reports/, on both databases."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from corpus.reports import Report, bind, find_reports
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import run_query

REPORTS = {report.name: report for report in find_reports()}
EXPECTED = {
    path.stem: json.loads(path.read_text("utf-8")) for path in Path(__file__).parent.glob("reports/*.json")
}


def run(archive: Engine, report: Report, values: dict[str, Any]) -> tuple[list[str], list[list[object]]]:
    with read_transaction(archive) as connection:
        columns, rows = run_query(connection, report.sql, bind(report, values))
    return columns, [list(row) for row in rows]


def test_every_report_has_its_expected_rows() -> None:
    assert sorted(REPORTS) == sorted(EXPECTED)


def test_every_parameter_of_every_report_is_tried() -> None:
    tried = {(name, key) for name, cases in EXPECTED.items() for case in cases for key in case["values"]}
    assert tried == {(name, p.name) for name, report in REPORTS.items() for p in report.parameters}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_rows(archive: Engine, name: str, subtests: pytest.Subtests) -> None:
    for case in EXPECTED[name]:
        with subtests.test(**case["values"]):
            columns, rows = run(archive, REPORTS[name], case["values"])
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
            assert len(rows) == (len(EXPECTED["overview"][0]["rows"]) if name == "overview" else 0)


@pytest.mark.parametrize("name", REPORTS)
def test_a_head_tells_the_reader_enough(name: str) -> None:
    report = REPORTS[name]
    assert report.description.endswith(".")
    assert len(report.description) > 40
    assert all(parameter.help for parameter in report.parameters)
