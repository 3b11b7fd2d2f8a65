"""Name spans: a name where it stands in a sentence, before the article tells what it means."""

from typing import NamedTuple

from corpus.languages import LexiconName
from corpus.records import EntityKind

__all__ = ["NameSpan"]


class NameSpan(NamedTuple):
    """A name in one sentence.

    Attributes:
        first: Index of its first token.
        last: One past the index of its last token.
        start: First code point in the document.
        end: One past the last; a genitive ending is part of the range.
        name: The name as it stands, in the nominative where that is known; of a demonym, the country.
        kind: What it names, or None where only the rest of the article can tell.
        before: The lower-case word before it, or an empty string.
        is_certain: Whether its capital letter can only mean a name.
        known: The entry of the word lists, where there is one.
        is_genitive: Whether it is known to stand in the genitive.
        is_demonym: Whether it is an adjective or inhabitant of a country.
        is_local: Whether it is a demonym of a town or region, which it names only where the article does too.
        is_part: Whether it is only the first part of a compound: "Nato-lande".
        is_told: Whether the words around it say for sure what it names: "selskabet X".
        can_own: Whether a word follows that something in the genitive can own.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: EntityKind | None
    before: str = ""
    is_certain: bool = True
    known: LexiconName | None = None
    is_genitive: bool = False
    is_demonym: bool = False
    is_local: bool = False
    is_part: bool = False
    is_told: bool = False
    can_own: bool = True
