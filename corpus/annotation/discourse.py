"""Discourse: who a noun phrase means, given what the document has said so far."""

import itertools
from collections import deque
from collections.abc import Iterator, Sequence

from corpus.annotation.entities import Resolution
from corpus.annotation.items import Item
from corpus.annotation.phrases import country_of, is_apposed, is_specified, noun_lemma, noun_of
from corpus.annotation.roles import Roles
from corpus.annotation.sources import Source
from corpus.annotation.words import word_classes
from corpus.languages import Language, Reference
from corpus.records import EntityKind

__all__ = ["GENDERED", "Discourse"]

GENDERED = frozenset({"masculine", "feminine"})
_HUMAN = frozenset({"human", "deverbal"})

_MEMORY = 500  # mentions back that a noun or pronoun can point
_NEAR = 3  # people mentioned last among whom a role that nobody was given may be sought


class Discourse:
    """What has been mentioned so far, in order; grows sentence by sentence."""

    def __init__(self, resolution: Resolution, language: Language) -> None:
        self._resolution = resolution
        self._language = language
        self._mentioned: deque[int] = deque(maxlen=_MEMORY)
        self._focus: deque[Source] = deque(maxlen=_MEMORY)
        self._described: deque[Source] = deque(maxlen=_MEMORY)
        self._together: tuple[Source, ...] = ()
        self._last_speakers: tuple[Source, ...] = ()
        self.roles = Roles(language)

    @property
    def last_speakers(self) -> tuple[Source, ...]:
        """Who spoke last, or was the subject of a sentence since."""
        return self._last_speakers

    def observe(self, items: Sequence[Item]) -> None:
        """Take note of a sentence's names and noun phrases, after its claims are read."""
        subject = self.subject(items)
        if subject is not None and "pronoun" not in subject.classes:
            self._focus.extend(self.resolve(subject, guess=False))
            if "person" in subject.classes:
                self._last_speakers = tuple(itertools.islice(reversed(self._focus), 1))
        for index, item in enumerate(items):
            for part in item.parts or (item,):
                if part.named and part.named.entity is not None and not part.named.is_demonym:
                    self._mentioned.append(part.named.entity)
            if (
                "described" in item.classes
                and "definite" not in item.classes
                and not is_apposed(items, index)
            ):
                self._described.extend(self._describe(item))

    def subject(self, items: Sequence[Item], *, only_people: bool = True) -> Item | None:
        """The first noun phrase of a sentence that no preposition governs, of one person or of anybody."""
        for index, item in enumerate(items):
            is_governed = index > 0 and "prep" in items[index - 1].classes
            if "np" in item.classes and not is_governed and (not only_people or _is_one_person(item)):
                return item
        return None

    def issuers(self, item: Item) -> list[Source]:
        """Those from whom a publication is: X in "en pressemeddelelse fra X"."""
        origins = [index for index, part in enumerate(item.parts) if part.classes & {"from", "of"}]
        names = [part for part in item.parts[origins[0] :] if "name" in part.classes] if origins else []
        return [self.named(part) for part in names]

    def spoke(self, sources: Sequence[Source]) -> None:
        """Take note of who spoke."""
        self._focus.extend(sources)
        self._last_speakers = tuple(sources)
        if len(sources) > 1:
            self._together = tuple(sources)
        self._described.extend(source for source in sources if source.entity is None)

    def resolve(self, item: Item, *, guess: bool = True, before: Sequence[Item] = ()) -> list[Source]:
        """Whom a noun phrase means; several for "begge", none where nothing fits a pronoun.

        Args:
            item: The noun phrase.
            guess: Whether a role that the document gives nobody may be that of somebody just named without
                one. Somebody must have spoken, so a speaker is worth the guess.
            before: What stands before it in its sentence, where a pronoun may point.
        """
        if "pronoun" in item.classes or item.classes & GENDERED:
            return self._pronoun(item, before)
        if "described" in item.classes:
            return self._noun(item, guess=guess)
        kind = "person" if "person" in item.classes else "name"
        return [
            self.named(next(part for part in reversed(item.parts) if part.named and kind in part.classes))
        ]

    def kind(self, entity: int) -> EntityKind:
        """What an entity is."""
        return self._resolution.entities[entity].kind

    def subkind(self, source: Source) -> str:
        """`media`, `agency`, `platform` ... of a source, `unlisted` of an organization that no list has."""
        if source.entity is not None:
            return self._resolution.subkinds[source.entity] or self._unlisted(source.entity)
        return "media" if "medium" in word_classes(source.lemma, self._language) else ""

    def _unlisted(self, entity: int) -> str:
        if self.roles.is_medium(entity):
            return "media"
        return "unlisted" if self.kind(entity) == "organization" else ""

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

    def _noun(self, item: Item, *, guess: bool) -> list[Source]:
        noun = noun_of(item)
        is_pointing = "definite" in noun.classes or (
            item.parts[0] is not noun and bool(item.parts[0].classes & {"definite_article", "possessive"})
        )
        if is_pointing:
            found = self._pointed_at(noun_lemma(noun.text, self._language), noun, item, guess=guess)
            if found:
                return [source.at(item) for source in found]
        return self._describe(item)

    def _describe(self, item: Item) -> list[Source]:
        noun = noun_of(item)
        is_plural = bool({"plural", "quantity"} & noun.classes) and "one_of" not in item.parts[0].classes
        lemma = noun_lemma(noun.text, self._language)
        return [Source(item.text, None, item.text, item.start, item.end, lemma, is_plural)]

    def _pointed_at(self, lemma: str, noun: Item, item: Item, *, guess: bool) -> list[Source]:
        """What a definite noun points back to: a person of that role, an organization, a described source."""
        if "plural" in noun.classes:
            described = [
                s
                for s in self._described
                if s.is_plural and (s.lemma == lemma or "any_source" in noun.classes)
            ]
            return described[-1:] and [self._first_description(described[-1])]
        if "human" in noun.classes:
            person = self._person(lemma, item, guess=guess)
            if person is not None:
                return [self._entity(person, item)]
        if is_specified(item) and country_of(item.parts) is None:
            return []
        organization = self._organization(lemma, country_of(item.parts))
        if organization is not None:
            return [self._entity(organization, item)]
        described = [s for s in self._described if s.lemma == lemma and not s.is_plural]
        return [self._first_description(described[-1])] if described else []

    def _person(self, lemma: str, item: Item, *, guess: bool) -> int | None:
        """Who has this role, of this country if the phrase names one, or the last person without any role."""
        country = country_of(item.parts)
        if country is None and is_specified(item):
            return None
        people = [e for e in reversed(self._mentioned) if self._resolution.entities[e].kind == "person"]
        for entity in people:
            if self.roles.has(entity, lemma, country):
                return entity
        if not guess or any(source.lemma == lemma for source in self._described):
            return None
        return next((entity for entity in people[:_NEAR] if not self.roles.has_any(entity)), None)

    def _first_description(self, source: Source) -> Source:
        """The fullest earlier description of the same source."""
        same = [s for s in self._described if s.lemma == source.lemma and s.is_plural == source.is_plural]
        return max(same[-5:], key=lambda s: len(s.name))

    def _organization(self, lemma: str, country: int | None) -> int | None:
        organizations = [
            e for e in reversed(self._mentioned) if self._resolution.entities[e].kind == "organization"
        ]
        if country is not None:
            return next((e for e in organizations if self.roles.has(e, lemma, country)), None)
        called = next((e for e in organizations if self.roles.has(e, lemma, None)), None)
        if called is not None:
            return called
        reference = self._language.references.get(lemma, Reference())
        for entity in reversed(self._mentioned):
            known = self._resolution.entities[entity]
            if known.kind not in reference.kinds:
                continue
            has_word = any(word in known.name.lower() for word in reference.words)
            if has_word or self._resolution.subkinds[entity] in reference.subkinds:
                return entity
        return None

    # Pronouns.

    def _pronoun(self, item: Item, before: Sequence[Item]) -> list[Source]:
        classes = word_classes(item.lower, self._language)
        if "both" in classes or "they" in classes:
            return self._several(item, both="both" in classes)
        if "it" in classes:
            return self._last_organization(item)
        gender = "m" if "masculine" in classes else "f" if "feminine" in classes else None
        for source in itertools.chain(self._people_in(before), self._recent_people()):
            known = self._gender(source)
            if gender is None or known is None or known == gender:
                return [source.at(item)]
        return []

    def _last_organization(self, item: Item) -> list[Source]:
        for entity in reversed(self._mentioned):
            if self._resolution.entities[entity].kind == "organization":
                return [self._entity(entity, item)]
        return []

    def _people_in(self, items: Sequence[Item]) -> Iterator[Source]:
        """The person that a part of a sentence speaks of."""
        subject = self.subject(items)
        if subject is not None and "pronoun" not in subject.classes:
            yield from filter(self._is_person, self.resolve(subject, guess=False))

    def _recent_people(self) -> Iterator[Source]:
        """Single people, those in focus first, then everybody mentioned, the latest first."""
        yield from filter(self._is_person, reversed(self._focus))
        for entity in reversed(self._mentioned):
            if self._resolution.entities[entity].kind == "person":
                yield Source(self._resolution.entities[entity].name, entity, "", 0, 0)

    def _is_person(self, source: Source) -> bool:
        """Whether a source is one person."""
        if source.entity is None:
            return not source.is_plural and bool(word_classes(source.lemma, self._language) & _HUMAN)
        return self._resolution.entities[source.entity].kind == "person"

    def _gender(self, source: Source) -> str | None:
        return None if source.entity is None else self._resolution.genders[source.entity]

    def _several(self, item: Item, *, both: bool) -> list[Source]:
        """Those who were named together, or the last two people, or the last plural source."""
        plural = [source for source in self._focus if source.entity is None and source.is_plural]
        if plural and not both:
            return [plural[-1].at(item)]
        if both and self._described and self._described[-1].is_plural:
            return [self._described[-1].at(item)]
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


def _is_one_person(item: Item) -> bool:
    """Whether a noun phrase names, describes or stands for a single person."""
    if "described" not in item.classes:
        return bool(item.classes & {"person", "pronoun"})
    noun = noun_of(item).classes
    return bool(noun & _HUMAN) and not noun & {"plural", "quantity"}
