import pytest

from corpus.annotation.clubs import tell_clubs
from corpus.annotation.names import find_names
from corpus.annotation.tokens import sentences, tokenize
from corpus.languages import load_language

DANISH = load_language("da")
SPORT = " De tabte kampen og tre point i ligaen."


def told(text: str) -> list[tuple[str, str | None]]:
    """The towns and clubs that the text names, each with its kind."""
    tokens = tokenize(text, 0, len(text), DANISH)
    split = [tokens[a:b] for a, b in sentences(tokens, [False] * len(tokens))]
    found = tell_clubs(split, [find_names(words, DANISH) for words in split], DANISH)
    return [(span.name, span.kind) for spans in found for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Så vandt Hjørring over Thisted.", [("Hjørring", "organization"), ("Thisted", "organization")]),
        ("Hjørring vandt 2-1.", [("Hjørring", "organization")]),
        ("Hjørrings målmand kom.", [("Hjørring", "organization")]),
        ("Så kom Hjørring-angriberen.", [("Hjørring", "organization")]),
        ("Så kom Hjørring og AGF.", [("Hjørring", "organization"), ("AGF", "organization")]),
        # One that plays is a club wherever no preposition makes it a place.
        (
            "Hjørring vandt. Nu fester Hjørring i Hjørring.",
            [("Hjørring", "organization"), ("Hjørring", "organization"), ("Hjørring", "place")],
        ),
        ("Hjørring er en by.", [("Hjørring", "place")]),
        ("Danmark vandt.", [("Danmark", "place")]),
    ],
)
def test_a_town_that_plays_is_a_club(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text + SPORT) == expected


def test_without_sport_a_town_is_a_town() -> None:
    assert told("Hjørring vandt en pris.") == [("Hjørring", "place")]


def test_a_town_of_one_listed_club_names_it() -> None:
    tokens = tokenize("Esbjerg vandt." + SPORT, 0, 14 + len(SPORT), DANISH)
    (club, *_), *_ = tell_clubs([tokens], [find_names(tokens, DANISH)], DANISH)
    assert club.known is not None
    assert club.known.name == "Esbjerg fB"
