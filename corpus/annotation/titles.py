"""Titles: works that stand in quotation marks, inside which no other name is meant."""

from collections.abc import Sequence

from corpus.annotation.quotes import find_quotations
from corpus.annotation.tokens import Token
from corpus.languages import Language

__all__ = ["quoted_works"]

_LONGEST = 9  # words of a title
_NEAR = 2  # words before the marks among which the kind of work may stand
_END_MARKS = frozenset(".!?…,")


def quoted_works(tokens: Sequence[Token], language: Language) -> dict[int, int]:
    """Find the titles in a sentence.

    A title is what stands in quotation marks after a word for a work ('filmen "Sne over Hov"'), or, if it is
    no whole sentence, after a preposition or another title ('fra "Sne over Hov" og "Havnefogeden"'), or what
    a hyphen joins to a noun ("'Havnefogeden'-stjernen").

    Returns:
        Index of the first word inside the marks to one past the last.
    """
    works: dict[int, int] = {}
    for quotation in find_quotations(tokens):
        first, last = quotation.first + 1, quotation.last
        is_title = quotation.closed and _is_title(tokens, first, last)
        if is_title and (_is_led(tokens, first - 1, works, language) or _is_joined(tokens, last)):
            works[first] = last
    return works


def _is_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words between the marks begin like a title and are no sentence of speech."""
    inside = tokens[first:last]
    starts = inside[0].is_capitalized or inside[0].text[0].isdigit()
    return starts and len(inside) <= _LONGEST and inside[-1].text not in _END_MARKS


def _is_joined(tokens: Sequence[Token], closing: int) -> bool:
    """Whether a hyphen joins the title to a noun: "'Havnefogeden'-stjernen"."""
    following = tokens[closing + 1 : closing + 2]
    return bool(following) and following[0].text == "-" and following[0].start == tokens[closing].end


def _is_led(tokens: Sequence[Token], opening: int, works: dict[int, int], language: Language) -> bool:
    """Whether a word for a work, a preposition or another title stands before the opening mark."""
    before = [token.lower for token in tokens[max(0, opening - _NEAR) : opening]]
    nouns = language.keywords["work_before_ending"] | language.keywords["work_noun_ending"]
    if not before or any(word.endswith(tuple(nouns)) for word in before):
        return bool(before)
    classes = language.words.get(before[-1]) or language.marks.get(before[-1], frozenset())
    return "prep" in classes or (opening - 2 in works.values() and bool(classes & {"and", "comma"}))
