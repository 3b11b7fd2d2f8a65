"""Quotations: the ranges between quotation marks, of every style that Danish news uses."""

import dataclasses
from collections.abc import Sequence

from corpus.annotation.tokens import Token

__all__ = ["Quotation", "find_quotations", "is_speech"]

# Opening mark to the marks that may close it.
_PAIRS = {
    "»": "«",
    "«": "»",
    "“": "”“",
    "„": "“”",
    "”": "”",
    '"': '"',
    "‘": "’",
    "’": "’",
    "'": "'",
    "‚": "‘’",
}
_DASHES = frozenset("-–—‒")


@dataclasses.dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, as indexes of a paragraph's tokens.

    Attributes:
        first: The opening mark.
        last: The closing mark, or the paragraph's last token where nothing closes it.
        closed: Whether a mark closes it.
    """

    first: int
    last: int
    closed: bool


def find_quotations(tokens: Sequence[Token]) -> list[Quotation]:
    """Find the quotations of a paragraph, outermost ones only, in order.

    A mark opens only before a word and closes only after one. A quotation that nothing closes runs to the
    paragraph's end if it begins the paragraph, and is no quotation otherwise.
    """
    found: list[Quotation] = []
    unclosed: set[str] = set()  # marks that nothing closes from here on
    end = 0
    for index in [index for index, token in enumerate(tokens) if token.text in _PAIRS]:
        mark = tokens[index].text
        if index < end or mark in unclosed or not _opens(tokens, index):
            continue
        last = _closing(tokens, index)
        if last is not None:
            found.append(Quotation(index, last, closed=True))
            end = last + 1
        elif index == 0 and mark not in "'’":
            found.append(Quotation(index, len(tokens) - 1, closed=False))
            break
        else:
            unclosed.add(mark)
    return found


def is_speech(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is direct speech after a dash, as news agencies set it."""
    return len(tokens) > 1 and tokens[0].text in _DASHES and tokens[1].start > tokens[0].end


def _opens(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index + 1].start > tokens[index].end:
        return False
    return index == 0 or tokens[index].start > tokens[index - 1].end or tokens[index - 1].text in "([-–"


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    closers = _PAIRS[tokens[opening].text]
    for index in range(opening + 2, len(tokens)):
        if tokens[index].text in closers and tokens[index].start == tokens[index - 1].end:
            return index
    return None
