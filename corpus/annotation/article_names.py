"""The names of a whole article: found sentence by sentence, told apart by all of them."""

import dataclasses
from collections.abc import Collection, Sequence
from itertools import chain

from corpus.annotation.clubs import tell_clubs
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.entities import Resolution, resolve_names
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.names import find_names
from corpus.annotation.recognition import Recognizer
from corpus.annotation.tokens import Token
from corpus.languages import Language
from corpus.records import EntityKind

__all__ = ["ArticleName", "name_article"]


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleName:
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
    language: Language,
    recognizer: Recognizer | None,
    *,
    scope: str,
    credits_at: Collection[int] = (),
) -> tuple[Resolution, list[list[ArticleName]]]:
    """Find the names of an article's sentences and what they mean.

    Args:
        sentences: The tokens of each.
        language: The rules and lists.
        recognizer: What recognizes names; the model that comes with the language if none is given.
        scope: What tells the article from others; see `resolve_names`.
        credits_at: Indexes of the sentences that are credit lines.

    Returns:
        What all names mean, and for each sentence those that turned out to be names.
    """
    model = recognizer or bundled_recognizer(language)
    words = [[token.text for token in tokens] for tokens in sentences]
    recognized = model.tag(words) if model else [[] for _ in sentences]
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
