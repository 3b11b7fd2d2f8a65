"""Discourse: who a noun phrase means, given what the document has said so far."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.annotation.entities import Resolution
from corpus.annotation.items import Item
from corpus.annotation.words import word_classes
from corpus.languages import Language, Reference

__all__ = ["Discourse", "Source", "noun_lemma"]


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
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

    def at(self, item: Item) -> "Source":
        """The same source, pointed at by another phrase."""
        return dataclasses.replace(self, text=item.text, start=item.start, end=item.end)


_NEAR = 3  # people mentioned last among whom a role that nobody was given may be sought


def noun_lemma(word: str, language: Language) -> str:
    """The indefinite singular of a noun, or of the last part of a compound; the word itself if unknown."""
    lower = word.lower()
    for cut in range(len(lower)):
        if lower[cut:] in language.lemmas:
            return language.lemmas[lower[cut:]]
    return lower


class Discourse:
    """What has been mentioned so far, in order; grows sentence by sentence."""

    def __init__(self, resolution: Resolution, language: Language) -> None:
        self._resolution = resolution
        self._language = language
        self._mentioned: list[int] = []
        self._focus: list[Source] = []
        self._described: list[Source] = []
        self._together: tuple[Source, ...] = ()
        self._roles: defaultdict[int, set[tuple[str, int | None]]] = defaultdict(set)

    @property
    def last_speakers(self) -> tuple[Source, ...]:
        """Who spoke last."""
        return self._together if self._spoke_together else tuple(self._focus[-1:])

    _spoke_together = False

    def observe(self, items: Sequence[Item]) -> None:
        """Take note of a sentence's names and noun phrases, after its claims are read."""
        subject = self.subject(items)
        if subject is not None and "person" in subject.classes:
            self._focus.extend(self.resolve(subject))
            self._spoke_together = False
        for index, item in enumerate(items):
            for part in item.parts or (item,):
                if part.named and part.named.entity is not None and not part.named.is_demonym:
                    self._mentioned.append(part.named.entity)
            if "described" in item.classes and "definite" not in item.classes and not _is_apposed(items, index):
                self._described.extend(self._describe(item))

    def subject(self, items: Sequence[Item]) -> Item | None:
        """The first person or pronoun of a sentence that no preposition governs."""
        for index, item in enumerate(items):
            is_governed = index > 0 and "prep" in items[index - 1].classes
            if "np" in item.classes and item.classes & {"person", "pronoun"} and not is_governed:
                return item
        return None

    def spoke(self, sources: Sequence[Source]) -> None:
        """Take note of who spoke."""
        self._focus.extend(sources)
        self._spoke_together = len(sources) > 1
        if len(sources) > 1:
            self._together = tuple(sources)
        self._described.extend(source for source in sources if source.entity is None)

    def resolve(self, item: Item) -> list[Source]:
        """Whom a noun phrase means; several for "begge", none where nothing fits a pronoun."""
        if "pronoun" in item.classes:
            return self._pronoun(item)
        if "described" in item.classes:
            return self._noun(item)
        head = next(part for part in reversed(item.parts) if part.named and "name" in part.classes)
        return [self.named(head)]

    def subkind(self, source: Source) -> str:
        """`media`, `agency`, `platform` ... of a source, or an empty string."""
        if source.entity is not None:
            is_medium = any(self._is_medium_noun(role) for role, _ in self._roles[source.entity])
            return self._resolution.subkinds[source.entity] or ("media" if is_medium else "")
        return "media" if self._is_medium_noun(source.lemma) else ""

    def _is_medium_noun(self, lemma: str) -> bool:
        return "medium" in word_classes(lemma, self._language)

    def named(self, item: Item) -> Source:
        """The source that a name is, in whatever case it stands."""
        if item.named is None:
            raise ValueError(f"{item.text!r} is no name")
        entity = item.named.entity
        name = item.named.name if entity is None else self._resolution.entities[entity].name
        return Source(name, entity, item.text, item.start, item.end)

    def _entity(self, entity: int, item: Item) -> Source:
        return Source(self._resolution.entities[entity].name, entity, item.text, item.start, item.end)

    # Nouns.

    def _noun(self, item: Item) -> list[Source]:
        noun = _noun_of(item)
        is_pointing = "definite" in noun.classes or (
            item.parts[0] is not noun and bool(item.parts[0].classes & {"definite_article", "possessive"})
        )
        if is_pointing:
            found = self._pointed_at(noun_lemma(noun.text, self._language), noun, item)
            if found:
                return [source.at(item) for source in found]
        return self._describe(item)

    def _describe(self, item: Item) -> list[Source]:
        noun = _noun_of(item)
        is_plural = bool({"plural", "quantity"} & noun.classes)
        lemma = noun_lemma(noun.text, self._language)
        return [Source(item.text, None, item.text, item.start, item.end, lemma, is_plural)]

    def _pointed_at(self, lemma: str, noun: Item, item: Item) -> list[Source]:
        """What a definite noun points back to: a person of that role, an organization, a described source."""
        if "plural" in noun.classes:
            described = [
                s for s in self._described if s.is_plural and (s.lemma == lemma or "any_source" in noun.classes)
            ]
            return described[-1:] and [self._first_description(described[-1])]
        if "human" in noun.classes:
            person = self._person(lemma, item)
            if person is not None:
                return [self._entity(person, item)]
        if _is_specified(item) and _country_of(item.parts) is None:
            return []
        organization = self._organization(lemma, _country_of(item.parts))
        if organization is not None:
            return [self._entity(organization, item)]
        described = [s for s in self._described if s.lemma == lemma and not s.is_plural]
        return [self._first_description(described[-1])] if described else []

    def _person(self, lemma: str, item: Item) -> int | None:
        """Who has this role, of this country if the phrase names one, or the last person without any role."""
        country = _country_of(item.parts)
        if country is None and _is_specified(item):
            return None
        people = [e for e in reversed(self._mentioned) if self._resolution.entities[e].kind == "person"]
        for entity in people:
            if any(role == lemma and country in (None, where) for role, where in self._roles[entity]):
                return entity
        return next((entity for entity in people[:_NEAR] if not self._roles[entity]), None)

    def _first_description(self, source: Source) -> Source:
        """The fullest earlier description of the same source."""
        same = [s for s in self._described if s.lemma == source.lemma and s.is_plural == source.is_plural]
        return max(same[-5:], key=lambda s: len(s.name))

    def _organization(self, lemma: str, country: int | None) -> int | None:
        organizations = [e for e in reversed(self._mentioned) if self._resolution.entities[e].kind == "organization"]
        if country is not None:
            return next((e for e in organizations if (lemma, country) in self._roles[e]), None)
        reference = self._language.references.get(lemma, Reference())
        for entity in organizations:
            known = self._resolution.entities[entity]
            name = known.name.lower()
            if any(word in name for word in reference.words):
                return entity
            if self._resolution.subkinds[entity] in reference.subkinds:
                return entity
        return None

    # Pronouns.

    def _pronoun(self, item: Item) -> list[Source]:
        classes = word_classes(item.lower, self._language)
        if "both" in classes or "they" in classes:
            return self._several(item, both="both" in classes)
        gender = "m" if "masculine" in classes else "f" if "feminine" in classes else None
        for source in self._recent_people():
            known = self._gender(source)
            if gender is None or known is None or known == gender:
                return [source.at(item)]
        return []

    def _recent_people(self) -> Iterator[Source]:
        """Single people, those in focus first, then everybody mentioned, the latest first."""
        for source in reversed(self._focus):
            if source.entity is None:
                if not source.is_plural and "human" in word_classes(source.lemma, self._language):
                    yield source
            elif self._resolution.entities[source.entity].kind == "person":
                yield source
        for entity in reversed(self._mentioned):
            if self._resolution.entities[entity].kind == "person":
                yield Source(self._resolution.entities[entity].name, entity, "", 0, 0)

    def _gender(self, source: Source) -> str | None:
        return None if source.entity is None else self._resolution.genders[source.entity]

    def _several(self, item: Item, *, both: bool) -> list[Source]:
        """Those who were named together, or the last two people, or the last plural source."""
        plural = [source for source in self._focus if source.entity is None and source.is_plural]
        if plural and not both:
            return [plural[-1].at(item)]
        if self._together and not both:
            return [source.at(item) for source in self._together]
        for kind in ("person", "place", "organization"):
            last: list[int] = []
            for entity in reversed(self._mentioned):
                if self._resolution.entities[entity].kind == kind and entity not in last:
                    last.append(entity)
                if len(last) == 2:
                    return [self._entity(entity, item) for entity in sorted(last)]
        return []

    # Roles.

    def note_roles(self, items: Sequence[Item]) -> None:
        """Remember the titles of people: before the name, in the same phrase, or after a comma."""
        for index, item in enumerate(items):
            if "np" not in item.classes or not item.classes & {"person", "body"}:
                continue
            phrases = [item]
            if _is_apposed(items, index + 2):
                phrases.append(items[index + 2])
            for source in self.resolve(item):
                if source.entity is not None:
                    self._roles[source.entity].update(self._titles(phrases))

    def _titles(self, phrases: Sequence[Item]) -> Iterator[tuple[str, int | None]]:
        """Each title with the country it is held in, where the phrase names one."""
        for phrase in phrases:
            country = _country_of(phrase.parts)
            for part in phrase.parts:
                if "noun" in part.classes:
                    yield noun_lemma(part.text, self._language), country


def _is_apposed(items: Sequence[Item], index: int) -> bool:
    """Whether the phrase here says more of the name before it: Henrik Toft, formand for X."""
    return (
        1 < index < len(items)
        and "described" in items[index].classes
        and "comma" in items[index - 1].classes
        and bool(items[index - 2].classes & {"person", "body"})
        and "np" in items[index - 2].classes
    )


def _noun_of(item: Item) -> Item:
    """The noun of a phrase, or its first word."""
    return next((part for part in item.parts if "noun" in part.classes), item.parts[0])


def _country_of(parts: Sequence[Item]) -> int | None:
    """The entity that a demonym or a name in the genitive stands for: "den russiske", "Ruslands"."""
    for part in parts:
        if part.named and (part.named.is_demonym or part.named.is_genitive):
            return part.named.entity
    return None


def _is_specified(item: Item) -> bool:
    """Whether the phrase says whose or of what: "Kremls talsmand", "advokaten for X"."""
    return any(part.classes & {"npprep", "genitive", "possessive"} for part in item.parts)
