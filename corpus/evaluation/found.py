"""What was found in an article, in the form in which it is compared with the gold."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from corpus.evaluation.likeness import fold
from corpus.naming import shown_name
from corpus.records import Annotation, Claim, Document, Entity, EntityKind, Mention, PartRole

__all__ = ["Found", "FoundClaim", "FoundEntity", "found_in"]

_Shown = Mapping[str, str]  # an entity's key to the name that it is shown under


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
        target: Who is accused or threatened.
        addressee: Who is told or urged and is no medium.
        said: When it was said, as EDTF text, or None.
    """

    paragraph: int
    cue: str
    speaker: tuple[str, ...]
    via: tuple[str, ...]
    polarity: str
    content: str
    quotation: str
    act: str
    target: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    said: str | None = None


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


def found_in(articles: Iterable[tuple[Document, Annotation]]) -> list[Found]:
    """What an archive of these articles shows of each: entities under the names that all of them give."""
    pairs = list(articles)
    shown = _shown_names(entity for _, annotation in pairs for entity in annotation.entities)
    return [
        Found(
            published=document.published.text if document.published else None,
            kinds={paragraph.seq: paragraph.kind for paragraph in annotation.paragraphs},
            entities=tuple(_entities(annotation, shown)),
            claims=tuple(
                _claim(claim, annotation, shown)
                for claim in sorted(annotation.claims, key=lambda claim: claim.paragraph)
            ),
        )
        for document, annotation in pairs
    ]


def _shown_names(entities: Iterable[Entity]) -> _Shown:
    """The name of each entity by its key."""
    kinds: dict[str, EntityKind] = {}
    listed: dict[str, str] = {}
    used: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        kinds[entity.key] = entity.kind
        if entity.listed_name is not None:
            listed[entity.key] = entity.listed_name
        used[entity.key].update(entity.names or (() if entity.listed_name else (entity.name,)))
    return {key: shown_name(kind, listed.get(key), used[key]) for key, kind in kinds.items()}


def _entities(annotation: Annotation, shown: _Shown) -> Iterator[FoundEntity]:
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for mention in annotation.mentions:
        if mention.entity is not None:
            entity = annotation.entities[mention.entity]
            mentions[entity.key].append(mention)
            kinds[entity.key] = entity.kind
    for key, of_one in mentions.items():
        yield FoundEntity(
            kind=kinds[key],
            names=frozenset({fold(shown[key]), *(fold(mention.text) for mention in of_one)}),
            paragraphs=frozenset(mention.paragraph for mention in of_one),
        )


def _claim(claim: Claim, annotation: Annotation, shown: _Shown) -> FoundClaim:
    return FoundClaim(
        paragraph=claim.paragraph,
        cue=" ".join(part.text for part in claim.parts if part.role == "cue"),
        speaker=_sources(claim, "speaker", annotation, shown),
        via=_sources(claim, "via", annotation, shown),
        polarity=claim.polarity,
        content=claim.text,
        quotation=claim.quotation,
        act=claim.act,
        target=_sources(claim, "target", annotation, shown),
        addressee=_sources(claim, "addressee", annotation, shown),
        said=claim.said.text if claim.said else None,
    )


def _sources(claim: Claim, role: PartRole, annotation: Annotation, shown: _Shown) -> tuple[str, ...]:
    """The names of a role: the entity's where there is one."""
    parts = (part for part in claim.parts if part.role == role)
    names = (
        part.name if part.entity is None else shown[annotation.entities[part.entity].key] for part in parts
    )
    return tuple(name for name in names if name)
