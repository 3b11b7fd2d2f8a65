"""What was found in an article, in the form in which it is compared with the gold."""

import dataclasses
from collections.abc import Iterator, Mapping

from corpus.evaluation.likeness import fold
from corpus.records import Annotation, Claim, Document, PartRole

__all__ = ["Found", "FoundClaim", "FoundEntity", "found_in"]


@dataclasses.dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity as far as one article shows it.

    Attributes:
        kind: What it is.
        names: Its name and what its mentions say, folded.
        paragraphs: The numbers of those that mention it.
    """

    kind: str
    names: frozenset[str]
    paragraphs: frozenset[int]

    def is_called(self, name: str, kind: str) -> bool:
        """Whether it has this name and kind; every entity is of the kind `any`."""
        return kind in (self.kind, "any") and fold(name) in self.names


@dataclasses.dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as it is compared.

    Attributes:
        paragraph: The number of its cue's paragraph, from 1.
        cue: The words that make it a claim.
        speaker: Whose content it is; several, or none.
        via: Who stands between, nearest the speaker first.
        polarity: `affirmed`, `denied` or `uncommitted`.
        content: All of it.
        quotation: `direct`, `indirect` or `mixed`.
        act: `statement`, `denial` ...
    """

    paragraph: int
    cue: str
    speaker: tuple[str, ...]
    via: tuple[str, ...]
    polarity: str
    content: str
    quotation: str
    act: str


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What an article gave.

    Attributes:
        published: Its date as EDTF text, or None.
        kinds: Paragraph number to kind, of every paragraph.
        entities: Those with at least one mention.
        claims: By paragraph, in order.
    """

    published: str | None
    kinds: Mapping[int, str]
    entities: tuple[FoundEntity, ...]
    claims: tuple[FoundClaim, ...]


def found_in(document: Document, annotation: Annotation) -> Found:
    """What an annotation holds, under the names that this article alone gives its entities.

    An archive may show an entity under a fuller name that it has from another article.
    """
    return Found(
        published=document.published.text if document.published else None,
        kinds={paragraph.seq: paragraph.kind for paragraph in annotation.paragraphs},
        entities=tuple(_entities(annotation)),
        claims=tuple(
            _claim(claim, annotation)
            for claim in sorted(annotation.claims, key=lambda claim: claim.paragraph)
        ),
    )


def _entities(annotation: Annotation) -> Iterator[FoundEntity]:
    for index, entity in enumerate(annotation.entities):
        mentions = [mention for mention in annotation.mentions if mention.entity == index]
        if mentions:
            yield FoundEntity(
                kind=entity.kind,
                names=frozenset({fold(entity.name), *(fold(mention.text) for mention in mentions)}),
                paragraphs=frozenset(mention.paragraph for mention in mentions),
            )


def _claim(claim: Claim, annotation: Annotation) -> FoundClaim:
    return FoundClaim(
        paragraph=claim.paragraph,
        cue=" ".join(part.text for part in claim.parts if part.role == "cue"),
        speaker=_shown(claim, "speaker", annotation),
        via=_shown(claim, "via", annotation),
        polarity=claim.polarity,
        content=claim.text,
        quotation=claim.quotation,
        act=claim.act,
    )


def _shown(claim: Claim, role: PartRole, annotation: Annotation) -> tuple[str, ...]:
    """The names of a role: the entity's where there is one."""
    parts = (part for part in claim.parts if part.role == role)
    names = (part.name if part.entity is None else annotation.entities[part.entity].name for part in parts)
    return tuple(name for name in names if name)
