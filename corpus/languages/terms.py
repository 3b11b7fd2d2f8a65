"""Terms: the words of a text by which it is told what the text is about, with what each of them weighs.

A term is the stem of a word, or of the first word of a group that the news use for one thing. A compound
counts as its parts ("våbenhandel" as "våben" and "handel"). What a term weighs is how rare its word is in the
language at large, never in an archive: so a claim's terms depend on nothing but its own words.
"""

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping

from corpus.languages import reading
from corpus.languages.stemming import stem_words
from corpus.naming import name_key

__all__ = ["PropositionWords", "proposition_words", "rarity", "terms_of"]

COMMONEST = 1.5  # level of the most frequent words: one word in 10**1.5
UNKNOWN = 6.5  # level of a word that the list does not hold
_SHORTEST_PART = 3  # letters of a compound's parts
_LINKS = ("", "s", "e")  # letters between the parts of a compound

_WORD = re.compile(r"\d[\d.,]*\d|\w+")


@dataclasses.dataclass(frozen=True, slots=True)
class PropositionWords:
    """What propositions.toml and frequencies.tsv of a language hold.

    Attributes:
        empty: Words that say nothing of what is claimed.
        negation: Words that turn it into its opposite.
        neither: Those that do so, but not in what somebody denies.
        again: Words after which a negation only goes on with one before.
        representing: Words before an organization for which somebody speaks.
        own: Words by which somebody speaks of himself.
        own_many: The same, where several speak as one.
        asides: Words after which a content tells more than what is claimed.
        subjectless: First words of a content that leaves out who it is about.
        pointing: Words that point back to what somebody else has claimed.
        pointing_many: Those that point back to several claims.
        accusing: Those of both that point back to accusations.
        pronouns: Words that point back to anything.
        untrue: Verdicts that it is not so.
        true: Verdicts that it is so.
        governments: Name, case folded, to that of the country or union whose government it stands for.
        same: Stem of a word to that of the first word of its group.
        levels: Stem to how rare it is, as the power of ten.
        beginnings: The first letters of all stems, as many as a part of a compound has at least.
    """

    empty: frozenset[str]
    negation: frozenset[str]
    neither: frozenset[str]
    again: frozenset[str]
    representing: frozenset[str]
    own: frozenset[str]
    own_many: frozenset[str]
    asides: frozenset[str]
    subjectless: frozenset[str]
    pointing: frozenset[str]
    pointing_many: frozenset[str]
    accusing: frozenset[str]
    pronouns: frozenset[str]
    untrue: frozenset[str]
    true: frozenset[str]
    governments: Mapping[str, str]
    same: Mapping[str, str]
    levels: Mapping[str, float]
    beginnings: frozenset[str]


@functools.cache
def proposition_words(language: str) -> PropositionWords:
    """Read the words of a language; the result is kept."""
    folder = reading.folder_of(language)
    table = reading.toml(folder / "propositions.toml")
    lists = {name: frozenset(text.split()) for name, text in table.items() if isinstance(text, str)}
    groups = [group.split() for group in table["same"]]
    same = {
        stem_words(word, language=language): stem_words(group[0], language=language)
        for group in groups
        for word in group
    }
    levels = {
        stem: float(row["rarity"])
        for row in reading.rows(folder / "frequencies.tsv")
        for stem in row["stems"].split(" ")
    }
    return PropositionWords(
        **lists,
        governments=_governments(table["governments"]),
        same=same,
        levels=levels,
        beginnings=frozenset(stem[:_SHORTEST_PART] for stem in (*same, *levels)),
    )


def _governments(table: Mapping[str, str]) -> dict[str, str]:
    return {
        name_key(seat): name_key(government)
        for government, seats in table.items()
        for seat in seats.split("|")
    }


def terms_of(text: str, *, language: str = "da") -> list[str]:
    """The terms of a text, in order, one as often as it stands there.

    >>> terms_of("Landet har leveret 1.000 våben", language="da")
    ['land', 'send', '1000', 'våb']
    """
    return [term for word in _WORD.findall(text) for term in _terms(word.lower(), language)]


@functools.lru_cache(maxsize=20_000)
def _terms(word: str, language: str) -> tuple[str, ...]:
    words = proposition_words(language)
    if word in words.empty or word in words.negation or word in words.neither:
        return ()
    if word[0].isdigit():
        return (re.sub(r"[.,]", "", word),)
    stem = stem_words(word, language=language)
    if stem in words.same:
        return (words.same[stem],)
    if stem in words.levels or len(stem) <= 1:
        return (stem,) if len(stem) > 1 else ()
    return next(_parts(word, language), (stem,))


def _parts(word: str, language: str) -> Iterator[tuple[str, ...]]:
    """The ways to part a compound in two words that the list holds, the longest last word first."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        last = _part(word[cut:], language)
        if last is None:
            continue
        for link in _LINKS:
            first = _part(word[:cut].removesuffix(link), language) if word[:cut].endswith(link) else None
            if first is not None:
                yield first, last


@functools.lru_cache(maxsize=50_000)
def _part(word: str, language: str) -> str | None:
    """The term of a part of a compound, None where it is no word."""
    words = proposition_words(language)
    if word[:_SHORTEST_PART] not in words.beginnings:
        return None
    stem = stem_words(word, language=language)
    if len(stem) < _SHORTEST_PART or word in words.empty:
        return None
    return words.same.get(stem) or (stem if stem in words.levels else None)


def rarity(term: str, *, language: str) -> float:
    """What a term weighs: 0 for the commonest words, 5 for those that the language's list lacks.

    >>> rarity("det", language="da"), rarity("zebra", language="da") > 3
    (0.0, True)
    """
    return proposition_words(language).levels.get(term, UNKNOWN) - COMMONEST
