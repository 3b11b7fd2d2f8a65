"""Whether a date beside a cue is when something was said, by the words between and before them."""

import dataclasses
import functools
import re
from collections.abc import Sequence

from corpus.annotation.contents import Range
from corpus.annotation.words import word_classes
from corpus.languages import Calendar, Language

__all__ = ["Place", "is_when"]

_MARK = re.compile(r"[.!?:;,()»«“”\"–—]|(?<=\s)-(?=\s)")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_AUXILIARIES = frozenset({"have", "modal", "be", "become"})
_LIGHT = frozenset({"adv", "he", "they", "it", "reflexive", "neg", "expletive"})
_SPEECHES = frozenset({"publication", "document"})
_SUBORDINATORS = frozenset({"rel", "at", "whether", "where", "while"})
_TITLE = 2  # words of a title that may stand before a name
_NEAR = 4  # words, people aside, that may stand between a date in the middle of a clause and its cue


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: in lower case, where it stands, and its classes in the language."""

    lower: str
    start: int
    end: int
    classes: frozenset[str]


@dataclasses.dataclass(frozen=True)
class Place:
    """A date and a cue in one sentence.

    Attributes:
        text: The document's text.
        sentence: The range of their sentence.
        cue: The range of the cue.
        date: The range of the date.
        people: The ranges of those who say it, pass it on, are told of it or meant by it.
        document: The range of the publication that says it, where one does.
        language: Whose words.
        calendar: Its calendar.
    """

    text: str
    sentence: Range
    cue: Range
    date: Range
    people: Sequence[Range]
    document: Range | None
    language: Language
    calendar: Calendar

    def words(self, start: int, end: int) -> list[Word]:
        """The words between two places."""
        return [
            Word(m[0].lower(), *m.span(), word_classes(m[0].lower(), self.language))
            for m in _WORD.finditer(self.text, start, end)
        ]

    def without_people(self, start: int, end: int) -> list[Word]:
        """The words between two places that do not name those who take part."""
        return [word for word in self.words(start, end) if not self.is_of_people(word.start)]

    def marks(self, start: int, end: int) -> list[int]:
        """Where clauses end between two places."""
        found = (mark.start() for mark in _MARK.finditer(self.text, start, end))
        return [place for place in found if not self.is_of_people(place)]

    @property
    def is_next(self) -> bool:
        """Whether only people stand between the cue and the date, which is then no part of what is said."""
        start, end = self.cue[1], self.date[0]
        lead = self.calendar.saying.lead
        words = self.without_people(start, end)
        return start < end and not self.marks(start, end) and all(word.lower in lead for word in words)

    @property
    def is_of_document(self) -> bool:
        """Whether the date is that of the publication which says it: "en rapport fra 2019"."""
        if self.document is None or self.date[0] < self.document[0]:
            return False
        if self.date[0] < self.document[1]:
            return _is_free(self, self.document[0])
        words = self.words(self.document[1], self.date[0])
        return len(words) == 1 and "from" in words[0].classes

    def is_of_people(self, place: int) -> bool:
        """Whether a place lies in the name of somebody who takes part."""
        return any(start <= place < end for start, end in self.people)

    def is_occasion(self, word: Word) -> bool:
        """Whether a word is an occasion to speak, or a publication."""
        return bool(word.classes & _SPEECHES) or word.lower.endswith(self.calendar.saying.occasions)

    @functools.cached_property
    def clause(self) -> int:
        """Where the clause of the date begins."""
        marks = self.marks(self.sentence[0], self.date[0])
        return marks[-1] + 1 if marks else self.sentence[0]


def is_when(place: Place) -> bool:
    """Whether the date is when something was said by the cue."""
    if place.is_of_document or place.is_of_people(place.date[0]):
        return place.is_of_document
    if place.date[0] >= place.cue[1]:
        return _is_when_after(place)
    return _is_when_before(place)


def _is_when_after(place: Place) -> bool:
    """A date after its cue: "sagde X til Y onsdag", "sagde X, da sagen onsdag begyndte"."""
    marks = place.marks(place.cue[1], place.date[0])
    if not marks:
        words = (word.lower for word in place.without_people(place.cue[1], place.date[0]))
        return place.calendar.saying.apart.isdisjoint(words) and _is_free(place, place.cue[1])
    tail = place.words(marks[-1], place.date[0])
    if len(marks) > 1 or not tail or len(place.without_people(place.cue[1], marks[0])) > _TITLE:
        return False
    is_told = place.document is not None and "rel" in tail[0].classes
    return is_told or (tail[0].lower in place.calendar.saying.when and _is_past(place))


def _is_free(place: Place, start: int) -> bool:
    """Whether the date belongs to no noun from a place on, unless that is an occasion to speak."""
    words = place.words(start, place.date[0])
    while words and words[-1].lower in place.calendar.saying.lead:
        words.pop()
    if words and "from" in words[-1].classes:
        words.pop()
        return bool(words) and place.is_occasion(words[-1])
    last = words[-1] if words else None
    if last is None or place.is_of_people(last.start) or place.is_occasion(last):
        return True
    if last.classes & (_LIGHT | _AUXILIARIES):
        return True
    following = place.words(place.date[1], place.sentence[1])[:1]
    is_name = not place.text[last.start].islower()
    return is_name or (bool(following) and place.is_occasion(following[0]))


def _is_when_before(place: Place) -> bool:
    """A date before its cue: "Onsdag sagde X", "X har onsdag sagt", "Da X onsdag kom, sagde hun"."""
    marks = place.marks(place.date[1], place.cue[0])
    before = place.words(place.clause, place.date[0])
    if marks:
        return len(marks) == 1 and _is_when_beside(place, before, marks[0])
    lead = place.calendar.saying.lead
    between = [
        word
        for word in place.without_people(place.date[1], place.cue[0])
        if word.lower not in lead and not word.lower.isdecimal() and not place.is_occasion(word)
    ]
    apart = place.calendar.saying.apart
    if not apart.isdisjoint(word.lower for word in between):
        return False
    if any(word.classes & _AUXILIARIES for word in before):
        return len(between) <= _NEAR and _is_free(place, place.clause)
    if between and not between[0].classes & _AUXILIARIES and not all(w.classes & _LIGHT for w in between):
        return False
    is_at_occasion = any(map(place.is_occasion, before)) and apart.isdisjoint(word.lower for word in before)
    return is_at_occasion or _begins_clause(place, before)


def _begins_clause(place: Place, before: list[Word]) -> bool:
    """Whether only opening words, and in a subclause people, stand before the date in its clause."""
    if before and (before[0].classes & _SUBORDINATORS or before[0].lower in place.calendar.saying.when):
        before = [word for word in before[1:] if not place.is_of_people(word.start)]
    return all(word.lower in place.calendar.tense.leading for word in before)


def _is_when_beside(place: Place, before: list[Word], mark: int) -> bool:
    """A date in the clause beside that of its cue."""
    when = place.calendar.saying.when
    tail = place.without_people(mark, place.cue[0])
    if before and before[0].lower in when:
        return not tail and _is_past(place)
    if tail and tail[0].lower in when:
        return len(tail) <= _NEAR and _is_past(place)
    is_cleft = [word.classes & {"it", "be"} for word in before[:2]] == [{"it"}, {"be"}]
    return is_cleft and place.clause == place.sentence[0] and bool(tail) and "at" in tail[0].classes


def _is_past(place: Place) -> bool:
    cue = place.text[slice(*place.cue)].lower()
    return not cue.endswith(place.calendar.tense.present_endings)
