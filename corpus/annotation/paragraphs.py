"""Paragraphs: the blocks between blank lines, and what part each plays."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import cast

from corpus.languages import Language
from corpus.records import ParagraphKind

__all__ = ["paragraph_kind", "paragraph_kinds", "split_paragraphs"]

# Lines with at least one character that is not a blank, up to a line without one.
_BLOCK = re.compile(r"\S[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r]*\S[^\n\r]*)*")


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the range of every block between blank lines, without the blanks around it.

    >>> list(split_paragraphs("One.\n\nTwo\nlines. "))
    [(0, 4), (6, 16)]
    """
    for match in _BLOCK.finditer(text):
        start, end = match.span()
        yield start, start + len(text[start:end].rstrip())


def paragraph_kinds(texts: Sequence[str], language: Language) -> list[ParagraphKind]:
    """Say what part each paragraph of a document plays.

    What would be a heading but has no body after it heads nothing: it is a link or a call to the reader.
    """
    kinds = [paragraph_kind(text, language) for text in texts]
    last = max((index for index, kind in enumerate(kinds) if kind == "body"), default=len(kinds))
    return ["boilerplate" if kind == "heading" and index > last else kind for index, kind in enumerate(kinds)]


def paragraph_kind(text: str, language: Language) -> ParagraphKind:
    """Say what part a paragraph plays, by the rules of its language."""
    for kind, match, unless in _compiled(language):
        if match.fullmatch(text) and not (unless and unless.fullmatch(text)):
            return kind
    return "heading" if _is_heading(text, language) else "body"


def _is_heading(text: str, language: Language) -> bool:
    rule = language.heading
    return (
        len(text.split()) <= rule.max_words
        and text.rstrip(rule.closing)[-1:] not in rule.not_ending
        and text[0] not in rule.not_starting
        and any(character.isalpha() for character in text)
    )


@functools.cache
def _compiled(language: Language) -> list[tuple[ParagraphKind, re.Pattern[str], re.Pattern[str] | None]]:
    return [
        (
            cast("ParagraphKind", rule.kind),
            re.compile(rule.match, re.DOTALL),
            re.compile(rule.unless, re.DOTALL) if rule.unless else None,
        )
        for rule in language.paragraph_rules
    ]
