"""Figures: precision, recall and F1 of many tallies, and how far chance moves them."""

import dataclasses
import random
import statistics
from collections import Counter
from collections.abc import Sequence

from corpus.evaluation.tallies import Tally

__all__ = ["Figure", "figures_of", "measures"]

RESAMPLES = 1000  # of the bootstrap
_SEED = 1  # so that the same findings always give the same interval


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """How often something was found right.

    Attributes:
        name: What was looked for.
        gold: How many are in the gold; None where it does not tell.
        found: How many were found; None where each thing of the gold has one answer, right or wrong.
        right: How many of those found are right.
        low: Lower end of the 95 % interval of `value`; None where all or nothing is right, of which
            resampling cannot tell how sure it is.
        high: Upper end.
    """

    name: str
    gold: int | None
    found: int | None
    right: int
    low: float | None = None
    high: float | None = None

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; 1 if nothing was."""
        return None if self.found is None else _share(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; 1 if there is nothing to find."""
        return None if self.gold is None else _share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.gold is None or self.found is None:
            return None
        return _share(2 * self.right, self.gold + self.found)

    @property
    def value(self) -> float:
        """F1, or whichever of precision and recall there is."""
        return next(m for m in (self.f1, self.precision, self.recall, 1.0) if m is not None)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def figures_of(tallies: Sequence[Tally], names: Sequence[str]) -> list[Figure]:
    """The figures of these names over all tallies, without those of which there is nothing to say."""
    return [figure for name in names if (figure := _figure(name, tallies)) is not None]


def _figure(name: str, tallies: Sequence[Tally]) -> Figure | None:
    gold = sum(tally.gold[name] for tally in tallies) if _counts(name, "gold", tallies) else None
    found = sum(tally.found[name] for tally in tallies) if _counts(name, "found", tallies) else None
    if not gold and not found:
        return None
    right = sum(tally.right[name] for tally in tallies)
    figure = Figure(name, gold, found, right)
    if figure.value in (0, 1):
        return figure
    low, high = _interval(name, tallies, times=1 if figure.f1 is None else 2)
    return dataclasses.replace(figure, low=low, high=high)


def _counts(name: str, side: str, tallies: Sequence[Tally]) -> bool:
    return any(name in getattr(tally, side) for tally in tallies)


def _interval(name: str, tallies: Sequence[Tally], *, times: int) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval (Efron 1979), whole sentences or articles drawn anew.

    Args:
        name: Of the figure, whose value is `times` x right / (gold + found).
        tallies: One a sentence or article, in which things are right or wrong together.
        times: 2 for F1, 1 for precision or recall alone.
    """
    chance = random.Random(_SEED)  # noqa: S311 -- no secret
    counts = [(tally.right[name], tally.gold[name] + tally.found[name]) for tally in tallies]
    values = []
    for _ in range(RESAMPLES):
        drawn = Counter(chance.choices(counts, k=len(counts))).items()  # few differ
        right = sum(right * often for (right, _), often in drawn)
        values.append(_share(times * right, sum(whole * often for (_, whole), often in drawn)))
    cuts = statistics.quantiles(values, n=40, method="inclusive")
    return cuts[0], cuts[-1]


def measures(figures: Sequence[Figure]) -> dict[str, float]:
    """Every number by a name of its own: `claim_precision`, `claim_recall`, `claim_f1`, and `claim` for F1.

    What has no F1 has its one number under both names: `speaker` is `speaker_recall`.
    """
    found = {}
    for figure in figures:
        found[figure.name] = figure.value
        for measure in ("precision", "recall", "f1"):
            value = getattr(figure, measure)
            if value is not None:
                found[f"{figure.name}_{measure}"] = value
    return found
