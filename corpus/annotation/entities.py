"""Entities: which names of one document mean the same thing."""

import dataclasses
from collections.abc import Sequence
from typing import cast

from corpus.annotation.groups import Group, Groups
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.people import (
    family_names,
    group_people,
    is_shared,
    join_partial_people,
    share_family_names,
)
from corpus.annotation.short_names import join_abbreviations, join_short_names
from corpus.annotation.spelling import spelling_key
from corpus.annotation.surfaces import agree_on_kinds, kind_of_surface, strip_genitives
from corpus.languages import Language
from corpus.naming import name_key, shown_name
from corpus.records import Entity, EntityKind

__all__ = ["Resolution", "resolve_names"]


@dataclasses.dataclass(frozen=True, slots=True)
class Resolution:
    """What the names of a document mean.

    Attributes:
        entities: In the order of their first full mention.
        entity_of: For each name given, the index of its entity, or None where it stays unresolved.
        kind_of: For each name given, its kind, or None where it turned out to be no name.
        genders: For each entity, `m`, `f` or None.
        subkinds: For each entity, `media`, `agency`, `party` ... or an empty string.
        nominatives: For each name given, its nominative.
        genitives: For each name given, whether it stands in the genitive.
    """

    entities: tuple[Entity, ...]
    entity_of: tuple[int | None, ...]
    kind_of: tuple[EntityKind | None, ...]
    genders: tuple[str | None, ...]
    subkinds: tuple[str, ...]
    nominatives: tuple[str, ...]
    genitives: tuple[bool, ...]


def resolve_names(names: Sequence[NameSpan], language: Language, *, scope: str) -> Resolution:
    """Group the names of a document by what they mean.

    Args:
        names: All names of the document in text order.
        language: The rules.
        scope: What tells the document from others, for the keys of people whose full name it never gives.
    """
    groups = Groups(names, language)
    strip_genitives(groups)
    agree_on_kinds(groups)
    share_family_names(groups)
    families = family_names(groups)
    _join_listed(groups, [i for i in groups.open() if not _may_be_family(groups, i, families)])
    group_people(groups)
    join_partial_people(groups)
    _join_listed(groups, groups.open())
    _join_rest(groups, [index for index in groups.open() if " " in groups.nominative[index]])
    join_abbreviations(groups)
    join_short_names(groups)
    _join_rest(groups, groups.open())
    return _resolution(groups, scope)


def _may_be_family(groups: Groups, index: int, families: set[str]) -> bool:
    """Whether a listed town may be somebody's family name here: "Skagen" beside "Peter Skagen"."""
    span = groups.spans[index]
    is_place = span.kind == "place" and not span.is_demonym
    return is_place and span.name in families and span.before not in groups.language.keywords["place_surely"]


def _join_listed(groups: Groups, indexes: Sequence[int]) -> None:
    """Names of the word lists mean what the lists say; a local demonym only a place that is named too."""
    found = {
        (group.known.kind, group.known.name): index
        for index, group in enumerate(groups.groups)
        if group.known is not None
    }
    local = []
    for index in indexes:
        span = groups.spans[index]
        if span.known is None:
            continue
        key = (span.known.kind, span.known.name)
        if span.is_local and key not in found:
            local.append((index, key))
            continue
        if key not in found:
            found[key] = groups.new(cast("EntityKind", span.known.kind), span.known.name, span.known)
        groups.join(index, found[key])
    for index, key in local:
        if key in found:
            groups.join(index, found[key])


def _join_rest(groups: Groups, indexes: Sequence[int]) -> None:
    """What is left: each surface of one kind is one entity, unless nothing shows that it is a name."""
    certain = {groups.nominative[i] for i, span in enumerate(groups.spans) if span.is_certain}
    same = groups.indexes()
    found: dict[tuple[str, EntityKind], int] = {}
    for index in indexes:
        name, kind = groups.nominative[index], groups.kind_of[index]
        if groups.spans[index].is_demonym or (kind == "person" and is_shared(groups, name)):
            continue
        if name not in certain and kind is None:
            continue
        if kind is None or not groups.spans[index].is_told:
            kind = kind_of_surface(groups, same[name])
        if (name, kind) not in found:
            listed = _listed_as(groups, kind, same[name])
            found[name, kind] = groups.new(kind, name) if listed is None else listed
        groups.join(index, found[name, kind])


def _listed_as(groups: Groups, kind: EntityKind, indexes: Sequence[int]) -> int | None:
    """The listed entity that one of these mentions surely names: "Politiken" may begin a sentence too."""
    for index in indexes:
        group = groups.group_of[index]
        if group is not None and groups.spans[index].known and groups.groups[group].kind == kind:
            return group
    return None


def _resolution(groups: Groups, scope: str) -> Resolution:
    return Resolution(
        entities=tuple(_entity(group, scope) for group in groups.groups),
        entity_of=tuple(groups.group_of),
        kind_of=tuple(groups.kind_of),
        genders=tuple(_gender(group, groups.language) for group in groups.groups),
        subkinds=tuple(group.known.subkind if group.known else "" for group in groups.groups),
        nominatives=tuple(groups.nominative),
        genitives=tuple(
            span.is_genitive or (not span.known and not nominative.startswith(span.name))
            for span, nominative in zip(groups.spans, groups.nominative, strict=True)
        ),
    )


def _entity(group: Group, scope: str) -> Entity:
    listed = group.known.name if group.known else None
    name = shown_name(group.kind, listed, group.names.keys() or {group.name})
    return Entity(
        kind=group.kind,
        name=name,
        names=tuple(sorted(group.names)),
        wikidata_id=group.known.wikidata_id if group.known else None,
        listed_name=listed,
        key=_key(group, listed or name, scope),
    )


def _key(group: Group, name: str, scope: str) -> str:
    """What the entity is known by across documents.

    Spellings of one person's name share a key. A family name alone may be anybody's: without a full name
    in the document or the lists, it names somebody of this document only.
    """
    if group.kind != "person":
        return f"{group.kind}:{name_key(name)}"
    key = " ".join(spelling_key(word) for word in name.split())
    is_partial = group.known is None and " " not in name
    return f"person:{key}@{scope}" if is_partial else f"person:{key}"


def _gender(group: Group, language: Language) -> str | None:
    if group.known and group.known.gender in ("m", "f"):
        return group.known.gender
    for name in group.names:
        gender = language.names.first_names.get(name.split()[0])
        if gender in ("m", "f"):
            return gender
    return None
