import pytest

from corpus.annotation.name_words import country_of_demonym, is_compound_name, may_begin_name, word_forms
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("word", "is_compound"),
    [
        ("Hummel-direktør", True),
        ("Nato-land", True),
        ("Jae-myung", False),
        ("Jyllands-Posten", False),
        ("Hummel", False),
        ("e-sport", False),
    ],
)
def test_a_compound_ends_in_a_common_noun(word: str, is_compound: bool) -> None:
    assert is_compound_name(word, DANISH) == is_compound


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Holbæks", ("Holbæks", "Holbæk")),
        ("FN's", ("FN's", "FN", "FN'")),
        ("Nato-landenes", ("Nato-landenes", "Nato")),
        ("Aarhus", ("Aarhus", "Aarhu")),
        ("Oslo", ("Oslo",)),
    ],
)
def test_forms_are_nominatives_or_the_name_in_a_compound(word: str, forms: tuple[str, ...]) -> None:
    assert word_forms(word, DANISH) == forms


@pytest.mark.parametrize(
    ("word", "country", "letters"),
    [
        ("svenske", "Sverige", 7),
        ("svenskernes", "Sverige", 11),
        ("svensk-norske", "Sverige", 6),
        ("gule", None, 4),
    ],
)
def test_a_demonym_has_a_country(word: str, country: str | None, letters: int) -> None:
    known, length = country_of_demonym(word, DANISH)
    assert (known and known.name, length) == (country, letters)


@pytest.mark.parametrize(
    ("word", "may"),
    [("Gule", True), ("gule", False), ("svenske", True), ("eBay", True), ("eBays", True), (".", False)],
)
def test_a_name_begins_with_a_capital_or_is_listed(word: str, may: bool) -> None:
    assert may_begin_name(word, DANISH) == may
