import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages import stem_words
from corpus.languages.stemming import words_of

TEXTS = st.one_of(st.text(max_size=60), st.text(alphabet="aAåÅæØß İΐéÉ'’-_.12 \n", max_size=60))


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("", ""),
        ("?! «»", ""),
        ("Ministerens svar fra Aarhus", "minist svar fra århus"),
        ("MINISTEREN", "minist"),
        ("FN-sanktioner", "fn sanktion"),
        ("Lars' 2 biler", "lar 2 bil"),
        ("Müller", "myl"),
    ],
)
def test_folded_and_stemmed(text: str, stems: str) -> None:
    assert stem_words(text, language="da") == stems


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Aarhus", "Århus"),
        ("Zelenskyj", "ZELENSKYJ"),
        ("ministrene", "ministre"),
        ("raketternes", "raketter"),
        ("Kähler", "Kæhler"),
        ("Malmö", "Malmø"),
        ("idé", "ide"),
        ("STRASSE", "straße"),
    ],
)
def test_what_search_finds_under_one_stem(word: str, other: str) -> None:
    assert stem_words(word, language="da") == stem_words(other, language="da")


def test_without_a_language_only_case_is_folded() -> None:
    assert stem_words("Ministerens Århus", language=None) == "ministerens århus"


@given(TEXTS, st.sampled_from(["da", None]))
def test_one_stem_for_each_word(text: str, language: str | None) -> None:
    assert stem_words(text, language=language).split(" ") == [
        stem_words(text[start:end], language=language) for start, end in words_of(text)
    ] or not words_of(text)


@given(TEXTS)
def test_words_are_ranges_of_letters_and_digits(text: str) -> None:
    ranges = words_of(text)
    assert all(text[start:end].replace("_", "a").isalnum() for start, end in ranges)
    covered = {index for start, end in ranges for index in range(start, end)}
    assert not any(text[index].isalnum() for index in set(range(len(text))) - covered)
