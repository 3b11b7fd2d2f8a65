import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_the_last_line_accounts_for_every_input(run: Run, folder: Path) -> None:
    result = run("import", folder)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == "imported 3, unchanged 0, rejected 0"
    again = run("import", folder)
    assert again.stderr.splitlines()[-1] == "imported 0, unchanged 3, rejected 0"


def test_a_model_of_the_user_s_choice_recognizes_names(run: Run, folder: Path, spacy_model: str) -> None:
    (folder / "plovrup.txt").write_text("Der er fest i Plovrup.", encoding="utf-8")
    result = run("import", folder, "--model", spacy_model, "--workers", "2")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, "imported 4, unchanged 0, rejected 0")
    found = "SELECT entity, kind FROM entity_mentions WHERE origin = 'plovrup.txt'"
    assert run("sql", "--format", "csv", found).stdout == "entity,kind\nPlovrup,place\n"


def test_what_is_rejected_is_named_with_the_reason(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "README.md").write_text("Om artiklerne", encoding="utf-8")
    (folder / "Makefile").write_text("all:", encoding="utf-8")
    result = run("import", folder)
    assert result.exit_code == 4
    lines = result.stderr.splitlines()
    assert lines[:2] == [
        "rejected empty.txt: empty file",
        "skipped 2 files that no reader takes: 1 without ending, 1 .md",
    ]
    assert lines[-1] == "imported 3, unchanged 0, rejected 1"
    assert run("status", "--run", "1", "--format", "csv").stdout == "origin,reason\nempty.txt,empty file\n"


def test_quiet_says_only_what_went_wrong(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    result = run("--quiet", "import", folder)
    assert (result.exit_code, result.output) == (4, "rejected empty.txt: empty file\n")


def test_a_changed_file_is_said_to_replace_another(run: Run, folder: Path) -> None:
    run("import", folder)
    (folder / "undated.txt").write_text("Kim Jong-un tier.", encoding="utf-8")
    result = run("import", folder)
    assert "1 of those imported replace an older version of the same origin" in result.stderr
    assert run("articles", "--format", "csv").stdout.count("\n") == 4
    assert run("articles", "--format", "csv", "--all-versions").stdout.count("\n") == 5


def test_standard_input_is_an_article(run: Run) -> None:
    result = run("import", "-", input=" date 2024 Kim siger, at alt er godt.")
    assert result.stderr.splitlines()[-1] == "imported 1, unchanged 0, rejected 0"


def test_a_root_names_the_origins(run: Run, folder: Path) -> None:
    run("import", "--root", folder, folder / "sub")
    assert "sub/b.txt" in run("articles").stdout


def test_a_missing_path_imports_nothing(run: Run, folder: Path) -> None:
    result = run("import", folder, "nowhere")
    assert result.exit_code == 3
    assert result.stderr == "Error: nowhere: there is no such file or folder\nHint: nothing was imported\n"
    assert not Path("corpus.db").exists()


def test_articles_without_rules_are_stored_without_names(run: Run, folder: Path) -> None:
    assert run("import", "--language", "en", folder).exit_code == 0
    counts = run(
        "sql", "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM mentions)", "-f", "csv"
    )
    assert counts.stdout.splitlines()[1] == "3,0"


def test_articles_in_languages_without_rules_are_counted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "abroad"
    folder.mkdir()
    for name, words in (
        ("a", "the ship will not be here before they say that it can "),
        ("b", "and that is what she has been told by them all the time "),
        ("c", "das ist nicht so und es wird auch nicht mehr sein wie es war "),
        ("d", "det er ikke noget nyt og hvad hun siger er at der bliver mere af det "),
    ):
        (folder / f"{name}.txt").write_text(words * 6, encoding="utf-8")
    told = "3 articles in a language without rules (1 de, 2 en): neither names nor claims were looked for"
    assert told in run("import", folder).stderr.splitlines()
    languages = run("sql", "SELECT language FROM articles ORDER BY origin", "-f", "csv").stdout
    assert languages.split() == ["language", "en", "en", "de", "da"]
    assert "without rules" not in run("import", folder).stderr
    assert run("annotate").stderr.splitlines()[-1] == "annotated 0, up to date 4"


@pytest.mark.parametrize("path", ["corpus.db", "news.db"])
def test_a_file_that_is_no_archive_is_left_alone(run: Run, folder: Path, path: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()
    result = run("--db", path, "import", folder)
    assert result.exit_code == 5
    assert "is a database that corpus did not make" in result.stderr


def test_ctrl_c_ends_with_one_line_and_leaves_an_archive(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "corpus.db"
    command = [sys.executable, "-m", "corpus", "--db", str(archive), "import", str(folder), "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )  # waits for stdin
    assert process.stderr is not None
    try:
        wait_for_run(archive)
        os.kill(process.pid, signal.SIGINT)
        lines = process.stderr.read().splitlines()
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.communicate()
    assert lines[-1] == "interrupted: imported 0, unchanged 0, rejected 0; run it again for the rest"
    connection = sqlite3.connect(archive)
    assert connection.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def wait_for_run(archive: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if archive.exists():
            connection = sqlite3.connect(archive)
            try:
                if connection.execute("SELECT count(*) FROM runs").fetchone() == (1,):
                    return
            except sqlite3.OperationalError:
                pass  # the tables are being made
            finally:
                connection.close()
        time.sleep(0.05)
    raise TimeoutError("the import did not begin")
