"""Drafting: name spans made of ranges of a sentence's tokens."""

from collections.abc import Sequence
from typing import cast

from corpus.annotation.capitals import Capitals
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.tokens import Token
from corpus.annotation.words import word_classes
from corpus.languages import Language, LexiconName
from corpus.records import EntityKind

__all__ = ["listed_span", "told_span", "unlisted_span"]

_NEVER_OWNED = frozenset(
    {
        "finite", "have", "modal", "be", "become", "verb", "prep", "to", "and", "but", "while", "at", "neg",
        "rel", "reflexive", "he", "adv",
    }
)  # fmt: skip


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
        can_own=can_be_owned(capitals.tokens, last, capitals.language),
    )


def can_be_owned(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether the token here can follow a genitive: a noun or what stands before one."""
    if index >= len(tokens) or not tokens[index].text[0].isalnum():
        return False
    classes = word_classes(tokens[index].lower, language)
    return "adj" in classes or not classes & _NEVER_OWNED


def told_span(capitals: Capitals, first: int, last: int, kind: str) -> NameSpan:
    """A name whose kind its words or those around it tell for sure."""
    return unlisted_span(capitals, first, last, kind)._replace(is_told=True)


def listed_span(capitals: Capitals, first: int, last: int, known: LexiconName, name: str) -> NameSpan:
    """A name of the word lists, spelled as one of them spells it."""
    return unlisted_span(capitals, first, last, known.kind)._replace(name=name, known=known)
