import pytest

from corpus.annotation.capitals import Capitals
from corpus.annotation.kinds import announced_kind, guessed_kind, told_kind
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def row(text: str) -> tuple[Capitals, int, int]:
    """The sentence, and where its last row of capitals begins and ends."""
    found = Capitals(tokenize(text, 0, len(text), DANISH), DANISH)
    last = max(i for i, token in enumerate(found.tokens) if token.is_capitalized) + 1
    first = last - 1
    while first and found.tokens[first - 1].is_capitalized:
        first -= 1
    return found, first, last


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hos osteforretningen Xyqa", "organization"),
        ("hos vagtfirmaet Xyqa", "organization"),
        ("ifølge netmediet Xyqa", "organization"),
        ("i landsbyen Xyqa", "place"),
        ("i boligkvarteret Xyqa", "place"),
        ("med skuespilleren Xyqa", "person"),
        ("i tv-serien Xyqa", "work"),
        ("om bord på færgen Xyqa", "other"),
        ("hos Xyqa", None),
        ("Xyqa", None),
    ],
)
def test_what_the_word_before_announces(text: str, kind: str | None) -> None:
    found, first, _ = row(text)
    assert announced_kind(found, first) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ved Xyqavej", "place"),
        ("ved Johannes Holts Vej", "place"),
        ("ved Sankt Jørgens Plads", "place"),
        ("i Xyqaparken", "place"),
        ("Broen", None),
        ("med Mette Nygade", "person"),
        ("hos Xyqa.dk", "organization"),
        ("hos Xyqas Kunstfond", "organization"),
        ("hos Mette Holts Fond", "organization"),
        ("til Xyqa Awards", "event"),
        ("ved Xyqa Kirke", "place"),
    ],
)
def test_what_a_name_says_of_itself(text: str, kind: str | None) -> None:
    assert told_kind(*row(text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("siger direktør Xyqa", "person"),
        ("siger Xyqa Holt", "person"),
        ("hos Xyqaministeriet", "organization"),
        ("bor i Xyqa", "place"),
        ("møder XQK", "organization"),
        ("XQK", None),
        ("de taler om Xyqa", None),
    ],
)
def test_what_is_likely(text: str, kind: str | None) -> None:
    assert guessed_kind(*row(text)) == kind
