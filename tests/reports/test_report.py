from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.reports import Column, Parameter, Report, read_report

HEAD = """\
title = "Words"
description = "What is said."
[parameters.word]
type = "name"
help = "only this word"
[parameters.limit]
type = "integer"
default = 5
help = "at most so many"
[[columns]]
name = "a"
heading = "A word"
"""
SQL = "SELECT 1 AS a WHERE :word_key = 'x' LIMIT :limit"
EXPECTED = Report(
    name="words",
    title="Words",
    description="What is said.",
    parameters=(
        Parameter(name="word", type="name", help="only this word"),
        Parameter(name="limit", type="integer", help="at most so many", default=5),
    ),
    columns=(Column("a", "A word"),),
    sql=SQL,
)


def write(folder: Path, content: str) -> Path:
    path = folder / "words.sql"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    [
        f"/*\n{HEAD}*/\n{SQL}",
        f"\n  /*\n{HEAD}*/\n{SQL};\n",
        "".join(f"-- {line}\n" for line in HEAD.splitlines()) + SQL,
        "".join(f"--{line}\n" for line in HEAD.splitlines()) + "\n" + SQL,
    ],
    ids=["block", "block and semicolon", "lines", "lines without a blank"],
)
def test_reads_a_report(tmp_path: Path, content: str) -> None:
    assert read_report(write(tmp_path, content)) == EXPECTED


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("SELECT 1", "it does not begin with a comment that holds title, description and columns"),
        (f"/*{HEAD}", "it does not begin with a comment"),
        (f"/*{HEAD}*/", "no SELECT (or WITH ... SELECT) follows the head"),
        (f"/*{HEAD}*/ DELETE FROM articles", "no SELECT"),
        (f"/*{HEAD}title = 'x'*/ {SQL}", "[[columns]] has an unknown key 'title'"),
        ("/*title = 'x'*/ SELECT 1", "the head lacks columns"),
        (f"/*colour = 1\n{HEAD}*/ {SQL}", "the head has an unknown key 'colour'"),
        (f"/*title = \n{HEAD}*/ {SQL}", "Invalid value"),
        (f"/*{HEAD.replace('Words', ' ')}*/ {SQL}", "title is no text: ' '"),
        (
            f"/*{HEAD.replace('name', 'number', 1)}*/ {SQL}",
            "[parameters.word] has the type 'number'; there are text",
        ),
        (
            f"/*{HEAD.replace('= 5', '= true')}*/ {SQL}",
            "[parameters.limit] is of type integer and cannot be True",
        ),
        (f"/*{HEAD.replace('only this word', '')}*/ {SQL}", "help is no text"),
        (f"/*{HEAD.replace('heading', 'header')}*/ {SQL}", "[[columns]] lacks heading"),
        (f"/*{HEAD}[[columns]]\nname='a'\nheading='B'*/ {SQL}", "two columns have one name"),
        (f"/*{HEAD}*/ {SQL} OFFSET :start", "the SQL uses :start, which is no parameter"),
        (f"/*{HEAD}*/ SELECT :limit AS a", "the SQL does not use :word"),
        (
            f"/*{HEAD.replace('.word', '.Word')}*/ {SQL}",
            "[parameters.Word] is no table with a name of small letters",
        ),
        ("/*title='x'\ndescription='y'\ncolumns=[]*/ SELECT 1", "columns is no list with at least one entry"),
        ("/*title='x'\ndescription='y'\ncolumns=[1]*/ SELECT 1", "[[columns]] is no table"),
        ("/*parameters=1\ntitle='x'\ndescription='y'\ncolumns=[1]*/ SELECT 1", "parameters is no table"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(SettingsError) as caught:
        read_report(path)
    assert caught.value.message.startswith(f"{path} is no report: {reason}")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("sql", "placeholders_are_right"),
    [
        ("SELECT ':word' || :word || :limit", True),
        ("SELECT CAST(:word AS text), :limit, '10:30'", True),
        ("SELECT :word::text, :limit", True),
        ("SELECT :limit, ': word'", False),
    ],
)
def test_a_placeholder_is_what_sqlalchemy_takes_for_one(
    tmp_path: Path, sql: str, placeholders_are_right: bool
) -> None:
    path = write(tmp_path, f"/*{HEAD}*/ {sql}")
    if placeholders_are_right:
        assert read_report(path).sql == sql
    else:
        with pytest.raises(SettingsError, match="does not use :word"):
            read_report(path)


def test_a_file_that_is_no_text_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "words.sql"
    path.write_bytes(b"/*\xff*/")
    with pytest.raises(SettingsError, match="is no report: 'utf-8' codec"):
        read_report(path)
