import dataclasses

import pytest

from corpus.annotation import annotate
from corpus.records import Document, Original


def origins(text: str, outlet: str | None = None) -> list[list[tuple[str, str]]]:
    """Kind and key of the first sources of each claim."""
    document = Document(
        original=Original("test", b""),
        origin="test",
        text=text,
        format="text",
        encoding="utf-8",
        outlet=outlet,
    )
    return [[(origin.kind, origin.key) for origin in claim.origins] for claim in annotate(document).claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Who is named, however many media are between; all of several.
        ("Mette Krag siger til DR, at broen lukker.", [("speaker", "=mete krag")]),
        ("USA og Kina siger, at broen lukker.", [("speaker", "=usa"), ("speaker", "=kina")]),
        ("Kreml siger, at broen lukker.", [("speaker", "=rusland")]),
        # An organization that somebody speaks for, and one that is known by its description.
        ("En talsmand for Europol siger, at broen lukker.", [("speaker", "=europol")]),
        ("Sydkoreas militær siger, at broen lukker.", [("speaker", "~sydkoreas militær")]),
        # Only the medium knows who it was; else the agency, of several the last; else the article.
        ("To kilder siger til DR, at broen lukker.", [("medium", "=dr")]),
        ("To kilder siger, at broen lukker.\n\n/ritzau/AFP", [("agency", "=afp")]),
        ("To kilder siger til DR, at broen lukker.\n\n/ritzau/", [("medium", "=dr")]),
        ("Det kom frem, at broen lukker.\n\n/ritzau/", [("agency", "=ritzau")]),
    ],
)
def test_the_first_sources_of_a_claim(text: str, found: list[tuple[str, str]]) -> None:
    assert origins(text) == [found]


def test_who_passes_a_claim_on_has_its_sources() -> None:
    assert origins("USA siger, at broen lukker. Det skriver Reuters.") == [[("speaker", "=usa")]] * 2


def test_without_anybody_it_is_the_outlet_or_the_words() -> None:
    text = "To kilder siger, at broen lukker."
    assert origins(text, "Avisen") == [[("outlet", "~avisen")]]
    ((first,),) = origins(text)
    ((same,),) = origins(f"Byen ved havet.\n\n{text}")
    ((other,),) = origins("To kilder siger, at havnen åbner.")
    assert first == same != other
    assert first[0] == "article"


def test_a_described_source_is_shown_by_its_description() -> None:
    text = "To kilder siger, at broen lukker."
    document = Document(original=Original("t", b""), origin="t", text=text, format="text", encoding="utf-8")
    (claim,) = annotate(document).claims
    assert [dataclasses.astuple(origin)[2:] for origin in claim.origins] == [("To kilder", None)]
