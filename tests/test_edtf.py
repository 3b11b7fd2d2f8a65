import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.edtf import EdtfDate, parse_edtf, parse_period


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


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("2023-09-13~", "2023-09-13", "2023-09-13"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-22~", "2018-06-01", "2018-08-31"),
        ("2018-23", "2018-09-01", "2018-11-30"),
        ("2018-24", "2017-12-01", "2019-02-28"),
        ("2019-24", "2018-12-01", "2020-02-29"),
        ("0001-24", "0001-12-01", "0002-02-28"),
        ("9999-24", "9998-12-01", "9999-02-28"),
        ("2021-33", "2021-01-01", "2021-03-31"),
        ("2021-36", "2021-10-01", "2021-12-31"),
        ("2021-40", "2021-01-01", "2021-06-30"),
        ("2021-41", "2021-07-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("1989/1993", "1989-01-01", "1993-12-31"),
        ("2024-05-03/2024-05-05", "2024-05-03", "2024-05-05"),
        ("2018-22/2019-03~", "2018-06-01", "2019-03-31"),
        ("199X/2014", "1990-01-01", "2014-12-31"),
        ("[2018-08-29..2018-09-26]", "2018-08-29", "2018-09-26"),
        ("[2024-05,2025-05]", "2024-05-01", "2025-05-31"),
        ("[2024-05-01]", "2024-05-01", "2024-05-01"),
    ],
)
def test_reads_what_a_text_can_speak_of(text: str, earliest: str, latest: str) -> None:
    date = parse_period(text)
    assert (date.text, date.earliest, date.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'' is not a date"),
        ("/", "'' is not a date"),
        ("2014/..", "'..' is not a date"),
        ("1993/1989", "'1993/1989': 1989 is before 1993"),
        ("[2024-05..2024-04]", "'[2024-05..2024-04]': 2024-04 is before 2024-05"),
        ("[2024,2025,2024]", "2024 is before 2025"),
        ("[2024..2025,2026]", "is not a date"),
        ("[2024", "is not a date"),
        ("1989/1990/1991", "'1990/1991' is not a date"),
        ("2018-25", "'2018-25': a month is 01 to 12"),
        ("2018-42", "'2018-42': a month is 01 to 12"),
        ("19X", "'19X' is not a date"),
        ("199XX", "'199XX' is not a date"),
        ("2018-22-01", "a month is 01 to 12"),
    ],
)
def test_refuses_what_no_text_can_speak_of(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 -- the reason is the point, and it is compared
        parse_period(text)
    assert reason in str(caught.value)


@given(st.text(alphabet="0123456789-/[].,X~?", max_size=20))
def test_a_period_is_refused_or_begins_before_it_ends(text: str) -> None:
    try:
        date = parse_period(text)
    except ValueError:
        return
    assert datetime.date.fromisoformat(date.earliest) <= datetime.date.fromisoformat(date.latest)
