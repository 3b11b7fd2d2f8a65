"""Dates of limited precision, as EDTF (ISO 8601-2) level 0 and 1 text: `2023`, `2023-09`, `2023-09-13~`."""

import calendar
import dataclasses
import re

__all__ = ["EdtfDate", "parse_edtf"]

_PATTERN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[?~%]?)")


@dataclasses.dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as far as it is known.

    Attributes:
        text: The date in EDTF, as given.
        earliest: First day it can mean, ISO `YYYY-MM-DD`.
        latest: Last day it can mean, ISO `YYYY-MM-DD`.
        month: `YYYY-MM` where the month is known, else None.
    """

    text: str
    earliest: str
    latest: str
    month: str | None


def parse_edtf(text: str) -> EdtfDate:
    """Read a year, a month or a day, optionally uncertain (`?`), approximate (`~`) or both (`%`).

    >>> parse_edtf("2023-09")
    EdtfDate(text='2023-09', earliest='2023-09-01', latest='2023-09-30', month='2023-09')

    Raises:
        ValueError: if the text is no such date, or a day the calendar does not have.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date like 2023, 2023-09 or 2023-09-13")
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    if not year:
        raise ValueError(f"{text!r}: there is no year 0000")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{text!r}: a month is 01 to 12")
    first_month, last_month = (month, month) if month else (1, 12)
    last_day = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= last_day:
        raise ValueError(f"{text!r}: that month has days 01 to {last_day}")
    return EdtfDate(
        text=text,
        earliest=f"{year:04}-{first_month:02}-{day or 1:02}",
        latest=f"{year:04}-{last_month:02}-{day or last_day:02}",
        month=f"{year:04}-{month:02}" if month else None,
    )
