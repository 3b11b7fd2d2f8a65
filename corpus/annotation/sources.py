"""Sources: those who speak, are told, or pass on what is said."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.annotation.items import Item

__all__ = ["Source"]


class Source(NamedTuple):
    """Somebody who speaks, or passes on what is said.

    Attributes:
        name: Canonical name of the entity, or the first full description of a source that is not named.
        entity: Index of the entity, or None for a described source.
        text: The words here.
        start: First code point of the words here.
        end: One past the last.
        lemma: Of a described source, its noun in the indefinite singular.
        is_plural: Whether it is more than one.
    """

    name: str
    entity: int | None
    text: str
    start: int
    end: int
    lemma: str = ""
    is_plural: bool = False

    @classmethod
    def of_words(cls, text: str, items: Sequence[Item]) -> "Source":
        """Words of a document's text that are no noun phrase, exactly as they stand there."""
        start, end = items[0].start, items[-1].end
        return cls(text[start:end], None, text[start:end], start, end)

    def at(self, item: Item) -> "Source":
        """The same source, pointed at by another phrase."""
        return self._replace(text=item.text, start=item.start, end=item.end)
