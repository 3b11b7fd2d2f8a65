from collections.abc import Callable
from typing import Any

import pytest

from corpus.annotation.phrases import country_of, is_apposed, is_specified, noun_lemma, noun_of
from corpus.languages import load_language

DANISH = load_language("da")
Parse = Callable[[str], Any]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ministeren", "minister"),
        ("Skatteministrene", "minister"),
        ("lokalaviser", "avis"),
        ("embedsmændene", "embedsmand"),
        ("kilderne", "kilde"),
        ("blomst", "blomst"),
        ("Blomst", "blomst"),
        ("", ""),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert noun_lemma(word, DANISH) == lemma


def test_a_blob_has_no_lemma() -> None:
    assert noun_lemma("x" * 50_000, DANISH) == "x" * 50_000


@pytest.mark.parametrize(
    ("text", "noun", "country", "specified"),
    [
        ("den russiske præsident", "præsident", "Rusland", False),
        ("Ruslands præsident", "præsident", "Rusland", True),
        ("en talsmand for hæren", "talsmand", None, True),
        ("en rapport fra politiet", "rapport", None, True),
        ("sin advokat", "advokat", None, True),
        ("en ny minister", "minister", None, False),
        ("ministeren", "ministeren", None, False),
    ],
)
def test_what_a_phrase_says(parse: Parse, text: str, noun: str, country: str | None, specified: bool) -> None:
    parsed = parse(f"Så kom {text}.")
    (phrase,) = [item for item in parsed.sentences[0].items if "np" in item.classes]
    assert noun_of(phrase).text == noun
    assert is_specified(phrase) is specified
    named = country_of(phrase.parts)
    assert (named is None) == (country is None)
    names = [part.named.name for part in phrase.parts if part.named]
    assert country is None or country in names


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Så kom Mette Krag, formand for hæren, hjem.", "formand for hæren", True),
        ("Så kom Politiken, en stor avis, hjem.", "en stor avis", True),
        ("Så kom Mette Krag og en formand hjem.", "en formand", False),
        ("Så kom ministeren, en formand, hjem.", "en formand", False),
        ("Formand Mette Krag kom.", "Formand Mette Krag", False),
    ],
)
def test_what_says_more_of_the_name_before(parse: Parse, text: str, phrase: str, expected: bool) -> None:
    (sentence,) = parse(text).sentences
    index = [item.text for item in sentence.items].index(phrase)
    assert is_apposed(sentence.items, index) is expected
