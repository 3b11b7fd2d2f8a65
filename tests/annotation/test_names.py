import itertools

import pytest

from corpus.annotation.name_spans import NameSpan
from corpus.annotation.names import find_names
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def names(text: str, *, is_credit: bool = False) -> list[NameSpan]:
    return find_names(tokenize(text, 0, len(text), DANISH), DANISH, is_credit=is_credit)


def spans(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[n.start : n.end], n.name, n.kind) for n in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I dag regner det i hele landet", []),
        ("Rusland og Ukraine", [("Rusland", "Rusland", "place"), ("Ukraine", "Ukraine", "place")]),
        ("Han læser Politiken", [("Politiken", "Politiken", "organization")]),
        ("Så kom Mette Krag", [("Mette Krag", "Mette Krag", "person")]),
        ("Så kom minister Xyq", [("Xyq", "Xyq", "person")]),
        ("Han bor i byen Xyq", [("Xyq", "Xyq", "place")]),
        ("Han ejer selskabet Xyq", [("Xyq", "Xyq", "organization")]),
        ("Han taler om Xyq", [("Xyq", "Xyq", None)]),
        ("Den Xyq kom", [("Xyq", "Xyq", None)]),
        # Genitives: the ending belongs to the mention, not to the name.
        ("på Ruslands side", [("Ruslands", "Rusland", "place")]),
        ("på USA's side", [("USA's", "USA", "place")]),
        ("på Kim Jong-uns side", [("Kim Jong-uns", "Kim Jong-un", "person")]),
        ("på Danske Banks side", [("Danske Banks", "Danske Bank", "organization")]),
        ("på Reuters' side", [("Reuters'", "Reuters", "organization")]),
        # Compounds: the name is a part of the word.
        ("mange Nato-soldater", [("Nato", "Nato", "organization")]),
        ("nye FN-sanktioner", [("FN", "FN", "organization")]),
        ("hos Hummel-direktør", [("Hummel", "Hummel", "organization")]),
        ("hos Xyqa-koncernen", [("Xyqa-koncernen", "Xyqa-koncernen", "organization")]),
        ("mange Danske Bank-chefer", [("Danske Bank", "Danske Bank", "organization")]),
        ("mange EU-regler", [("EU", "EU", "organization")]),
        # A slash parts two names.
        ("hos Ritzau/AFP", [("Ritzau", "Ritzau", "organization"), ("AFP", "AFP", "organization")]),
        # Demonyms name the country.
        ("den russiske hær", [("russiske", "Rusland", "place")]),
        ("mange nordkoreanere", [("nordkoreanere", "Nordkorea", "place")]),
        ("den russisk-ukrainske grænse", [("russisk", "Rusland", "place")]),
        ("Tyskerne kommer", [("Tyskerne", "Tyskland", "place")]),
        # Longer names win over names inside them.
        ("hos Aarhus Universitet", [("Aarhus Universitet", "Aarhus Universitet", "organization")]),
        ("hos Aarhus Kommune", [("Aarhus Kommune", "Aarhus Kommune", "organization")]),
        ("hos Retten i Holbæk", [("Retten i Holbæk", "Retten i Holbæk", "organization")]),
        ("i New York", [("New York", "New York", "place")]),
        ("med Ursula von der Leyen", [("Ursula von der Leyen", "Ursula von der Leyen", "person")]),
        ("med Kim Jong-un", [("Kim Jong-un", "Kim Jong-un", "person")]),
        ("hos Xyq A/S", [("Xyq A/S", "Xyq A/S", "organization")]),
        ("med Poul M. Hansen", [("Poul M. Hansen", "Poul M. Hansen", "person")]),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "is_genitive", "is_demonym", "is_part"),
    [
        ("i Rusland", "Rusland", False, False, False),
        ("på Ruslands side", "Rusland", True, False, False),
        ("den russiske hær", "Rusland", False, True, False),
        ("mange Nato-lande", "Nato", False, False, True),
        ("den russisk-ukrainske grænse", "Rusland", False, True, True),
    ],
)
def test_how_a_name_stands(text: str, name: str, is_genitive: bool, is_demonym: bool, is_part: bool) -> None:
    (found,) = names(text)
    assert found.name == name
    assert (found.is_genitive, found.is_demonym, found.is_part) == (is_genitive, is_demonym, is_part)


def test_agencies_stand_in_lower_case_in_credits_only() -> None:
    assert [(n.name, n.kind) for n in names("/ritzau/TT", is_credit=True)] == [
        ("Ritzau", "organization"),
        ("TT", "organization"),
    ]
    assert [n.name for n in names("/ritzau/TT")] == ["TT"]


@pytest.mark.parametrize("text", ["", "...", "12 34", "»«", "a b c", "İstanbul er stor", "İ-ordning"])
def test_names_lie_in_the_text_and_apart(text: str) -> None:
    found = names(text)
    for name in found:
        assert 0 <= name.start < name.end <= len(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_long_row_of_names_is_read() -> None:
    assert {n.name for n in names("Ruslands " * 3000)} == {"Rusland"}
