"""Exact-span F1, with the interval that resampling the sentences gives."""

import random
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from corpus.spans import Span

__all__ = ["NAME_KINDS", "Score", "score"]

NAME_KINDS = ("person", "organization", "place")
_RESAMPLES = 1000


class Score(NamedTuple):
    """Precision, recall and F1 of spans whose bounds and kind are right, with the 95 % interval of F1."""

    precision: float
    recall: float
    f1: float
    lowest: float
    highest: float


class _Counts(NamedTuple):
    right: int
    found: int
    wanted: int


def score(gold: Sequence[Iterable[Span]], found: Sequence[Iterable[Span]], kinds: Collection[str]) -> Score:
    """Score the spans of the given kinds, sentence by sentence.

    >>> score([[(0, 1, "place")]], [[(0, 1, "place"), (2, 3, "place")]], ("place",)).precision
    0.5
    """
    counts = [
        _count({s for s in want if s[2] in kinds}, {s for s in have if s[2] in kinds})
        for want, have in zip(gold, found, strict=True)
    ]
    chance = random.Random(0)  # noqa: S311  resampling, nothing secret
    resampled = sorted(_f1(chance.choices(counts, k=len(counts))) for _ in range(_RESAMPLES))
    right, have_all, want_all = (sum(column) for column in zip(*counts, strict=True))
    return Score(
        precision=right / have_all if have_all else 0.0,
        recall=right / want_all if want_all else 0.0,
        f1=_f1(counts),
        lowest=resampled[int(0.025 * _RESAMPLES)],
        highest=resampled[int(0.975 * _RESAMPLES)],
    )


def _count(want: set[Span], have: set[Span]) -> _Counts:
    return _Counts(len(want & have), len(have), len(want))


def _f1(counts: Iterable[_Counts]) -> float:
    right = both = 0
    for count in counts:
        right += count.right
        both += count.found + count.wanted
    return 2 * right / both if both else 0.0
