"""Discourse: who a noun phrase means, given what the document has said so far."""

import itertools
from collections.abc import Iterator, Sequence

from corpus.annotation.entities import Resolution
from corpus.annotation.items import Item
from corpus.annotation.memory import GENDERED, HUMAN, Memory
from corpus.annotation.nouns import resolve_noun
from corpus.annotation.phrases import is_apposed, noun_of
from corpus.annotation.pronouns import resolve_pronoun
from corpus.annotation.roles import Roles
from corpus.annotation.sources import Source
from corpus.languages import Language
from corpus.records import EntityKind

__all__ = ["Discourse"]


class Discourse:
    """What has been said so far; grows sentence by sentence."""

    def __init__(self, resolution: Resolution, language: Language) -> None:
        self._memory = Memory(resolution, language)
        self._last_speakers: tuple[Source, ...] = ()

    @property
    def roles(self) -> Roles:
        """What the document calls its people and organizations."""
        return self._memory.roles

    @property
    def last_speakers(self) -> tuple[Source, ...]:
        """Who spoke last, or was the subject of a sentence since."""
        return self._last_speakers

    def observe(self, items: Sequence[Item], *, is_speech: bool = False) -> None:
        """Take note of a sentence's names and noun phrases, after its claims are read.

        What somebody says in direct speech is not what the text is about.
        """
        subject = None if is_speech else self.subject(items) or self._only_person(items)
        if subject is not None and "pronoun" not in subject.classes:
            self._memory.attend(self.resolve(subject, guess=False))
            if "person" in subject.classes:
                self._last_speakers = tuple(itertools.islice(reversed(self._memory.focus), 1))
        for index, item in enumerate(items):
            is_said_of_another = is_apposed(items, index) or (index > 0 and "be" in items[index - 1].classes)
            self._remember(item, is_told="described" in item.classes and not is_said_of_another)
        self._memory.end_sentence()

    def _remember(self, item: Item, *, is_told: bool) -> None:
        """Keep a phrase's names, and the source that an indefinite phrase describes."""
        for part in item.parts or (item,):
            if part.named and part.named.entity is not None and not part.named.is_demonym:
                self._memory.mention(part.named.entity)
        if is_told and "definite" not in item.classes:
            self._memory.described.extend(
                source for source in self.resolve(item, guess=False) if source.entity is None
            )

    def subject(self, items: Sequence[Item], *, only_people: bool = True) -> Item | None:
        """The first noun phrase of a sentence that no preposition governs, of one person or of anybody."""
        for index, item in enumerate(items):
            is_governed = index > 0 and "prep" in items[index - 1].classes
            if "np" in item.classes and not is_governed and (not only_people or _is_one_person(item)):
                return item
        return None

    def _only_person(self, items: Sequence[Item]) -> Item | None:
        """The one person whom a sentence about other things names."""
        people = [item for item in items if {"np", "person"} <= item.classes]
        return people[0] if len(people) == 1 else None

    def issuers(self, item: Item) -> list[Source]:
        """Those from whom a publication is: X in "en pressemeddelelse fra X"."""
        origins = [index for index, part in enumerate(item.parts) if part.classes & {"from", "of"}]
        names = [part for part in item.parts[origins[0] :] if "name" in part.classes] if origins else []
        return [self.named(part) for part in names]

    def spoke(self, sources: Sequence[Source]) -> None:
        """Take note of who spoke."""
        self._memory.attend(sources)
        self._last_speakers = tuple(sources)
        if len(sources) > 1:
            self._memory.together = tuple(sources)
        self._memory.described.extend(source for source in sources if source.entity is None)

    def resolve(self, item: Item, *, guess: bool = True, before: Sequence[Item] = ()) -> list[Source]:
        """Whom a noun phrase means; several for "begge", none where nothing fits a pronoun.

        Args:
            item: The noun phrase.
            guess: Whether a role that the document gives nobody may be that of somebody just named without
                one. Somebody must have spoken, so a speaker is worth the guess.
            before: What stands before it in its sentence, where a pronoun may point.
        """
        if "pronoun" in item.classes or item.classes & GENDERED:
            return resolve_pronoun(item, self._memory, self._people_in(before))
        if "described" in item.classes:
            return resolve_noun(item, self._memory, guess=guess)
        kind = "person" if "person" in item.classes else "name"
        return [
            self.named(next(part for part in reversed(item.parts) if part.named and kind in part.classes))
        ]

    def kind(self, entity: int) -> EntityKind:
        """What an entity is."""
        return self._memory.kind(entity)

    def subkind(self, source: Source) -> str:
        """`media`, `agency`, `platform` ... of a source, `unlisted` of an organization that no list has."""
        return self._memory.subkind(source)

    def named(self, item: Item) -> Source:
        """The source that a name is, in whatever case it stands."""
        if item.named is None:
            raise ValueError(f"{item.text!r} is no name")
        if item.named.entity is not None:
            return self._memory.source(item.named.entity, item)
        return Source(item.named.name, None, item.text, item.start, item.end)

    def named_later(self, source: Source) -> Source:
        """The first person whom the text gives the role of a described source, or the source."""
        if source.entity is not None or source.is_plural:
            return source
        holder = self.roles.holder(source.lemma, lambda entity: self.kind(entity) == "person")
        return source if holder is None else source._replace(name=self._memory.name(holder), entity=holder)

    def _people_in(self, items: Sequence[Item]) -> Iterator[Source]:
        """The person that a part of a sentence speaks of."""
        subject = self.subject(items)
        if subject is not None and "pronoun" not in subject.classes:
            yield from filter(self._memory.is_person, self.resolve(subject, guess=False))


def _is_one_person(item: Item) -> bool:
    """Whether a noun phrase names, describes or stands for a single person."""
    if "described" not in item.classes:
        return bool(item.classes & {"person", "pronoun"})
    noun = noun_of(item).classes
    return bool(noun & HUMAN) and not noun & {"plural", "quantity"}
