"""The words of a text that speak of a time, as the frames of the language's calendar find them."""

import dataclasses
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from corpus.annotation.clock import Clock, Fields
from corpus.annotation.contents import Range
from corpus.annotation.moments import MEANINGS
from corpus.languages import Calendar, Frame, Language

__all__ = ["DateWords", "Reader", "plain", "reader_of"]

_MACRO = re.compile(r"\{([a-z_]+\d?)(?::([a-z]+))?\}")
_GROUP = re.compile(r"\(\?P<[a-z]+\d?>")
_DIGITS = re.compile(r"\d+")
_SAME_LENGTH = {"’": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "}
_WORD_START = re.compile(r"(?<![\w-])[\w(]")
_NUMBER = re.compile(r"\d(?:['/0]|\d{3})")  # that can be a year, a decade or a day of a month
_WINDOW = 30  # code points before its anchor within which a date begins
_CASED = frozenset({"month", "month2", "weekday", "season", "holiday"})  # written with a small letter
_OPENING = " \t\n\u00a0»«“”\"'(-–—"
_ENDING = ".!?:…"
_LOOKED_BACK = 6  # code points before a date in which a sentence that it begins would have ended


@dataclasses.dataclass(frozen=True, slots=True)
class DateWords:
    """Words that speak of a time, not yet seen from any day.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        at: What they mean, seen by a clock or without one, as EDTF text.
        fields: What the frame found, for one that is not made of others.
        means: What the frame makes of it.
        is_up_to_today: Whether they reach up to the day from which they are seen.
    """

    start: int
    end: int
    at: Callable[[Clock | None], str | None]
    fields: Fields = dataclasses.field(default_factory=dict)
    means: str = ""
    is_up_to_today: bool = False

    @classmethod
    def of_frame(cls, start: int, end: int, means: str, fields: Fields) -> "DateWords":
        """What a frame found."""
        return cls(start, end, functools.partial(MEANINGS[means], fields), fields, means)

    def with_fields(self, **fields: Any) -> "DateWords":
        """The same words, knowing more."""
        return self.of_frame(self.start, self.end, self.means, {**self.fields, **fields})


def plain(text: str) -> str:
    """The text as frames read it, of the same length: lower case, straight apostrophes, plain blanks."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as "İ" has a lower case of two code points
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark, straight in _SAME_LENGTH.items():
        lowered = lowered.replace(mark, straight)
    return lowered


@functools.cache
def reader_of(language: Language) -> "Reader | None":
    """The frames of a language, ready to be tried; None if it has none."""
    return Reader(language.calendar) if language.calendar else None


class Reader:
    """The frames of a calendar, ready to be tried on texts.

    Attributes:
        calendar: Whose they are.
    """

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._frames = [_Expanded.of(frame, calendar) for frame in calendar.frames]
        # Without groups, so that a frame whose first letter is another costs next to nothing.
        sources = "|".join(_GROUP.sub("(?:", frame.source) for frame in self._frames)
        self._any = re.compile(rf"(?:{sources})(?!\w|-\w)")
        self._anchor = re.compile(rf"\b(?:{_trie(calendar.anchors)})\b")

    def anchors(self, lowered: str) -> list[int]:
        """Where words and numbers stand that may be part of a date, in order; every date holds one."""
        found = [*self._anchor.finditer(lowered), *_NUMBER.finditer(lowered)]
        return sorted(match.start() for match in found)

    def read(self, text: str, lowered: str, anchors: Iterable[int], sentence: Range) -> Iterator[DateWords]:
        """The dates in a sentence, in order, none within another.

        Args:
            text: The text.
            lowered: The same as `plain` gives it.
            anchors: Those in the sentence.
            sentence: Its range.
        """
        done, end = sentence
        for anchor in anchors:
            match = self._match(lowered, max(done, anchor - _WINDOW), anchor + 1, end)
            done = max(done, match.end() if match else anchor + 1)
            found = self._read(lowered, *match.span()) if match else None
            if found and not _is_name(text, found):
                yield found

    def _match(self, lowered: str, start: int, last: int, end: int) -> re.Match[str] | None:
        """The first frame that matches at a word between two places."""
        for word in _WORD_START.finditer(lowered, start, last):
            match = self._any.match(lowered, word.start(), end)
            if match:
                return match
        return None

    def _read(self, lowered: str, start: int, end: int) -> DateWords | None:
        """What the first frame that takes all of a range makes of it."""
        for frame in self._frames:
            match = frame.pattern.fullmatch(lowered, start, end)
            if match:
                return frame.read(match)
        return None


def _is_name(text: str, found: DateWords) -> bool:
    """Whether a month or a weekday has the capital of a name: "Maj Holm"; a sentence may begin with one."""
    words = text[found.start : found.end]
    if not words[0].isupper() or not _CASED & found.fields.keys():
        return False
    before = text[max(0, found.start - _LOOKED_BACK) : found.start].rstrip(_OPENING)
    if before and before[-1] not in _ENDING:
        return True
    following = text[found.end : found.end + 2]
    return "month" in found.fields and following[:1] == " " and following[1:].isupper()


@dataclasses.dataclass(frozen=True, slots=True)
class _Expanded:
    """A frame with the regular expression that it is.

    Attributes:
        frame: As the language has it.
        source: Its regular expression, every table and macro put in.
        tables: Of each group that stands for the words of a table, that table.
    """

    frame: Frame
    source: str
    tables: Mapping[str, Mapping[str, int | str]]

    @classmethod
    def of(cls, frame: Frame, calendar: Calendar) -> "_Expanded":
        """Put the calendar's tables and macros into a frame."""
        tables: dict[str, Mapping[str, int | str]] = {}

        def put_in(match: re.Match[str]) -> str:
            name, table = match[1], match[2] or match[1]
            if table in calendar.macros:
                return _MACRO.sub(put_in, calendar.macros[table])
            tables[name] = calendar.words[table]
            digits = calendar.digits.get(table)
            words = _alternatives(calendar.words[table])
            return f"(?P<{name}>{digits + '|' if digits else ''}{words})"

        source = _MACRO.sub(put_in, frame.match)
        return cls(frame, source, tables)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled; `re` keeps those that it compiled."""
        return re.compile(self.source)

    def read(self, match: re.Match[str]) -> DateWords | None:
        """What the frame makes of words that it matches; None if they are no date."""
        if self.frame.means == "nothing":
            return None
        groups = {name: words for name, words in match.groupdict().items() if words is not None}
        span = match.span("span") if groups.pop("span", None) else match.span()
        fields = {name: self._value(name, words) for name, words in groups.items()}
        return DateWords.of_frame(*span, self.frame.means, {**self.frame.fixed, **fields})

    def _value(self, name: str, words: str) -> int | str:
        digits = _DIGITS.search(words)
        table = self.tables.get(name, {})
        return int(digits[0]) if digits and words not in table else table.get(words, words)


def _alternatives(words: Iterable[str]) -> str:
    """Words and phrases, the longest first, so that none is cut short."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _trie(words: Iterable[str]) -> str:
    """Words as a tree of their letters, a regular expression ten times as fast as one after the other.

    >>> _trie(["maj", "marts", "mandag"])
    'ma(?:j|ndag|rts)'
    """
    by_first = {
        letter: [*rest] for letter, rest in itertools.groupby(sorted(words), key=lambda word: word[:1])
    }
    is_whole = by_first.pop("", None)
    branches = [re.escape(letter) + _trie(word[1:] for word in rest) for letter, rest in by_first.items()]
    if not branches:
        return ""
    tree = branches[0] if len(branches) == 1 and not is_whole else f"(?:{'|'.join(branches)})"
    return f"{tree}?" if is_whole else tree
