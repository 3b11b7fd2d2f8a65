"""Threads compared with the gold: do claims stand together that are on one proposition, and no others?

B-cubed (Bagga and Baldwin 1998): of each claim, which share of those that it stands with belong with it, and
which share of those that belong with it it stands with, itself among them; the means over all claims. Of the
claims that were found and that the gold puts in a thread, over all articles of a gold file at once.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.evaluation.figures import Figure
from corpus.evaluation.found import Found
from corpus.evaluation.gold import Gold
from corpus.evaluation.likeness import same_cue
from corpus.evaluation.tallies import Miss

__all__ = ["THREAD_GROUPS", "ThreadFigure", "compare_threads"]

THREAD_GROUPS: Mapping[str, tuple[str, ...]] = {"Claims by what they are about": ("thread",)}

Labels = Mapping[str, Sequence[int | None]]


@dataclasses.dataclass(frozen=True, slots=True)
class ThreadFigure(Figure):
    """How well threads agree; `right` counts the claims whose thread is the gold's to the last claim.

    Attributes:
        cubed_precision: B-cubed precision.
        cubed_recall: B-cubed recall.
    """

    cubed_precision: float = 1.0
    cubed_recall: float = 1.0

    @property
    def precision(self) -> float:
        """The mean share of a claim's company that belongs with it."""
        return self.cubed_precision

    @property
    def recall(self) -> float:
        """The mean share of what belongs with a claim that is its company."""
        return self.cubed_recall

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclasses.dataclass(frozen=True, slots=True)
class _Pair:
    """A claim of the gold that was found.

    Attributes:
        place: What to call it.
        content: Its content, as the gold has it.
        wanted: The gold's label.
        given: The label of the thread found; a claim without one stands alone.
    """

    place: str
    content: str
    wanted: str
    given: object


def compare_threads(
    gold: Mapping[str, Gold], found: Mapping[str, Found], threads: Labels
) -> tuple[ThreadFigure | None, list[Miss]]:
    """Compare the threads of all articles; no figure where the gold knows none.

    Args:
        gold: What the articles must give.
        found: What they gave.
        threads: Of each article, the labels of the threads of its claims, in their order; None for a claim
            without a thread.
    """
    pairs = [
        pair
        for key, wanted in gold.items()
        if key in found
        for pair in _pairs(key, wanted, found[key], threads[key])
    ]
    if not pairs:
        return None, []
    wanted, given = _clusters(pairs, "wanted"), _clusters(pairs, "given")
    shares = [
        (len(wanted[pair.wanted] & given[pair.given]), len(given[pair.given]), len(wanted[pair.wanted]))
        for pair in pairs
    ]
    figure = ThreadFigure(
        name="thread",
        gold=len(pairs),
        found=len(pairs),
        right=sum(common == company == belonging for common, company, belonging in shares),
        cubed_precision=sum(common / company for common, company, _ in shares) / len(pairs),
        cubed_recall=sum(common / belonging for common, _, belonging in shares) / len(pairs),
    )
    return figure, list(_misses(pairs, wanted, given))


def _pairs(key: str, gold: Gold, found: Found, threads: Sequence[int | None]) -> Iterator[_Pair]:
    rest = list(enumerate(found.claims))
    for claim in gold.claims:
        hit = next(
            (o for o in rest if o[1].paragraph == claim.paragraph and same_cue(claim.cue, o[1].cue)), None
        )
        if hit is None:
            continue
        rest.remove(hit)
        if claim.thread is not None:
            label = threads[hit[0]]
            alone = (key, hit[0])
            place = f"{key} p{claim.paragraph} {claim.cue}"
            yield _Pair(place, claim.content, claim.thread, alone if label is None else label)


def _clusters(pairs: Sequence[_Pair], side: str) -> dict[object, set[int]]:
    clusters: defaultdict[object, set[int]] = defaultdict(set)
    for index, pair in enumerate(pairs):
        clusters[getattr(pair, side)].add(index)
    return clusters


def _misses(
    pairs: Sequence[_Pair], wanted: Mapping[object, set[int]], given: Mapping[object, set[int]]
) -> Iterator[Miss]:
    """Each claim with what is wrongly in its company, and what is missing there."""
    for index, pair in enumerate(pairs):
        company, belonging = given[pair.given], wanted[pair.wanted]
        strange, missing = (
            "; ".join(f"{pairs[other].place} ({pairs[other].content})" for other in sorted(one - two)) or None
            for one, two in ((company, belonging), (belonging, company))
        )
        if index == min(company | belonging) and (strange or missing):
            yield Miss(f"{pair.place} ({pair.content})", "thread", strange, missing)
