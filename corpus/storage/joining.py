"""Which entity of the archive an article's entity is, and the name that the archive shows it under.

Neither depends on the order in which articles come: entities join by `joining_key`, and the name is chosen
from all names that they were given.

An entity's row and each of its names carry the last run that met them. So once every article was annotated
again, what no article gives any more is known by its older run.
"""

import dataclasses
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select, text, update

from corpus import records
from corpus.naming import name_key, shown_name
from corpus.storage.bulk import Batch, parts_of
from corpus.storage.tables import Entity, EntityName

__all__ = ["EntityIndex", "joining_key"]


def joining_key(entity: records.Entity) -> str:
    """The rule: entities of all articles that have this in common are one."""
    return entity.key


@dataclasses.dataclass(slots=True)
class _Name:
    """A name as the archive has it.

    Attributes:
        id: Its row's key.
        source: Who gave it: `lexicon`, `text` or `person`.
        run_id: The last run that met it.
    """

    id: int
    source: str
    run_id: int


@dataclasses.dataclass(slots=True)
class _Known:
    """An entity of the archive, or one that this batch adds to it.

    Attributes:
        id: Its row's key.
        key: What entities of articles are joined by.
        run_id: The last run that met it.
        is_new: Whether this batch adds it.
        is_met: Whether an article of this batch means it.
        stored: Its names in the archive.
        met: Its names in this batch.
    """

    id: int
    key: str
    kind: records.EntityKind
    name: str
    listed_name: str | None
    wikidata_id: str | None
    run_id: int
    is_new: bool = False
    is_met: bool = False
    stored: dict[str, _Name] = dataclasses.field(default_factory=dict)
    met: dict[str, None] = dataclasses.field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, str, str, str, str | None, str | None]:
        """The row's values, in the order of `COLUMNS`."""
        return self.key, self.kind, self.name, name_key(self.name), self.listed_name, self.wikidata_id

    def meet(self, entity: records.Entity) -> None:
        """Take in what an article's entity adds; what the newest rules know of it wins."""
        self.is_met = True
        if entity.listed_name is not None:
            self.listed_name, self.wikidata_id = entity.listed_name, entity.wikidata_id
        self.wikidata_id = self.wikidata_id or entity.wikidata_id
        self.met.update(dict.fromkeys(entity.names or (() if entity.listed_name else (entity.name,))))

    def choose_name(self, oldest: int) -> None:
        """Choose the name to show from all that articles use, as far as runs from `oldest` on met them."""
        stored = (name for name, as_ in self.stored.items() if as_.source == "text" and as_.run_id >= oldest)
        used = self.met.keys() | set(stored)
        if used or self.listed_name:
            self.name = shown_name(self.kind, self.listed_name, used)

    def names(self) -> dict[str, str]:
        """The names that this batch gives it, each with its source."""
        listed = dict.fromkeys(filter(None, [self.listed_name, self.name]), "lexicon")
        return listed | dict.fromkeys(self.met, "text")


class EntityIndex:
    """The entities of the archive that a batch means, and those that it adds.

    Args:
        connection: In a write transaction.
        batch: Where new rows go.
        keys: The joining keys of all entities that may be asked for.
        oldest: The oldest run that counts: what only older ones met is about to be annotated again.
    """

    def __init__(self, connection: Connection, batch: Batch, keys: Iterable[str], *, oldest: int = 0) -> None:
        self._connection = connection
        self._batch = batch
        self._oldest = oldest
        self._next_id = batch.next_key("entities")
        self._known = self._load(set(keys))
        self._as_stored = {known.id: known.columns for known in self._known.values()}
        for known in self._known.values():
            if known.run_id < oldest:
                known.listed_name = known.wikidata_id = None

    def _load(self, keys: set[str]) -> dict[str, _Known]:
        columns = (
            *(Entity.id, Entity.key, Entity.kind, Entity.name),
            *(Entity.listed_name, Entity.wikidata_id, Entity.run_id),
        )
        known = {}
        for part in parts_of(sorted(keys)):
            for row in self._connection.execute(select(*columns).where(Entity.key.in_(part))):
                known[row.key] = _Known(*row)  # type: ignore[arg-type]
        by_id = {entity.id: entity for entity in known.values()}
        named = (EntityName.entity_id, EntityName.name, EntityName.id, EntityName.source, EntityName.run_id)
        for ids in parts_of(sorted(by_id)):
            statement = select(*named).where(EntityName.entity_id.in_(ids))
            for entity_id, name, id_, source, run_id in self._connection.execute(statement):
                by_id[entity_id].stored[name] = _Name(id_, source, run_id)
        return known

    def id_of(self, entity: records.Entity) -> int:
        """The id of the archive's entity that this one is; a new one where there is none."""
        key = joining_key(entity)
        if key not in self._known:
            new = (self._next_id, key, entity.kind, entity.name, None, None, self._batch.run_id)
            self._known[key] = _Known(*new, is_new=True)
            self._next_id += 1
        self._known[key].meet(entity)
        return self._known[key].id

    def store(self) -> None:
        """Hand new entities and names to the batch, and change older ones as what is new demands."""
        for known in self._known.values():
            known.choose_name(self._oldest)
            if known.is_new:
                self._batch.add("entities", *known.columns)
            for name, source in known.names().items():
                if name not in known.stored:
                    self._batch.add("entity_names", known.id, name, name_key(name), source)
        self._change_entities()
        self._change_sources()
        self._mark_met()

    def _change_entities(self) -> None:
        changed = [
            {"id": known.id} | dict(zip(_CHANGING, known.columns[2:], strict=True))
            for known in self._known.values()
            if not known.is_new and known.columns != self._as_stored[known.id]
        ]
        if changed:
            values = ", ".join(f"{column} = :{column}" for column in _CHANGING)
            self._connection.execute(text(f"UPDATE entities SET {values} WHERE id = :id"), changed)

    def _change_sources(self) -> None:
        """Names so far known from the lists only, which articles now use; and the other way round."""
        changed = [
            {"id": stored.id, "source": source}
            for stored, source in self._stored_names()
            if stored.source != source and (source == "text" or stored.run_id < self._oldest)
        ]
        if changed:
            statement = text("UPDATE entity_names SET source = :source WHERE id = :id")
            self._connection.execute(statement, changed)

    def _mark_met(self) -> None:
        met = (known for known in self._known.values() if known.is_met and not known.is_new)
        entities = [known.id for known in met if known.run_id < self._batch.run_id]
        names = [stored.id for stored, _ in self._stored_names() if stored.run_id < self._batch.run_id]
        for model, ids in ((Entity, entities), (EntityName, names)):
            for part in parts_of(ids):
                marked = update(model).where(model.id.in_(part)).values(run_id=self._batch.run_id)
                self._connection.execute(marked)

    def _stored_names(self) -> Iterator[tuple[_Name, str]]:
        """Names in the archive that this batch gives again, each with its source here; none of a person's."""
        for known in self._known.values():
            for name, source in known.names().items() if known.is_met else ():
                if name in known.stored and known.stored[name].source != "person":
                    yield known.stored[name], source


_CHANGING = ("name", "name_key", "listed_name", "wikidata_id")
