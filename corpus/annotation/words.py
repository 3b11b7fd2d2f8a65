"""What a word or a name's form may be: its classes in the language, and its nominative."""

import functools

from corpus.languages import Language

__all__ = ["CACHED", "LONGEST_ENDING", "bases", "common_class", "word_classes"]

GENITIVE_NOUN = frozenset({"possessive"})
LONGEST_ENDING = 40  # letters of a compound's last part; a blob without blanks has many more
CACHED = 10_000  # words whose forms and classes are kept; to work one out again takes 2 microseconds
_SHORTEST_PARTS = (3, 5)  # letters of the shorter and of the longer of two words joined
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


def bases(word: str, language: Language) -> tuple[str, ...]:
    """The nominatives that a word can be the genitive of, likeliest first.

    >>> from corpus.languages import load_language
    >>> bases("Ruslands", load_language("da"))
    ('Rusland',)
    """
    if not word.endswith(language.genitive_endings):
        return ()
    return tuple(
        word.removesuffix(ending)
        for ending in language.genitive_endings
        if word.endswith(ending) and (len(word) - len(ending) >= _SHORTEST or word[0].isdigit())
    )


@functools.lru_cache(maxsize=CACHED)
def common_class(word: str, language: Language) -> str:
    """Whether a capitalised word is a common word or a compound of two, and so nobody's family name.

    Returns:
        `common`, `compound`, or an empty string where neither is known.

    >>> from corpus.languages import load_language
    >>> [common_class(word, load_language("da")) for word in ("Fjord", "Kystvind", "Kystxyq", "fjord")]
    ['common', 'compound', '', '']
    """
    lower = word.lower()
    if not word[0].isupper() or not word.isalpha() or len(word) > LONGEST_ENDING:
        return ""
    if lower in language.names.vocabulary:
        return "common"
    shorter, longer = _SHORTEST_PARTS
    cuts = (cut for cut in range(shorter, len(lower) - shorter + 1) if max(cut, len(lower) - cut) >= longer)
    return "compound" if any(_is_joined(lower, cut, language) for cut in cuts) else ""


def _is_joined(lower: str, cut: int, language: Language) -> bool:
    """Whether common words stand before and after the cut, perhaps with a letter that joins them."""
    vocabulary, joints = language.names.vocabulary, language.keywords["compound_joint"]
    if lower[cut:] not in vocabulary:
        return False
    return lower[:cut] in vocabulary or (lower[cut - 1] in joints and lower[: cut - 1] in vocabulary)
