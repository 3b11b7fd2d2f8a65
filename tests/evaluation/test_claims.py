"""What of a claim the gold tells beyond the least, as tests/gold/README.md says."""

import dataclasses
from typing import Any

import pytest

from corpus.evaluation.claims import CLAIM_GROUPS, compare_claims
from corpus.evaluation.figures import figures_of
from corpus.evaluation.found import FoundClaim
from corpus.evaluation.gold import Gold, GoldClaim
from corpus.evaluation.tallies import Miss, Tally

GOLD_CLAIM = GoldClaim(
    paragraph=1,
    cue="beskylder",
    speaker=("Krag",),
    via=(),
    polarity="affirmed",
    content="pengene",
    text="have brugt pengene",
    quotation="indirect",
    act="accusation",
    target=("Holm", "Friis"),
    addressee=(),
    thread="pengene",
    said="2023-09",
)
CLAIM = FoundClaim(
    paragraph=1,
    cue="beskylder",
    speaker=("Krag",),
    via=(),
    polarity="affirmed",
    content="Have brugt pengene.",
    quotation="indirect",
    act="accusation",
    target=("Friis", "Holm"),
    said="2023-09~",
)
FIGURES = [figure for figures in CLAIM_GROUPS.values() for figure in figures]
Numbers = dict[str, tuple[int | None, int | None, int]]


def compared(gold: list[GoldClaim], found: list[FoundClaim]) -> Tally:
    tally = Tally()
    compare_claims("one", Gold(None, {}, (), tuple(gold), ()), found, tally)
    return tally


def numbers(gold: list[GoldClaim], found: list[FoundClaim]) -> Numbers:
    figures = figures_of([compared(gold, found)], FIGURES)
    return {figure.name: (figure.gold, figure.found, figure.right) for figure in figures}


ALL_RIGHT: Numbers = {
    "claim": (1, 1, 1),
    "whole_claim": (1, 1, 1),
    "whole_exact": (1, 1, 1),
    "speaker": (1, None, 1),
    "via": (1, None, 1),
    "polarity": (1, None, 1),
    "content": (1, None, 1),
    "target": (2, 2, 2),
    "said": (1, 1, 1),
    "content_exact": (1, None, 1),
    "content_overlap": (3, 3, 3),
    "affirmed": (1, 1, 1),
    "indirect": (1, 1, 1),
    "act_accusation": (1, 1, 1),
}


def test_a_claim_in_which_all_is_right() -> None:
    assert numbers([GOLD_CLAIM], [CLAIM]) == ALL_RIGHT
    assert compared([GOLD_CLAIM], [CLAIM]).misses == []


@pytest.mark.parametrize(
    ("changes", "expected", "miss"),
    [
        (
            {"content": "dem for at have brugt pengene"},
            {"content_exact": (1, None, 0), "content_overlap": (3, 6, 3), "whole_exact": (1, 1, 0)},
            ("content_exact", "dem for at have brugt pengene", "have brugt pengene"),
        ),
        ({"target": ("Friis",)}, {"target": (2, 1, 1)}, ("target", "Friis", "Holm; Friis")),
        ({"addressee": ("DR",)}, {"addressee": (0, 1, 0)}, ("addressee", "DR", None)),
        ({"said": None}, {"said": (1, 0, 0)}, ("said", None, "2023-09")),
        ({"said": "2023"}, {"said": (1, 1, 0)}, ("said", "2023", "2023-09")),
        (
            {"quotation": "mixed"},
            {"indirect": (1, 0, 0), "mixed": (0, 1, 0)},
            ("indirect", "mixed", "indirect"),
        ),
        (
            {"act": "statement"},
            {"act_accusation": (1, 0, 0), "act_statement": (0, 1, 0)},
            ("act_accusation", "act_statement", "act_accusation"),
        ),
    ],
)
def test_what_is_wrong_lowers_its_own_figures(
    changes: dict[str, Any], expected: Numbers, miss: tuple[str, str | None, str | None]
) -> None:
    found = [dataclasses.replace(CLAIM, **changes)]
    assert numbers([GOLD_CLAIM], found) == ALL_RIGHT | expected
    assert compared([GOLD_CLAIM], found).misses == [Miss("one p1 beskylder", *miss)]


def test_a_claim_that_is_missed_or_invented_counts_for_its_kinds() -> None:
    denial = dataclasses.replace(CLAIM, cue="nægter", polarity="denied", quotation="direct", act="denial")
    assert numbers([GOLD_CLAIM], [denial]) == {
        "claim": (1, 1, 0),
        "whole_claim": (1, 1, 0),
        "whole_exact": (1, 1, 0),
        "affirmed": (1, 0, 0),
        "denied": (0, 1, 0),
        "direct": (0, 1, 0),
        "indirect": (1, 0, 0),
        "act_denial": (0, 1, 0),
        "act_accusation": (1, 0, 0),
    }


@pytest.mark.parametrize(
    ("untold", "absent"),
    [
        ("text", ("whole_exact", "content_exact", "content_overlap")),
        ("target", ("target",)),
        ("said", ("said",)),
    ],
)
def test_of_what_the_gold_does_not_tell_there_is_no_figure(untold: str, absent: tuple[str, ...]) -> None:
    gold = dataclasses.replace(GOLD_CLAIM, **{untold: None})
    assert numbers([gold], [CLAIM]) == {
        name: figure for name, figure in ALL_RIGHT.items() if name not in absent
    }


def test_a_claim_whose_time_the_text_does_not_tell_is_right_without_one() -> None:
    gold = dataclasses.replace(GOLD_CLAIM, said="")
    assert "said" not in numbers([gold], [dataclasses.replace(CLAIM, said=None)])
    assert numbers([gold], [CLAIM])["said"] == (0, 1, 0)
