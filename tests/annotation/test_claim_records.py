from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("»Det sner«, siger Mette Krag.", "direct"),
        ("»Det sner«, siger Mette Krag, »og det fryser«.", "direct"),
        ("- Det sner, siger Mette Krag.", "direct"),
        ("»Det sner.«\n\nSådan lyder det fra Mette Krag.", "direct"),
        ("Mette Krag siger, at det »vælter ned«.", "mixed"),
        ("Mette Krag siger, at det sner.", "indirect"),
        # After the attribution the narrator speaks again.
        ("- Det fryser, siger Mette Krag og henviser til, at det sner.", "indirect"),
    ],
)
def test_whose_words_they_are(claims: Claims, text: str, quotation: str) -> None:
    assert claims(text)[-1].quotation == quotation


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("det sner", "certain"),
        ("det angiveligt sner", "alleged"),
        ("det måske sner", "possible"),
        ("det formentlig sner", "probable"),
        ("det måske angiveligt sner", "alleged"),
    ],
)
def test_hedges_of_the_content(claims: Claims, content: str, certainty: str) -> None:
    assert claims(f"Mette Krag siger, at {content}.")[0].certainty == certainty


def test_a_hedge_outside_the_content_counts_for_nothing(claims: Claims) -> None:
    assert claims("Måske siger Mette Krag, at det sner.")[0].certainty == "certain"
