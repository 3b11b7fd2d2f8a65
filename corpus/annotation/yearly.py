"""What a date means that comes once a year: the year given, or the one meant where none is."""

import calendar
import datetime
import re
from collections.abc import Callable

from corpus.annotation.clock import DAY, Clock, Fields, day_range, week_of

__all__ = ["day", "holiday", "month", "part", "season", "week"]

_Make = Callable[[int], str | None]

WINTER = 24
_FIRST_PARTS = {"quarter": (33, 4), "half": (40, 2)}  # EDTF's number of the first, and how many a year has
_HOLIDAY = re.compile(r"easter([+-]\d+)|(\d\d)-(\d\d)")


def day(fields: Fields, clock: Clock | None) -> str | None:
    """A day, or from one to another; a weekday beside it tells the year where no other word does."""
    first = fields.get("day") or fields["ordinal"]
    last, weekday = fields.get("day2", first), fields.get("weekday")

    def make(year: int) -> str | None:
        if not first <= last <= calendar.monthrange(year, fields["month"])[1]:
            return None
        days = [datetime.date(year, fields["month"], day).isoformat() for day in dict.fromkeys((first, last))]
        return f"[{','.join(days)}]" if fields.get("each") else "/".join(days)

    def make_on_weekday(year: int) -> str | None:
        text = make(year)
        return text if text and day_range(text)[0].isoweekday() == weekday else None

    return (weekday and _in_year(fields, clock, make_on_weekday)) or _in_year(fields, clock, make)


def month(fields: Fields, clock: Clock | None) -> str | None:
    """A month, or from one to another."""
    first, last = fields["month"], fields.get("month2", fields["month"])

    def make(year: int) -> str:
        months = [f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}"]
        return "/".join(dict.fromkeys(months))

    return _in_year(fields, clock, make)


def season(fields: Fields, clock: Clock | None) -> str | None:
    """A season; a winter without a year is the one that ends in the year that is tried."""
    season = fields["season"]
    if "year2" in fields:
        year = fields["year"]
        return f"{year:04}-12/{year + 1:04}-02" if (fields["year2"] - year) % 100 == 1 else None
    if season == WINTER and not {"year", "yearturn"} & fields.keys():
        return _in_year(fields, clock, lambda year: f"{year - 1:04}-12/{year:04}-02")
    return _in_year(fields, clock, lambda year: f"{year:04}-{season}")


def part(fields: Fields, clock: Clock | None) -> str | None:
    """A quarter or half of a year."""
    first, most = _FIRST_PARTS[fields["part"]]
    number = fields["number"]
    return _in_year(fields, clock, lambda year: f"{year:04}-{first + number - 1}") if number <= most else None


def week(fields: Fields, clock: Clock | None) -> str | None:
    """A week by its ISO 8601 number."""

    def make(year: int) -> str | None:
        try:
            monday = datetime.date.fromisocalendar(year, fields["number"], 1)
        except ValueError:  # this year has 52 weeks
            return None
        return week_of(monday)

    return _in_year(fields, clock, make)


def holiday(fields: Fields, clock: Clock | None) -> str | None:
    """A holiday, or the days of one."""

    def make(year: int) -> str:
        first, *last = (_day_of_year(day, year) for day in fields["holiday"].split("/"))
        if last and last[0] < first:
            last = [_day_of_year(fields["holiday"].split("/")[1], year + 1)]
        return "/".join(day.isoformat() for day in (first, *last))

    return _in_year(fields, clock, make)


def _day_of_year(text: str, year: int) -> datetime.date:
    """The day of "12-24" or "easter-2" in a year."""
    from_easter, month, day = _HOLIDAY.fullmatch(text).groups()  # type: ignore[union-attr]
    if from_easter:
        return _easter(year) + int(from_easter) * DAY
    return datetime.date(year, int(month), int(day))


def _easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return datetime.date(year, month, day + 1)


def _in_year(fields: Fields, clock: Clock | None, make: _Make) -> str | None:
    """What is made of the year that is meant: the one given, or that of the nearest one the tense allows."""
    if "year" in fields:
        return make(fields["year"])
    if clock is None:
        return None
    if "yearturn" in fields:
        return make(clock.today.year + fields["yearturn"])
    made = (make(clock.today.year + turn) for turn in (-1, 0, 1))
    return _nearest([text for text in made if text is not None], clock, fields.get("turn"))


def _nearest(texts: list[str], clock: Clock, turn: int | None) -> str | None:
    """The last one before today, the first after it, or the one that it lies in, as turn and tense say.

    Where only the month of today is known, what lies in it is as near as can be: an article that means the
    same day a year ago says so.
    """
    ranges = [(*day_range(text), text) for text in texts]
    here = [text for first, last, text in ranges if first <= clock.last and last >= clock.first]
    before = [(clock.first - last, text) for _, last, text in ranges if last < clock.first][-1:]
    after = [(first - clock.last, text) for first, _, text in ranges if first > clock.last][:1]
    if here and not turn:
        return here[0]
    direction = turn or clock.tense
    allowed = before if direction < 0 else after if direction > 0 else []
    return min(allowed or before + after, default=(DAY, None), key=lambda candidate: candidate[0])[1]
