"""Items: the words of a sentence as patterns see them, each with its range and classes.

Names, phrases ("over for") and quotations are one item each; a second pass makes noun phrases one item.
"""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.annotation import grammar as g
from corpus.annotation.grammar import Grammar
from corpus.annotation.tokens import Token
from corpus.annotation.words import CACHED, bases, word_classes
from corpus.languages import Language
from corpus.records import EntityKind

__all__ = ["Item", "NamedSpan", "chunk", "itemize"]

_BREAKING = 3  # words
# What no phrase reaches over.
_UNBROKEN = frozenset(
    {"cue", "verb", "have", "modal", "been", "comma", "stop", "colon", "mark", "at", "and", "dash"}
)
_SHORTEST_INFLECTED = 6  # letters; a shorter word that ends like an inflected noun is seldom one


class NamedSpan(NamedTuple):
    """A resolved name among a sentence's tokens.

    Attributes:
        first: Index of its first token.
        last: One past the index of its last token.
        kind: What it names.
        subkind: `media`, `agency` ... or an empty string.
        entity: Index of its entity, or None.
        name: The name in the nominative.
        is_genitive: Whether it stands in the genitive.
        is_demonym: Whether it is an adjective or inhabitant of a country.
    """

    first: int
    last: int
    kind: EntityKind
    subkind: str
    entity: int | None
    name: str
    is_genitive: bool
    is_demonym: bool


class Item(NamedTuple):
    """One letter of the pattern language.

    Attributes:
        text: Its words.
        start: First code point in the document.
        end: One past the last.
        classes: What patterns may call it.
        named: The name it is.
        parts: Of a noun phrase, the items it is made of.
        phrase: Of a verb whose phrase other words break, the phrase as the lists have it.
        phrase_end: One past the last code point of that phrase; the words in it are items of their own.
    """

    text: str
    start: int
    end: int
    classes: frozenset[str]
    named: NamedSpan | None = None
    parts: tuple["Item", ...] = ()
    phrase: str = ""
    phrase_end: int = 0

    @property
    def lower(self) -> str:
        """The words with case folded as the word lists are."""
        return self.text.lower()


def itemize(
    text: str,
    tokens: Sequence[Token],
    names: Sequence[NamedSpan],
    quotations: Sequence[tuple[int, int]],
    language: Language,
) -> list[Item]:
    """Make items of a sentence's tokens.

    Args:
        text: The document's text.
        tokens: The sentence.
        names: Its names.
        quotations: Ranges of token indexes, end exclusive, that are one quotation each, marks included.
        language: The rules.
    """
    by_first = {name.first: name for name in names}
    quoted = dict(quotations)
    return list(_items(text, tokens, by_first, quoted, language))


def _items(
    text: str,
    tokens: Sequence[Token],
    names: Mapping[int, NamedSpan],
    quoted: Mapping[int, int],
    language: Language,
) -> Iterator[Item]:
    longest, broken = _longest_phrases(tokens, language), _cue_phrases(language)
    index = 0
    while index < len(tokens):
        named = names.get(index)
        phrase, phrase_last = "", 0
        if index in quoted:
            last, classes = quoted[index], g.QUOTATION
        elif named is not None:
            last, classes = named.last, _name_classes(named, tokens[index], language)
        else:
            last, classes = _word(tokens, index, longest[index], names, language)
            if last == index + 1 and tokens[index].lower in broken:
                phrase, phrase_last = _broken_phrase(tokens, index, names, language)
                classes = classes | language.words[phrase] if phrase else classes
        start, end = tokens[index].start, tokens[last - 1].end
        is_named = named is not None and classes is not g.QUOTATION
        phrase_end = tokens[phrase_last - 1].end if phrase else 0
        yield Item(text[start:end], start, end, classes, named if is_named else None, (), phrase, phrase_end)
        index = last


def _name_classes(named: NamedSpan, first: Token, language: Language) -> frozenset[str]:
    if named.is_demonym:
        return g.DEMONYM | language.words.get(first.lower, frozenset())
    return g.GENITIVE if named.is_genitive else g.NAMES[named.kind]


def _word(
    tokens: Sequence[Token], index: int, longest: int, names: Mapping[int, NamedSpan], language: Language
) -> tuple[int, frozenset[str]]:
    """The longest phrase that begins here, of some words at most, or the word; and its classes."""
    for length in range(min(longest, len(tokens) - index), 1, -1):
        if any(index + step in names for step in range(1, length)):
            continue
        phrase = " ".join(token.lower for token in tokens[index : index + length])
        if phrase in language.words:
            return index + length, language.words[phrase]
    return index + 1, _single(tokens[index].text, language, is_first=index == 0)


def _longest_phrases(tokens: Sequence[Token], language: Language) -> list[int]:
    """For each token, the words in the longest phrase that begins with it and the next; 1 if none does."""
    longest = _phrases(language)
    words = [token.lower for token in tokens]
    return [longest.get(beginning, 1) for beginning in itertools.zip_longest(words, words[1:])]


@functools.cache
def _phrases(language: Language) -> Mapping[tuple[str, str | None], int]:
    """The first two words of the phrases of the lists, and the words in the longest that begins so."""
    longest: dict[tuple[str, str | None], int] = {}
    for phrase in language.words:
        words = phrase.split()
        if len(words) > 1:
            beginning = words[0], words[1]
            longest[beginning] = max(longest.get(beginning, 1), len(words))
    return longest


def _broken_phrase(
    tokens: Sequence[Token], index: int, names: Mapping[int, NamedSpan], language: Language
) -> tuple[str, int]:
    """The cue phrase that begins here and has a few other words in it, and one past its last token.

    "lagde stor vægt på" holds "lagde vægt på".
    """
    phrases = _cue_phrases(language)[tokens[index].lower]
    end = index + 1 + len(phrases[0][1]) + _BREAKING
    near = {token.lower for token in tokens[index + 1 : end]}
    for phrase, rest in phrases:
        if not near.issuperset(rest):
            continue
        position, left = index + 1, list(rest)
        while left and position < len(tokens) and position - index <= len(rest) + _BREAKING:
            if tokens[position].lower == left[0]:
                left.pop(0)
            elif position in names or _single(tokens[position].text, language, is_first=False) & _UNBROKEN:
                break
            position += 1
        if not left:
            return phrase, position
    return "", 0


@functools.cache
def _cue_phrases(language: Language) -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """For each first word of a cue of several words, the cues and their other words, longest first."""
    found: defaultdict[str, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for phrase in sorted(language.cues, key=lambda phrase: (-len(phrase.split()), phrase)):
        first, *rest = phrase.split()
        if rest:
            found[first].append((phrase, rest))
    return found


@functools.lru_cache(maxsize=CACHED)
def _single(word: str, language: Language, *, is_first: bool) -> frozenset[str]:
    """The classes of one word, number or mark."""
    if word in language.marks:
        return language.marks[word]
    lower = word.lower()
    if not word[0].isalpha():
        return _number(lower, language) if word[0].isdigit() else g.MARK
    known = word_classes(lower, language)
    if known or (word[0].isupper() and not is_first):
        return known or g.CAPITALIZED
    return _unknown(lower, language)


def _number(lower: str, language: Language) -> frozenset[str]:
    """A number's classes, with those of the word that it is compounded with: "37-årige"."""
    _, hyphen, word = lower.partition("-")
    return g.NUMBER | language.words.get(word, frozenset()) if hyphen else g.NUMBER


def _unknown(lower: str, language: Language) -> frozenset[str]:
    """What the ending of an unknown word makes it look like."""
    if len(lower) < _SHORTEST_INFLECTED:
        return g.UNKNOWN
    if lower.endswith(language.definite_endings):
        return g.DEFINITE_LIKE
    return g.GENITIVE_LIKE if bases(lower, language) else g.UNKNOWN


def chunk(items: Sequence[Item], text: str, grammar: Grammar) -> list[Item]:
    """Make one item of each noun phrase that can be a source; the rest stay as they are."""
    sentence = grammar.encode(item.classes for item in items)
    return list(_with_phrases(items, text, grammar.phrases(sentence)))


def _with_phrases(
    items: Sequence[Item], text: str, phrases: Sequence[tuple[int, int, str]]
) -> Iterator[Item]:
    position = 0
    for first, last, kind in phrases:
        yield from items[position:first]
        yield _phrase(items[first:last], text, kind)
        position = last
    yield from items[position:]


def _phrase(parts: Sequence[Item], text: str, kind: str) -> Item:
    """A noun phrase with what patterns ask of it."""
    noun = next((part.classes for part in parts if "noun" in part.classes), frozenset[str]())
    classes = {"np", kind} | (noun & g.PHRASE_MARKS)
    if any("comma" in part.classes for part in parts):
        classes.add("apposed")
    if "place" in parts[-1].classes:
        classes.add("place")
    start, end = parts[0].start, parts[-1].end
    return Item(text[start:end], start, end, frozenset(classes), None, tuple(parts))
