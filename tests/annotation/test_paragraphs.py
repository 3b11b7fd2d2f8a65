import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.paragraphs import paragraph_kind, paragraph_kinds, split_paragraphs
from corpus.languages import load_language
from corpus.records import ParagraphKind

DANISH = load_language("da")


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("En.\n\nTo.", ["En.", "To."]),
        ("En.\nTo.", ["En.\nTo."]),
        ("En.\r\n\r\nTo.\r\nTre.", ["En.", "To.\r\nTre."]),
        ("En.\r\rTo.\rTre.", ["En.", "To.\rTre."]),
        ("  En. \n \t \n\n\n  To.  \n", ["En.", "To."]),
        ("En.\n\u00a0\nTo.", ["En.", "To."]),
        ("\ufeffEn.", ["\ufeffEn."]),
    ],
)
def test_blocks_between_blank_lines(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


LINES = st.lists(st.text(alphabet="aå. \t\r\n\u00a0\u2028\x0b\x1c", max_size=12), max_size=12).map("\n".join)


@given(LINES)
def test_blocks_hold_every_character_that_is_not_blank(text: str) -> None:
    ranges = list(split_paragraphs(text))
    assert "".join("".join(text[s:e].split()) for s, e in ranges) == "".join(text.split())
    assert all(s < e for s, e in ranges)
    assert all(first[1] < second[0] for first, second in itertools.pairwise(ranges))
    assert all(text[s:e] == text[s:e].strip() for s, e in ranges)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("boilerplate", "Annonce"),
        ("boilerplate", "Artiklen fortsætter efter billedet."),
        ("boilerplate", "LÆS OGSÅ: Broen lukker"),
        ("boilerplate", "Se video: Her vælter tårnet"),
        ("boilerplate", "Få de bedste historier med vores nyhedsbrev"),
        ("boilerplate", "© Ritzau 2024"),
        ("body", "Læs også, hvad hun siger om broen, i morgen."),
        ("body", "Annoncerne fylder mere og mere i avisen."),
        ("body", "Reklamen får kritik, oplyser Forbrugerrådet."),
        ("credit", "/ritzau/TT"),
        ("credit", "/ ritzau /"),
        ("credit", "ritzau"),
        ("credit", "Kilde: Danmarks Statistik"),
        ("credit", "Kilder: Ritzau, AFP"),
        ("credit", "Foto: Ole Friis/Ritzau Scanpix"),
        ("credit", "Grafik: Anne Lund"),
        ("caption", "Borgmesteren klipper snoren over. Foto: Ole Friis"),
        ("caption", "Den gamle bro. Arkivfoto: Ritzau Scanpix"),
        ("caption", "Minister Anne Lund på vej til møde. (Arkivfoto)"),
        ("body", "– Jeg så et foto: det var af min far."),
        ("byline", "Af Anne Lund"),
        ("byline", "Tekst: Anne Lund og Ole Friis"),
        ("byline", "Af Anne Lund alu@avis.dk"),
        ("byline", "Opdateret 3. maj 2021 kl. 12.10"),
        ("byline", "3. maj 2021"),
        ("body", "Af anklageskriftet fremgår det, at bilen var stjålet."),
        ("heading", "Broen lukker til sommer"),
        ("heading", "Minister: »Det er slut«"),
        ("heading", "'Vi er gode venner'"),
        ("body", "»Broen lukker«, siger ministeren."),
        ("body", "»Broen lukker til sommer«"),
        ("body", "- Broen lukker til sommer"),
        ("body", "Broen lukker til sommer."),
        ("body", "Lukker broen?"),
        ("body", "Broen lukker »til sommer.«"),
        ("body", "Broen over fjorden lukker til sommer og åbner først igen i det tidlige forår"),
        ("body", "2024"),
        ("body", "* * *"),
    ],
)
def test_kinds(kind: ParagraphKind, text: str) -> None:
    assert paragraph_kind(text, DANISH) == kind


@pytest.mark.parametrize(
    "text",
    [
        "/ abc" * 5000 + "!",
        "/" * 20_000,
        "Af" + " " * 20_000 + "!",
        "Af Anne Lund " + "@" * 20_000 + " x",
        "Af" + " Anne" * 20_000 + "!",
        "Foto: " * 5000,
        "Foto:" + " " * 20_000,
        "Publiceret " * 5000,
        "Få de bedste " * 5000,
        "3. " * 10_000,
        "Læs mere " * 5000 + "siger",
    ],
    ids=lambda text: text[:12],
)
def test_no_paragraph_is_too_long_for_the_rules(text: str) -> None:
    assert paragraph_kind(text, DANISH) in {"body", "boilerplate", "caption", "heading", "credit"}


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["Broen lukker", "Den er slidt.", "Nyt dæk"], ["heading", "body", "boilerplate"]),
        (["Den er slidt.", "/ritzau/", "Vind en cykel"], ["body", "credit", "boilerplate"]),
        (["Den er slidt.", "Nyt dæk", "Det koster meget."], ["body", "heading", "body"]),
        (["Broen lukker"], ["heading"]),
        ([], []),
    ],
)
def test_a_heading_heads_something(texts: list[str], kinds: list[str]) -> None:
    assert paragraph_kinds(texts, DANISH) == kinds
