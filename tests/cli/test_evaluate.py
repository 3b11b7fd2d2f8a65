import csv
import json
import re
from pathlib import Path

import pytest

TREEBANK = "Mette B-PER\nKrag I-PER\ngår O\n\nHun O\nså O\nPlovrup-Nyt B-WORK\n"
HEADINGS = ["figure", "gold", "found", "right", "precision", "recall", "f1", "low", "high"]


@pytest.fixture
def gold(tmp_path: Path) -> str:
    (tmp_path / "gold.iob2").write_text(TREEBANK, encoding="utf-8")
    return "gold.iob2"


def test_figures_are_a_table_and_talk_is_on_stderr(run, gold: str) -> None:
    result = run("evaluate", gold)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == [
        "Figure",
        "Gold",
        "Found",
        "Right",
        "Precision",
        "Recall",
        "F1",
        "95",
        "%",
        "from",
        "to",
    ]
    assert lines[2] == ["person", "1", "1", "1", "1.000", "1.000", "1.000"]
    assert re.fullmatch(r"read 6 tokens in \d+\.\d s, [\d,]+ a second\n", result.stderr)


def test_figures_can_be_had_as_json(run, gold: str) -> None:
    figures = json.loads(run("evaluate", gold, "--format", "json").stdout)
    assert [list(figure) for figure in figures] == [HEADINGS] * len(figures)
    assert figures[0] == dict(zip(HEADINGS, ["person", 1, 1, 1, 1, 1, 1, None, None], strict=True))


def test_errors_are_listed_instead(run, gold: str, tmp_path: Path) -> None:
    (tmp_path / gold).write_text(TREEBANK.replace("Mette B-PER", "Mette O"), encoding="utf-8")
    result = run("evaluate", gold, "--errors", "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert {"figure": "person", "place": "sentence 1: Krag", "found": "", "wanted": "person"} in rows
    assert {"figure": "person", "place": "sentence 1: Mette Krag", "found": "person", "wanted": ""} in rows


@pytest.mark.parametrize(
    ("minimum", "code", "told"),
    [
        ("person_f1=0.9", 0, ""),
        ("person=1", 0, ""),
        ("tokens_per_second=1", 0, ""),
        ("person=1.01", 1, "Error: below the minimum: person is 1.000, not 1.01\n"),
        ("persn=0.9", 2, "Error: there is no figure 'persn'\nHint: did you mean person?\n"),
        ("zzz=1", 2, "Hint: there are person,"),
        ("person", 2, "'person' is not like claim_f1=0.9"),
        ("person=high", 2, "'person=high' is not like claim_f1=0.9"),
    ],
)
def test_a_figure_below_its_least_ends_in_exit_code_1(
    run, gold: str, minimum: str, code: int, told: str
) -> None:
    result = run("evaluate", gold, "--min", "person=0", "--min", minimum)
    assert result.exit_code == code
    assert told in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("none.iob2",), 3, "none.iob2 cannot be read"),
        (("gold.iob2", "--model", "da_core_news_lg"), 6, "python -m spacy download da_core_news_lg"),
        (("gold.iob2", "--language", "xx"), 6, "no rules for the language 'xx'"),
        (("gold.iob2", "--folder", "."), 2, "leave --folder out"),
    ],
)
def test_what_cannot_be_is_one_line_and_a_hint(
    run, gold: str, arguments: tuple[str, ...], code: int, told: str
) -> None:
    result = run("evaluate", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert result.stderr.startswith("Error: ")


ARTICLE = {
    "published": None,
    "kinds": {},
    "entities": {"person": ["Mette Krag"]},
    "claims": [
        {
            "p": 1,
            "cue": "siger",
            "speaker": ["Mette Krag"],
            "via": [],
            "polarity": "affirmed",
            "content": "går",
        }
    ],
}


@pytest.fixture
def articles(tmp_path: Path) -> str:
    (tmp_path / "krag.json").write_text(json.dumps({"krag": ARTICLE}), encoding="utf-8")
    (tmp_path / "krag.txt").write_text("Mette Krag siger, at det går.", encoding="utf-8")
    return "krag.json"


def test_the_figures_of_articles_stand_under_headings(run, articles: str) -> None:
    lines = [line.rstrip() for line in run("evaluate", articles).stdout.splitlines()[2:]]
    assert [line for line in lines if not line.startswith("  ")] == [
        "Articles",
        "Claims",
        "Parts of the claims found",
        "Claims by polarity",
        "Claims by quotation",
        "Claims by act",
    ]
    place = lines.index("Claims by polarity") + 1
    assert lines[place].split() == ["affirmed", "1", "1", "1", "1.000", "1.000", "1.000"]


def test_programs_get_the_figures_without_headings(run, articles: str) -> None:
    rows = list(csv.DictReader(run("evaluate", articles, "--format", "csv").stdout.splitlines()))
    assert [list(row) for row in rows] == [HEADINGS] * len(rows)
    assert [row["figure"] for row in rows[:3]] == ["dates", "paragraph_kinds", "entity"]
