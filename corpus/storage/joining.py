"""Which entity of the archive an article's entity is: one rule, `is_same`, and what looks it up."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from corpus import records
from corpus.records import name_key
from corpus.storage.bulk import Batch, parts_of
from corpus.storage.tables import Entity, EntityName

__all__ = ["EntityIndex", "Known", "is_same"]


@dataclasses.dataclass(slots=True)
class Known:
    """An entity of the archive, or one that this batch adds to it.

    Attributes:
        id: Its key.
        kind: What it is.
        name: Its canonical name.
        wikidata_id: `Q...` where the lexicon gave it.
        is_new: Whether this batch adds it.
        is_changed: Whether this batch gave an older one its identifier.
        names: The names met in this batch, each with its source.
    """

    id: int
    kind: str
    name: str
    wikidata_id: str | None
    is_new: bool = False
    is_changed: bool = False
    names: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def keys(self) -> tuple[str | None, str]:
        """What it is looked up by: its identifier and its name, the surer one first."""
        return self.wikidata_id, name_key(self.name)


def is_same(entity: records.Entity, known: Known) -> bool:
    """The rule: of one kind, and the same by identifier where both have one, else by canonical name."""
    if entity.kind != known.kind:
        return False
    if entity.wikidata_id and known.wikidata_id:
        return entity.wikidata_id == known.wikidata_id
    return name_key(entity.name) == name_key(known.name)


class EntityIndex:
    """The entities of the archive that a batch may mean, and those that it adds."""

    def __init__(self, connection: Connection, batch: Batch, entities: Iterable[records.Entity]) -> None:
        self._connection = connection
        self._batch = batch
        self._known: dict[int, Known] = {}
        self._by_key: defaultdict[str, list[Known]] = defaultdict(list)
        self._next_key = batch.next_key("entities")
        self._load(list(entities))

    def _load(self, entities: list[records.Entity]) -> None:
        columns = select(Entity.id, Entity.kind, Entity.name, Entity.wikidata_id)
        names = {name_key(entity.name) for entity in entities}
        identifiers = {entity.wikidata_id for entity in entities if entity.wikidata_id}
        for column, wanted in ((Entity.name_key, names), (Entity.wikidata_id, identifiers)):
            for part in parts_of(sorted(wanted)):
                for row in self._connection.execute(columns.where(column.in_(part))):
                    self._known[row.id] = Known(*row)
        for _, known in sorted(self._known.items()):
            self._index(known)

    def _index(self, known: Known) -> None:
        for key in filter(None, known.keys):
            self._by_key[key].append(known)

    def key_of(self, entity: records.Entity) -> int:
        """The key of the archive's entity that this one is; a new one where there is none."""
        known = self._find(entity) or self._add(entity)
        if entity.wikidata_id and not known.wikidata_id:
            known.name, known.wikidata_id, known.is_changed = entity.name, entity.wikidata_id, True
            self._by_key[entity.wikidata_id].append(known)
        for name in (entity.name, *entity.names):
            is_canonical = entity.wikidata_id is not None and name == entity.name
            known.names.setdefault(name, "lexicon" if is_canonical else "text")
        return known.id

    def _find(self, entity: records.Entity) -> Known | None:
        wanted = Known(0, entity.kind, entity.name, entity.wikidata_id)
        candidates = (known for key in filter(None, wanted.keys) for known in self._by_key[key])
        return next((known for known in candidates if is_same(entity, known)), None)

    def _add(self, entity: records.Entity) -> Known:
        known = Known(self._next_key, entity.kind, entity.name, entity.wikidata_id, is_new=True)
        self._next_key += 1
        self._known[known.id] = known
        self._index(known)
        return known

    def store(self) -> None:
        """Hand new entities and names to the batch, and give older entities the identifiers found."""
        for known in self._known.values():
            if known.is_new:
                self._batch.add("entities", known.kind, known.name, name_key(known.name), known.wikidata_id)
        self._store_identifiers()
        stored = self._stored_names()
        for known in self._known.values():
            for name, source in known.names.items():
                if (known.id, name) not in stored:
                    self._batch.add("entity_names", known.id, name, name_key(name), source)

    def _store_identifiers(self) -> None:
        changed = [
            {"id": known.id, "name": known.name, "wikidata_id": known.wikidata_id}
            for known in self._known.values()
            if known.is_changed and not known.is_new
        ]
        if changed:
            statement = "UPDATE entities SET name = :name, wikidata_id = :wikidata_id WHERE id = :id"
            self._connection.execute(text(statement), changed)

    def _stored_names(self) -> set[tuple[int, str]]:
        older = (known.id for known in self._known.values() if known.names and not known.is_new)
        return {
            (row.entity_id, row.name)
            for part in parts_of(older)
            for row in self._connection.execute(
                select(EntityName.entity_id, EntityName.name).where(EntityName.entity_id.in_(part))
            )
        }
