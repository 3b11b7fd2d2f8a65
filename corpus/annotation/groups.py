"""Groups: the names of one document while it is found out which mean the same thing."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.annotation.name_spans import NameSpan
from corpus.languages import Language, LexiconName
from corpus.records import EntityKind

__all__ = ["Group", "Groups"]


@dataclasses.dataclass(slots=True)
class Group:
    """One entity in the making: its kind, its first name, and how often it is called by which."""

    kind: EntityKind
    name: str
    names: Counter[str] = dataclasses.field(default_factory=Counter)
    known: LexiconName | None = None


class Groups:
    """The names of a document, each with its group once that is known.

    Attributes:
        spans: The names as they were found.
        language: The rules and lists.
        groups: The entities in the making.
        group_of: For each name the index of its group, or None.
        kind_of: For each name its kind, or None.
        nominative: For each name its nominative.
    """

    def __init__(self, spans: Sequence[NameSpan], language: Language) -> None:
        self.spans = spans
        self.language = language
        self.groups: list[Group] = []
        self.group_of: list[int | None] = [None] * len(spans)
        self.kind_of: list[EntityKind | None] = [span.kind for span in spans]
        self.nominative = [span.name for span in spans]
        self._first_full: dict[int, int] = {}  # group to the first index at which more than one word names it

    def new(self, kind: EntityKind, name: str, known: LexiconName | None = None) -> int:
        """Begin a group; return its index."""
        self.groups.append(Group(kind, name, known=known))
        return len(self.groups) - 1

    def join(self, index: int, group: int) -> None:
        """Say that a name means a group."""
        self.group_of[index] = group
        self.kind_of[index] = self.groups[group].kind
        if not self.spans[index].is_demonym:
            self.groups[group].names[self.nominative[index]] += 1
        if " " in self.nominative[index]:
            self._first_full[group] = min(index, self._first_full.get(group, index))

    def open(self) -> list[int]:
        """The indexes of the names without a group."""
        return [index for index, group in enumerate(self.group_of) if group is None]

    def of_kind(self, kind: EntityKind) -> list[int]:
        """The indexes of the groups of a kind."""
        return [index for index, group in enumerate(self.groups) if group.kind == kind]

    def names_of(self, group: int) -> list[str]:
        """All that a group is called."""
        return [*self.groups[group].names, self.groups[group].name]

    def indexes(self) -> dict[str, list[int]]:
        """Where each nominative stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(self.nominative):
            found[name].append(index)
        return found

    def is_named_before(self, group: int, index: int) -> bool:
        """Whether the group's full name stands earlier in the text."""
        return self._first_full.get(group, index) < index
