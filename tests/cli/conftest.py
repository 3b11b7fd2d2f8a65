"""A few articles in an archive, and a command line to call on it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.cli import main

ARTICLES = {
    "a.txt": (
        " date 2023-09 Vladimir Putin siger, at Rusland og Nordkorea er venner.\n\n"
        "Nordkorea afviser, at nogen sælger våben til Rusland."
    ),
    "sub/b.txt": (
        " date 2023-10-13 USA beskylder Nordkorea for at sende våben til Rusland.\r\n\r\n"
        "En konsulent i C++ fra EU-kommissionen, frøken O'Hara, regner med 50 % flere \x1b[31mvåben."
    ),
    "undated.txt": "Kim Jong-un kalder våbnene en gave.",
}

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "news")


def write_articles(folder: Path) -> Path:
    for name, content in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CORPUS_") or name == "COLUMNS"]:
        monkeypatch.delenv(name)
    runner = CliRunner()
    return lambda *args, **options: runner.invoke(
        main, [str(arg) for arg in args], prog_name="corpus", **options
    )


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the articles, which nobody may change."""
    place = tmp_path_factory.mktemp("stored")
    folder = write_articles(place / "news")
    result = CliRunner().invoke(main, ["--db", str(place / "news.db"), "import", str(folder)])
    assert result.exit_code == 0, result.output
    return place / "news.db"


@pytest.fixture
def archive(stored: Path, tmp_path: Path) -> Path:
    """The default archive of the folder that `run` calls the command line in."""
    return Path(shutil.copyfile(stored, tmp_path / "corpus.db"))
