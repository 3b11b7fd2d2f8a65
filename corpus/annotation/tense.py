"""Whether the clause around a date is about what was or about what will be, by words of the language."""

import re

from corpus.annotation.contents import Sentence
from corpus.annotation.date_words import DateWords
from corpus.languages import Language, Tense

__all__ = ["tense_at"]

_CLAUSE_END = re.compile(r"[!?:;,()»«“”\"–—]")
_WORD = re.compile(r"\w+")
_NO_VERBS = frozenset({"prep", "art", "adv", "and", "but", "possessive", "num", "he", "they", "neg"})
_HEARSAY = 4  # words after a future within which "have" makes hearsay of it


def tense_at(lowered: str, sentence: Sentence, date: DateWords, language: Language, tense: Tense) -> int:
    """The tense of the clause that a date stands in: -1 past, 1 future, 0 where it does not tell.

    Args:
        lowered: The document's text in lower case.
        sentence: Where the date stands.
        date: The date.
        language: Whose verbs.
        tense: The words that tell: the verb after a date that begins the clause, or else the nearest one.
    """
    begin = max(
        (mark.end() for mark in _CLAUSE_END.finditer(lowered, sentence.start, date.start)),
        default=sentence.start,
    )
    ending = _CLAUSE_END.search(lowered, date.end, sentence.end)
    before = _WORD.findall(lowered, begin, date.start)
    after = _WORD.findall(lowered, date.end, ending.start() if ending else sentence.end)
    clause = before + after
    told = [(abs(place - len(before) + 0.5), _told(clause, place, tense)) for place in range(len(clause))]
    is_first = after and tense.leading.issuperset(before)
    if is_first and not told[len(before)][1]:
        return _of_verb(after[0], language, tense)
    return min(((distance, found) for distance, found in told if found), default=(0, 0))[1]


def _told(clause: list[str], place: int, tense: Tense) -> int:
    """The tense that the word at a place of a clause tells."""
    word = clause[place]
    if word in tense.future:
        return int(tense.but.isdisjoint(clause[place + 1 : place + 1 + _HEARSAY]))
    if word in tense.past or (word.endswith(tense.past_endings) and word not in tense.leading):
        return -1
    return 0


def _of_verb(verb: str, language: Language, tense: Tense) -> int:
    """The tense of the second word of a clause, its verb: what is said at a time is not ahead of it."""
    if verb.endswith(tense.present_endings):
        return int(verb not in language.cues)
    return 0 if language.words.get(verb, frozenset()) & _NO_VERBS else -1
