"""What a user sees: arguments in, exit code, stdout and stderr out."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from corpus.cli import main
from corpus.storage.revisions import history

HEAD = history()[-1].id
Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("args", "error", "hint"),
    [
        (["serch"], "No such command 'serch'. Did you mean 'search'?", "corpus --help"),
        (["db", "upgrad"], "No such command 'upgrad'. Did you mean 'upgrade'?", "corpus db --help"),
        (["--bd", "x"], "No such option '--bd'. Did you mean '--db'?", "corpus --help"),
        (["show"], "Missing argument 'ARTICLE'.", "corpus show --help"),
        (["search", ""], "the query holds no word", 'give words, or "words in quotes" for a phrase'),
        (["search", "% -- '"], "the query holds no word", 'give words, or "words in quotes" for a phrase'),
        (["articles", "--since", "2023-13"], "Invalid value for '--since': '2023-13': a month is 01 to 12",
         "corpus articles --help"),
        (["report", "claims", "--since", "now"],
         "--since: 'now' is not a date like 2023, 2023-09 or 2023-09-13",
         "only what was said then or later, as far as dates tell: 2023, 2023-09 or 2023-09-13"),
        (["report", "entities", "--limit", "many"], "--limit: 'many' is no whole number",
         "at most so many rows; 0 for all"),
        (["report", "entity"], "the report entity needs --entity", "the entity, by any of its names"),
        (["report", "claims", "--polarity", "no"],
         "Invalid value for '--polarity': 'no' is not one of 'affirmed', 'denied', 'uncommitted'.",
         "corpus report claims --help"),
        (["report", "claims", "--output", "no/such/folder.csv"],
         "no/such/folder.csv cannot be written: No such file or directory", "name another file"),
        (["db", "backup", "corpus.db"], "corpus.db is there already",
         "name a new file, or move that one away"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_one_line_and_a_hint(
    run: Run, archive: Path, args: list[str], error: str, hint: str
) -> None:
    assert_error(run(*args), 2, error, hint)


@pytest.mark.parametrize(
    ("args", "error", "hint"),
    [
        (["show", "99"], "there is no article 99", "corpus articles lists them"),
        (["show", "99", "--original"], "there is no article 99", "corpus articles lists them"),
        (["status", "--run", "9"], "there is no run 9", "corpus status lists the last runs"),
        (["report", "claim"], "there is no report 'claim'", "did you mean claims?"),
        (["report", "xyz"], "there is no report 'xyz'", "corpus report list names them"),
        (["report", "entity", "--entity", "Puttin"], "nobody and nothing is named 'Puttin' in the archive",
         "did you mean Vladimir Putin?"),
        (["report", "claims", "--speaker", "zzz"], "nobody and nothing is named 'zzz' in the archive",
         "corpus report entities lists who is named"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_named(run: Run, archive: Path, args: list[str], error: str, hint: str) -> None:
    assert_error(run(*args), 3, error, hint)


@pytest.mark.parametrize(
    "args",
    [["status"], ["articles"], ["show", "1"], ["search", "x"], ["report", "overview"], ["sql", "SELECT 1"],
     ["verify"], ["db", "current"], ["db", "check"], ["db", "backup", "copy.db"],
     ["db", "downgrade", "base", "--yes"]],
    ids=" ".join,
)  # fmt: skip
def test_without_an_archive_every_command_says_so(run: Run, args: list[str]) -> None:
    hint = "corpus import makes one; --db names another"
    assert_error(run(*args), 5, "there is no archive at corpus.db", hint)
    assert not Path("corpus.db").exists()


@pytest.mark.parametrize(
    ("args", "environ", "error"),
    [
        (["status"], {"CORPUS_MAX_INPUT_MB": "x"}, "the environment: max_input_mb cannot be 'x'"),
        (["report", "list"], {"CORPUS_REPORTS": "nowhere"}, "there is no folder of reports at nowhere"),
    ],
)
def test_a_wrong_setting_is_named(
    run: Run, archive: Path, args: list[str], environ: dict[str, str], error: str
) -> None:
    result = run(*args, env=environ)
    assert result.exit_code == 6
    assert result.stderr.startswith(f"Error: {error}\nHint: ")


def assert_error(result: Result, exit_code: int, error: str, hint: str) -> None:
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert result.stderr == f"Error: {error}\nHint: {hint}\n"


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (["db", "current"], [HEAD]),
        (["db", "history"], ["0001  tables", "0002  search and views", "0003  dates", "0004  threads"]),
        (["db", "check"], []),
        (["verify"], []),
        (["sql", "SELECT origin FROM articles ORDER BY id", "--format", "csv"],
         ["origin", "a.txt", "sub/b.txt", "undated.txt"]),
        (["sql", "SELECT 1 AS a, 2 AS a, NULL AS b", "--format", "jsonl"], ['{"a": 1, "a_2": 2, "b": null}']),
        (["articles", "--since", "2023-10", "--format", "csv"],
         ["id,published,origin,version,outlet,title,language,characters,paragraphs,mentions,claims",
          "2,2023-10-13,sub/b.txt,1,,,da,147,2,5,1"]),
        (["search", '"sælger våben"'],
         ["a.txt, paragraph 2 (article 1, 2023-09)",
          "    Nordkorea afviser, at nogen *sælger* *våben* til Rusland.", ""]),
        (["search", "c++ 50% o'hara EU-kommission"],
         ["sub/b.txt, paragraph 2 (article 2, 2023-10-13)",
          ("    En konsulent i *C*++ fra *EU*-*kommissionen*, frøken *O*'*Hara*, regner med *50* % flere "
           "\ufffd[31mvåben."), ""]),
        (["search", "ord " * 2500], []),
        (["report", "denials", "--format", "csv"],
         ["date,speaker,via,cue,text,origin,paragraph",
          '2023-09,Nordkorea,,afviser,nogen sælger våben til Rusland.,a.txt,2']),
    ],
    ids=lambda value: " ".join(value)[:30],
)  # fmt: skip
def test_prints(run: Run, archive: Path, args: list[str], lines: list[str]) -> None:
    result = run(*args)
    assert (result.exit_code, result.exception) == (0, None)
    assert result.stdout.splitlines() == lines


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["search", "findesikke"], "nothing found"),
        (["search", "våben", "-n", "1"], "the best 1 of 2 paragraphs; --limit shows more"),
        (["report", "denials", "--until", "1999"], "no rows"),
        (["report", "entities", "--limit", "2"], "the first 2 rows; --limit 0 shows all"),
        (["report", "overview", "-o", "r.csv"], "wrote 14 rows to r.csv"),
        (["verify"], "corpus.db is whole"),
        (["db", "check"], "the tables of corpus.db are as expected"),
        (["db", "upgrade"], f"corpus.db is at revision {HEAD} already"),
    ],
)
def test_says(run: Run, archive: Path, args: list[str], said: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stderr) == (0, f"{said}\n")
    assert run("--quiet", *args).stderr == ""


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM articles", "PRAGMA user_version = 3", "ATTACH 'x.db' AS x", "SELECT nonsense", ""],
)
def test_sql_only_reads(run: Run, archive: Path, statement: str) -> None:
    before = archive.read_bytes()
    result = run("sql", statement)
    assert result.exit_code == 5
    assert re.fullmatch(r"Error: .+\nHint: .+\n", result.stderr)
    assert archive.read_bytes() == before


def test_sql_comes_from_standard_input_too(run: Run, archive: Path) -> None:
    assert run("sql", "-", "-f", "csv", input="SELECT 7 AS seven").stdout == "seven\n7\n"


def test_show_marks_names_and_claims_without_colour(run: Run, archive: Path) -> None:
    lines = run("show", "a.txt").stdout.splitlines()
    assert lines[:3] == ["a.txt", "article 1, version 1", "published 2023-09, language da"]
    text = [" ".join(line.split()) for line in lines]
    assert "2 [Nordkorea] *afviser*(2), at {2: nogen sælger våben til [Rusland].}" in text
    assert "(2) Nordkorea: denial, denied, indirect, certain" in text
    assert "nogen sælger våben til Rusland." in text
    assert "[name] <date>(what it means) *cue*(n) {n: what claim n says}" in text


def test_show_cannot_be_used_to_drive_the_terminal(run: Run, archive: Path) -> None:
    assert "\x1b" not in run("show", "b.txt").stdout


def test_show_gives_everything_as_json(run: Run, archive: Path) -> None:
    view = json.loads(run("show", "1", "--format", "json").stdout)
    assert view["article"]["origin"] == "a.txt"
    assert [claim["polarity"] for claim in view["claims"]] == ["affirmed", "denied"]


def test_the_original_comes_back_byte_for_byte(run: Run, archive: Path, folder: Path) -> None:
    assert run("show", "sub/b.txt", "--original").stdout_bytes == (folder / "sub" / "b.txt").read_bytes()


def test_status_counts(run: Run, archive: Path) -> None:
    rows = dict(csv.reader(io.StringIO(run("status", "--format", "csv").stdout)))
    assert rows["articles"] == "3"
    assert rows["published"] == "2023-09-01 to 2023-10-13, 1 without a date"
    assert "done: read 3, imported 3, unchanged 0, rejected 0" in rows["run 1"]


def test_a_backup_comes_back(run: Run, archive: Path) -> None:
    assert run("db", "backup", "copy.db").exit_code == 0
    assert run("db", "downgrade", "base", "--yes").exit_code == 0
    assert run("db", "current").exit_code == 5
    assert run("--db", "new.db", "db", "restore", "copy.db").stderr == "restored new.db from copy.db\n"
    assert run("--db", "new.db", "articles").stdout.count("txt") == 3


def test_a_downgrade_asks_first(run: Run, archive: Path) -> None:
    assert run("db", "downgrade", "base", input="n\n").exit_code == 1
    assert run("db", "current").stdout == f"{HEAD}\n"
    result = run("db", "downgrade", "0001", input="y\n")
    assert result.exit_code == 0
    assert re.search(
        rf"copied first to corpus\.before-downgrade-\S+\.db\ncorpus\.db: {HEAD} to 0001\n", result.stderr
    )


def test_verify_names_every_problem(run: Run, archive: Path) -> None:
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE mentions SET start_char = start_char + 1 WHERE id = 1")
    connection.close()
    result = run("verify", "--format", "csv")
    assert result.exit_code == 5
    assert result.stdout.startswith("table,id,message\nmentions,1,")
    assert result.stderr == "Error: 1 problem in corpus.db\nHint: corpus db restore brings a backup back\n"


def test_a_report_of_the_users_own_is_a_command(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "newest.sql").write_text(
        "-- title = 'The newest'\n-- description = 'By date.'\n-- parameters.most.type = 'integer'\n"
        "-- parameters.most.help = 'so many'\n-- parameters.most.default = 1\n"
        "-- columns = [{name = 'origin', heading = 'Article'}]\n"
        "SELECT origin FROM articles ORDER BY earliest DESC NULLS LAST LIMIT :most",
        encoding="utf-8",
    )
    (tmp_path / "mine" / "broken.sql").write_text("SELECT 1", encoding="utf-8")
    environ = {"CORPUS_REPORTS": "mine"}
    assert run("report", "newest", "--format", "csv", env=environ).stdout == "origin\nsub/b.txt\n"
    assert run("report", "newest", "--most", "2", "-f", "csv", env=environ).stdout.count("txt") == 2
    assert "newest" in run("report", "list", env=environ).stdout
    assert "mine/broken.sql is no report" in run("report", "list", env=environ).stderr
    assert "The newest" in run("report", "--help", env=environ).stdout
    assert run("report", "broken", env=environ).exit_code == 6


def test_corpus_toml_names_the_archive(run: Run, archive: Path, tmp_path: Path) -> None:
    archive.rename(tmp_path / "other.db")
    (tmp_path / "corpus.toml").write_text("db = 'other.db'", encoding="utf-8")
    assert run("db", "current").stdout == f"{HEAD}\n"
    assert run("--db", "none.db", "db", "current").exit_code == 5


def test_help_is_there_even_where_a_setting_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text("nonsense", encoding="utf-8")
    assert run("--help").exit_code == run("import", "--help").exit_code == 0


def test_both_databases_print_the_same(run: Run, database: str, archive: Path, folder: Path) -> None:
    assert run("--db", database, "import", folder).exit_code == 0
    for args in (
        ["articles"], ["show", "1"], ["show", "b.txt", "--format", "json"], ["search", "våben"],
        ["report", "overview"], ["report", "claims", "-f", "json"], ["verify"], ["db", "current"],
        ["report", "entity", "--entity", "vladimir putin", "-f", "html"],
        ["sql", "SELECT count(*) AS n, max(published) AS last FROM articles", "-f", "json"],
    ):  # fmt: skip
        here, there = run(*args), run("--db", database, *args)
        assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout) == (0, here.stdout)


def test_report_names_are_completed(run: Run) -> None:
    environ = {"_CORPUS_COMPLETE": "bash_complete", "COMP_WORDS": "corpus report cl", "COMP_CWORD": "2"}
    assert run(env=environ).stdout == "plain,claims\n"
    assert main.name == "main"
