"""Text files: a plain text, or the seed form, which begins with a blank and its date.

    ` date 2023-09 Det lukkede land Nordkorea får ...`

The date is a year, a month or a day (`2023`, `2023-09`, `2023-09-13`, EDTF's `?`, `~` and `%` allowed). What
follows it is the text, as it stands; without that header the whole file is, and its date is unknown.
"""

import re
from collections.abc import Iterator

from corpus.edtf import EdtfDate, parse_edtf
from corpus.errors import RejectedInputError
from corpus.formats._decoding import decode
from corpus.records import Document, Original

__all__ = ["EXAMPLE", "SUFFIXES", "read"]

SUFFIXES = frozenset({".txt", ".text"})
EXAMPLE = " date 2024-06-18 Præsidenten rejser i dag.\n\nDet siger hans talsmand.\n".encode()

# A digit must follow, so that a text about a date is not taken for a header.
_HEADER = re.compile(r"\s*date[ \t]+(?P<date>\d\S*)\s*")


def read(original: Original) -> Iterator[Document]:
    """Yield the one document of a text file.

    Raises:
        RejectedInputError: if it is no text, or its header's date is none: better no article than one at a
            wrong date, or with a part of its text lost.
    """
    try:
        text, encoding = decode(original.content)
        published, start = _header(text)
    except ValueError as error:
        raise RejectedInputError(original.origin, str(error)) from error
    if published and start == len(text):
        raise RejectedInputError(original.origin, "a date header and no text after it")
    yield Document(
        original=original,
        origin=original.origin,
        text=text[start:],
        format="text",
        encoding=encoding,
        published=published,
        date_source="header" if published else None,
    )


def _header(text: str) -> tuple[EdtfDate | None, int]:
    """The header's date and where the text after it starts."""
    match = _HEADER.match(text)
    if match is None:
        return None, 0
    try:
        return parse_edtf(match["date"]), match.end()
    except ValueError as error:
        raise ValueError(f"the header's date {error}") from error
