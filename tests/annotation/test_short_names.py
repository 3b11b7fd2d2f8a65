import pytest

from corpus.annotation.entities import resolve_names
from corpus.annotation.names import find_names
from corpus.annotation.tokens import sentences, tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def meant(text: str) -> list[str | None]:
    """What each name of the text means."""
    tokens = tokenize(text, 0, len(text), DANISH)
    spans = [
        span
        for first, last in sentences(tokens, [False] * len(tokens))
        for span in find_names(tokens[first:last], DANISH)
    ]
    found = resolve_names(spans, DANISH, scope="here")
    return [None if entity is None else found.entities[entity].name for entity in found.entity_of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Så kom Xyqa Holding. Nu er Xyqa her.", ["Xyqa Holding", "Xyqa Holding"]),
        ("Så kom Xyqa Holding. Vi så Xyqas folk.", ["Xyqa Holding", "Xyqa Holding"]),
        ("Så kom Xyqa Vilde Forbund. Nu er XVF her.", ["Xyqa Vilde Forbund", "Xyqa Vilde Forbund"]),
        ("Så kom Xyqa Forbund (Søxy). Nu er Søxy her.", ["Xyqa Forbund"] * 3),
        # Two of one beginning, what a list knows, and what the text says is something else.
        ("Vi så Xyqa Holding og Xyqa Invest. Nu er Xyqa her.", ["Xyqa Holding", "Xyqa Invest", "Xyqa"]),
        ("Vi så Aarhus Teater. Nu er Aarhus her.", ["Aarhus Teater", "Aarhus"]),
        ("Vi så Xyqa Holding i byen Xyqa.", ["Xyqa Holding", "Xyqa"]),
    ],
)
def test_short_names_of_organizations(text: str, expected: list[str | None]) -> None:
    assert meant(text) == expected
