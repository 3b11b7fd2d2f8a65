"""Annotating again what is stored: which articles, and their new rows in the place of the old ones.

An entity and each of its names carry the last run that met them, see `joining`; so what no article gives any
more is known by its run, once every older run's articles were annotated again.
"""

import dataclasses
import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, exists, func, select, update

from corpus.records import Annotation, Document
from corpus.storage.bulk import Batch, delete_found, parts_of
from corpus.storage.documents import document_of
from corpus.storage.engine import read_transaction
from corpus.storage.joining import EntityIndex, joining_key
from corpus.storage.runs import models_of, record_models
from corpus.storage.tables import Article, ClaimPart, Entity, EntityName, Mention, Run
from corpus.storage.threading import enter_threads, leave_threads
from corpus.storage.writer import add_annotation

__all__ = [
    "Group",
    "StoredArticle",
    "annotation_groups",
    "forget_unused",
    "rewrite_batch",
    "stored_batches",
    "unfinished_since",
]

_LISTED = 5_000  # articles looked at in one query, without their texts


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """Articles that are stale together or not at all.

    Attributes:
        language: The stored one: of the rules that annotated them, or their own; None without either.
        run_id: The run that read them.
        annotation_run_id: The run that annotated them.
        asked_language: What the run that read them took for the language of articles that do not say theirs.
        models: The rules and models that the run which annotated them used.
        articles: How many they are, older versions too.
    """

    language: str | None
    run_id: int
    annotation_run_id: int
    asked_language: str | None
    models: frozenset[str]
    articles: int

    @property
    def key(self) -> tuple[str | None, int, int]:
        """The columns of `articles` that tell its group."""
        return self.language, self.run_id, self.annotation_run_id


@dataclasses.dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the archive.

    Attributes:
        id: Its row's key.
        group: The key of its group.
        origin: Where it came from.
        document: What it was read as, without its bytes; None where its row is damaged.
    """

    id: int
    group: tuple[str | None, int, int]
    origin: str
    document: Document | None


def annotation_groups(connection: Connection) -> list[Group]:
    """All articles of the archive, in groups."""
    runs = {run.id: run for run in connection.execute(select(Run.id, Run.model, Run.settings))}
    columns = (Article.language, Article.run_id, Article.annotation_run_id)
    counted = select(*columns, func.count()).group_by(*columns).order_by(*columns)
    return [
        Group(
            *(language, run_id, annotation_run_id),
            asked_language=json.loads(runs[run_id].settings).get("language"),
            models=frozenset(models_of(runs[annotation_run_id].model)),
            articles=articles,
        )
        for language, run_id, annotation_run_id, articles in connection.execute(counted)
    ]


def unfinished_since(connection: Connection) -> int | None:
    """The first of the latest runs that were to annotate everything and did not end; None if the last did."""
    columns = select(Run.id, Run.status, Run.settings).where(Run.kind == "annotate")
    first = None
    for run in connection.execute(columns.order_by(Run.id.desc())):
        if json.loads(run.settings).get("all"):
            if run.status == "done":
                break
            first = run.id
    return first


def stored_batches(
    engine: Engine, groups: Collection[Group], *, articles: int, characters: int
) -> Iterator[list[StoredArticle]]:
    """The articles of some groups in the order of their keys, each batch read when it is asked for.

    Args:
        engine: Of the archive.
        groups: Which articles.
        articles: The most in one batch.
        characters: The most in one batch, unless a single article has more.
    """
    wanted = {group.key for group in groups}
    ids: list[int] = []
    size = 0
    for id_, length in _lengths(engine, wanted):
        if ids and (len(ids) >= articles or size + length > characters):
            yield _read(engine, ids, wanted)
            ids, size = [], 0
        ids.append(id_)
        size += length
    if ids:
        yield _read(engine, ids, wanted)


def _lengths(engine: Engine, wanted: set[tuple[str | None, int, int]]) -> Iterator[tuple[int, int]]:
    """The keys and lengths of the articles wanted; no transaction is left open meanwhile."""
    group = (Article.language, Article.run_id, Article.annotation_run_id)
    statement = select(Article.id, func.length(Article.text), *group).order_by(Article.id).limit(_LISTED)
    newest = 0
    while wanted:
        with read_transaction(engine) as connection:
            rows = connection.execute(statement.where(Article.id > newest)).all()
        if not rows:
            return
        newest = rows[-1][0]
        yield from ((id_, length) for id_, length, *key in rows if tuple(key) in wanted)


def _read(engine: Engine, ids: list[int], wanted: set[tuple[str | None, int, int]]) -> list[StoredArticle]:
    """Those of the articles that nobody else annotated meanwhile."""
    statement = select(Article.__table__).where(Article.id.in_(ids)).order_by(Article.id)
    with read_transaction(engine) as connection:
        rows = connection.execute(statement).all()
    groups = ((row.language, row.run_id, row.annotation_run_id) for row in rows)
    return [
        StoredArticle(row.id, group, row.origin, _whole(row))
        for row, group in zip(rows, groups, strict=True)
        if group in wanted
    ]


def _whole(row: Row[*tuple[Any, ...]]) -> Document | None:
    """The document of a row, None where the row is damaged."""
    try:
        document = document_of(row)
    except ValueError:
        return None
    return document if document.hash == row.hash else None


def rewrite_batch(
    connection: Connection,
    run_id: int,
    articles: Sequence[tuple[StoredArticle, Annotation]],
    *,
    oldest: int,
) -> None:
    """Put new annotations in the place of the old ones.

    Args:
        connection: In a write transaction.
        run_id: The run that annotated them.
        articles: Articles with their new annotations.
        oldest: The oldest run whose annotations are not to be replaced; this one if all are.
    """
    batch = Batch(connection, run_id)  # before anything is deleted, so that no key means something new
    ids = [article.id for article, _ in articles]
    left = leave_threads(connection, ids)
    delete_found(connection, ids)
    joining = (joining_key(entity) for _, annotation in articles for entity in annotation.entities)
    entities = EntityIndex(connection, batch, joining, oldest=oldest)
    for article, annotation in articles:
        keys = [entities.id_of(e) for e in annotation.entities]
        if article.document is not None:
            add_annotation(batch, article.id, annotation, keys, article.document)
    entities.store()
    batch.insert()
    enter_threads(connection, run_id, ids, left)
    for language, keys in _by_language(articles).items():
        for part in parts_of(keys):
            marked = update(Article).where(Article.id.in_(part))
            connection.execute(marked.values(annotation_run_id=run_id, language=language))
    record_models(connection, run_id, (annotation for _, annotation in articles))


def _by_language(articles: Sequence[tuple[StoredArticle, Annotation]]) -> dict[str | None, list[int]]:
    """The keys of articles by the language that they now have."""
    keys: dict[str | None, list[int]] = {}
    for article, annotation in articles:
        keys.setdefault(annotation.language or article.group[0] or annotation.guessed_language, []).append(
            article.id
        )
    return keys


def forget_unused(connection: Connection, run_id: int) -> None:
    """Delete entities that nothing refers to, and names that no article gives any more.

    What a person gave stays, and so do names that may still be those of articles not yet annotated again.

    Args:
        connection: In a write transaction.
        run_id: The run that forgets them.
    """
    is_kept = (
        exists().where(Mention.entity_id == Entity.id)
        | exists().where(ClaimPart.entity_id == Entity.id)
        | exists().where(EntityName.entity_id == Entity.id, EntityName.source == "person")
        | Entity.description.is_not(None)
    )
    connection.execute(delete(Entity).where(~is_kept))
    oldest = connection.scalar(select(func.min(Article.annotation_run_id)))
    if oldest is not None:
        _forget_names(connection, run_id, oldest)


def _forget_names(connection: Connection, run_id: int, oldest: int) -> None:
    is_unused = (EntityName.run_id < oldest) & (EntityName.source != "person")
    losing = select(Entity.key).where(exists().where(EntityName.entity_id == Entity.id, is_unused))
    keys = connection.scalars(losing.order_by(Entity.id)).all()
    connection.execute(delete(EntityName).where(is_unused))
    for part in parts_of(keys):
        batch = Batch(connection, run_id)
        EntityIndex(connection, batch, part, oldest=oldest).store()
        batch.insert()
