import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import RejectedInputError
from corpus.formats.text import read
from corpus.records import Document, Original


def read_one(content: bytes) -> Document:
    (document,) = read(Original("a.txt", content))
    return document


@pytest.mark.parametrize(
    ("content", "published", "text"),
    [
        (" date 2023-09 Det sker.\n", "2023-09", "Det sker.\n"),
        ("date 2023-09 Det sker.", "2023-09", "Det sker."),
        (" date 2023 Det sker.", "2023", "Det sker."),
        (" date 2024-02-29 Det sker.", "2024-02-29", "Det sker."),
        (" date 2023-09~ Det sker.", "2023-09~", "Det sker."),
        ("\n date 2023-09\n\nDet sker.\n\nI dag.", "2023-09", "Det sker.\n\nI dag."),
        (" date 2023-09 Et.\r\n\r\nTo.\r\n", "2023-09", "Et.\r\n\r\nTo.\r\n"),
        (" date 2023-09   date 2024-01 igen", "2023-09", "date 2024-01 igen"),
        ("Det sker.\n", None, "Det sker.\n"),
        ("  Det sker.", None, "  Det sker."),
        ("date mellem to", None, "date mellem to"),
        ("Date 2023-09 Det sker.", None, "Date 2023-09 Det sker."),
        ("Overskrift: date 2023-09", None, "Overskrift: date 2023-09"),
    ],
)
def test_the_text_is_what_follows_the_header(content: str, published: str | None, text: str) -> None:
    document = read_one(content.encode())
    assert document.text == text
    assert (document.published.text if document.published else None) == published
    assert document.date_source == ("header" if published else None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (" date 2023-13 Det sker.", "the header's date '2023-13': a month is 01 to 12"),
        (" date 2023-02-29 Det sker.", "the header's date '2023-02-29': that month has days 01 to 28"),
        (" date 0000 Det sker.", "the header's date '0000': there is no year 0000"),
        (" date 18.6.2024 Det sker.", "the header's date '18.6.2024' is not a date like 2023, 2023-09"),
        (" date 2023-9 Det sker.", "the header's date '2023-9' is not a date like"),
        (" date 2023-09Det sker.", "the header's date '2023-09Det' is not a date like"),
        (" date 2023-09", "a date header and no text after it"),
        (" date 2023-09 \r\n\r\n", "a date header and no text after it"),
        ("Nul\0tegn", "a NUL byte at position 3"),
    ],
)
def test_a_wrong_header_is_refused_rather_than_guessed_at(content: str, reason: str) -> None:
    with pytest.raises(RejectedInputError) as caught:
        read_one(content.encode())
    assert caught.value.reason.startswith(reason)
    assert caught.value.origin == "a.txt"


@given(
    body=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
        lambda body: body == body.lstrip() and not body.startswith("\ufeff")
    ),
    year=st.integers(1, 9999),
    month=st.integers(1, 12),
)
def test_the_body_comes_back_whole(body: str, year: int, month: int) -> None:
    content = f" date {year:04}-{month:02} {body}".encode()
    document = read_one(content)
    assert document.text == body
    assert document.original.content == content
