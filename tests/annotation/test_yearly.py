import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation import yearly
from corpus.annotation.clock import Clock, day_range

DAY = datetime.date(2024, 6, 19)


def clock(day: str | datetime.date = DAY, tense: int = 0, *, last: str | None = None) -> Clock:
    day = datetime.date.fromisoformat(str(day))
    return Clock(day, tense, day, datetime.date.fromisoformat(last) if last else day)


@pytest.mark.parametrize(
    ("fields", "tense", "text"),
    [
        ({"day": 3, "month": 5, "year": 2019}, 0, "2019-05-03"),
        ({"ordinal": 12, "month": 5, "year": 2019}, 0, "2019-05-12"),
        ({"day": 3, "day2": 5, "month": 5, "year": 2019}, 0, "2019-05-03/2019-05-05"),
        ({"day": 5, "day2": 3, "month": 5, "year": 2019}, 0, None),
        ({"day": 30, "month": 2, "year": 2020}, 0, None),
        ({"day": 29, "month": 2, "year": 2020}, 0, "2020-02-29"),
        # Without a year: the nearest, or the one on the side that the tense tells.
        ({"day": 3, "month": 5}, 0, "2024-05-03"),
        ({"day": 3, "month": 5}, 1, "2025-05-03"),
        ({"day": 3, "month": 7}, 0, "2024-07-03"),
        ({"day": 3, "month": 7}, -1, "2023-07-03"),
        ({"day": 19, "month": 6}, 1, "2024-06-19"),
        ({"day": 29, "month": 2}, 1, "2024-02-29"),
        ({"day": 29, "month": 2}, 0, "2024-02-29"),
        ({"day": 3, "month": 5, "yearturn": -1}, 0, "2023-05-03"),
        # 3 May was a Wednesday in 2023, a Friday in 2024 and a Saturday in 2025.
        ({"day": 3, "month": 5, "weekday": 3}, 0, "2023-05-03"),
        ({"day": 3, "month": 5, "weekday": 6}, 0, "2025-05-03"),
        ({"day": 3, "month": 5, "weekday": 1}, 0, "2024-05-03"),
        ({"day": 3, "month": 5, "weekday": 1, "year": 2019}, 0, "2019-05-03"),
    ],
)
def test_days(fields: dict[str, Any], tense: int, text: str | None) -> None:
    assert yearly.day(fields, clock(tense=tense)) == text


@pytest.mark.parametrize(
    ("meaning", "fields", "tense", "text"),
    [
        (yearly.month, {"month": 5, "year": 2019}, 0, "2019-05"),
        (yearly.month, {"month": 5}, 0, "2024-05"),
        (yearly.month, {"month": 6}, 1, "2024-06"),
        (yearly.month, {"month": 12}, 0, "2024-12"),  # six days nearer than the one before
        (yearly.month, {"month": 12}, 1, "2024-12"),
        (yearly.month, {"month": 5, "month2": 7, "year": 2019}, 0, "2019-05/2019-07"),
        (yearly.month, {"month": 11, "month2": 2, "year": 2019}, 0, "2018-11/2019-02"),
        (yearly.season, {"season": 22, "year": 2018}, 0, "2018-22"),
        (yearly.season, {"season": 24, "year": 2018}, 0, "2018-24"),
        (yearly.season, {"season": 24, "year": 2018, "year2": 19}, 0, "2018-12/2019-02"),
        (yearly.season, {"season": 24, "year": 1999, "year2": 2000}, 0, "1999-12/2000-02"),
        (yearly.season, {"season": 24, "year": 2018, "year2": 21}, 0, None),
        (yearly.season, {"season": 24}, -1, "2023-12/2024-02"),
        (yearly.season, {"season": 24}, 1, "2024-12/2025-02"),
        (yearly.season, {"season": 22}, -1, "2024-22"),
        (yearly.season, {"season": 22, "turn": -1}, 0, "2023-22"),
        (yearly.season, {"season": 22, "turn": 1}, 0, "2025-22"),
        (yearly.season, {"season": 21}, 0, "2024-21"),
        (yearly.part, {"part": "quarter", "number": 1, "year": 2021}, 0, "2021-33"),
        (yearly.part, {"part": "quarter", "number": 4}, -1, "2023-36"),
        (yearly.part, {"part": "quarter", "number": 5}, 0, None),
        (yearly.part, {"part": "half", "number": 2, "year": 2020}, 0, "2020-41"),
        (yearly.part, {"part": "half", "number": 3, "year": 2020}, 0, None),
        (yearly.week, {"number": 42, "year": 2024}, 0, "2024-10-14/2024-10-20"),
        (yearly.week, {"number": 1, "year": 2020}, 0, "2019-12-30/2020-01-05"),
        (yearly.week, {"number": 53, "year": 2020}, 0, "2020-12-28/2021-01-03"),
        (yearly.week, {"number": 53, "year": 2021}, 0, None),
        (yearly.week, {"number": 0, "year": 2021}, 0, None),
        (yearly.holiday, {"holiday": "12-24", "year": 2020}, 0, "2020-12-24"),
        (yearly.holiday, {"holiday": "12-31/01-01", "year": 2020}, 0, "2020-12-31/2021-01-01"),
        (yearly.holiday, {"holiday": "12-24/12-26"}, 0, "2023-12-24/2023-12-26"),
        (yearly.holiday, {"holiday": "easter-3/easter+1", "year": 2019}, 0, "2019-04-18/2019-04-22"),
        (yearly.holiday, {"holiday": "easter+49", "turn": 1}, 0, "2025-06-08"),
    ],
)  # fmt: skip
def test_parts_of_a_year(meaning: Any, fields: dict[str, Any], tense: int, text: str | None) -> None:
    assert meaning(fields, clock(tense=tense)) == text


@pytest.mark.parametrize(
    ("first", "last", "tense", "text"),
    [
        ("2024-10-01", "2024-10-31", -1, "2024-10-08"),
        ("2024-10-01", "2024-10-31", 1, "2024-10-08"),
        ("2024-10-01", "2024-10-01", -1, "2023-10-08"),
        ("2024-10-31", "2024-10-31", 1, "2025-10-08"),
    ],
)
def test_a_day_of_the_month_that_today_is_in_is_meant(first: str, last: str, tense: int, text: str) -> None:
    assert yearly.day({"day": 8, "month": 10}, clock(first, tense, last=last)) == text


@pytest.mark.parametrize("meaning", [yearly.day, yearly.month])
def test_without_a_clock_or_a_year_nobody_can_tell(meaning: Any) -> None:
    assert meaning({"day": 3, "month": 5}, None) is None
    assert meaning({"day": 3, "month": 5, "yearturn": -1}, None) is None


# 1818 and 2038 have the earliest and the latest one there is.
@pytest.mark.parametrize(
    "day",
    ["1818-03-22", "1961-04-02", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2038-04-25"],
)
def test_easter(day: str) -> None:
    assert yearly.holiday({"holiday": "easter+0", "year": int(day[:4])}, None) == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    (day, _) = day_range(str(yearly.holiday({"holiday": "easter+0", "year": year}, None)))
    assert day.isoweekday() == 7
    assert datetime.date(year, 3, 22) <= day <= datetime.date(year, 4, 25)
