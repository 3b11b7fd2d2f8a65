from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "act", "polarity", "content"),
    [
        ("Klubben siger, at kampen er flyttet.", "statement", "affirmed", "kampen er flyttet."),
        ("Klubben siger, at det ikke passer.", "statement", "affirmed", "det ikke passer."),
        ("Klubben frygter, at ingen kommer.", "belief", "affirmed", "ingen kommer."),
        ("Klubben tror ikke, at kampen er flyttet.", "belief", "denied", "kampen er flyttet."),
        ("Klubben forventer ikke, at kampen flyttes.", "expectation", "denied", "kampen flyttes."),
        ("Klubben afviser, at kampen er flyttet.", "denial", "denied", "kampen er flyttet."),
        ("Klubben har afvist, at kampen er flyttet.", "denial", "denied", "kampen er flyttet."),
        ("Klubben afviser rygterne.", "denial", "denied", "rygterne."),
        ("Klubben nægter at flytte kampen.", "denial", "denied", "flytte kampen."),
        ("Klubben er ikke enig i kritikken.", "denial", "denied", "kritikken."),
        ("Klubben bekræfter, at kampen er flyttet.", "statement", "affirmed", "kampen er flyttet."),
        ("Klubben vil ikke bekræfte, at kampen flyttes.", "statement", "uncommitted", "kampen flyttes."),
        ("Klubben kan ikke afvise, at kampen flyttes.", "statement", "uncommitted", "kampen flyttes."),
        ("Klubben udelukker ikke, at kampen flyttes.", "statement", "uncommitted", "kampen flyttes."),
        (
            "Klubben kan hverken be- eller afkræfte, at kampen flyttes.",
            "statement", "uncommitted", "kampen flyttes.",
        ),
        ("Klubben lover, at kampen bliver spillet.", "promise", "affirmed", "kampen bliver spillet."),
        ("Klubben advarer om kø.", "warning", "affirmed", "kø."),
        ("Klubben kræver, at kampen flyttes.", "demand", "affirmed", "kampen flyttes."),
        ("Klubben håber, at kampen flyttes.", "expectation", "affirmed", "kampen flyttes."),
        ("Klubben spørger, om kampen kan flyttes.", "question", "affirmed", "kampen kan flyttes."),
    ],
)  # fmt: skip
def test_what_a_source_does_by_saying_it(
    claims: Claims, text: str, act: str, polarity: str, content: str
) -> None:
    (claim,) = claims(text)
    assert (claim.act, claim.polarity, claim.text) == (act, polarity, content)
    assert claim.speaker == ["Klubben"]


@pytest.mark.parametrize(
    "text",
    [
        "Klubben siger ikke, hvor kampen spilles.",
        "Klubben oplyser ikke, at kampen er flyttet.",
        "Klubben er glad.",
        "Kampen er flyttet, og alle er glade.",
        "Der var mange tilskuere.",
        "Hvem siger sandheden?",
    ],
)
def test_where_nobody_claims_anything(claims: Claims, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "target"),
    [
        ("Avisen beskylder Ole Friis for at have løjet.", ["Avisen"], ["Ole Friis"]),
        ("I går anklagede Kina Japan for løgn.", ["Kina"], ["Japan"]),
        ("Ole Friis beskyldes for at have løjet.", [], ["Ole Friis"]),
        ("Ole Friis beskyldes af avisen for at have løjet.", ["avisen"], ["Ole Friis"]),
        ("Ole Friis er blevet anklaget for at have løjet.", [], ["Ole Friis"]),
        ("Ole Friis blev i går anklaget af avisen for løgn.", ["avisen"], ["Ole Friis"]),
        ("Ole Friis er tiltalt for bedrageri.", [], ["Ole Friis"]),
        ("Kina anklager Japan for at bryde aftalen.", ["Kina"], ["Japan"]),
    ],
)
def test_accusations(claims: Claims, text: str, speaker: list[str], target: list[str]) -> None:
    (claim,) = claims(text)
    assert claim.act == "accusation"
    assert (claim.speaker, claim.target) == (speaker, target)


@pytest.mark.parametrize(
    ("between", "paragraph"),
    [
        ("", 2),
        ("Annonce\n\n", 3),
        ("Artiklen fortsætter efter annoncen.\n\n", 3),
        ("Broen er lang. Foto: Ole Friis\n\n", 3),
        ("Kritik fra alle sider\n\n", 3),
        ("Læs også: Toget holder stille\n\n", 3),
        ("Annonce\n\nKritik fra alle sider\n\nBroen. Foto: Ole Friis\n\n", 5),
    ],
)
def test_det_points_over_what_is_no_body(claims: Claims, between: str, paragraph: int) -> None:
    text = f"Broen over fjorden lukker til sommer.\n\n{between}Det siger Mette Krag."
    (claim,) = claims(text)
    assert claim.text == "Broen over fjorden lukker til sommer."
    assert (claim.speaker, claim.cue, claim.paragraph) == (["Mette Krag"], "siger", paragraph)


def test_det_points_to_its_own_paragraph_first(claims: Claims) -> None:
    (claim,) = claims("Vejen er glat.\n\nBroen lukker. Toget kører. Det siger Mette Krag.")
    assert claim.text == "Broen lukker. Toget kører."


def test_det_points_to_nothing(claims: Claims) -> None:
    assert claims("Det siger Mette Krag.") == []


@pytest.mark.parametrize(
    ("text", "quotation", "content"),
    [
        ("»Broen er farlig«, siger Mette Krag.", "direct", "Broen er farlig"),
        ("“Broen er farlig,” siger Mette Krag.", "direct", "Broen er farlig"),
        ('"Broen er farlig", siger Mette Krag.', "direct", "Broen er farlig"),
        ("'Broen er farlig', siger Mette Krag.", "direct", "Broen er farlig"),
        ("- Broen er farlig. Luk den, siger Mette Krag.", "direct", "Broen er farlig. Luk den"),
        ("Mette Krag siger: »Broen er farlig. Luk den.«", "direct", "Broen er farlig. Luk den."),
        ("Mette Krag siger:\n\n»Broen er farlig.«", "direct", "Broen er farlig."),
        (
            "Mette Krag siger, at broen er »farlig« for cyklister.",
            "mixed",
            "broen er »farlig« for cyklister.",
        ),
        ("Mette Krag kalder broen »farlig«.", "mixed", "broen »farlig«."),
        ("Mette Krag siger, at broen er farlig.", "indirect", "broen er farlig."),
        ("Broen er farlig, siger Mette Krag.", "indirect", "Broen er farlig"),
        # A verb that may introduce a quotation is none.
        ("Mette Krag nægter at svare.", "indirect", "svare."),
    ],
)
def test_whose_words_they_are(claims: Claims, text: str, quotation: str, content: str) -> None:
    (claim,) = claims(text)
    assert (claim.quotation, claim.text) == (quotation, content)


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("broen lukker", "certain"),
        ("broen formentlig lukker", "probable"),
        ("broen sandsynligvis lukker", "probable"),
        ("broen måske lukker", "possible"),
        ("broen muligvis lukker", "possible"),
        ("broen angiveligt lukker", "alleged"),
        ("broen efter sigende lukker", "alleged"),
        ("broen angiveligt måske lukker", "alleged"),
        ("Måskens bro lukker", "certain"),
    ],
)
def test_how_sure_it_is(claims: Claims, content: str, certainty: str) -> None:
    (claim,) = claims(f"Mette Krag siger, at {content}.")
    assert claim.certainty == certainty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ole Friis siger, at broen lukker, og tilføjer, at toget kører.",
            [("siger", "broen lukker"), ("tilføjer", "toget kører.")],
        ),
        (
            "»Broen lukker«, siger Ole Friis og lover, at toget kører.",
            [("siger", "Broen lukker"), ("lover", "toget kører.")],
        ),
        (
            "- Broen lukker, siger Ole Friis. Toget kører, siger han.",
            [("siger", "Broen lukker"), ("siger", "Toget kører")],
        ),
        (
            "Broen lukker, siger Ole Friis. Ifølge ham kører toget.",
            [("siger", "Broen lukker"), ("Ifølge", "kører toget.")],
        ),
    ],
)
def test_several_claims_in_one_paragraph(claims: Claims, text: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.cue, claim.text) for claim in claims(text)] == found
    assert all(claim.speaker == ["Ole Friis"] for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Minister: Broen lukker", ["Minister"], "Broen lukker"),
        ("Mette Krag: »Broen lukker«", ["Mette Krag"], "Broen lukker"),
        ("Politiet til bilister: Kør langsomt", ["Politiet"], "Kør langsomt"),
    ],
)
def test_headlines(claims: Claims, text: str, speaker: list[str], content: str) -> None:
    (claim,) = claims(text)
    assert (claim.cue, claim.speaker, claim.text) == (":", speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Af Mette Krag",
        "Læs også: Minister siger, at broen lukker",
        "Annonce: Ole Friis siger, at det er billigt",
        "/ritzau/",
        "Foto: Mette Krag",
    ],
)
def test_what_is_no_part_of_the_article_claims_nothing(claims: Claims, text: str) -> None:
    assert [claim.text for claim in claims(f"{text}\n\nBroen lukker.")] == []
