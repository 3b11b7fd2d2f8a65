"""Which entity of the archive an article's entity is, and the name that the archive shows it under.

Neither depends on the order in which articles come: entities join by `joining_key`, and the name is chosen
from all names that they were given.
"""

import dataclasses
from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from corpus import records
from corpus.naming import name_key, shown_name
from corpus.storage.bulk import Batch, parts_of
from corpus.storage.tables import Entity, EntityName

__all__ = ["EntityIndex", "joining_key"]


def joining_key(entity: records.Entity) -> str:
    """The rule: entities of all articles that have this in common are one."""
    return entity.key


@dataclasses.dataclass(slots=True)
class _Known:
    """An entity of the archive, or one that this batch adds to it.

    Attributes:
        id: Its row's key.
        key: What entities of articles are joined by.
        is_new: Whether this batch adds it.
        stored: Its names in the archive, each with its source.
        met: Its names in this batch.
    """

    id: int
    key: str
    kind: records.EntityKind
    name: str
    listed_name: str | None
    wikidata_id: str | None
    is_new: bool = False
    stored: dict[str, str] = dataclasses.field(default_factory=dict)
    met: dict[str, None] = dataclasses.field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, str, str, str, str | None, str | None]:
        """The row's values, in the order of `COLUMNS`."""
        return self.key, self.kind, self.name, name_key(self.name), self.listed_name, self.wikidata_id

    def meet(self, entity: records.Entity) -> None:
        """Take in what an article's entity adds."""
        self.listed_name = self.listed_name or entity.listed_name
        self.wikidata_id = self.wikidata_id or entity.wikidata_id
        self.met.update(dict.fromkeys(entity.names or (() if entity.listed_name else (entity.name,))))

    def choose_name(self) -> None:
        """Choose the name to show from all that articles use."""
        used = self.met.keys() | {name for name, source in self.stored.items() if source == "text"}
        if used or self.listed_name:
            self.name = shown_name(self.kind, self.listed_name, used)


class EntityIndex:
    """The entities of the archive that a batch means, and those that it adds."""

    def __init__(self, connection: Connection, batch: Batch, entities: Iterable[records.Entity]) -> None:
        self._connection = connection
        self._batch = batch
        self._next_id = batch.next_key("entities")
        self._known = self._load({joining_key(entity) for entity in entities})
        self._as_stored = {known.id: known.columns for known in self._known.values()}

    def _load(self, keys: set[str]) -> dict[str, _Known]:
        columns = (Entity.id, Entity.key, Entity.kind, Entity.name, Entity.listed_name, Entity.wikidata_id)
        known = {}
        for part in parts_of(sorted(keys)):
            for row in self._connection.execute(select(*columns).where(Entity.key.in_(part))):
                known[row.key] = _Known(*row)  # type: ignore[arg-type]
        by_id = {entity.id: entity for entity in known.values()}
        for ids in parts_of(sorted(by_id)):
            names = select(EntityName.entity_id, EntityName.name, EntityName.source)
            for id_, name, source in self._connection.execute(names.where(EntityName.entity_id.in_(ids))):
                by_id[id_].stored[name] = source
        return known

    def id_of(self, entity: records.Entity) -> int:
        """The id of the archive's entity that this one is; a new one where there is none."""
        key = joining_key(entity)
        if key not in self._known:
            self._known[key] = _Known(self._next_id, key, entity.kind, entity.name, None, None, is_new=True)
            self._next_id += 1
        self._known[key].meet(entity)
        return self._known[key].id

    def store(self) -> None:
        """Hand new entities and names to the batch, and change older ones as what is new demands."""
        changed = []
        for known in self._known.values():
            known.choose_name()
            if known.is_new:
                self._batch.add("entities", *known.columns)
            elif known.columns != self._as_stored[known.id]:
                changed.append({"id": known.id} | dict(zip(_CHANGING, known.columns[2:], strict=True)))
            self._add_names(known)
        if changed:
            values = ", ".join(f"{column} = :{column}" for column in _CHANGING)
            self._connection.execute(text(f"UPDATE entities SET {values} WHERE id = :id"), changed)
        self._mark_used()

    def _add_names(self, known: _Known) -> None:
        names = dict.fromkeys([known.listed_name, known.name], "lexicon") | dict.fromkeys(known.met, "text")
        for name, source in names.items():
            if name is not None and name not in known.stored:
                self._batch.add("entity_names", known.id, name, name_key(name), source)

    def _mark_used(self) -> None:
        """Names so far known from the lexicon only, which articles now use."""
        used = [
            {"id": known.id, "name": name}
            for known in self._known.values()
            for name in known.met
            if known.stored.get(name) == "lexicon"
        ]
        if used:
            statement = "UPDATE entity_names SET source = 'text' WHERE entity_id = :id AND name = :name"
            self._connection.execute(text(statement), used)


_CHANGING = ("name", "name_key", "listed_name", "wikidata_id")
