import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.clock import Clock, day_range, week_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("[2018-08-29..2018-09-26]", "2018-08-29", "2018-09-26"),
    ],
)
def test_a_text_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert day_range(text) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_a_week_is_seven_days_from_a_monday(day: datetime.date) -> None:
    first, last = day_range(week_of(day))
    assert (first.isoweekday(), last.isoweekday()) == (1, 7)
    assert first <= day <= last
    assert Clock(day, 0, day, day).monday == first
    assert (first.isocalendar().week, last.isocalendar().week) == (day.isocalendar().week,) * 2
