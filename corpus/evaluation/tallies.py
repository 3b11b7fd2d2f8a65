"""Tallies: what agrees and what does not, counted under the names of figures."""

import dataclasses
from collections import Counter

__all__ = ["Miss", "Tally"]


@dataclasses.dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as people annotated it.

    Attributes:
        place: Where it stands.
        figure: The figure that it lowers.
        found: What was found, or None.
        wanted: What should have been, or None.
    """

    place: str
    figure: str
    found: str | None
    wanted: str | None


@dataclasses.dataclass(slots=True)
class Tally:
    """The counts of one sentence or article, each by the name of a figure.

    Attributes:
        gold: How many things people annotated; no entry for a figure of which they say nothing.
        found: How many were found; no entry where as many as are in the gold always are.
        right: How many are in both.
        misses: What is not.
    """

    gold: Counter[str] = dataclasses.field(default_factory=Counter)
    found: Counter[str] = dataclasses.field(default_factory=Counter)
    right: Counter[str] = dataclasses.field(default_factory=Counter)
    misses: list[Miss] = dataclasses.field(default_factory=list)

    def begin(self, *figures: str) -> None:
        """Count from 0 on both sides, which says that both are counted."""
        for figure in figures:
            self.gold[figure] += 0
            self.found[figure] += 0

    def miss(self, place: str, figure: str, *, found: str | None = None, wanted: str | None = None) -> None:
        """Note what disagrees; the counts are for others to keep."""
        self.misses.append(Miss(place, figure, found, wanted))

    def check(self, place: str, figure: str, *, found: object, wanted: object, right: bool) -> bool:
        """Count the answer to one question that always has one, and note it where it is wrong."""
        self.gold[figure] += 1
        self.right[figure] += right
        if not right:
            self.miss(place, figure, found=_shown(found), wanted=_shown(wanted))
        return right


def _shown(value: object) -> str | None:
    """A value as people read it: of several names, all of them."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or None
    return None if value is None else str(value)
