from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str], list[Any]]
Parse = Callable[[str], Any]


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        # Roles.
        ("Skatteminister Mette Krag rejser.", "Ministeren", ["Mette Krag"]),
        ("Skatteminister Mette Krag rejser.", "Skatteministeren", ["Mette Krag"]),
        ("Mette Krag, formand for Xyqa, rejser.", "Formanden", ["Mette Krag"]),
        ("Ruslands præsident, Vladimir Putin, rejser.", "Den russiske præsident", ["Vladimir Putin"]),
        (
            "Kinas minister, Mette Krag, mødte Japans minister, Ole Friis.",
            "Den kinesiske minister",
            ["Mette Krag"],
        ),
        (
            "Kinas minister, Mette Krag, mødte Japans minister, Ole Friis.",
            "Den japanske minister",
            ["Ole Friis"],
        ),
        ("Direktør Mette Krag rejser.", "Krags advokat", ["Krags advokat"]),
        ("Der var regn.", "Ministeren", ["Ministeren"]),
        # Pronouns, by gender.
        ("Minister Mette Krag mødte Ole Friis.", "Han", ["Ole Friis"]),
        ("Minister Mette Krag mødte Ole Friis.", "Hun", ["Mette Krag"]),
        ("Minister Mette Krag mødte Anne Lund.", "Begge", ["Mette Krag", "Anne Lund"]),
        ("Mette Krag og Ole Friis sagde, at det sner.", "De", ["Mette Krag", "Ole Friis"]),
        ("Der var regn.", "Hun", []),
        ("Minister Ole Friis rejser.", "Hun", []),
        # Descriptions.
        ("To unavngivne kilder sagde, at det sner.", "Kilderne", ["To unavngivne kilder"]),
        ("En talsmand for hæren sagde, at det sner.", "Talsmanden", ["En talsmand for hæren"]),
        ("En talsmand for hæren sagde, at det sner.", "Han", ["En talsmand for hæren"]),
        ("Mange eksperter sagde, at det sner.", "De", ["Mange eksperter"]),
        # Organizations.
        ("Vi har læst Politiken.", "Avisen", ["Politiken"]),
        ("Vi har læst Reuters.", "Bureauet", ["Reuters"]),
        ("Han sælger aktier i Novo Nordisk.", "Selskabet", ["Novo Nordisk"]),
        ("Det gælder i Aarhus Kommune.", "Kommunen", ["Aarhus Kommune"]),
        ("Vi har læst Politiken og mødt Mette Krag.", "Avisen", ["Politiken"]),
        # Names.
        ("Direktør Mette Krag rejser.", "Krag", ["Mette Krag"]),
        ("Direktør Mette Krag rejser.", "Mette", ["Mette Krag"]),
        ("Direktør Mette Krag mødte Ole Krag.", "Krag", ["Krag"]),
    ],
)
def test_whom_a_speaker_is(claims: Claims, before: str, speaker: str, expected: list[str]) -> None:
    assert claims(f"{before} {speaker} siger, at det regner.")[-1].speaker == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Ole Friis", ["Ole Friis"]),
        ("Træner Ole Friis", ["Ole Friis"]),
        ("Klubbens træner, Ole Friis,", ["Ole Friis"]),
        ("Ole Friis, der er træner,", ["Ole Friis"]),
        ("Ole Friis, 45,", ["Ole Friis"]),
        ("Ole Friis (S)", ["Ole Friis"]),
        ("Ole Friis og Anne Lund", ["Ole Friis", "Anne Lund"]),
        ("Både Ole Friis og Anne Lund", ["Ole Friis", "Anne Lund"]),
        ("Ole Friis, Anne Lund og Mette Krag", ["Ole Friis", "Anne Lund", "Mette Krag"]),
        ("Ole Friis' advokat", ["Ole Friis' advokat"]),
        ("En unavngiven talsmand for hæren", ["En unavngiven talsmand for hæren"]),
        ("En af officererne", ["En af officererne"]),
        ("En ny rapport fra Rigsrevisionen", ["En ny rapport fra Rigsrevisionen"]),
        ("Politiet i Aarhus", ["Politiet i Aarhus"]),
        ("Avisen Xyqa Times", ["Xyqa Times"]),
    ],
)
def test_how_speakers_are_named(claims: Claims, speaker: str, expected: list[str]) -> None:
    (claim,) = claims(f"{speaker} siger, at det regner.")
    assert claim.speaker == expected


def test_the_fullest_of_several_descriptions(claims: Claims) -> None:
    text = (
        "En kilde hos politiet siger, at det regner. En kilde siger, at det sner. Kilden siger, at det tør."
    )
    assert claims(text)[-1].speaker == ["En kilde hos politiet"]


def test_a_pronoun_is_remembered_as_who_it_means(parse: Parse) -> None:
    parsed = parse("Direktør Mette Krag kom.\n\nHun gik.")
    first, second = parsed.sentences
    parsed.discourse.roles.note(first.items)
    parsed.discourse.observe(first.items)
    (source,) = parsed.discourse.resolve(second.items[0])
    assert (source.name, source.text) == ("Mette Krag", "Hun")
    assert parsed.text[source.start : source.end] == "Hun"


def test_the_last_speakers_are_those_who_spoke_or_were_spoken_of(parse: Parse) -> None:
    parsed = parse("Direktør Mette Krag kom.\n\nOle Friis gik.\n\nVi så Anne Lund.")
    names = []
    for sentence in parsed.sentences:
        parsed.discourse.observe(sentence.items)
        names.append([source.name for source in parsed.discourse.last_speakers])
    assert names == [["Mette Krag"], ["Ole Friis"], ["Anne Lund"]]


@pytest.mark.parametrize(
    ("text", "subkind"), [("Reuters kom.", "agency"), ("DR kom.", "media"), ("Mette Krag kom.", "")]
)
def test_subkinds(parse: Parse, text: str, subkind: str) -> None:
    parsed = parse(text)
    (source,) = parsed.discourse.resolve(parsed.sentences[0].items[0])
    assert parsed.discourse.subkind(source) == subkind
