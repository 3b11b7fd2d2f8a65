"""Claims into threads and out of them, as articles are stored, replaced and annotated again.

All of it happens in the transaction that stores the articles, so threads are never behind their claims.
"""

import dataclasses
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, text, update

from corpus.storage.blocks import BlockRow, delete_blocks, insert_blocks
from corpus.storage.bulk import parts_of
from corpus.storage.joins import Joins, Node, block_rows
from corpus.storage.tables import Article, Claim
from corpus.storage.thread_tables import Proposition
from corpus.storage.threads import settle_threads

__all__ = ["Left", "enter_threads", "leave_threads"]


@dataclasses.dataclass(frozen=True, slots=True)
class Left:
    """What claims leave behind that are no longer in threads.

    Attributes:
        rows: What they had in the index.
        threads: The thread that each had, by its place.
        orphans: The claims, not among them, that joined one of them.
    """

    rows: tuple[BlockRow, ...] = ()
    threads: dict[int, int | None] = dataclasses.field(default_factory=dict)
    orphans: tuple[int, ...] = ()


def leave_threads(connection: Connection, articles: Iterable[int]) -> Left:
    """Take the claims of articles out of their threads, before they are deleted or no longer current.

    Args:
        connection: In a write transaction.
        articles: The articles' keys.

    Returns:
        What `enter_threads` must be given in the same transaction.
    """
    leaving = _nodes(connection, list(articles))
    rows = [row for node in leaving for row in block_rows(node)]
    delete_blocks(connection, rows)
    ids = [node.id for node in leaving]
    for part in parts_of(ids):
        connection.execute(update(Claim).where(Claim.id.in_(part)).values(thread_id=None))
        connection.execute(
            update(Proposition).where(Proposition.id.in_(part)).values(joins_id=None, block=None)
        )
    return Left(
        rows=tuple(rows),
        threads={node.place: node.thread for node in leaving},
        orphans=tuple(_orphans(connection, leaving)),
    )


def _nodes(connection: Connection, articles: Sequence[int]) -> list[Node]:
    """The claims of the articles, as far as these are current and they are about something."""
    current = select(Claim.id).join(Article, Article.id == Claim.article_id).where(Article.is_current == 1)
    found = [
        id_
        for part in parts_of(articles)
        for id_ in connection.scalars(current.where(Claim.article_id.in_(part)))
    ]
    return Joins(connection).load(found)


def _orphans(connection: Connection, leaving: Sequence[Node]) -> list[int]:
    gone = {node.id for node in leaving}
    members = select(Proposition.id, Proposition.joins_id).join(Claim, Claim.id == Proposition.id)
    return [
        id_
        for part in parts_of({node.thread for node in leaving if node.thread is not None})
        for id_, joins in connection.execute(members.where(Claim.thread_id.in_(part)))
        if joins in gone
    ]


def enter_threads(
    connection: Connection, run_id: int, articles: Iterable[int], left: Left | None = None
) -> None:
    """Put the claims of newly annotated articles into threads.

    Args:
        connection: In a write transaction.
        run_id: The run that changed threads name.
        articles: The articles' keys; those that are not current are passed over.
        left: What the claims left that these replace, whose threads they keep, and those superseded.
    """
    left = left or Left()
    entering = _nodes(connection, list(articles))
    insert_blocks(connection, [row for node in entering for row in block_rows(node)])
    joins = Joins(connection)
    added = joins.keep(entering)
    joins.drop(left.rows, left.orphans)
    joins.add(added)
    _store_joins(connection, joins.changed.values())
    parents = joins.load(node.joins for node in joins.changed.values() if node.joins is not None)
    threads = {*left.threads.values(), *(node.thread for node in (*joins.changed.values(), *parents))}
    replaced = {node.id: left.threads.get(node.place) for node in added}
    settle_threads(connection, run_id, {thread for thread in threads if thread is not None}, replaced)


def _store_joins(connection: Connection, nodes: Iterable[Node]) -> None:
    rows = [{"id": node.id, "joins": node.joins, "block": node.block} for node in nodes]
    if rows:
        connection.execute(
            text("UPDATE propositions SET joins_id = :joins, block = :block WHERE id = :id"), rows
        )
