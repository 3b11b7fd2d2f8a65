"""What a word or a name's form may be: its classes in the language, and its nominative."""

import functools

from corpus.languages import Language

__all__ = ["CACHED", "LONGEST_ENDING", "bases", "word_classes"]

GENITIVE_NOUN = frozenset({"possessive"})
LONGEST_ENDING = 40  # letters of a compound's last part; a blob without blanks has many more
CACHED = 10_000  # words whose forms and classes are kept; to work one out again takes 2 microseconds
_SHORTEST = 2  # letters that must stand before a genitive ending or a compound's last part


@functools.lru_cache(maxsize=CACHED)
def word_classes(word: str, language: Language) -> frozenset[str]:
    """The classes of a lower-case word: its own, or those of the noun that ends the compound.

    A noun in the genitive stands before another as a possessive does. An unknown word has none.
    """
    found = language.words.get(word)
    if found is not None:
        return found
    found = _compound_classes(word, language)
    if found:
        return found
    is_noun = any("noun" in _noun_classes(base, language) for base in bases(word, language))
    return GENITIVE_NOUN if is_noun else frozenset()


def _noun_classes(word: str, language: Language) -> frozenset[str]:
    return language.words.get(word) or _compound_classes(word, language)


def _compound_classes(word: str, language: Language) -> frozenset[str]:
    for cut in range(max(_SHORTEST, len(word) - LONGEST_ENDING), len(word) - 2):
        found = language.endings.get(word[cut:])
        if found is not None:
            return found
    return frozenset()


@functools.lru_cache(maxsize=CACHED)
def bases(word: str, language: Language) -> tuple[str, ...]:
    """The nominatives that a word can be the genitive of, likeliest first.

    >>> from corpus.languages import load_language
    >>> bases("Ruslands", load_language("da"))
    ('Rusland',)
    """
    return tuple(
        word.removesuffix(ending)
        for ending in language.genitive_endings
        if word.endswith(ending) and (len(word) - len(ending) >= _SHORTEST or word[0].isdigit())
    )
