"""The index by which claims find each other: the nearest claims before or after a place in a block."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from corpus.storage.bulk import insert_rows

__all__ = ["Asked", "Beside", "BlockRow", "delete_blocks", "insert_blocks", "neighbours"]

# Which of some blocks hold more than one claim: most hold one, and of those nothing need be asked.
_SHARED = """
    SELECT value FROM json_each(?)
    WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM claim_blocks WHERE block = value LIMIT 2)) = 2
"""

BlockRow = tuple[int, int, int]  # block, place, claim
Asked = tuple[int, int]  # block, place
Beside = tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]  # of each asked, those before and after


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


def neighbours(connection: Connection, asked: Sequence[Asked], *, window: int) -> Beside:
    """The claims before and after each of some places in a block, the nearest first.

    Args:
        connection: In a transaction.
        asked: Blocks with a place in each, where a claim may stand or not.
        window: How many on each side, at most.
    """
    if connection.dialect.name == "sqlite":
        return _one_by_one(connection, asked, window)
    return _at_once(connection, asked, window, "<", "DESC"), _at_once(connection, asked, window, ">", "ASC")


def _nearest(block: str, place: str, window: int, side: str, order: str) -> str:
    return f"""
        SELECT place, claim_id FROM claim_blocks WHERE block = {block} AND place {side} {place}
        ORDER BY place {order}, claim_id {order} LIMIT {window}
    """


def _one_by_one(connection: Connection, asked: Sequence[Asked], window: int) -> Beside:
    """SQLite has no lateral join, but little is lost by asking often: no question leaves the process."""
    driver: Any = connection.connection.driver_connection
    cursor = driver.cursor()
    shared = {block for (block,) in cursor.execute(_SHARED, (json.dumps([block for block, _ in asked]),))}
    before, after = (
        [
            [claim for _, claim in cursor.execute(statement, pair)] if pair[0] in shared else ()
            for pair in asked
        ]
        for statement in (_nearest("?", "?", window, "<", "DESC"), _nearest("?", "?", window, ">", "ASC"))
    )
    return before, after


def _at_once(
    connection: Connection, asked: Sequence[Asked], window: int, side: str, order: str
) -> list[list[int]]:
    statement = f"""
        SELECT t.number, n.claim_id
        FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY AS t(block, place, number)
        CROSS JOIN LATERAL ({_nearest("t.block", "t.place", window, side, order)}) AS n
        ORDER BY t.number, n.place {order}, n.claim_id {order}
    """
    found: list[list[int]] = [[] for _ in asked]
    columns = [block for block, _ in asked], [place for _, place in asked]
    for number, claim in connection.exec_driver_sql(statement, columns):
        found[number - 1].append(claim)
    return found
