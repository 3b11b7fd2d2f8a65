import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.date_words import _trie, plain, reader_of
from corpus.languages import load_language

READER = reader_of(load_language("da"))
assert READER


@given(st.text())
def test_plain_text_is_as_long(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("I MAJ", "i maj"),
        ("90’erne", "90'erne"),
        ("3.\u00a0maj\n2019", "3. maj 2019"),
        ("İ maj Å", "İ maj å"),
    ],
)
def test_plain_text(text: str, result: str) -> None:
    assert plain(text) == result


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=12), st.text("abc", max_size=5))
def test_a_tree_of_letters_matches_its_words_and_no_others(words: list[str], other: str) -> None:
    assert bool(re.fullmatch(_trie(words), other)) == (other in words)
    assert all(re.fullmatch(_trie(words), word) for word in words)


@pytest.mark.parametrize(
    ("text", "means", "fields"),
    [
        ("Onsdag den tolvte maj", "day", {"weekday": 3, "ordinal": 12, "month": 5}),
        ("den 3. maj 2019", "day", {"day": 3, "month": 5, "year": 2019}),
        ("d. 13/09-2018", "day", {"day": 13, "month": 9, "year": 2018}),
        ("for omkring tyve år siden", "ago", {"number": 20, "unit": "year", "about": "omkring", "turn": -1}),
        ("for et halvt år siden", "ago", {"number": 6, "unit": "month", "turn": -1}),
        ("maj næste år", "month", {"month": 5, "yearturn": 1}),
        ("1990'erne", "decade", {"decade": 1990}),
        ("firserne", "decade", {"decade": 1980}),
        ("1. juledag", "holiday", {"holiday": "12-25"}),
        ("3. kvartal", "part", {"number": 3, "part": "quarter"}),
    ],
)
def test_what_the_words_tell(text: str, means: str, fields: dict[str, object]) -> None:
    lowered = plain(text)
    (found,) = READER.read(text, lowered, READER.anchors(lowered), (0, len(text)))
    assert (found.start, found.end, found.means, found.fields) == (0, len(text), means, fields)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maj blev varm.", ["Maj"]),
        ("Nej. Maj blev varm.", ["Maj"]),
        ("»Maj blev varm«, sagde han.", ["Maj"]),
        ("Maj Holm blev varm.", []),
        ("Så kom Maj.", []),
        ("Så kom Onsdag.", []),
        ("Onsdag Holm kom.", ["Onsdag"]),
        ("Den 3. Maj 2019 kom de.", ["Den 3. Maj 2019"]),
        ("Så kom de 3. Maj 2019.", ["3. Maj 2019"]),
    ],
)
def test_a_capital_is_that_of_a_name_unless_a_sentence_begins(text: str, words: list[str]) -> None:
    lowered = plain(text)
    found = READER.read(text, lowered, READER.anchors(lowered), (0, len(text)))
    assert [text[date.start : date.end] for date in found] == words


def test_dates_stand_in_the_range_that_is_read() -> None:
    text = "onsdag i maj i 2019 torsdag"
    found = READER.read(text, text, READER.anchors(text), (9, 20))
    assert [text[date.start : date.end] for date in found] == ["maj i 2019"]
