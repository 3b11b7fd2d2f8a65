"""From where a date is seen, and the days of EDTF texts."""

import dataclasses
import datetime
import functools
from collections.abc import Mapping
from typing import Any

from corpus.edtf import parse_period

__all__ = ["DAY", "WEEK", "Clock", "Fields", "day_range", "week_of"]

# What the words of a date gave, by the groups of its frame.
Fields = Mapping[str, Any]

DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(days=7)


@dataclasses.dataclass(frozen=True, slots=True)
class Clock:
    """From where a date is seen.

    Attributes:
        today: The day.
        tense: -1 in a clause about what was, 1 about what will be, 0 where it does not tell.
        first: The first day that today can be, of those worth telling apart: a day or a month.
        last: The last such day.
    """

    today: datetime.date
    tense: int
    first: datetime.date
    last: datetime.date

    @property
    def monday(self) -> datetime.date:
        """The first day of this week, by ISO 8601."""
        return self.today - (self.today.isoweekday() - 1) * DAY


@functools.lru_cache(maxsize=10_000)
def day_range(text: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of an EDTF text."""
    period = parse_period(text)
    return datetime.date.fromisoformat(period.earliest), datetime.date.fromisoformat(period.latest)


def week_of(day: datetime.date) -> str:
    """The week, from Monday to Sunday, that a day lies in, as EDTF text."""
    monday = day - (day.isoweekday() - 1) * DAY
    return f"{monday}/{monday + 6 * DAY}"
