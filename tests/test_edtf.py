import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.edtf import EdtfDate, parse_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "month"),
    [
        ("2023", "2023-01-01", "2023-12-31", None),
        ("2023-09", "2023-09-01", "2023-09-30", "2023-09"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02", "2023-02-01", "2023-02-28", "2023-02"),
        ("2023-09-13", "2023-09-13", "2023-09-13", "2023-09"),
        ("2023-09~", "2023-09-01", "2023-09-30", "2023-09"),
        ("2023?", "2023-01-01", "2023-12-31", None),
        ("2024-02-29%", "2024-02-29", "2024-02-29", "2024-02"),
        ("0001", "0001-01-01", "0001-12-31", None),
        ("9999-12", "9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_reads_a_date_as_far_as_it_is_known(text: str, earliest: str, latest: str, month: str | None) -> None:
    assert parse_edtf(text) == EdtfDate(text, earliest, latest, month)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'' is not a date like 2023, 2023-09 or 2023-09-13"),
        ("2023-9", "'2023-9' is not a date"),
        ("23-09-01", "'23-09-01' is not a date"),
        ("2023-09-13T10:00", "is not a date"),
        (" 2023", "' 2023' is not a date"),
        ("2023\n", "is not a date"),
        ("0000", "'0000': there is no year 0000"),
        ("2023-00", "'2023-00': a month is 01 to 12"),
        ("2023-13", "'2023-13': a month is 01 to 12"),
        ("2023-02-29", "'2023-02-29': that month has days 01 to 28"),
        ("2023-04-00", "'2023-04-00': that month has days 01 to 30"),
        ("2023-04-31", "'2023-04-31': that month has days 01 to 30"),
    ],
)
def test_refuses_what_is_no_date(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 -- the reason is the point, and it is compared
        parse_edtf(text)
    assert reason in str(caught.value)


@given(st.dates())
def test_every_day_of_the_calendar_is_itself(day: datetime.date) -> None:
    date = parse_edtf(day.isoformat())
    assert date.earliest == date.latest == day.isoformat()
    assert date.month == day.isoformat()[:7]


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    date = parse_edtf(f"{year:04}-{month:02}")
    assert date.earliest.endswith("-01")
    last = datetime.date.fromisoformat(date.latest)
    assert last.month == month
    assert last == datetime.date.max or (last + datetime.timedelta(days=1)).month == month % 12 + 1
