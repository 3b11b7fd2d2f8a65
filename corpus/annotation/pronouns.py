"""Pronouns: whom "hun", "begge" or "det" points back to."""

import itertools
from collections.abc import Iterable, Iterator

from corpus.annotation.items import Item
from corpus.annotation.memory import Memory, gender_of
from corpus.annotation.sources import Source
from corpus.annotation.words import word_classes

__all__ = ["resolve_pronoun"]

_BOTH = 2


def resolve_pronoun(item: Item, memory: Memory, nearest: Iterable[Source]) -> list[Source]:
    """Whom a pronoun means; none where nobody fits.

    Args:
        item: The pronoun.
        memory: Who was spoken of before the sentence.
        nearest: The people that its own sentence speaks of before it.
    """
    classes = word_classes(item.lower, memory.language)
    if "both" in classes or "they" in classes:
        return [source.at(item) for source in _several(item, memory, both="both" in classes)]
    if "it" in classes:
        return [memory.source(entity, item) for entity in itertools.islice(memory.recent("organization"), 1)]
    gender = gender_of(classes)
    for source in itertools.chain(nearest, memory.recent_people()):
        if gender is None or memory.gender(source) in (None, gender):
            return [source.at(item)]
    return []


def _distinct(entities: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for entity in entities:
        if entity not in seen:
            seen.add(entity)
            yield entity


def _several(item: Item, memory: Memory, *, both: bool) -> list[Source]:
    """Those who were named together, or the last two of a kind, or the last plural source."""
    plural = [source for source in memory.focus if source.entity is None and source.is_plural]
    if plural and not both:
        return plural[-1:]
    if both and memory.described and memory.described[-1].is_plural:
        return [memory.described[-1]]
    if memory.together and not both:
        return list(memory.together)
    for kind in ("person", "place", "organization"):
        last = list(itertools.islice(_distinct(memory.recent(kind)), _BOTH))
        if len(last) == _BOTH:
            return [memory.source(entity, item) for entity in sorted(last)]
    return []
