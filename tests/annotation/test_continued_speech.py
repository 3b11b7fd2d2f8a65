from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("- Det sner.\n\n- Det fryser, siger Mette Krag.", ["Det sner. Det fryser"]),
        ("- Det sner, siger Mette Krag.\n\n- Det fryser.", ["Det sner Det fryser."]),
        ("»Det sner.«\n\n»Det fryser,« siger Mette Krag.", ["Det sner. Det fryser"]),
        ("Mette Krag siger:\n\n- Det sner.\n\n- Det fryser.", ["Det sner. Det fryser."]),
        # What stands between two goes on with the first.
        (
            "- Et, siger Mette Krag.\n\n- To.\n\n- Tre, siger Mette Krag.",
            ["Et To.", "Tre"],
        ),
        ("- Et.\n\n- To.\n\n- Tre, siger Mette Krag.", ["Et. To. Tre"]),
        # A caption counts for nothing, narration and headings part.
        ("- Et, siger Mette Krag.\n\nVejen. Foto: Ole Friis\n\n- To.", ["Et To."]),
        ("- Et, siger Mette Krag.\n\nDet var koldt den dag.\n\n- To.", ["Et"]),
        ("- Et, siger Mette Krag.\n\nKoldt vejr\n\n- To.", ["Et"]),
        # Indirect speech is not gone on with.
        ("Mette Krag siger, at det sner.\n\n- To.", ["det sner."]),
    ],
)
def test_paragraphs_without_an_attribution(claims: Claims, text: str, contents: list[str]) -> None:
    assert [claim.text for claim in claims(text)] == contents


def test_every_added_part_stands_in_the_text(claims: Claims) -> None:
    text = "- Et.\n\n- To, siger Mette Krag.\n\n- Tre."
    (claim,) = claims(text)
    assert claim.text == "Et. To Tre."
