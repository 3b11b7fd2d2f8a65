import pytest

from corpus.annotation.drafts import Draft, survives_negation
from corpus.annotation.grammar import PatternMatch
from corpus.annotation.items import Item
from corpus.annotation.sources import Source
from corpus.languages import Cue, Pattern, load_language

DANISH = load_language("da")


def draft(word: str | None, *, is_negated: bool = False) -> Draft:
    return Draft(
        pattern=Pattern(name="new", match="<say>"),
        match=PatternMatch(0, 1, {}),
        cue=Item(word or ":", 10, 15, frozenset()),
        entry=DANISH.cues[word][0] if word else None,
        speakers=[Source("Krag", 0, "Krag", 0, 4), Source("Friis", 1, "Friis", 5, 9)],
        targets=[],
        is_negated=is_negated,
        content=[(20, 30), (40, 50)],
    )


@pytest.mark.parametrize(
    ("word", "is_negated", "act", "polarity"),
    [
        ("siger", False, "statement", "affirmed"),
        ("mener", True, "belief", "denied"),
        ("afviser", False, "denial", "denied"),
        ("afviser", True, "statement", "uncommitted"),
        ("bekræfter", True, "statement", "uncommitted"),
        ("udelukker", True, "statement", "uncommitted"),
        (None, False, "statement", "affirmed"),
    ],
)
def test_act_and_polarity(word: str | None, is_negated: bool, act: str, polarity: str) -> None:
    found = draft(word, is_negated=is_negated)
    assert (found.act, found.polarity) == (act, polarity)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("siger", False), ("oplyser", False), ("lover", False), ("mener", True), ("håber", True),
     ("bekræfter", True), ("afviser", True), ("udelukker", True)],
)  # fmt: skip
def test_what_still_says_something_when_negated(word: str, expected: bool) -> None:
    assert survives_negation(DANISH.cues[word][0]) is expected


def test_a_preposition_cannot_be_negated() -> None:
    assert survives_negation(None) is False


def test_who_speaks() -> None:
    assert draft("siger").speaker_names == {"Krag", "Friis"}


@pytest.mark.parametrize(
    ("start", "expected"),
    [(0, True), (4, False), (5, True), (10, False), (20, True), (30, False), (49, True)],
)
def test_what_belongs_to_the_claim(start: int, expected: bool) -> None:
    assert draft("siger").is_within(Item("x", start, start + 1, frozenset())) is expected


def test_a_cue_of_two_frames_keeps_them_apart() -> None:
    frames = {cue.frames for cue in DANISH.cues["svarer"]}
    assert len(frames) == 2
    assert all(isinstance(cue, Cue) for cue in DANISH.cues["svarer"])
