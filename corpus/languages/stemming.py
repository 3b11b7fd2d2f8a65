"""Words folded and stemmed, so that "ministeren" finds "minister" and "Aarhus" finds "Århus"."""

import functools
import re
from typing import Any

import snowballstemmer

from corpus.languages import reading

__all__ = ["stem_words", "words_of"]

_WORD = re.compile(r"\w+")


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
    words = _WORD.findall(text)
    return " ".join([_fold(word) if language is None else _stem(word, language) for word in words])


def _fold(word: str) -> str:
    """The word with case folded, without the marks that fall off a letter: "İ" is two code points then."""
    return "".join(_WORD.findall(word.casefold()))


@functools.lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    folds, stemmer = _rules(language)
    word = _fold(word)
    for spelling, fold in folds:
        word = word.replace(spelling, fold)
    return str(stemmer.stemWord(word))


@functools.cache
def _rules(language: str) -> tuple[tuple[tuple[str, str], ...], Any]:
    head = reading.toml(reading.folder_of(language) / "language.toml")
    return tuple(head["folds"].items()), snowballstemmer.stemmer(head["stemmer"])
