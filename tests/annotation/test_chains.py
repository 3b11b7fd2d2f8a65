from collections.abc import Callable
from typing import Any

import pytest

from corpus.annotation import annotate
from corpus.records import Document, Original

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Mette Krag siger til DR, at broen lukker.", ["Mette Krag"], ["DR"]),
        ("Mette Krag siger over for DR, at broen lukker.", ["Mette Krag"], ["DR"]),
        ("Broen lukker, siger Mette Krag til DR.", ["Mette Krag"], ["DR"]),
        ("Broen lukker, siger Mette Krag i Politiken.", ["Mette Krag"], ["Politiken"]),
        ("Broen lukker, skriver Mette Krag på Facebook.", ["Mette Krag"], ["Facebook"]),
        ("I et interview med DR siger Mette Krag, at broen lukker.", ["Mette Krag"], ["DR"]),
        (
            "Mette Krag siger til klubbens hjemmeside, at hun stopper.",
            ["Mette Krag"],
            ["klubbens hjemmeside"],
        ),
        # The nearest the speaker comes first.
        ("Broen lukker, siger Mette Krag til DR, skriver Reuters.", ["Mette Krag"], ["DR", "Reuters"]),
        ("»Broen lukker«, siger Mette Krag til DR ifølge Ritzau.", ["Mette Krag"], ["DR", "Ritzau"]),
        ("Mette Krag siger til DR, at broen lukker, skriver Reuters.", ["Mette Krag"], ["DR", "Reuters"]),
        ("Broen lukker, siger Mette Krag ifølge KCNA.", ["Mette Krag"], ["KCNA"]),
        ("Ifølge KCNA siger Mette Krag, at broen lukker.", ["Mette Krag"], ["KCNA"]),
        # With no other speaker the medium is the speaker.
        ("Broen lukker, ifølge KCNA.", ["KCNA"], []),
        ("Ifølge KCNA lukker broen.", ["KCNA"], []),
        ("Broen lukker, skriver Reuters.", ["Reuters"], []),
        ("Reuters skriver, at broen lukker.", ["Reuters"], []),
        # A medium that the document calls one, and one that cites its source.
        ("Nyhedsbureauet Xyqa findes. Mette Krag siger til Xyqa, at broen lukker.", ["Mette Krag"], ["Xyqa"]),
        ("Broen lukker.\n\nDet skriver DR, der har talt med Mette Krag.", ["Mette Krag"], ["DR"]),
        ("Broen lukker.\n\nDet skriver DR med henvisning til Mette Krag.", ["Mette Krag"], ["DR"]),
        ("Broen lukker.\n\nDet siger Mette Krag til DR.", ["Mette Krag"], ["DR"]),
        # The credit line of the article itself is none.
        ("Broen lukker, siger Mette Krag.\n\n/ritzau/", ["Mette Krag"], []),
        ("Broen lukker, siger Mette Krag i en pressemeddelelse.", ["Mette Krag"], []),
    ],
)
def test_chains(claims: Claims, text: str, speaker: list[str], via: list[str]) -> None:
    (claim,) = claims(text)
    assert (claim.speaker, claim.via) == (speaker, via)
    assert claim.text.rstrip(".") in ("broen lukker", "Broen lukker", "lukker broen", "hun stopper")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Mette Krag siger til ministeren, at broen lukker.", ["ministeren"]),
        ("Mette Krag sagde til Ole Friis, at broen lukker.", ["Ole Friis"]),
        ("Mette Krag siger til DR, at broen lukker.", []),
    ],
)
def test_who_is_told_and_is_no_medium(claims: Claims, text: str, addressee: list[str]) -> None:
    (claim,) = claims(text)
    assert claim.addressee == addressee
    assert claim.speaker == ["Mette Krag"]


@pytest.mark.parametrize(
    "text",
    [
        "Mette Krag siger, at Ole Friis skrev til DR.",
        "Mette Krag siger, at billedet lå på Facebook.",
        "Mette Krag siger, at artiklen stod i Politiken.",
    ],
)
def test_media_inside_what_is_said_are_no_vias(claims: Claims, text: str) -> None:
    assert claims(text)[0].via == []


def test_one_who_passes_on_a_denial(claims: Claims) -> None:
    (claim,) = claims("Ole Friis nægter, at han stjal bilen, fortæller advokat Mette Krag.")
    assert (claim.speaker, claim.via, claim.polarity) == (["Ole Friis"], ["Mette Krag"], "denied")
    assert claim.text == "han stjal bilen"


def test_a_report_on_a_report_stays_a_claim_of_its_own(claims: Claims) -> None:
    first, second = claims("Broen lukker, siger Mette Krag.\n\nDet skriver Reuters.")
    assert (first.speaker, first.via) == (["Mette Krag"], [])
    assert (second.speaker, second.via) == (["Reuters"], [])
    assert second.text.startswith("Broen lukker")


@pytest.mark.parametrize("blank", [" ", "  ", "\n", "\r\n"])
def test_words_that_are_no_phrase_are_as_they_stand(blank: str) -> None:
    text = f"Træner Ole Holm siger til klubbens{blank}hjemmeside, at det er godt."
    document = Document(original=Original("x", b""), origin="x", text=text, format="text", encoding="utf-8")
    (via,) = [part for claim in annotate(document).claims for part in claim.parts if part.role == "via"]
    assert via.text == f"klubbens{blank}hjemmeside" == text[via.start : via.end]
