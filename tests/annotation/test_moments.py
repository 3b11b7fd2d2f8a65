import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.clock import Clock, day_range
from corpus.annotation.moments import MEANINGS, beside

WEDNESDAY = datetime.date(2024, 6, 19)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


def meant(means: str, day: datetime.date = WEDNESDAY, tense: int = 0, **fields: Any) -> str | None:
    return MEANINGS[means](fields, Clock(day, tense, day, day))


@pytest.mark.parametrize(
    ("fields", "tense", "text"),
    [
        ({"weekday": 3}, 0, "2024-06-19"),  # today
        ({"weekday": 2}, 0, "2024-06-18"),
        ({"weekday": 4}, 0, "2024-06-13"),
        ({"weekday": 4}, -1, "2024-06-13"),
        ({"weekday": 3}, 1, "2024-06-19"),
        ({"weekday": 4}, 1, "2024-06-20"),
        ({"weekday": 2}, 1, "2024-06-25"),
        ({"weekday": 3, "turn": -1}, 0, "2024-06-12"),
        ({"weekday": 2, "turn": -1}, 1, "2024-06-18"),
        ({"weekday": 3, "turn": 1}, -1, "2024-06-26"),
        ({"weekday": 4, "turn": 1}, 0, "2024-06-20"),
        ({"weekday": 4, "turn": 0}, 1, "2024-06-20"),
        ({"weekday": 4, "week": -1}, 0, "2024-06-13"),
        ({"weekday": 4, "week": 0}, 0, "2024-06-20"),
        ({"weekday": 1, "week2": 1}, 0, "2024-06-24"),
        ({"weekday": 4, "number": 42, "year": 2024}, 0, "2024-10-17"),
        ({"weekday": 4, "number": 53, "year": 2024}, 0, None),
    ],
)
def test_weekdays(fields: dict[str, Any], tense: int, text: str | None) -> None:
    assert meant("weekday", tense=tense, **fields) == text


@pytest.mark.parametrize(
    ("day", "turn", "tense", "text"),
    [
        ("2024-06-19", None, 0, "2024-06-15/2024-06-16"),
        ("2024-06-19", None, 1, "2024-06-22/2024-06-23"),
        ("2024-06-22", None, 0, "2024-06-22/2024-06-23"),
        ("2024-06-23", None, 1, "2024-06-22/2024-06-23"),
        ("2024-06-19", -1, 0, "2024-06-15/2024-06-16"),
        ("2024-06-22", -1, 0, "2024-06-15/2024-06-16"),
        ("2024-06-19", 0, 0, "2024-06-22/2024-06-23"),
        ("2024-06-19", 1, 0, "2024-06-22/2024-06-23"),
        ("2024-06-22", 1, 0, "2024-06-29/2024-06-30"),
    ],
)
def test_weekends(day: str, turn: int | None, tense: int, text: str) -> None:
    fields = {"unit": "weekend"} | ({} if turn is None else {"turn": turn})
    assert meant("unit", datetime.date.fromisoformat(day), tense, **fields) == text


@pytest.mark.parametrize(
    ("unit", "turn", "text"),
    [
        ("day", -2, "2024-06-17"),
        ("day", 0, "2024-06-19"),
        ("day", 30, "2024-07-19"),
        ("week", -1, "2024-06-10/2024-06-16"),
        ("week", 0, "2024-06-17/2024-06-23"),
        ("month", -1, "2024-05"),
        ("month", -6, "2023-12"),
        ("month", 7, "2025-01"),
        ("year", -2, "2022"),
        ("year", 1, "2025"),
        ("decade", 0, "202X"),
        ("decade", -1, "201X"),
    ],
)
def test_units_from_today(unit: str, turn: int, text: str) -> None:
    assert meant("unit", unit=unit, turn=turn) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"number": 3, "unit": "day", "turn": -1}, "2024-06-16"),
        ({"number": 7, "unit": "day", "turn": 1}, "2024-06-26"),
        ({"number": 3, "unit": "day", "turn": -1, "about": True}, "2024-06-10/2024-06-16"),
        ({"number": 14, "unit": "day", "turn": -1}, "2024-06-03/2024-06-09"),
        ({"number": 2, "unit": "week", "turn": -1}, "2024-06-03/2024-06-09"),
        ({"number": 6, "unit": "month", "turn": -1}, "2023-12~"),
        ({"number": 3, "unit": "year", "turn": -1}, "2021~"),
        ({"number": 2, "unit": "decade", "turn": 1}, "2044~"),
    ],
)
def test_so_long_ago(fields: dict[str, Any], text: str) -> None:
    assert meant("ago", **fields) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"number": 14, "unit": "day"}, "2024-06-05/2024-06-19"),
        ({"number": 2, "unit": "week"}, "2024-06-05/2024-06-19"),
        ({"number": 1, "period": "month"}, "2024-05~/2024-06-19"),
        ({"number": 5, "unit": "year"}, "2019~/2024-06-19"),
        ({"number": 2, "unit": "week", "turn": 1}, "2024-06-19/2024-07-03"),
        ({"number": 2, "unit": "year", "turn": 1}, "2024-06-19/2026~"),
        ({"number": 0, "unit": "month"}, None),
    ],
)
def test_up_to_today(fields: dict[str, Any], text: str | None) -> None:
    assert meant("lately", **fields) == text


@pytest.mark.parametrize(
    ("fields", "tense", "text"),
    [
        ({}, 0, "2024-06-19"),
        ({}, 1, "2024-06-20"),
        ({"weekday": 4}, 0, "2024-06-13"),
        ({"weekday": 2, "either": True}, 0, "[2024-06-18..2024-06-19]"),
    ],
)
def test_a_night_counts_to_the_day_it_ends_on(fields: dict[str, Any], tense: int, text: str) -> None:
    assert meant("night", tense=tense, **fields) == text


@pytest.mark.parametrize(
    ("means", "fields", "text"),
    [
        ("year", {"year": 2014}, "2014"),
        ("year", {"year": 2014, "year2": 2019}, "2014/2019"),
        ("year", {"year": 1939, "year2": 45}, "1939/1945"),
        ("year", {"year": 2019, "year2": 5}, None),
        ("decade", {"decade": 1990}, "199X"),
        ("decade", {"decade": 90}, "199X"),
        ("decade", {"decade": 30}, "193X"),
        ("decade", {"decade": 20}, "202X"),
        ("decade", {"decade": 0}, "200X"),
        ("decade", {"decade": 2000}, "200X"),
        ("decade", {"decade": 1800}, "18XX"),
        ("century", {"year": 18}, "18XX"),
        ("nothing", {}, None),
        ("beside", {}, None),
    ],
)
def test_what_no_clock_is_needed_for(means: str, fields: dict[str, Any], text: str | None) -> None:
    assert MEANINGS[means](fields, None) == meant(means, **fields) == text


@pytest.mark.parametrize("means", ["weekday", "night", "unit", "ago", "lately"])
def test_what_a_clock_is_needed_for(means: str) -> None:
    fields = {"weekday": 3, "unit": "day", "number": 1, "turn": -1}
    assert MEANINGS[means](fields if means != "weekday" else {"weekday": 3}, None) is None


@pytest.mark.parametrize(
    ("fields", "other", "text"),
    [
        ({"unit": "day", "number": 1, "turn": 1}, "2019-05-31", "2019-06-01"),
        ({"unit": "day", "number": 1, "turn": 0}, "2019-05-31", "2019-05-31"),
        ({"unit": "day", "number": 2, "turn": -1}, "2019-05", None),
        ({"current": "week", "number": 1, "turn": 1}, "2019-05-31", "2019-06-03/2019-06-09"),
        ({"current": "week", "number": 1, "turn": 1}, "2019-05-27/2019-06-02", "2019-06-03/2019-06-09"),
        ({"current": "week", "number": 1, "turn": 1}, "2019-05", None),
        ({"current": "month", "number": 1, "turn": 1}, "2019-12-31", "2020-01"),
        ({"current": "month", "number": 1, "turn": 1}, "2019", None),
        ({"current": "year", "number": 1, "turn": -1}, "2019-05", "2018"),
        ({"unit": "decade", "number": 1, "turn": 1}, "2019", "2029"),
        ({"unit": "year", "number": 1, "turn": 1}, "2014/2019", None),
    ],
)
def test_beside_another_date(fields: dict[str, Any], other: str, text: str | None) -> None:
    assert beside(fields, other) == text


@given(DAYS, st.integers(1, 7), st.integers(-1, 1), st.sampled_from([None, -1, 0, 1]))
def test_a_weekday_is_near(day: datetime.date, weekday: int, tense: int, turn: int | None) -> None:
    fields = {"weekday": weekday} | ({} if turn is None else {"turn": turn})
    found, last = day_range(str(meant("weekday", day, tense, **fields)))
    assert found == last
    assert found.isoweekday() == weekday
    assert abs((found - day).days) <= 7
    direction = turn or tense
    assert (found - day).days * (direction or -1) >= 0
    assert not (turn and found == day)


@given(DAYS, st.integers(1, 7), st.integers(-1, 1), st.integers(-100, 100))
def test_weekdays_move_with_the_article(day: datetime.date, weekday: int, tense: int, weeks: int) -> None:
    shift = datetime.timedelta(weeks=weeks)
    here, there = (day_range(str(meant("weekday", d, tense, weekday=weekday)))[0] for d in (day, day + shift))
    assert there - here == shift
