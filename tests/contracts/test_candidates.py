"""Who may be the same: a family name alone joins nobody, and is shown beside those who bear it."""

from pathlib import Path

import pytest

from corpus.actions.import_documents import import_documents
from corpus.reports import bind, find_reports
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import run_query

TEXTS = {
    "a.txt": "Broen bliver lukket i maj. Det siger Kirkegaard til DR.",
    "b.txt": "Formand Lars Kirkegaard siger, at broen lukker. Kirkegaard er glad.",
    "c.txt": "Ordfører Mette Kirkegaard afviser, at broen lukker. Kirkegaard er vred.",
    "d.txt": "Minister Søren Lund mener, at broen lukker.",
}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [("Kirkegaard", "Lars Kirkegaard"), ("Kirkegaard", "Mette Kirkegaard"),
              ("Lars Kirkegaard", "Mette Kirkegaard")]),
        ({"entity": "Mette Kirkegaard"}, [("Kirkegaard", "Mette Kirkegaard"),
                                          ("Lars Kirkegaard", "Mette Kirkegaard")]),
        ({"entity": "Søren Lund"}, []),
        ({"limit": 1}, [("Kirkegaard", "Lars Kirkegaard")]),
    ],
)  # fmt: skip
def test_pairs(
    database: str, tmp_path: Path, values: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_documents(database, [str(tmp_path)])
    report = next(report for report in find_reports() if report.name == "candidates")
    with read_transaction(open_archive(database, mode="read")) as connection:
        columns, rows = run_query(connection, report.sql, bind(report, values))
        names, candidates = columns.index("name"), columns.index("candidate")
        assert [(row[names], row[candidates]) for row in rows] == expected
