"""Entities: which names of one document mean the same thing."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import cast

from corpus.annotation.name_spans import NameSpan
from corpus.annotation.spelling import is_same_name, name_ends, spelling_key
from corpus.annotation.words import bases
from corpus.languages import Language, LexiconName
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
    return _Resolver(names, language, scope).resolve()


@dataclasses.dataclass(slots=True)
class _Group:
    """One entity in the making."""

    kind: EntityKind
    name: str
    names: Counter[str]
    known: LexiconName | None = None


class _Resolver:
    def __init__(self, names: Sequence[NameSpan], language: Language, scope: str) -> None:
        self.names = names
        self.language = language
        self.scope = scope
        self.groups: list[_Group] = []
        self.group_of: list[int | None] = [None] * len(names)
        self.kind_of: list[EntityKind | None] = [span.kind for span in names]
        self.nominative = [span.name for span in names]
        self.first_full: dict[int, int] = {}  # group to the first index at which more than one word names it

    def resolve(self) -> Resolution:
        self._strip_genitives()
        self._listed()
        self._people()
        self._abbreviations()
        self._partial_people()
        self._rest()
        self._abbreviations()
        return Resolution(
            entities=tuple(self._entity(group) for group in self.groups),
            entity_of=tuple(self.group_of),
            kind_of=tuple(self.kind_of),
            genders=tuple(self._gender(group) for group in self.groups),
            subkinds=tuple(group.known.subkind if group.known else "" for group in self.groups),
            nominatives=tuple(self.nominative),
            genitives=tuple(
                span.is_genitive or (not span.known and span.name != nominative)
                for span, nominative in zip(self.names, self.nominative, strict=True)
            ),
        )

    def _strip_genitives(self) -> None:
        """Give unlisted names their nominative where the document or the word lists show it."""
        seen = {span.name for span in self.names}
        words = {word for span in self.names for word in span.name.split()}
        lists = self.language.names
        for index, span in enumerate(self.names):
            *head, last = span.name.split()
            if (
                span.known
                or span.is_genitive
                or last in lists.first_names
                or (head and last in lists.last_names)
            ):
                continue
            for base in bases(last, self.language):
                whole = " ".join([*head, base])
                is_listed = base in lists.last_names or base in lists.first_names
                if whole in seen or base in words or is_listed or last.endswith(("'s", "’s")):
                    self.nominative[index] = whole
                    break

    def _listed(self) -> None:
        """Names of the word lists mean what the lists say."""
        found: dict[tuple[str, str], int] = {}
        for index, span in enumerate(self.names):
            if span.known is None:
                continue
            key = (span.known.kind, span.known.name)
            if key not in found:
                found[key] = self._new(cast("EntityKind", span.known.kind), span.known.name, span.known)
            self._join(index, found[key])

    def _people(self) -> None:
        """Full names of people, spelling variants together."""
        by_ends: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for group in self._groups_of("person"):
            for name in self._names_of(group):
                by_ends[name_ends(name.split())].append(group)
        for index in range(len(self.names)):
            words = self.nominative[index].split()
            if self.group_of[index] is not None or len(words) < 2 or not self._is_person(index):
                continue
            likely = by_ends[name_ends(words)]
            known = next((g for g in likely if self._same_person(words, g)), None)
            if known is None:
                known = self._new("person", self.nominative[index])
                likely.append(known)
            self._join(index, known)

    def _is_person(self, index: int) -> bool:
        kind = self.kind_of[index]
        if kind is not None:
            return kind == "person"
        words = self.nominative[index].split()
        is_worded = all(word[0].isupper() and not word.isupper() and word[-1].isalpha() for word in words)
        return self.names[index].is_certain and is_worded and len(words) <= 3

    def _same_person(self, words: Sequence[str], group: int) -> bool:
        return any(is_same_name(words, name.split()) for name in self._names_of(group))

    def _abbreviations(self) -> None:
        """A short form in parentheses after an organization's name: "Bagmandspolitiet (Søik)"."""
        same = self._indexes()
        for index in range(1, len(self.names)):
            before = self.group_of[index - 1]
            is_enclosed = (
                self.names[index].before == "(" and self.names[index].first == self.names[index - 1].last + 1
            )
            if not is_enclosed or before is None or self.groups[before].kind != "organization":
                continue
            if self.group_of[index] is None and self.kind_of[index] in (None, "organization"):
                for other in same[self.nominative[index]]:
                    if self.group_of[other] is None:
                        self._join(other, before)

    def _partial_people(self) -> None:
        """A first name, a family name or a part of a longer name, where only one person bears it."""
        bearers: defaultdict[str, set[int]] = defaultdict(set)
        for group in self._groups_of("person"):
            for name in self.groups[group].names:
                for word in name.split():
                    bearers[word].add(group)
        for index, span in enumerate(self.names):
            if self.group_of[index] is not None or self.kind_of[index] not in (None, "person"):
                continue
            forms = [self.nominative[index].split()]
            if len(forms[0]) == 1:
                forms += [[base] for base in bases(span.name, self.language)]
            for words in forms:
                found = set.intersection(*(bearers.get(word, set()) for word in words))
                if found:
                    self._join_part(index, " ".join(words), found)
                    break

    def _join_part(self, index: int, name: str, found: set[int]) -> None:
        self.nominative[index] = name
        self.kind_of[index] = "person"
        if len(found) > 1:
            found = {group for group in found if self._is_named_before(group, index)}
        if len(found) == 1:
            self._join(index, found.pop())

    def _is_named_before(self, group: int, index: int) -> bool:
        """Whether the person's full name stands earlier in the text."""
        return self.first_full.get(group, index) < index

    def _rest(self) -> None:
        """What is left: each surface of one kind is one entity, unless nothing shows that it is a name."""
        certain = {self.nominative[i] for i, span in enumerate(self.names) if span.is_certain}
        same = self._indexes()
        found: dict[str, int] = {}
        for index in range(len(self.names)):
            name = self.nominative[index]
            if self.group_of[index] is not None or (
                self.kind_of[index] == "person" and self._is_shared(name)
            ):
                continue
            if name not in certain and self.kind_of[index] is None:
                continue
            if name not in found:
                kind = self._kind_of_surface(name, same[name])
                listed = self._listed_as(kind, same[name])
                found[name] = self._new(kind, name) if listed is None else listed
            self._join(index, found[name])

    def _listed_as(self, kind: EntityKind, indexes: Sequence[int]) -> int | None:
        """The listed entity that one of these mentions surely names: "Politiken" may begin a sentence too."""
        for index in indexes:
            group = self.group_of[index]
            if group is not None and self.names[index].known and self.groups[group].kind == kind:
                return group
        return None

    def _is_shared(self, name: str) -> bool:
        """Whether several people of the document bear this name, so that it stays unresolved."""
        bearers = [g for g in self._groups_of("person") if name in " ".join(self.groups[g].names).split()]
        return len(bearers) > 1

    def _kind_of_surface(self, name: str, indexes: Sequence[int]) -> EntityKind:
        """The kind that most mentions of a name have; without any, by the words before them."""
        kinds = Counter(kind for index in indexes if (kind := self.kind_of[index]) is not None)
        if kinds:
            return kinds.most_common(1)[0][0]
        before = {self.names[index].before for index in indexes}
        if before & self.language.keywords["place_preposition"]:
            return "place"
        return "person" if name in self.language.names.last_names else "other"

    def _indexes(self) -> dict[str, list[int]]:
        """Where each nominative stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(self.nominative):
            found[name].append(index)
        return found

    def _groups_of(self, kind: EntityKind) -> list[int]:
        return [index for index, group in enumerate(self.groups) if group.kind == kind]

    def _names_of(self, group: int) -> Iterable[str]:
        return [*self.groups[group].names, self.groups[group].name]

    def _new(self, kind: EntityKind, name: str, known: LexiconName | None = None) -> int:
        self.groups.append(_Group(kind, name, Counter(), known))
        return len(self.groups) - 1

    def _join(self, index: int, group: int) -> None:
        self.group_of[index] = group
        self.kind_of[index] = self.groups[group].kind
        if not self.names[index].is_demonym:
            self.groups[group].names[self.nominative[index]] += 1
        if " " in self.nominative[index]:
            self.first_full[group] = min(index, self.first_full.get(group, index))

    def _entity(self, group: _Group) -> Entity:
        listed = group.known.name if group.known else None
        name = shown_name(group.kind, listed, group.names.keys() or {group.name})
        return Entity(
            kind=group.kind,
            name=name,
            names=tuple(sorted(group.names)),
            wikidata_id=group.known.wikidata_id if group.known else None,
            listed_name=listed,
            key=self._key(group, listed or name),
        )

    def _key(self, group: _Group, name: str) -> str:
        """What the entity is known by across documents.

        Spellings of one person's name share a key. A family name alone may be anybody's: without a full name
        in the document or the lists, it names somebody of this document only.
        """
        if group.kind != "person":
            return f"{group.kind}:{name_key(name)}"
        key = " ".join(spelling_key(word) for word in name.split())
        is_partial = group.known is None and " " not in name
        return f"person:{key}@{self.scope}" if is_partial else f"person:{key}"

    def _gender(self, group: _Group) -> str | None:
        if group.known and group.known.gender in ("m", "f"):
            return group.known.gender
        for name in group.names:
            gender = self.language.names.first_names.get(name.split()[0])
            if gender in ("m", "f"):
                return gender
        return None
