"""Dates with the words around them: "i slutningen af", "omkring", "siden", "fra ... til ..."."""

import dataclasses
import functools
import re
from collections.abc import Callable, Iterable, Sequence

from corpus.annotation import stretches
from corpus.annotation.clock import Clock, day_range
from corpus.annotation.date_words import DateWords
from corpus.languages import Calendar

__all__ = ["composed"]

_BEFORE = 30  # code points before a date in which the words that change it stand
_YEAR = frozenset({"year", "yearturn"})
_YEARLY = frozenset({"day", "month", "season", "part", "holiday", "week"})

_Change = Callable[[str, Clock | None], str]


def composed(
    lowered: str, dates: Sequence[DateWords], calendar: Calendar, *, has_today: bool
) -> list[DateWords]:
    """The dates of a paragraph, each with the words that change it; two that make one stretch are one.

    Args:
        lowered: The document's text in lower case.
        dates: In text order.
        calendar: Which words change dates.
        has_today: Whether there is a day that "since" can reach up to.
    """
    knowing = _with_years(lowered, dates, calendar)
    narrowed = [_narrowed(lowered, date, calendar) for date in knowing]
    found = _stretched(lowered, narrowed, calendar)
    return [_since(lowered, date, calendar) for date in found] if has_today else found


def _with_years(lowered: str, dates: Sequence[DateWords], calendar: Calendar) -> list[DateWords]:
    """Dates that take their year from the one beside them: "fra maj til juli 2019"."""
    known = list(dates)
    parting = {*calendar.shared, *(word for stretch in calendar.stretches for word in stretch.between)}
    for n in range(len(known) - 2, -1, -1):
        first, second = known[n], known[n + 1]
        start = _narrowing(lowered, second, calendar)[0]
        if {first.means, second.means} <= _YEARLY and _parting(lowered, first.end, start) in parting:
            year = {key: second.fields[key] for key in _YEAR & second.fields.keys()}
            if year and not _YEAR & first.fields.keys():
                # "30. december til 2. januar 2020" begins in the year before.
                is_before = first.fields.get("month", 0) > second.fields.get("month", 12)
                known[n] = first.with_fields(**{key: value - is_before for key, value in year.items()})
    return known


def _parting(lowered: str, end: int, start: int) -> str:
    """The words between two dates; none where they stand far apart."""
    return lowered[end:start].strip() if start - end <= _BEFORE else ""


def _narrowed(lowered: str, date: DateWords, calendar: Calendar) -> DateWords:
    """A date with the words that make a part of it, or make it approximate."""
    start, part = _narrowing(lowered, date, calendar)
    if part:
        return _changed(date, start, lambda value, _clock: stretches.narrowed(value, part))
    about = _start_of(lowered, date.start, calendar.about)
    return date if about is None else _changed(date, about, lambda value, _clock: stretches.about(value))


def _narrowing(lowered: str, date: DateWords, calendar: Calendar) -> tuple[int, str]:
    """Where a date begins with the words that make a part of it, and which; no part without such words."""
    for part, words in calendar.narrow.items():
        start = _start_of(lowered, date.start, words)
        if start is not None:
            return start, part
    return date.start, ""


def _since(lowered: str, date: DateWords, calendar: Calendar) -> DateWords:
    start = _start_of(lowered, date.start, calendar.since)
    if start is None:
        return date
    return dataclasses.replace(_changed(date, start, stretches.since), is_up_to_today=True)


def _changed(date: DateWords, start: int, change: _Change) -> DateWords:
    """A date that begins with words that change it."""

    def at(clock: Clock | None) -> str | None:
        value = date.at(clock)
        return change(value, clock) if value else None

    return DateWords(start, date.end, at)


def _stretched(lowered: str, dates: Iterable[DateWords], calendar: Calendar) -> list[DateWords]:
    """The dates, each two that words make one stretch of as one."""
    done: list[DateWords] = []
    for date in dates:
        stretch = _stretch(lowered, done[-1], date, calendar) if done else None
        if stretch:
            done.pop()
        done.append(stretch or date)
    return done


def _stretch(lowered: str, first: DateWords, second: DateWords, calendar: Calendar) -> DateWords | None:
    parting = _parting(lowered, first.end, second.start)
    for words in calendar.stretches:
        start = _start_of(lowered, first.start, words.before)
        if start is not None and parting in words.between:
            return DateWords(start, second.end, functools.partial(_from_to, first, second))
    return None


def _from_to(first: DateWords, second: DateWords, clock: Clock | None) -> str | None:
    """From one date to another: on a Tuesday, "from Monday to Wednesday" ends tomorrow."""
    begin, end = first.at(clock), second.at(clock)
    if begin is None or end is None:
        return None
    day = day_range(begin)[0]
    if clock and day_range(end)[1] < day:
        end = second.at(Clock(day, 1, day, day)) or end
    return stretches.stretch(begin, end)


def _start_of(lowered: str, end: int, words: tuple[str, ...]) -> int | None:
    """Where the words begin that one of these phrases ends with just before a place."""
    match = _ending(words).search(lowered, max(0, end - _BEFORE), end)
    return end - len(match[0]) if match else None


@functools.cache
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}) $")
