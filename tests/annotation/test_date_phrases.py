import datetime

import pytest

from corpus.annotation.clock import Clock
from corpus.annotation.date_phrases import composed
from corpus.annotation.date_words import plain, reader_of
from corpus.languages import load_language

READER = reader_of(load_language("da"))
assert READER
TODAY = datetime.date(2024, 6, 18)  # a Tuesday


def read(text: str, *, has_today: bool = True) -> list[tuple[str, str | None]]:
    assert READER
    lowered = plain(text)
    dates = list(READER.read(text, lowered, READER.anchors(lowered), (0, len(text))))
    clock = Clock(TODAY, 0, TODAY, TODAY) if has_today else None
    found = composed(lowered, dates, READER.calendar, has_today=has_today)
    return [(text[date.start : date.end], date.at(clock)) for date in found]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("i begyndelsen af 1990'erne", [("begyndelsen af 1990'erne", "[1990..1994]")]),
        ("Midt i maj 2019", [("Midt i maj 2019", "[2019-05-08..2019-05-24]")]),
        ("siden slutningen af maj", [("siden slutningen af maj", "2024-05-16/2024-06-18")]),
        ("omkring 1. maj 2019", [("omkring 1. maj 2019", "2019-05-01~")]),
        ("fra 2014 til i dag", [("fra 2014 til i dag", "2014/2024-06-18")]),
        ("fra maj til august 2019", [("maj til august 2019", "2019-05/2019-08")]),
        ("fra 3. maj til 5. august 2019", [("fra 3. maj til 5. august 2019", "2019-05-03/2019-08-05")]),
        ("fra 30. december til 2. januar 2020",
         [("fra 30. december til 2. januar 2020", "2019-12-30/2020-01-02")]),
        ("fra mandag til onsdag", [("fra mandag til onsdag", "2024-06-17/2024-06-19")]),
        ("mellem jul og nytår", [("mellem jul og nytår", "2023-12-24/2024-01-01")]),
        ("fra begyndelsen af maj til slutningen af juni 2019",
         [("fra begyndelsen af maj til slutningen af juni 2019", "2019-05-01/2019-06-30")]),
        ("3. maj og 5. juni 2019", [("3. maj", "2019-05-03"), ("5. juni 2019", "2019-06-05")]),
        ("maj, juni 2019", [("maj", "2024-05"), ("juni 2019", "2019-06")]),
        ("mandag og onsdag", [("mandag", "2024-06-17"), ("onsdag", "2024-06-12")]),
    ],
)  # fmt: skip
def test_words_that_change_dates(text: str, result: list[tuple[str, str]]) -> None:
    assert read(text) == result


def test_since_reaches_up_to_a_day_that_is_known() -> None:
    assert read("siden 2014", has_today=False) == [("2014", "2014")]
    assert read("fra 2014 til i dag", has_today=False) == [("fra 2014 til i dag", None)]
