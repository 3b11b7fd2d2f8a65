import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages.build_frequencies import levels
from corpus.languages.terms import proposition_words, rarity, terms_of

WORDS = proposition_words("da")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("at det ikke er så godt", []),  # nothing but words that stand anywhere
        ("Landet har leveret 1.000 våben", ["land", "send", "1000", "våb"]),
        ("solgt, sælger og eksport", ["send", "send", "send"]),  # one group
        ("våbenhandel", ["våb", "send"]),
        ("specialsoldater", ["special", "soldat"]),
        ("overvågningskamera", ["overvågning", "kamera"]),  # with a link between the parts
        ("2,6 milliarder", ["26", "milliard"]),
        ("xyqzz", ["xyqzz"]),  # no word of the list, nor made of such
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text, language="da") == terms


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [("kamera", "land"), ("desinfektion", "kamera"), ("xyqzz", "kamera"), ("land", "det")],
)
def test_rarer_words_weigh_more(rarer: str, commoner: str) -> None:
    assert rarity(rarer, language="da") > rarity(commoner, language="da") >= 0


@given(text=st.text(max_size=60))
def test_any_text_has_terms_with_weights(text: str) -> None:
    assert all(term and rarity(term, language="da") >= 0 for term in terms_of(text, language="da"))


def test_a_government_stands_for_its_country() -> None:
    assert WORDS.governments["kreml"] == "rusland"
    assert not WORDS.governments.keys() & set(WORDS.governments.values())


def test_words_that_point_back_are_kept_apart() -> None:
    assert not WORDS.pointing & WORDS.pointing_many
    assert WORDS.accusing <= WORDS.pointing | WORDS.pointing_many
    assert not WORDS.untrue & WORDS.true
    assert not WORDS.negation & WORDS.neither


def test_a_group_is_one_term() -> None:
    assert all(WORDS.same.get(first, first) == first for first in WORDS.same.values())


def test_levels_are_of_stems() -> None:
    # One word in ten is "huse" or "hus", one in ten thousand "zebraer"; what is no word has no level.
    assert levels({"huse": 0.06, "hus": 0.04, "zebraer": 1e-4, "a6": 0.5}, "da") == {
        1.0: ["hus"],
        4.0: ["zebra"],
    }
