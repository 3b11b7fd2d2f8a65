"""EDTF texts made of others: a part of one, about one, from one to another, one of several."""

import calendar
import datetime

from corpus.annotation.clock import DAY, Clock, day_range

__all__ = ["about", "between", "narrowed", "since", "stretch"]


def narrowed(text: str, part: str) -> str:
    """The first half, the middle half or the last half of a period, in whole years, months or days.

    How far "the beginning of May" reaches nobody can say; it surely lies in the first half.

    >>> narrowed("2020", "end"), narrowed("199X", "start")
    ('[2020-07..2020-12]', '[1990..1994]')
    """
    units = _units(*day_range(text))
    count = len(units)
    first, last = {
        "start": (0, (count + 1) // 2 - 1),
        "middle": (count // 4, count - 1 - count // 4),
        "end": (count // 2, count - 1),
    }[part]
    return text if count == 1 else f"[{units[first]}..{units[last]}]"


def _units(first: datetime.date, last: datetime.date) -> list[str]:
    """The years, months or days that a period is made of, in the largest of these that it has several of."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year < last.year:
        return [f"{year:04}" for year in range(first.year, last.year + 1)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1] and months > 1:
        return [
            f"{first.year + (first.month - 1 + n) // 12:04}-{(first.month - 1 + n) % 12 + 1:02}"
            for n in range(months)
        ]
    return [(first + n * DAY).isoformat() for n in range((last - first).days + 1)]


def about(text: str) -> str:
    """A date that is approximate; a stretch stays as it is."""
    return text if text[-1] in "~]" or "/" in text else f"{text}~"


def since(text: str, clock: Clock | None) -> str:
    """From a date up to today; the date alone without a clock, or where it lies ahead."""
    if clock is None or day_range(text)[0] > clock.today:
        return text
    return stretch(text, clock.today.isoformat())


def stretch(first: str, last: str) -> str:
    """From one date to another.

    >>> stretch("2014", "2019-05"), stretch("[1990..1994]", "2014/2015")
    ('2014/2019-05', '1990/2015')
    """
    return f"{_ends(first)[0]}/{_ends(last)[1]}"


def _ends(text: str) -> tuple[str, str]:
    """The dates that a text of one or more begins and ends with."""
    parts = text.strip("[]").replace("..", "/").replace(",", "/").split("/")
    return parts[0], parts[-1]


def between(first: str, last: str) -> str:
    """What a text means that is the first or the last of these, or anything between them.

    >>> between("2018-08-29", "2018-09-26"), between("2018-09-01", "2018-09-30")
    ('[2018-08-29..2018-09-26]', '2018-09')
    >>> between("2014/2018-09-01", "2014/2018-09-30")
    '2014/2018-09'
    """
    if first == last:
        return first
    if "/" in first and _ends(first)[0] == _ends(last)[0]:
        return stretch(first, between(_ends(first)[1], _ends(last)[1]))
    first, last = sorted((first, last), key=day_range)
    earliest, latest = day_range(first)[0], max(day_range(first)[1], day_range(last)[1])
    is_simple = not any(mark in first + last for mark in "/[")
    return _whole(earliest, latest) or (f"[{first}..{last}]" if is_simple else f"[{earliest}..{latest}]")


def _whole(first: datetime.date, last: datetime.date) -> str | None:
    """The month or the year that these are the first and the last day of."""
    for text in (first.isoformat()[:7], first.isoformat()[:4]):
        if day_range(text) == (first, last):
            return text
    return None
