import pytest

from corpus.annotation.words import bases, word_classes
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("minister", {"noun", "human", "title", "singular"}),
        ("ministeren", {"noun", "human", "definite"}),
        ("ministre", {"noun", "human", "plural"}),
        ("ministrene", {"noun", "human", "definite", "plural"}),
        ("avisen", {"noun", "medium", "definite"}),
        ("rapport", {"noun", "document"}),
        ("siger", {"cue", "finite", "say"}),
        ("sagt", {"cue", "participle", "say"}),
        ("han", {"he", "masculine"}),
        ("over for", {"to"}),
        # A compound has the classes of the noun that ends it.
        ("skatteministeren", {"noun", "human", "definite"}),
        ("superliga-træner", {"noun", "human"}),
        ("lokalavisen", {"noun", "medium", "definite"}),
        ("boligøkonomerne", {"noun", "human", "definite", "plural"}),
        # The genitive of a noun stands before another noun as a possessive does.
        ("ministerens", {"possessive"}),
        ("skatteministerens", {"possessive"}),
        ("avisernes", {"possessive"}),
    ],
)
def test_known_words_and_compounds(word: str, classes: set[str]) -> None:
    assert classes <= word_classes(word, DANISH)


@pytest.mark.parametrize("word", ["", "x", "blomst", "billeder", "svaret", "kapital", "æøå", "12"])
def test_words_of_no_list(word: str) -> None:
    assert "noun" not in word_classes(word, DANISH)


def test_a_blob_of_letters_has_no_classes() -> None:
    assert word_classes("x" * 100_000, DANISH) == frozenset()
    assert "human" in word_classes("x" * 100_000 + "minister", DANISH)


@pytest.mark.parametrize(
    ("word", "nominatives"),
    [
        ("Ruslands", ("Rusland",)),
        ("Lars'", ("Lars",)),
        ("Jens’", ("Jens",)),
        ("USA's", ("USA", "USA'")),
        ("TV2’s", ("TV2", "TV2’")),
        ("Lars", ("Lar",)),
        ("Is", ()),
        ("s", ()),
        ("Kina", ()),
        ("", ()),
    ],
)
def test_what_a_word_can_be_the_genitive_of(word: str, nominatives: tuple[str, ...]) -> None:
    assert bases(word, DANISH) == nominatives
