"""Tokens and sentences, with ranges in the document's text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.languages import Language

__all__ = ["Token", "sentences", "tokenize"]

# Words keep inner hyphens, apostrophes, full stops (B.T., U.S.A.) and ampersands; numbers their separators;
# A/S its slash, "Ritzau/AFP" not; a genitive its apostrophe, which after other letters is a quotation mark.
_TOKEN = re.compile(
    r"\d+[A-ZÆØÅ]\w*(?:[-’'](?=\w)\w+)*|\d+(?:[.,:]\d+)*(?:-\w+)*(?:[’']s(?!\w))?"
    r"|\w{1,2}(?:/\w{1,2}){1,3}(?![-’'.&/]?\w)(?:(?<=[sxzSXZ])'(?!\w)|-(?=\s))?"
    r"|\w+(?:[-’'.&](?=\w)\w+)*(?:(?<=[sxzSXZ])'(?!\w)|-(?=\s)|(?<=\d)\+(?!\w))?"
    r"|\.{2,}|…|[^\w\s]"
)
_INITIAL = re.compile(r"(?:[A-ZÆØÅ]|[A-ZÆØÅ]h|Chr|Th|Kr)")
_END_MARKS = frozenset(".?!…") | {"..", "..."}
_CLOSERS = frozenset("»«”“\"'’)]")
_LONGEST_SENTENCE = 500  # tokens; what is longer is a table, and reading it whole would take ever longer


class Token(NamedTuple):
    """A word, number or mark: its words and range in code points of the document, end exclusive."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The words with case folded as the word lists are."""
        return self.text.lower()

    @property
    def is_capitalized(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[:1].isupper()


def tokenize(text: str, start: int, end: int, language: Language) -> list[Token]:
    """Split the range of a text into tokens.

    An abbreviation of the language, a single initial and the letters of "B.T." keep their full stop.
    """
    return list(_tokens(text, start, end, language))


def _tokens(text: str, start: int, end: int, language: Language) -> Iterator[Token]:
    position = start
    while match := _TOKEN.search(text, position, end):
        first, last = match.span()
        if last < end and text[last] == "." and _keeps_stop(text, first, last, language):
            last += 1
        yield Token(text[first:last], first, last)
        position = last


def _keeps_stop(text: str, first: int, last: int, language: Language) -> bool:
    word = text[first:last]
    if f"{word}.".lower() in language.abbreviations and not (word.isupper() and len(word) > 1):
        return True
    if "." in word and all(len(part) == 1 and part.isupper() for part in word.split(".")):
        return True
    following = text[last + 1 : last + 2]
    return bool(_INITIAL.fullmatch(word)) and following == " " and text[last + 2 : last + 3].isupper()


def sentences(tokens: Sequence[Token], quoted: Sequence[bool]) -> list[tuple[int, int]]:
    """Group tokens into sentences.

    Args:
        tokens: Of one paragraph.
        quoted: For each token, whether it stands inside quotation marks, which no sentence end breaks.

    Returns:
        Ranges of token indexes, end exclusive; every token is in one of them. None is longer than any
        sentence is.
    """
    found, first, index = [], 0, 0
    while index < len(tokens):
        if index - first >= _LONGEST_SENTENCE:
            found.append((first, index))
            first = index
        if tokens[index].text in _END_MARKS and not all(quoted[index : index + 2]):
            index = _after_closers(tokens, index)
            if index + 1 >= len(tokens) or _can_begin(tokens, index + 1):
                found.append((first, index + 1))
                first = index + 1
        index += 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


def _after_closers(tokens: Sequence[Token], index: int) -> int:
    """The last of the end marks and closing marks that follow each other without a blank."""
    while (
        index + 1 < len(tokens)
        and tokens[index + 1].start == tokens[index].end
        and (tokens[index + 1].text in _CLOSERS or tokens[index + 1].text in _END_MARKS)
    ):
        index += 1
    return index


def _can_begin(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence can begin here: not in lower case, and after a blank.

    An ordinal such as "3. maj" is no end since a lower-case word follows.
    """
    token = tokens[index]
    if token.start == tokens[index - 1].end:
        return False
    return not token.text[:1].islower()
