"""When names and cues count as the same."""

import difflib
from collections.abc import Sequence

__all__ = ["fold", "same_cue", "same_name", "same_names"]

_LIKENESS = 0.8  # difflib ratio from which two names are the same


def fold(words: str) -> str:
    """Words to compare: case folded, white space collapsed."""
    return " ".join(words.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are alike enough to be spellings of one."""
    one, other = fold(one), fold(other)
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= _LIKENESS


def same_names(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether each name on one side has its own partner on the other."""
    rest = list(found)
    for name in wanted:
        partner = next((other for other in rest if same_name(name, other)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return not rest


def same_cue(one: str, other: str) -> bool:
    """Whether one cue holds the other: "lyder" and "lyder det fra" are the same."""
    return fold(one) in fold(other) or fold(other) in fold(one)
