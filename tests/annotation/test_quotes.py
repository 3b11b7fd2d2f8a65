import time

import pytest

from corpus.annotation.quotes import find_quotations, is_speech
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def quoted(text: str) -> list[str]:
    tokens = tokenize(text, 0, len(text), DANISH)
    return [text[tokens[q.first].start : tokens[q.last].end] for q in find_quotations(tokens)]


@pytest.mark.parametrize(
    "quotation",
    [
        "»Broen lukker«",
        "«Broen lukker»",
        "“Broen lukker”",
        "“Broen lukker“",
        "„Broen lukker“",
        "„Broen lukker”",
        "”Broen lukker”",
        '"Broen lukker"',
        "‘Broen lukker’",
        "’Broen lukker’",
        "'Broen lukker'",
        "‚Broen lukker‘",
    ],
)
@pytest.mark.parametrize(
    "text", ["{}, siger hun.", "Hun siger: {}.", "Hun ({}) gik.", "Hun sagde {} og gik."]
)
def test_every_style(quotation: str, text: str) -> None:
    assert quoted(text.format(quotation)) == [quotation]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("Ingen citater her", []),
        ("»Ja«, sagde hun, »men ikke nu.«", ["»Ja«", "»men ikke nu.«"]),
        ("»Ja. Nej! Jo?« Slut.", ["»Ja. Nej! Jo?«"]),
        ('»Han sagde "nej" til mig«', ['»Han sagde "nej" til mig«']),
        ("»Lars' bil er Putins«", ["»Lars' bil er Putins«"]),
        ("Lars' bil og Jens' båd", []),
        ("Det er TV 2’s bil og DR’s båd", []),
        ("rock'n'roll og 'n Sync", []),
        ('En 55" skærm og en 65" skærm', []),
        # A quotation that goes on in the next paragraph closes in none but its last.
        ("»Det er slut. Vi går nu", ["»Det er slut. Vi går nu"]),
        ('"Det er slut. Vi går nu', ['"Det er slut. Vi går nu']),
        ("Hun sagde: »Det er slut", []),
        ("'Det er slut", []),
        ("det er slut« sagde hun", []),
        ('» « og ""', []),
        ("»", []),
    ],
)
def test_what_is_a_quotation_and_what_not(text: str, quotations: list[str]) -> None:
    assert quoted(text) == quotations


@pytest.mark.parametrize("piece", ["»a ", "'a ", "«a »", "„a ”b “c "])
def test_time_grows_with_the_marks_and_no_faster(piece: str) -> None:
    """Twice the marks take twice the time, and quadratic work four times."""

    def seconds(count: int) -> float:
        text = "Han " + piece * count
        tokens = tokenize(text, 0, len(text), DANISH)
        start = time.process_time()
        find_quotations(tokens)
        return time.process_time() - start

    assert any(seconds(10_000) < 3 * seconds(5000) + 0.05 for _ in range(3))


def test_what_nothing_closes_is_told() -> None:
    closed, unclosed = "»Ja«, sagde hun", "»Ja, sagde hun"
    for text, is_closed in ((closed, True), (unclosed, False)):
        (quotation,) = find_quotations(tokenize(text, 0, len(text), DANISH))
        assert quotation.closed is is_closed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Broen lukker, siger hun.", True),
        ("– Broen lukker, siger hun.", True),
        ("— Broen lukker", True),
        ("-Broen lukker", False),
        ("Broen - lukker", False),
        ("-", False),
        ("", False),
    ],
)
def test_direct_speech_after_a_dash(text: str, expected: bool) -> None:
    assert is_speech(tokenize(text, 0, len(text), DANISH)) is expected
