import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.clock import Clock, day_range
from corpus.annotation.stretches import about, between, narrowed, since, stretch

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str)


@pytest.mark.parametrize(
    ("text", "start", "middle", "end"),
    [
        ("2020", "[2020-01..2020-06]", "[2020-04..2020-09]", "[2020-07..2020-12]"),
        ("199X", "[1990..1994]", "[1992..1997]", "[1995..1999]"),
        ("18XX", "[1800..1849]", "[1825..1874]", "[1850..1899]"),
        ("2019-05", "[2019-05-01..2019-05-16]", "[2019-05-08..2019-05-24]", "[2019-05-16..2019-05-31]"),
        ("2018-22", "[2018-06..2018-07]", "[2018-06..2018-08]", "[2018-07..2018-08]"),
        ("2019-05-03", "2019-05-03", "2019-05-03", "2019-05-03"),
    ],
)
def test_a_part_of_a_period(text: str, start: str, middle: str, end: str) -> None:
    assert [narrowed(text, part) for part in ("start", "middle", "end")] == [start, middle, end]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2010", "2010~"),
        ("2010~", "2010~"),
        ("199X", "199X~"),
        ("2010/2012", "2010/2012"),
        ("[2010..2012]",) * 2,
    ],
)
def test_about(text: str, result: str) -> None:
    assert about(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2014", "2014/2024-06-19"),
        ("[2014..2016]", "2014/2024-06-19"),
        ("2024-06-19", "2024-06-19/2024-06-19"),
        ("2024-06", "2024-06/2024-06-19"),
        ("2024-07", "2024-07"),
    ],
)
def test_since(text: str, result: str) -> None:
    today = datetime.date(2024, 6, 19)
    assert since(text, Clock(today, 0, today, today)) == result
    assert since(text, None) == text


@pytest.mark.parametrize(
    ("first", "last", "result"),
    [
        ("2014", "2019-05", "2014/2019-05"),
        ("2014/2015", "2019/2020", "2014/2020"),
        ("[2014,2015]", "[2019..2020]", "2014/2020"),
    ],
)
def test_from_one_to_another(first: str, last: str, result: str) -> None:
    assert stretch(first, last) == result


@pytest.mark.parametrize(
    ("first", "last", "result"),
    [
        ("2018-08", "2018-08", "2018-08"),
        ("2018-08-29", "2018-09-26", "[2018-08-29..2018-09-26]"),
        ("2018-09-01", "2018-09-30", "2018-09"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2017-12", "2018-12", "[2017-12..2018-12]"),
        ("2018-08-27/2018-09-02", "2018-09-24/2018-09-30", "[2018-08-27..2018-09-30]"),
        ("[2018-08-29..2018-08-30]", "2018-09-26", "[2018-08-29..2018-09-26]"),
        ("2014/2018-09-01", "2014/2018-09-30", "2014/2018-09"),
        ("2014/2018-09-02", "2014/2018-09-26", "2014/2018-09-26"),
        ("2018-09-02", "2018-08-26", "[2018-08-26..2018-09-02]"),
    ],
)
def test_either_and_all_between(first: str, last: str, result: str) -> None:
    assert between(first, last) == result


@given(DAYS, DAYS, st.sampled_from(["start", "middle", "end"]))
def test_the_results_can_be_read_again(first: str, last: str, part: str) -> None:
    first, last = sorted((first, last))
    whole = stretch(first, last)
    assert (
        day_range(whole) == day_range(between(first, last)) == (*day_range(first)[:1], *day_range(last)[1:])
    )
    begin, end = day_range(narrowed(whole, part))
    assert day_range(first)[0] <= begin <= end <= day_range(last)[0]
