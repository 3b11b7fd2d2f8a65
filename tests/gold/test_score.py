"""The figures say what README.md says of them."""

import dataclasses
from typing import Any

import pytest

from .score import Claim, Entity, Found, Gold, same_names, score

CLAIM = Claim(
    paragraph=1, cue="siger", speaker=("Kim Jong-un",), via=("KCNA",), polarity="affirmed", content="fred"
)
ARTICLE = Gold(
    published="2023-09",
    kinds={2: "credit", 3: "heading"},
    entities=(("person", "Kim Jong-un"), ("any", "Kreml")),
    claims=(CLAIM,),
    optional=((1, "tror"),),
)
FOUND = Found(
    published="2023-09",
    kinds={1: "body", 2: "credit", 3: "heading"},
    entities=(
        Entity("person", frozenset({"kim jong-un", "kim"}), frozenset({1})),
        Entity("place", frozenset({"kreml"}), frozenset({1})),
    ),
    claims=(dataclasses.replace(CLAIM, content="Der bliver fred i verden"),),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({"published": None}, {"dates": 0.0}),
        ({"kinds": {1: "body", 2: "body", 3: "heading"}}, {"paragraph_kinds": 2 / 3}),
        ({"entities": FOUND.entities[:1]}, {"entity_recall": 0.5, "entity_f1": 2 / 3}),
        (
            {"entities": (*FOUND.entities, Entity("place", frozenset({"her"}), frozenset({1, 3})))},
            {"entity_precision": 2 / 3, "entity_f1": 0.8},
        ),
        ({"entities": (*FOUND.entities, Entity("place", frozenset({"her"}), frozenset({3})))}, {}),
        ({"entities": (*FOUND.entities, Entity("event", frozenset({"her"}), frozenset({1})))}, {}),
        ({"claims": (*FOUND.claims, dataclasses.replace(CLAIM, cue="tror"))}, {}),
        (
            {"claims": (*FOUND.claims, dataclasses.replace(CLAIM, cue="mener"))},
            {"claim_precision": 0.5, "claim_f1": 2 / 3},
        ),
        ({"claims": (dataclasses.replace(CLAIM, speaker=()),)}, {"speaker": 0.0, "whole_claim_recall": 0.0}),
        (
            {"claims": (dataclasses.replace(CLAIM, via=("Kcna", "X")),)},
            {"via": 0.0, "whole_claim_recall": 0.0},
        ),
        (
            {"claims": (dataclasses.replace(CLAIM, polarity="denied", content="krig"),)},
            {"polarity": 0.0, "content": 0.0, "whole_claim_recall": 0.0},
        ),
    ],
)
def test_figures_fall_by_what_is_wrong(changes: dict[str, Any], expected: dict[str, float]) -> None:
    figures = score({"one": ARTICLE}, {"one": dataclasses.replace(FOUND, **changes)}).figures()
    assert figures == pytest.approx(dict.fromkeys(figures, 1.0) | expected)


def test_an_article_that_is_missing_is_counted() -> None:
    figures = score({"one": ARTICLE, "two": ARTICLE}, {"one": FOUND}).figures()
    assert (figures["dates"], figures["entity_recall"], figures["claim_recall"]) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (("Sergej Shoigu",), ("sergei  shoigu",), True),
        (("Putin", "Kim"), ("Kim", "Putin"), True),
        (("Putin",), ("Putin", "Putin"), False),
        (("Putin", "Putin"), ("Putin", "Kim"), False),
        ((), (), True),
    ],
)
def test_names_are_matched_one_to_one(wanted: tuple[str, ...], found: tuple[str, ...], same: bool) -> None:
    assert same_names(wanted, found) is same
