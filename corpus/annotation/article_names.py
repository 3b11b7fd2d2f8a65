"""The names of a whole article: found sentence by sentence, told apart by all of them."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from corpus.annotation.clubs import tell_clubs
from corpus.annotation.entities import Resolution, resolve_names
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.names import find_names
from corpus.annotation.tokens import Token
from corpus.languages import Language
from corpus.records import EntityKind
from corpus.spans import Span

__all__ = ["ArticleName", "name_article"]


class ArticleName(NamedTuple):
    """A name of one sentence, with what the article makes of it.

    Attributes:
        span: Where it stands.
        kind: What it names.
        entity: Index into the resolution's entities, or None where several people bear it.
        nominative: The name in the nominative.
        is_genitive: Whether it stands in the genitive.
    """

    span: NameSpan
    kind: EntityKind
    entity: int | None
    nominative: str
    is_genitive: bool


def name_article(
    sentences: Sequence[Sequence[Token]],
    recognized: Iterable[Sequence[Span]],
    language: Language,
    *,
    scope: str,
    credits_at: Collection[int] = (),
) -> tuple[Resolution, list[list[ArticleName]]]:
    """Find the names of an article's sentences and what they mean.

    Args:
        sentences: The tokens of each.
        recognized: The names that a model recognizes in each.
        language: The rules and lists.
        scope: What tells the article from others; see `resolve_names`.
        credits_at: Indexes of the sentences that are credit lines.

    Returns:
        What all names mean, and for each sentence those that turned out to be names.
    """
    found = [
        find_names(tokens, language, recognized=spans, is_credit=index in credits_at)
        for index, (tokens, spans) in enumerate(zip(sentences, recognized, strict=True))
    ]
    found = tell_clubs(sentences, found, language)
    resolution = resolve_names(list(chain.from_iterable(found)), language, scope=scope)
    told = zip(
        resolution.kind_of,
        resolution.entity_of,
        resolution.nominatives,
        resolution.genitives,
        strict=True,
    )
    return resolution, [
        [
            ArticleName(span, kind, entity, nominative, is_genitive)
            for span, (kind, entity, nominative, is_genitive) in zip(spans, told, strict=False)
            if kind is not None and (entity is not None or kind == "person" or span.is_demonym)
        ]
        for spans in found
    ]
