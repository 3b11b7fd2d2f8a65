"""Roles: the nouns that a document gives its people and organizations, and the country they hold for."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from corpus.annotation.items import Item
from corpus.annotation.phrases import country_of, full_lemma, is_apposed, predicate_of
from corpus.annotation.words import word_classes
from corpus.languages import Language

__all__ = ["Roles"]


class Roles:
    """For each entity, its roles: a noun in the indefinite singular and the entity of a country, or None."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._roles: defaultdict[int, set[tuple[str, int | None]]] = defaultdict(set)

    def note(self, items: Sequence[Item]) -> None:
        """Remember what a sentence calls its names: before them, in the same phrase, or after a comma."""
        for index, item in enumerate(items):
            entity = _entity_of(item)
            if entity is None:
                continue
            phrases = [item, items[index + 2]] if is_apposed(items, index + 2) else [item]
            phrases += predicate_of(items, index)
            self._roles[entity].update(self._titles(phrases))

    def has_any(self, entity: int) -> bool:
        """Whether the document has given the entity a role."""
        return bool(self._roles.get(entity))

    def has(self, entity: int, role: str, country: int | None, *, whole: bool = False) -> bool:
        """Whether the entity has this role.

        Args:
            entity: Whose role it is.
            role: A noun in the indefinite singular.
            country: The entity of the country that the role must be for; None for any.
            whole: Whether it must be the whole word; otherwise one may be the end of the other, as
                "kommissær" of "politikommissær".
        """
        return any(
            (held == role if whole else held.endswith(role) or role.endswith(held))
            and country in (None, where)
            for held, where in self._roles.get(entity, ())
        )

    def is_stateless(self, entity: int, role: str) -> bool:
        """Whether the entity has just this role, and for no country."""
        return {where for held, where in self._roles.get(entity, ()) if held == role} == {None}

    def holder(self, role: str, may_hold: Callable[[int], bool]) -> int | None:
        """The first entity with this role among those that may hold it."""
        return next((e for e in self._roles if may_hold(e) and self.has(e, role, None)), None)

    def is_medium(self, entity: int) -> bool:
        """Whether the document calls the entity a newspaper, an agency ..."""
        held = self._roles.get(entity, ())
        return any("medium" in word_classes(role, self._language) for role, _ in held)

    def _titles(self, phrases: Sequence[Item]) -> Iterator[tuple[str, int | None]]:
        for phrase in phrases:
            country = country_of(phrase.parts)
            for part in phrase.parts:
                if "noun" in part.classes:
                    yield full_lemma(part.text, self._language), country


def _entity_of(item: Item) -> int | None:
    """The entity that a noun phrase names."""
    if "np" not in item.classes or not item.classes & {"person", "body"}:
        return None
    return next((p.named.entity for p in reversed(item.parts) if p.named and "name" in p.classes), None)
