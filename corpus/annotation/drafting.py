"""Drafting: name spans made of ranges of a sentence's tokens."""

import dataclasses
from typing import cast

from corpus.annotation.capitals import Capitals
from corpus.annotation.name_spans import NameSpan
from corpus.languages import LexiconName
from corpus.records import EntityKind

__all__ = ["listed_span", "told_span", "unlisted_span"]


def unlisted_span(capitals: Capitals, first: int, last: int, kind: str | None) -> NameSpan:
    """A name that no list holds, as it stands."""
    return NameSpan(
        first=first,
        last=last,
        start=capitals.tokens[first].start,
        end=capitals.tokens[last - 1].end,
        name=capitals.written(first, last),
        kind=cast("EntityKind | None", kind),
        before=capitals.before(first),
        is_certain=capitals.is_mid_sentence(first),
    )


def told_span(capitals: Capitals, first: int, last: int, kind: str) -> NameSpan:
    """A name whose kind its words or those around it tell for sure."""
    return dataclasses.replace(unlisted_span(capitals, first, last, kind), is_told=True)


def listed_span(capitals: Capitals, first: int, last: int, known: LexiconName, name: str) -> NameSpan:
    """A name of the word lists, spelled as one of them spells it."""
    return dataclasses.replace(unlisted_span(capitals, first, last, known.kind), name=name, known=known)
