"""Memory: whom a document has spoken of so far, in order."""

import heapq
import operator
import re
from collections import deque
from collections.abc import Iterable, Iterator

from corpus.annotation.entities import Resolution
from corpus.annotation.items import Item
from corpus.annotation.roles import Roles
from corpus.annotation.sources import Source
from corpus.annotation.words import word_classes
from corpus.languages import Language
from corpus.records import EntityKind

__all__ = ["GENDERED", "HUMAN", "Memory", "age_in", "gender_of"]

GENDERED = frozenset({"masculine", "feminine"})
HUMAN = frozenset({"human", "deverbal", "aged", "inhabitant"})

_LENGTH = 500  # mentions back that a noun or pronoun can point
_ATTENTION = 2  # sentences: for so long whoever was in focus is meant before others who are named
_AGE = re.compile(r"\d+(?=-)")  # "37-årige"


class Memory:
    """What nouns and pronouns can point back to.

    Attributes:
        language: The word lists.
        roles: What the document calls its people and organizations.
        focus: Those who spoke, or were what a sentence is about.
        described: Sources without a name.
        together: Those who last spoke together.
    """

    def __init__(self, resolution: Resolution, language: Language) -> None:
        self._resolution = resolution
        self.language = language
        self.roles = Roles(language)
        self._mentioned: deque[tuple[int, int]] = deque(maxlen=_LENGTH)  # entity and sentence
        self.focus: deque[Source] = deque(maxlen=_LENGTH)
        self._focused_at: deque[int] = deque(maxlen=_LENGTH)
        self._sentence = 0
        self.described: deque[Source] = deque(maxlen=_LENGTH)
        self.together: tuple[Source, ...] = ()

    def mention(self, entity: int) -> None:
        """Take note of a name."""
        self._mentioned.append((entity, self._sentence))

    def attend(self, sources: Iterable[Source]) -> None:
        """Take note of those who speak, or whom the sentence is about."""
        for source in sources:
            self.focus.append(source)
            self._focused_at.append(self._sentence)

    def end_sentence(self) -> None:
        """Take note that what follows is one sentence further from everything before."""
        self._sentence += 1

    def recent(self, *kinds: str) -> Iterator[int]:
        """The entities of these kinds that were mentioned, the latest first."""
        return (entity for entity, _ in reversed(self._mentioned) if self.kind(entity) in kinds)

    def recent_people(self) -> Iterator[Source]:
        """Single people, the likeliest to be meant first: those in focus, unless others were named since."""
        focused = zip(reversed(self._focused_at), reversed(self.focus), strict=True)
        people = ((-at - _ATTENTION, source) for at, source in focused if self.is_person(source))
        named = (
            (-at, Source(self.name(entity), entity, "", 0, 0))
            for entity, at in reversed(self._mentioned)
            if self.kind(entity) == "person"
        )
        for _, source in heapq.merge(people, named, key=operator.itemgetter(0)):
            yield source

    def name(self, entity: int) -> str:
        """What an entity is called."""
        return self._resolution.entities[entity].name

    def kind(self, entity: int) -> EntityKind:
        """What an entity is."""
        return self._resolution.entities[entity].kind

    def subkind(self, source: Source) -> str:
        """`media`, `agency`, `platform` ... of a source, `unlisted` of an organization that no list has."""
        if source.entity is None:
            return "media" if "medium" in word_classes(source.lemma, self.language) else ""
        return self.listed_subkind(source.entity) or self._unlisted(source.entity)

    def listed_subkind(self, entity: int) -> str:
        """What kind of organization the lists say an entity is; empty if they do not know it."""
        return self._resolution.subkinds[entity]

    def _unlisted(self, entity: int) -> str:
        if self.roles.is_medium(entity):
            return "media"
        return "unlisted" if self.kind(entity) == "organization" else ""

    def source(self, entity: int, item: Item) -> Source:
        """An entity as the source that a phrase means."""
        return Source(self.name(entity), entity, item.text, item.start, item.end)

    def is_person(self, source: Source) -> bool:
        """Whether a source is one person."""
        if source.entity is None:
            return not source.is_plural and bool(word_classes(source.lemma, self.language) & HUMAN)
        return self.kind(source.entity) == "person"

    def gender(self, source: Source) -> str | None:
        """`m` or `f`, or None where neither the name nor the noun tells."""
        if source.entity is not None:
            return self._resolution.genders[source.entity]
        endings = (source.lemma[cut:] for cut in range(len(source.lemma)))
        classes = (self.language.words.get(ending, frozenset()) & GENDERED for ending in endings)
        return gender_of(next(filter(None, classes), frozenset()))


def gender_of(classes: frozenset[str]) -> str | None:
    """`m` or `f` of a word with these classes, or None."""
    return "m" if "masculine" in classes else "f" if "feminine" in classes else None


def age_in(text: str) -> str | None:
    """The age that a phrase tells, as it stands, or None.

    >>> age_in("en 37-årig mand")
    '37'
    """
    found = _AGE.search(text)
    return found.group() if found else None
