"""Words folded and stemmed, so that "ministeren" finds "minister" and "Aarhus" finds "Århus"."""

import functools
import re

import Stemmer

from corpus.languages import reading

__all__ = ["stem_words", "words_of"]

_WORD = re.compile(r"\w+")
_FALLEN_OFF = re.compile(r"[^\w ]")  # a mark that was part of a letter until case was folded: "İ" is two then


def words_of(text: str) -> list[tuple[int, int]]:
    """The ranges of the words that search sees: runs of letters, digits and `_`."""
    return [match.span() for match in _WORD.finditer(text)]


def stem_words(text: str, *, language: str | None = "da") -> str:
    """Fold and stem each word, in order, parted by single blanks.

    The same function makes the index and the query, so both databases find the same. The stemmer is
    Snowball's (https://snowballstem.org) for the language; without a language, case alone is folded.

    >>> stem_words("Ministerens svar fra Aarhus")
    'minist svar fra århus'
    """
    words = _FALLEN_OFF.sub("", " ".join(_WORD.findall(text)).casefold())
    if language is None:
        return words
    folds, stemmer = _rules(language)
    for spelling, fold in folds:
        words = words.replace(spelling, fold)
    return " ".join(stemmer.stemWords(words.split(" ")))


@functools.cache
def _rules(language: str) -> tuple[tuple[tuple[str, str], ...], Stemmer.Stemmer]:
    head = reading.toml(reading.folder_of(language) / "language.toml")
    return tuple(head["folds"].items()), Stemmer.Stemmer(head["stemmer"], 0)  # 0: it keeps no words
