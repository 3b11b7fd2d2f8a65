import pytest

from corpus.annotation.contents import (
    Sentence,
    antecedent,
    before,
    following,
    is_all_quoted,
    outside,
    trimmed,
)
from corpus.annotation.items import Item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Broen lukker", "Broen lukker"),
        (", at broen lukker.", "at broen lukker."),
        ("»Broen lukker.«, ", "Broen lukker."),
        ("- Broen lukker -", "Broen lukker"),
        (" \u00a0 Broen\u00a0lukker \u2028", "Broen\u00a0lukker"),
        ("Lukker broen?", "Lukker broen?"),
        ("‘Broen lukker’", "Broen lukker"),
        ("(Broen) lukker", "(Broen) lukker"),
        (" »«,. ", ""),
        ("", ""),
    ],
)
def test_trimming(text: str, expected: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("asides", "ends", "expected"),
    [
        ([], [], ["Broen, siger hun, lukker, og toget kører"]),
        ([(7, 16)], [], ["Broen", "lukker, og toget kører"]),
        ([], [24], ["Broen, siger hun, lukker"]),
        ([(7, 16)], [24], ["Broen", "lukker"]),
        ([(30, 35), (7, 16)], [], ["Broen", "lukker, og t", "kører"]),
        ([(0, 40)], [], []),
        ([], [0, 99], ["Broen, siger hun, lukker, og toget kører"]),
        ([(20, 60)], [], ["Broen, siger hun, lukker, og toget kører"]),
    ],
)
def test_what_is_outside_attributions(
    asides: list[tuple[int, int]], ends: list[int], expected: list[str]
) -> None:
    text = "Broen, siger hun, lukker, og toget kører."
    found = outside(text, (0, 40), asides, ends)
    assert [text[start:end] for start, end in found] == expected


def sentence(paragraph: int, start: int, end: int, kind: str = "body", **more: object) -> Sentence:
    """A sentence of a paragraph that begins at the hundred below it and is as long as its number."""
    values: dict[str, object] = {
        "paragraph_start": paragraph * 100,
        "paragraph_end": paragraph * 100 + 60,
        "is_speech": False,
        "items": (),
    }
    return Sentence(paragraph=paragraph, kind=kind, start=start, end=end, **{**values, **more})  # type: ignore[arg-type]


SHORT = {"paragraph_end": 230}
DOCUMENT = [
    sentence(1, 100, 160),
    sentence(2, 200, 230, **SHORT),
    sentence(3, 300, 360, "heading"),
    sentence(4, 400, 420),
    sentence(4, 421, 440),
    sentence(4, 441, 460),
    sentence(5, 500, 560, "caption"),
]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, None),
        (1, (100, 160)),
        (3, (100, 230)),  # a short paragraph takes the one before with it, over headings
        (4, (400, 420)),
        (5, (400, 440)),
        (6, (400, 460)),
    ],
)
def test_what_is_pointed_back_to(index: int, expected: tuple[int, int] | None) -> None:
    assert antecedent(DOCUMENT, index) == expected


def test_a_short_paragraph_that_is_the_first_stands_alone() -> None:
    assert antecedent(DOCUMENT[1:], 2) == (200, 230)


@pytest.mark.parametrize(
    ("index", "expected"), [(0, (200, 230)), (1, (400, 460)), (2, (400, 460)), (3, None), (6, None)]
)
def test_the_next_paragraph(index: int, expected: tuple[int, int] | None) -> None:
    assert following(DOCUMENT, index) == expected


@pytest.mark.parametrize(
    ("is_speech", "taken_until", "expected"),
    [
        (False, 0, (421, 430)),
        (False, 425, (425, 430)),
        (False, 435, (430, 430)),
        (True, 0, (400, 430)),
        (True, 410, (410, 430)),
    ],
)
def test_what_stands_before(is_speech: bool, taken_until: int, expected: tuple[int, int]) -> None:
    assert before(sentence(4, 421, 440, is_speech=is_speech), 430, taken_until) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [((401, 410), True), ((400, 411), True), ((401, 412), False), ((421, 440), False), ((441, 450), False)],
)
def test_what_is_all_quoted(content: tuple[int, int], expected: bool) -> None:
    quotation = Item("»Ja, nej.«", 400, 411, frozenset({"quotation"}))
    document = [*DOCUMENT[:3], sentence(4, 400, 420, items=(quotation,)), *DOCUMENT[4:]]
    assert is_all_quoted(content, document) is expected


def test_direct_speech_is_all_quoted() -> None:
    assert is_all_quoted((401, 410), [sentence(4, 400, 420, is_speech=True)])
