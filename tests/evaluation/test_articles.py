"""The figures fall by what is wrong, as tests/gold/README.md says."""

import dataclasses
from typing import Any

import pytest

from corpus.evaluation.articles import ARTICLE_FIGURES, compare_article
from corpus.evaluation.figures import figures_of, measures
from corpus.evaluation.found import Found, FoundClaim, FoundEntity
from corpus.evaluation.gold import Gold, GoldClaim
from corpus.evaluation.tallies import Miss

GOLD = Gold(
    published="2023-09",
    kinds={2: "credit", 3: "heading"},
    entities=(("person", "Kim Jong-un"), ("any", "Kreml")),
    claims=(GoldClaim(1, "siger", ("Kim Jong-un",), ("KCNA",), "affirmed", "fred"),),
    optional=((1, "tror"),),
)
CLAIM = FoundClaim(
    1, "siger", ("Kim Jong-un",), ("KCNA",), "affirmed", "Der bliver fred i verden", "direct", "promise"
)
PLACE = FoundEntity("place", frozenset({"her"}), frozenset({1, 3}))
FOUND = Found(
    published="2023-09",
    kinds={1: "body", 2: "credit", 3: "heading"},
    entities=(
        FoundEntity("person", frozenset({"kim jong-un", "kim"}), frozenset({1})),
        FoundEntity("place", frozenset({"kreml"}), frozenset({1})),
    ),
    claims=(CLAIM,),
)
WRONG_CLAIM = {"whole_claim_precision": 0.0, "whole_claim_recall": 0.0, "whole_claim": 0.0}


def numbers(gold: Gold, found: Found) -> dict[str, tuple[int | None, int | None, int]]:
    figures = figures_of([compare_article("one", gold, found)], ARTICLE_FIGURES)
    return {figure.name: (figure.gold, figure.found, figure.right) for figure in figures}


def measured(*found: Found | None) -> dict[str, float]:
    tallies = [compare_article("one", GOLD, one) for one in found]
    return {
        name: value
        for name, value in measures(figures_of(tallies, ARTICLE_FIGURES)).items()
        if not name.endswith("_f1")  # as the figure's own name
    }


def test_the_figures_of_an_article_in_which_all_is_right() -> None:
    assert numbers(GOLD, FOUND) == {
        "dates": (1, None, 1),
        "paragraph_kinds": (3, None, 3),
        "entity": (2, 2, 2),
        "claim": (1, 1, 1),
        "speaker": (1, None, 1),
        "via": (1, None, 1),
        "polarity": (1, None, 1),
        "content": (1, None, 1),
        "whole_claim": (1, 1, 1),
        "affirmed": (1, 1, 1),
        "direct": (None, 1, 1),
        "act_promise": (None, 1, 1),
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"published": None}, {"dates": 0.0, "dates_recall": 0.0}, id="date"),
        pytest.param(
            {"kinds": {1: "body", 2: "body", 3: "heading"}},
            {"paragraph_kinds": 2 / 3, "paragraph_kinds_recall": 2 / 3},
            id="paragraph",
        ),
        pytest.param(
            {"entities": FOUND.entities[:1]}, {"entity_recall": 0.5, "entity": 2 / 3}, id="entity missed"
        ),
        pytest.param(
            {"entities": (*FOUND.entities, PLACE)},
            {"entity_precision": 2 / 3, "entity": 0.8},
            id="entity invented",
        ),
        pytest.param(
            {"entities": (*FOUND.entities, dataclasses.replace(PLACE, paragraphs=frozenset({3})))},
            {},
            id="entity of a heading",
        ),
        pytest.param(
            {"entities": (*FOUND.entities, dataclasses.replace(PLACE, kind="event"))}, {}, id="event"
        ),
        pytest.param(
            {"claims": (CLAIM, dataclasses.replace(CLAIM, cue="tror"))}, {}, id="optional claim found"
        ),
        pytest.param(
            {"claims": (CLAIM, dataclasses.replace(CLAIM, cue="mener", quotation="mixed", act="belief"))},
            {
                "claim_precision": 0.5,
                "claim": 2 / 3,
                "whole_claim_precision": 0.5,
                "whole_claim": 2 / 3,
                "affirmed_precision": 0.5,
                "affirmed": 2 / 3,
                "mixed": 0.0,
                "mixed_precision": 0.0,
                "act_belief": 0.0,
                "act_belief_precision": 0.0,
            },
            id="claim invented",
        ),
        pytest.param(
            {"claims": (dataclasses.replace(CLAIM, speaker=()),)},
            {"speaker": 0.0, "speaker_recall": 0.0, **WRONG_CLAIM},
            id="speaker",
        ),
        pytest.param(
            {"claims": (dataclasses.replace(CLAIM, via=("Kcna", "X")),)},
            {"via": 0.0, "via_recall": 0.0, **WRONG_CLAIM},
            id="via",
        ),
        pytest.param(
            {"claims": (dataclasses.replace(CLAIM, content="krig"),)},
            {"content": 0.0, "content_recall": 0.0, **WRONG_CLAIM},
            id="content",
        ),
        pytest.param(
            {"claims": (dataclasses.replace(CLAIM, polarity="denied"),)},
            {
                "polarity": 0.0,
                "polarity_recall": 0.0,
                **WRONG_CLAIM,
                "affirmed": 0.0,
                "affirmed_recall": 0.0,
                "affirmed_precision": 1.0,
                "denied": 0.0,
                "denied_precision": 0.0,
                "denied_recall": 1.0,
            },
            id="polarity",
        ),
    ],
)
def test_figures_fall_by_what_is_wrong(changes: dict[str, Any], expected: dict[str, float]) -> None:
    perfect = dict.fromkeys(measured(FOUND), 1.0)
    assert measured(dataclasses.replace(FOUND, **changes)) == pytest.approx(perfect | expected)


def test_an_article_that_is_missing_gives_nothing() -> None:
    found = measured(FOUND, None)
    assert (found["dates"], found["entity_recall"], found["claim_recall"]) == (0.5, 0.5, 0.5)
    assert found["claim_precision"] == 1.0


def test_what_is_wrong_is_named() -> None:
    found = dataclasses.replace(
        FOUND,
        published=None,
        entities=(*FOUND.entities[1:], PLACE),
        claims=(dataclasses.replace(CLAIM, via=()),),
    )
    assert compare_article("one", GOLD, found).misses == [
        Miss("one", "dates", None, "2023-09"),
        Miss("one", "entity", None, "person Kim Jong-un"),
        Miss("one", "entity", "place her", None),
        Miss("one p1 siger", "via", None, "KCNA"),
    ]
    lost = compare_article(
        "one", GOLD, dataclasses.replace(FOUND, claims=(dataclasses.replace(CLAIM, paragraph=2),))
    )
    assert lost.misses == [
        Miss("one p1 siger", "claim", None, "fred"),
        Miss("one p2 siger", "claim", "Der bliver fred i verden", None),
    ]
