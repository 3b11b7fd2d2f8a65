"""What a date means, seen from a day: calendar arithmetic on what its words gave; it knows no language.

Every meaning takes the fields and a clock and gives EDTF text: None where they are no date, and where it
takes a clock to tell and there is none.
"""

import datetime
from collections.abc import Callable, Mapping

from corpus.annotation import yearly
from corpus.annotation.clock import DAY, WEEK, Clock, Fields, day_range, week_of

__all__ = ["MEANINGS", "beside"]

SATURDAY = 6  # ISO 8601 counts the days of a week from Monday, 1
_OLDEST_SHORT_DECADE = 30  # "30'erne" are the 1930s, "20'erne" the 2020s
_SURE_DAYS = 7  # "fourteen days ago" is about that long ago, "four days ago" is a day


# Days and times counted from today.


def _weekday(fields: Fields, clock: Clock | None) -> str | None:
    if "number" in fields:
        week = yearly.week(fields, clock)
        return (day_range(week)[0] + (fields["weekday"] - 1) * DAY).isoformat() if week else None
    return _weekday_from(fields, clock).isoformat() if clock else None


def _weekday_from(fields: Fields, clock: Clock) -> datetime.date:
    """The day of that name: without a turn today's or the last, in a clause about what will be the next."""
    day: datetime.date = clock.monday + (fields["weekday"] - 1) * DAY
    week: int | None = fields.get("week", fields.get("week2"))
    if week is not None:
        return day + week * WEEK
    turn = fields.get("turn")
    if turn == 1 or (not turn and clock.tense > 0):
        return day + WEEK if day < clock.today or (turn and day == clock.today) else day
    return day - WEEK if day > clock.today or (turn and day == clock.today) else day


def _night(fields: Fields, clock: Clock | None) -> str | None:
    """A night, as news counts it: to the day on whose morning it ends."""
    if clock is None:
        return None
    if "weekday" not in fields:
        return (clock.today + DAY if clock.tense > 0 else clock.today).isoformat()
    day = _weekday_from(fields, clock)
    return f"[{day}..{day + DAY}]" if fields.get("either") else day.isoformat()


def _unit(fields: Fields, clock: Clock | None) -> str | None:
    if clock is None:
        return None
    unit = fields.get("unit") or fields.get("period") or fields["current"]
    turn = fields.get("turn", 0)
    if unit == "weekend":
        return _weekend(fields.get("turn"), clock)
    if unit == "day":
        day: datetime.date = clock.today + turn * DAY
        return day.isoformat()
    if unit == "week":
        return week_of(clock.today + turn * WEEK)
    if unit == "decade":
        return f"{clock.today.year // 10 + turn:03}X"
    return _month_text(clock.today, turn) if unit == "month" else f"{clock.today.year + turn:04}"


def _weekend(turn: int | None, clock: Clock) -> str:
    saturday = clock.monday + (SATURDAY - 1) * DAY
    if turn is None:
        has_begun = clock.today >= saturday
        return _two_days(saturday if has_begun or clock.tense > 0 else saturday - WEEK)
    if turn > 0 and clock.today < saturday:
        return _two_days(saturday)
    return _two_days(saturday + turn * WEEK)


def _ago(fields: Fields, clock: Clock | None) -> str | None:
    """So long before or after today, as exactly as one can say that: "for three years" is about a year."""
    if clock is None:
        return None
    unit, number = fields["unit"], fields["number"] * fields["turn"]
    if unit in ("day", "week"):
        day = clock.today + number * (DAY if unit == "day" else WEEK)
        is_sure = unit == "day" and abs(number) <= _SURE_DAYS and not fields.get("about")
        return day.isoformat() if is_sure else week_of(day)
    return f"{_shifted(unit, number, clock.today)}~"


def beside(fields: Fields, other: str) -> str | None:
    """So long after or before another date, if that is known as exactly."""
    first, last = day_range(other)
    unit = fields.get("unit") or fields["current"]
    number = fields["number"] * fields["turn"]
    if unit == "day":
        return (first + number * DAY).isoformat() if first == last else None
    if unit == "week":
        return week_of(first + number * WEEK) if last - first < WEEK else None
    is_known = first.year == last.year and (unit != "month" or first.month == last.month)
    return _shifted(unit, number, first) if is_known else None


def _lately(fields: Fields, clock: Clock | None) -> str | None:
    """From so long ago up to today, or from today on."""
    turn = fields.get("turn", -1)
    number = fields["number"] * (1 if turn > 0 else -1)
    if clock is None or not number:
        return None
    unit = fields.get("unit") or fields["period"]
    if unit in ("day", "week"):
        end = (clock.today + number * (DAY if unit == "day" else WEEK)).isoformat()
    else:
        end = f"{_shifted(unit, number, clock.today)}~"
    return f"{clock.today}/{end}" if number > 0 else f"{end}/{clock.today}"


def _shifted(unit: str, number: int, day: datetime.date) -> str:
    """The month or the year so many units from that of a day."""
    if unit == "month":
        return _month_text(day, number)
    return f"{day.year + number * (10 if unit == 'decade' else 1):04}"


def _month_text(day: datetime.date, turn: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + turn, 12)
    return f"{year:04}-{month + 1:02}"


def _two_days(saturday: datetime.date) -> str:
    return f"{saturday}/{saturday + DAY}"


# Years, decades, centuries.


def _year(fields: Fields, _clock: Clock | None) -> str | None:
    first, last = fields["year"], fields.get("year2")
    if last is None:
        return f"{first:04}"
    if last < 100:
        last += first // 100 * 100
    return f"{first:04}/{last:04}" if first < last else None


def _decade(fields: Fields, _clock: Clock | None) -> str:
    """A decade; the first of an older century has that one's own name and is taken for the whole."""
    year: int = fields["decade"]
    if year < 100:
        year += 1900 if year >= _OLDEST_SHORT_DECADE else 2000
    return f"{year // 100}XX" if year % 100 == 0 and year < 2000 else f"{year // 10}X"


def _century(fields: Fields, _clock: Clock | None) -> str:
    return f"{fields['year']}XX"


MEANINGS: Mapping[str, Callable[[Fields, Clock | None], str | None]] = {
    "day": yearly.day,
    "month": yearly.month,
    "season": yearly.season,
    "part": yearly.part,
    "week": yearly.week,
    "holiday": yearly.holiday,
    "weekday": _weekday,
    "night": _night,
    "unit": _unit,
    "ago": _ago,
    "lately": _lately,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "nothing": lambda _fields, _clock: None,
    "beside": lambda _fields, _clock: None,
}
