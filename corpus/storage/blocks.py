"""The index by which claims find each other: the nearest claims before or after a place in a block."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from corpus.storage.bulk import insert_rows

__all__ = ["Asked", "BlockRow", "delete_blocks", "insert_blocks", "neighbours"]

BlockRow = tuple[int, int, int]  # block, place, claim
Asked = tuple[int, int]  # block, place


def insert_blocks(connection: Connection, rows: Sequence[BlockRow]) -> None:
    """Add claims to blocks."""
    if rows:
        insert_rows(connection, "claim_blocks", ("block", "place", "claim_id"), sorted(rows))


def delete_blocks(connection: Connection, rows: Sequence[BlockRow]) -> None:
    """Take claims out of blocks."""
    if rows:
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        where = f"block = {mark} AND place = {mark} AND claim_id = {mark}"
        connection.exec_driver_sql(f"DELETE FROM claim_blocks WHERE {where}", list(rows))


def neighbours(
    connection: Connection, asked: Sequence[Asked], *, window: int, before: bool
) -> list[list[int]]:
    """The claims next to each of some places in a block, the nearest first.

    Args:
        connection: In a transaction.
        asked: Blocks with a place in each, where a claim may stand or not.
        window: How many, at most.
        before: Whether those before or those after.
    """
    sign, order = ("<", "DESC") if before else (">", "ASC")
    nearest = f"""
        SELECT place, claim_id FROM claim_blocks WHERE block = {{}} AND place {sign} {{}}
        ORDER BY place {order}, claim_id {order} LIMIT {window}
    """
    if connection.dialect.name == "sqlite":
        return _one_by_one(connection, nearest.format("?", "?"), asked)
    return _at_once(connection, nearest.format("t.block", "t.place"), order, asked)


def _one_by_one(connection: Connection, statement: str, asked: Iterable[Asked]) -> list[list[int]]:
    """SQLite has no lateral join, but nothing is lost by asking often: no question leaves the process."""
    driver: Any = connection.connection.driver_connection
    cursor = driver.cursor()
    return [[claim for _, claim in cursor.execute(statement, pair)] for pair in asked]


def _at_once(connection: Connection, nearest: str, order: str, asked: Sequence[Asked]) -> list[list[int]]:
    statement = f"""
        SELECT t.number, n.claim_id
        FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY AS t(block, place, number)
        CROSS JOIN LATERAL ({nearest}) AS n
        ORDER BY t.number, n.place {order}, n.claim_id {order}
    """
    found: list[list[int]] = [[] for _ in asked]
    columns = [block for block, _ in asked], [place for _, place in asked]
    for number, claim in connection.exec_driver_sql(statement, columns):
        found[number - 1].append(claim)
    return found
