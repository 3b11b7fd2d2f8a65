import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.features import FeatureExtractor, form_features, name_classes, phrase_classes, shape
from corpus.languages import load_language

DANISH = load_language("da")
EXTRACTOR = FeatureExtractor(DANISH)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("Kreml", "Xxx"), ("EU-landene", "XX-xx"), ("1990'erne", "dd'xx"), ("A.P.", "X.X."), (",", ",")],
)
def test_a_shape_is_the_sorts_of_letters_with_runs_cut(word: str, wanted: str) -> None:
    assert shape(word) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("FN's", {"T", "mixed", "b=fn"}),
        ("EU-landene", {"T", "hy", "hyF=eu", "hyL=landene"}),
        ("iPhone", {"mixed"}),
        ("G8", {"T", "dig", "U"}),
        ("kaffe", {"s1=e", "s4=affe", "p2=ka", "b=kaffe"}),
    ],
)
def test_form_features_name_what_is_special_in_a_word(word: str, wanted: set[str]) -> None:
    assert wanted <= set(form_features(word, shape(word), DANISH))


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Rusland", "place"),
        ("Ruslands", "place"),
        ("Mette", "first"),
        ("russiske", "demonym"),
        ("russere", "demonym"),
        ("jyske", "demonym"),
        ("mellemrussiske", "ends:demonym"),
        ("Nato-lande", "part:organization:international"),
    ],
)
def test_a_listed_word_has_its_class_in_every_form(word: str, wanted: str) -> None:
    assert wanted in name_classes(word, DANISH)


def test_an_unlisted_word_has_no_class() -> None:
    assert name_classes("Qvzxrplad", DANISH) == ()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Han bor i New York nu", ["", "", "", "B-place", "I-place", ""]),
        ("New Yorks borgmester", ["B-place", "I-place", ""]),
        ("New var nyt", ["", "", ""]),
    ],
)
def test_a_name_of_several_words_is_found_whole_or_not_at_all(sentence: str, wanted: list[str]) -> None:
    assert phrase_classes(sentence.split(), DANISH) == wanted


@given(st.lists(st.text(min_size=1), max_size=12))
def test_every_word_has_features_that_its_own_neighbours_alone_decide(words: list[str]) -> None:
    features = EXTRACTOR(words)
    assert len(features) == len(words)
    assert all(row[0] == "w=" + word.lower() for row, word in zip(features, words, strict=True))
    assert features == FeatureExtractor(DANISH)(words)


def test_a_neighbour_is_seen_from_both_sides() -> None:
    first, second = EXTRACTOR(["avisen", "Politiken"])
    assert "+1w=politiken" in first
    assert "-1w=avisen" in second
    assert "-1l=medium" in second
