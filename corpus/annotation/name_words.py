"""Single words as the name lists know them, in any form; what is found is kept, since few words are rare."""

import functools

from corpus.annotation.words import CACHED, bases, word_classes
from corpus.languages import Language, LexiconName

__all__ = ["SHORTEST_HEAD", "country_of_demonym", "is_compound_name", "may_begin_name", "word_forms"]

SHORTEST_HEAD = 3  # letters before a hyphen that may be a name: not "e-sport"
_LONGEST_ACRONYM = 4  # letters; a longer word in capitals may be a name that is shouted: "GRINDSTED"
_LONGEST_SYLLABLE = 5  # letters after a hyphen that may still be part of a name: Jae-myung


def is_compound_name(word: str, language: Language) -> bool:
    """Whether a common noun ends a word that begins like a name: "Hummel-milliardær"."""
    head, hyphen, rest = word.partition("-")
    if not hyphen or not rest.islower():
        return False
    is_listed = min(len(head), len(rest)) >= SHORTEST_HEAD and head in language.names.names
    return is_listed or len(rest) > _LONGEST_SYLLABLE or "noun" in word_classes(rest, language)


@functools.lru_cache(maxsize=CACHED)
def word_forms(word: str, language: Language) -> tuple[str, ...]:
    """The word as it stands, and its nominatives or the name that begins a compound.

    >>> from corpus.languages import load_language
    >>> word_forms("Ruslands", load_language("da")), word_forms("Nato-lande", load_language("da"))
    (('Ruslands', 'Rusland'), ('Nato-lande', 'Nato'))
    """
    if is_compound_name(word, language):
        return (word, word.partition("-")[0])
    is_shouted = word.isupper() and len(word) > _LONGEST_ACRONYM and word not in language.names.names
    return (word, *bases(word, language), *((word.capitalize(),) if is_shouted else ()))


def country_of_demonym(lower: str, language: Language) -> tuple[LexiconName | None, int]:
    """The country of a demonym, or of one that begins a compound, and how many of the letters say so."""
    demonyms = language.names.demonyms
    for form in (lower, *bases(lower, language)):
        if known := demonyms.get(form):
            return known, len(lower)
    head, hyphen, _ = lower.partition("-")
    return demonyms.get(head) if hyphen else None, len(head)


@functools.lru_cache(maxsize=CACHED)
def may_begin_name(word: str, language: Language) -> bool:
    """Whether a name can begin with a word: it is capitalised, or a listed name or demonym in some form."""
    return (
        word[0].isupper()
        or not language.names.names.keys().isdisjoint(word_forms(word, language))
        or country_of_demonym(word.lower(), language)[0] is not None
    )
