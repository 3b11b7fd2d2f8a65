"""What recognizes names among tokens: the interface that a trained model is plugged in by."""

from collections.abc import Sequence
from typing import Protocol

from corpus.spans import Span

__all__ = ["Recognizer", "Span"]


class Recognizer(Protocol):
    """A model that finds names in sentences of tokens."""

    @property
    def name(self) -> str:
        """Name and version, part of an annotation's model; another name means that it may find others."""

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """The names of each sentence, in order; none overlap."""
