import itertools
import re
from pathlib import Path

import pytest

from corpus.languages import reading
from corpus.languages.guessing import _FILE, LEAST_WORDS, guess_language

from .passages import NYNORSK, PASSAGES

ROOT = Path(__file__).parents[2]
DANISH = [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/gold/*/*.txt")]


@pytest.mark.parametrize(("code", "text"), [*PASSAGES.items(), ("no", NYNORSK)])
def test_a_language_is_told_by_a_passage(code: str, text: str) -> None:
    assert guess_language(text) == code
    assert guess_language(text.upper()) == code


def test_every_language_of_the_list_has_a_passage() -> None:
    assert set(reading.toml(_FILE)) == set(PASSAGES)


@pytest.mark.parametrize("path", DANISH, ids=lambda path: path.stem)
def test_no_danish_article_is_taken_for_another_language(path: Path) -> None:
    words = path.read_text(encoding="utf-8").split()
    assert guess_language(" ".join(words)) == "da"
    passages = (" ".join(words[start : start + 60]) for start in range(0, len(words) - 60, 20))
    assert {guess_language(passage) for passage in passages} <= {"da", None}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Det siger hun, og det er ikke noget nyt.", id="few words"),
        pytest.param("Brink Friis Holm Krag Lund Madsen " * 20, id="names"),
        pytest.param("3-2 12.500 2023 " * 50, id="numbers"),
        pytest.param(
            "han har det som de andre og vil ikke være med i dag " * 9, id="both Danish and Norwegian"
        ),
        pytest.param("bir ve bu için ile çok daha kadar sonra " * 9, id="a language that is not listed"),
    ],
)
def test_where_words_do_not_tell_there_is_no_guess(text: str) -> None:
    assert guess_language(text) is None


def test_two_languages_at_once_are_no_language_unless_one_prevails() -> None:
    danish, english = (re.findall(r"\w+", PASSAGES[code]) for code in ("da", "en"))
    mixed = list(itertools.chain(*zip(danish, english, strict=False)))
    assert guess_language(" ".join(mixed)) is None
    assert guess_language(" ".join([*danish, *danish, *english])) == "da"


def test_a_passage_is_long_enough_at_fifty_words() -> None:
    words = PASSAGES["en"].split()
    assert guess_language(" ".join(words[:LEAST_WORDS])) == "en"
    assert guess_language(" ".join(words[: LEAST_WORDS - 1])) is None
