"""Spellings of one foreign name: a key that is the same for each."""

import functools
import re
import unicodedata
from collections.abc import Sequence

__all__ = ["is_same_name", "name_ends", "same_spelling", "spelling_key"]

# Letters that the romanisations of Russian, Ukrainian, Arabic and Korean names disagree on, in the Danish,
# English and German press. Order matters: the longest first.
_ROMANISATIONS = {
    "s": ("shch", "sjtj", "sch", "sh", "sj"),
    "c": ("tsch", "tch", "tj", "ch"),
    "z": ("zh", "zj"),
    "h": ("kh",),
    "k": ("ck", "q"),
    "f": ("ph",),
    "u": ("ou", "oo"),
    "v": ("w",),
    "i": ("y", "j"),
}
_BY_LENGTH = sorted(
    ((s, one) for one, several in _ROMANISATIONS.items() for s in several), key=lambda p: -len(p[0])
)
_DOUBLE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=10_000)
def spelling_key(word: str) -> str:
    """The word with what romanisations disagree on made one.

    >>> spelling_key("Sjojgu") == spelling_key("Shoigu")
    True
    >>> spelling_key("Zelenskyj") == spelling_key("Zelensky")
    True
    >>> spelling_key("Hansen") == spelling_key("Jansen")
    False
    """
    key = word.casefold()
    for spelling, one in _BY_LENGTH:
        key = key.replace(spelling, one)
    decomposed = unicodedata.normalize("NFD", key)
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _DOUBLE.sub(r"\1", plain.replace("-", " "))


def same_spelling(word: str, other: str) -> bool:
    """Whether two words can be spellings of one name."""
    return word == other or spelling_key(word) == spelling_key(other)


def name_ends(words: Sequence[str]) -> tuple[str, str]:
    """The first and last word of a name, however spelled."""
    return spelling_key(words[0]), spelling_key(words[-1])


def is_same_name(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names can be one person's.

    The words of the shorter one stand in the longer one, first and last in their places, however spelled.
    """
    shorter, longer = sorted((words, other), key=len)
    if (
        len(shorter) < 2
        or not same_spelling(shorter[0], longer[0])
        or not same_spelling(shorter[-1], longer[-1])
    ):
        return False
    inner = longer[1:-1]
    return all(any(same_spelling(word, other) for other in inner) for word in shorter[1:-1])
