from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Somebody in the same sentence.
        ("Formanden mener, at det går, og han peger på, at det sner.", ["Formanden"]),
        ("Direktør Mette Krag roser Ole Friis, og hun siger, at det sner.", ["Mette Krag"]),
        # What is said holds nobody who says it.
        ("Mette Krag kom hjem. Ole Friis er syg, siger hun.", ["Mette Krag"]),
        # The subject of the sentence before, named or not.
        ("Klubformanden var tilfreds. Han synes, at det går.", ["Klubformanden"]),
        ("En kvinde så ulykken. Hun siger, at det sner.", ["En kvinde"]),
        ("Direktør Mette Krag mødte en mand. Hun siger, at det sner.", ["Mette Krag"]),
        # Possessives.
        ("Direktør Ole Friis rejser. Det er hans vurdering, at det sner.", ["Ole Friis"]),
        ("Direktør Mette Krag rejser. Efter hendes vurdering sner det.", ["Mette Krag"]),
        # Direct speech is about what the speaker says, not about the text's people.
        (
            "Træner Ole Friis er sur.\n\n- Dommeren så det ikke.\n\n- Det kan alle se, siger han.",
            ["Ole Friis"],
        ),
    ],
)
def test_whom_a_pronoun_means(claims: Claims, text: str, speaker: list[str]) -> None:
    assert claims(text)[-1].speaker == speaker
