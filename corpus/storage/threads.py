"""Threads as rows: which claims make one, under which key and title."""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Text, cast, delete, func, literal, select, text, update

from corpus.storage.bulk import insert_rows, parts_of, rows_of
from corpus.storage.tables import Article, Claim, ClaimPart, Thread

__all__ = ["settle_threads"]

TITLE = 120  # code points, at most


@dataclasses.dataclass(slots=True)
class _Member:
    """A claim of a thread, or of one to be; `thread` is that of its row, or of the row that it replaces."""

    id: int
    place: int
    joins: int | None
    is_negated: int
    title_rank: int
    thread: int | None
    stored: int | None


_MEMBERS = """
    SELECT p.id, p.place, p.joins_id, p.is_negated, p.title_rank, c.thread_id
    FROM propositions AS p JOIN claims AS c ON c.id = p.id
"""


_CONTENTS = """
    SELECT c.id, c.text, g.name
    FROM claims AS c
    LEFT JOIN claim_parts AS g
        ON g.claim_id = c.id AND g.role = 'target' AND g.seq = 1 AND c.act = 'accusation'
    WHERE c.id IN {keys}
"""


def settle_threads(
    connection: Connection, run_id: int, threads: Collection[int], added: Mapping[int, int | None]
) -> None:
    """Make rows of threads what the joins of their claims say, after these have changed.

    A thread that two become has the older row of theirs; of two that one becomes, the row stays with the
    claim that had it first.

    Args:
        connection: In a write transaction.
        run_id: The run that every changed row names.
        threads: Those that may have changed.
        added: Claims that have no thread yet, each with the thread of the claim that it replaces, if it does.
    """
    members = _members(connection, threads, added)
    groups = _groups(members)
    ids = _ids(connection, groups)
    described = _described(connection, groups)
    known = _rows(connection, threads)
    rows = {ids[root]: described[root] for root in groups}
    _store_rows(connection, run_id, rows, known)
    _move(
        connection,
        {m.id: ids[root] for root, group in groups.items() for m in group if m.stored != ids[root]},
    )
    for part in parts_of(sorted(set(known) - set(rows))):
        connection.execute(delete(Thread).where(Thread.id.in_(part)))


def _members(
    connection: Connection, threads: Collection[int], added: Mapping[int, int | None]
) -> list[_Member]:
    """All claims concerned, in their order."""
    found = [
        _Member(id_, place, joins, is_negated, rank, thread, stored=thread)
        for column, values in (("c.thread_id", threads), ("p.id", added))
        for id_, place, joins, is_negated, rank, thread in rows_of(
            connection, f"{_MEMBERS} WHERE {column} IN {{keys}}", values
        )
    ]
    for member in found:
        member.thread = added.get(member.id, member.thread)
    return sorted(found, key=lambda member: (member.place, member.id))


def _groups(members: Sequence[_Member]) -> dict[int, list[_Member]]:
    """The claims of each thread in their order, by the first."""
    root: dict[int, int] = {}
    groups: defaultdict[int, list[_Member]] = defaultdict(list)
    for member in members:
        root[member.id] = member.id if member.joins is None else root.get(member.joins, member.id)
        groups[root[member.id]].append(member)
    return groups


def _ids(connection: Connection, groups: Mapping[int, Sequence[_Member]]) -> dict[int, int]:
    """The row of each thread."""
    had = sorted(
        (m.place, m.thread, root) for root, group in groups.items() for m in group if m.thread is not None
    )
    first: dict[int, int] = {}
    for _, thread, root in had:
        first.setdefault(thread, root)
    ids: dict[int, int] = {}
    for thread, root in sorted(first.items()):
        ids.setdefault(root, thread)
    new = (connection.scalar(select(func.max(Thread.id))) or 0) + 1
    for root in groups:
        if root not in ids:
            ids[root] = new
            new += 1
    return ids


def _described(
    connection: Connection, groups: Mapping[int, Sequence[_Member]]
) -> dict[int, tuple[str, str, int]]:
    """Key, title and whether that is negated, of each thread; titles rather say what is so."""
    best = {
        root: min(group, key=lambda m: (m.is_negated, m.title_rank, m.place))
        for root, group in groups.items()
    }
    titles = _texts(connection, [member.id for member in best.values()])
    keys = _keys(connection, groups)
    return {root: (keys[root], _title(titles[member.id]), member.is_negated) for root, member in best.items()}


def _texts(connection: Connection, claims: Sequence[int]) -> dict[int, str]:
    """The contents of claims; an accusation's with whom it is against, whom the content leaves out."""
    return {
        id_: text_ if target is None else f"{target}: {text_}"
        for id_, text_, target in rows_of(connection, _CONTENTS, claims)
    }


def _title(content: str) -> str:
    """A content as one line, cut at a word."""
    line = " ".join(content.split()).rstrip(" .,;:")
    if len(line) <= TITLE:
        return line
    return f"{line[:TITLE].rpartition(' ')[0].rstrip(' .,;:') or line[: TITLE - 1]}…"


def _keys(connection: Connection, claims: Iterable[int]) -> dict[int, str]:
    """The stable keys of claims, as attributed_claims has them."""
    found = {}
    for part in parts_of(claims):
        statement = (
            select(Claim.id, Article.hash, func.min(ClaimPart.start_char), func.max(ClaimPart.end_char))
            .join(Article, Article.id == Claim.article_id)
            .join(ClaimPart, (ClaimPart.claim_id == Claim.id) & (ClaimPart.role == "cue"))
            .where(Claim.id.in_(part))
            .group_by(Claim.id, Article.hash)
        )
        for id_, hash_, start, end in connection.execute(statement):
            found[id_] = f"{hash_[:16]}:{start}-{end}:claim"
    return found


def _rows(connection: Connection, threads: Collection[int]) -> dict[int, tuple[str, str, int]]:
    """Threads as they are stored."""
    columns = (Thread.id, Thread.key, Thread.title, Thread.is_negated)
    return {
        id_: tuple(rest)  # type: ignore[misc]
        for part in parts_of(sorted(threads))
        for id_, *rest in connection.execute(select(*columns).where(Thread.id.in_(part)))
    }


def _store_rows(
    connection: Connection,
    run_id: int,
    rows: Mapping[int, tuple[str, str, int]],
    known: Mapping[int, tuple[str, str, int]],
) -> None:
    """Add new rows, and change those that differ; a key may pass from one row to another."""
    for part in parts_of(sorted(known.keys() - {id_ for id_, row in rows.items() if row == known.get(id_)})):
        freed = update(Thread).where(Thread.id.in_(part))
        connection.execute(freed.values(key=literal("thread ").concat(cast(Thread.id, Text))))
    new = [(id_, *row, run_id) for id_, row in sorted(rows.items()) if id_ not in known]
    if new:
        insert_rows(connection, "threads", ("id", "key", "title", "is_negated", "run_id"), new)
    changed = [
        {"id": id_, "key": row[0], "title": row[1], "negated": row[2], "run": run_id}
        for id_, row in rows.items()
        if id_ in known and row != known[id_]
    ]
    if changed:
        columns = "key = :key, title = :title, is_negated = :negated, run_id = :run"
        connection.execute(text(f"UPDATE threads SET {columns} WHERE id = :id"), changed)


def _move(connection: Connection, threads: Mapping[int, int]) -> None:
    """Give claims another thread."""
    if threads:
        moved = [{"id": claim, "thread": thread} for claim, thread in threads.items()]
        connection.execute(text("UPDATE claims SET thread_id = :thread WHERE id = :id"), moved)
