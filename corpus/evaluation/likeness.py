"""When names, cues, contents and times count as the same."""

import difflib
import re
from collections import Counter
from collections.abc import Sequence

from corpus.edtf import parse_period

__all__ = [
    "fold",
    "same_cue",
    "same_name",
    "same_names",
    "same_time",
    "shared_names",
    "shared_words",
    "words",
]

_LIKENESS = 0.8  # difflib ratio from which two names are the same
_WORD = re.compile(r"\w+")


def fold(words: str) -> str:
    """Words to compare: case folded, white space collapsed."""
    return " ".join(words.casefold().split())


def words(text: str) -> list[str]:
    """The words of a content, case folded: its punctuation and quotation marks are not compared.

    >>> words("»Nej«, siger hun.")
    ['nej', 'siger', 'hun']
    """
    return _WORD.findall(text.casefold())


def shared_words(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two contents have in common, each as often as both have it."""
    return (Counter(one) & Counter(other)).total()


def same_name(one: str, other: str) -> bool:
    """Whether two names are alike enough to be spellings of one."""
    one, other = fold(one), fold(other)
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= _LIKENESS


def shared_names(wanted: Sequence[str], found: Sequence[str]) -> int:
    """How many names have a partner of their own on the other side."""
    rest = list(found)
    for name in wanted:
        partner = next((other for other in rest if same_name(name, other)), None)
        if partner is not None:
            rest.remove(partner)
    return len(found) - len(rest)


def same_names(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether each name on one side has its own partner on the other."""
    return len(wanted) == len(found) == shared_names(wanted, found)


def same_cue(one: str, other: str) -> bool:
    """Whether one cue holds the other: "lyder" and "lyder det fra" are the same."""
    return fold(one) in fold(other) or fold(other) in fold(one)


def same_time(one: str, other: str) -> bool:
    """Whether two EDTF texts mean the same days: "2023-09~" and "2023-09-01/2023-09-30" do.

    Raises:
        ValueError: if one is no EDTF text.
    """
    first, second = parse_period(one), parse_period(other)
    return (first.earliest, first.latest) == (second.earliest, second.latest)
