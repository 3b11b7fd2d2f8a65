"""Drafts: a pattern's match in a sentence on its way to being a claim."""

import dataclasses
from collections.abc import Sequence
from typing import cast

from corpus.annotation.contents import Range
from corpus.annotation.grammar import PatternMatch
from corpus.annotation.items import Item
from corpus.annotation.sources import Source
from corpus.languages import Cue, Pattern
from corpus.records import Act, Polarity

__all__ = ["Draft", "survives_negation"]

# Frames of cues that, negated, commit to nothing: "vil ikke bekræfte", "kan ikke udelukke".
_UNCOMMITTED = frozenset({"confirm", "deny", "doubt"})
# Acts that, negated, deny: "tror ikke, at".
_DENIED_BY_NEGATION = frozenset({"belief", "expectation"})


@dataclasses.dataclass(slots=True)
class Draft:
    """A claim in the making.

    Attributes:
        pattern: What matched.
        match: Where, in items of the sentence.
        cue: The word that attributes.
        entry: What that word does; None for a preposition or a colon.
        speakers: Who claims.
        targets: Who is accused or threatened.
        is_negated: Whether the cue is negated.
        vias: Those between the speaker and the article, nearest the speaker first.
        addressees: Who is told or urged and is no medium.
        content: The ranges of the words claimed.
    """

    pattern: Pattern
    match: PatternMatch
    cue: Item
    entry: Cue | None
    speakers: list[Source]
    targets: list[Source]
    is_negated: bool
    vias: list[Source] = dataclasses.field(default_factory=list)
    addressees: list[Source] = dataclasses.field(default_factory=list)
    content: list[Range] = dataclasses.field(default_factory=list)

    @property
    def act(self) -> Act:
        """What the source does by saying it; who commits to nothing only states that."""
        if self.polarity == "uncommitted":
            return "statement"
        return cast("Act", self.entry.act) if self.entry else "statement"

    @property
    def polarity(self) -> Polarity:
        """Whether the source says it is so, says it is not so, or neither."""
        if self.entry is None:
            return "affirmed"
        if not self.is_negated:
            return cast("Polarity", self.entry.polarity)
        return "uncommitted" if self.entry.frames & _UNCOMMITTED else "denied"

    @property
    def speaker_names(self) -> frozenset[str]:
        """The names of those who claim."""
        return frozenset(source.name for source in self.speakers)

    def is_within(self, item: Item) -> bool:
        """Whether words belong to what is claimed, or to who claims it."""
        ranges: Sequence[Range] = [*self.content, *((source.start, source.end) for source in self.speakers)]
        return any(start <= item.start < end for start, end in ranges)


def survives_negation(entry: Cue | None) -> bool:
    """Whether a negated cue still tells of a stance: "oplyser ikke" does not, "bekræfter ikke" does."""
    return entry is not None and (bool(entry.frames & _UNCOMMITTED) or entry.act in _DENIED_BY_NEGATION)
