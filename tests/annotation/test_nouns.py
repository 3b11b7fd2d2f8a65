from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        # The whole compound counts before its last part.
        ("Driftsleder Mette Krag mødte partileder Ole Friis.", "Driftslederen", "Mette Krag"),
        ("Driftsleder Mette Krag mødte partileder Ole Friis.", "Partilederen", "Ole Friis"),
        ("Driftsleder Mette Krag rejser.", "Lederen", "Mette Krag"),
        ("Træner Ole Friis rejser.", "AGF-træneren", "Ole Friis"),
        ("En driftsleder sagde, at det sner. Formand Ole Friis kom.", "Driftslederen", "En driftsleder"),
        # A role that the noun may stand for.
        ("Professor Mette Krag rejser.", "Eksperten", "Mette Krag"),
        ("Chefanalytiker Mette Krag mødte borgmester Ole Friis.", "Eksperten", "Mette Krag"),
        ("Borgmester Ole Friis rejser.", "Politikeren", "Ole Friis"),
        # Ages and nationalities.
        ("Mette Krag er på vej hjem.", "Den 37-årige dataingeniør", "Mette Krag"),
        ("En 37-årig mand og en 52-årig mand sagde, at det sner.", "Den 52-årige", "en 52-årig mand"),
        ("Angriber Ole Friis rejser.", "Danskeren", "Ole Friis"),
        # "Manden" is no "embedsmand".
        ("En embedsmand sagde, at det sner.", "Embedsmanden", "En embedsmand"),
        ("En gammel mand sagde, at det sner.", "Manden", "En gammel mand"),
        # Organizations that end in the noun.
        ("Vi skrev til Medicinrådet.", "Rådet", "Medicinrådet"),
        ("Vi skrev til Sundhedsstyrelsen.", "Styrelsen", "Sundhedsstyrelsen"),
        ("Nyhedsbureauet Xyqa findes.", "Bureauet", "Xyqa"),
        # Participles name people.
        ("Der var regn.", "Den tiltalte", "Den tiltalte"),
        ("Der var regn.", "To kilder i ministeriet", "To kilder i ministeriet"),
    ],
)
def test_whom_a_noun_means(claims: Claims, before: str, speaker: str, expected: str) -> None:
    assert claims(f"{before} {speaker} siger, at det regner.")[-1].speaker == [expected]


def test_a_name_after_a_description(claims: Claims) -> None:
    (claim,) = claims("Det er slut, siger hendes forsvarer, Ole Friis, til DR.")
    assert (claim.speaker, claim.via) == (["Ole Friis"], ["DR"])


def test_a_list_goes_on(claims: Claims) -> None:
    (claim,) = claims("Vejen er spærret, oplyser politiet, Vejdirektoratet og Falck.")
    assert claim.speaker[0] == "politiet"
