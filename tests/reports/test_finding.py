from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.reports import find_reports, report_files

BUNDLED = [
    *(
        "claims",
        "cooccurrence",
        "coverage",
        "denials",
        "entities",
        "entity",
        "overview",
        "sources",
        "speakers",
    ),
    "timeline",
]


def test_the_bundled_reports_are_found() -> None:
    names = [report.name for report in find_reports()]
    assert names == sorted(names)
    assert set(BUNDLED) <= set(names)


def test_a_folder_of_the_users_own_comes_first(tmp_path: Path) -> None:
    for name in ("claims.sql", "mine.sql", "notes.txt"):
        (tmp_path / name).write_text("SELECT 1", encoding="utf-8")
    files = report_files([str(tmp_path)])
    assert list(files) == sorted([*report_files(), "mine"])
    assert files["claims"] == tmp_path / "claims.sql"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"there is no folder of reports at .*nowhere"):
        report_files([str(tmp_path / "nowhere")])
