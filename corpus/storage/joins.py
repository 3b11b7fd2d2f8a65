"""Whom each claim joins, kept true as claims come and go; `corpus.propositions` is the rule.

A claim joins one of the nearest before it in its blocks. So what comes or goes concerns, in each of its
blocks, the next claims after it: what comes is a candidate for them and may push another out of their reach,
and what goes lets another in. Everything else stays as it is.
"""

import dataclasses
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from corpus.propositions import LEAST, WINDOW, Terms, blocks, likeness
from corpus.storage.blocks import Asked, Beside, BlockRow, neighbours
from corpus.storage.bulk import rows_of

__all__ = ["Joins", "Node", "block_rows"]


_NODES = """
    SELECT p.id, p.place, p.terms, p.joins_id, p.block, c.thread_id
    FROM propositions AS p JOIN claims AS c ON c.id = p.id
    WHERE p.id IN {keys}
"""


@dataclasses.dataclass(slots=True)
class Node:
    """A claim among those that look for each other.

    Attributes:
        id: Its key.
        place: Where it stands in their order.
        terms: What it is about.
        joins: Whom it joins.
        block: The block in which it found that one.
        thread: The thread that its row names.
    """

    id: int
    place: int
    terms: Terms
    joins: int | None
    block: int | None
    thread: int | None


def block_rows(node: Node) -> list[BlockRow]:
    """A claim's rows in the index."""
    return [(block, node.place, node.id) for block in blocks(node.terms)]


class Joins:
    """The joins that a change of the archive's claims changes.

    Args:
        connection: In a write transaction, the index as it is to be.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._nodes: dict[int, Node] = {}
        self._best: dict[int, tuple[float, int]] = {}
        self._looked_at: dict[int, set[int]] = {}
        self.changed: dict[int, Node] = {}

    def load(self, claims: Iterable[int]) -> list[Node]:
        """Claims by their keys; those that are not there are left out."""
        wanted = list(dict.fromkeys(claims))
        missing = [claim for claim in wanted if claim not in self._nodes]
        for id_, place, terms, joins, block, thread in rows_of(self._connection, _NODES, missing):
            self._nodes[id_] = Node(id_, place, Terms(json.loads(terms)), joins, block, thread)
        return [self._nodes[claim] for claim in wanted if claim in self._nodes]

    def keep(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Take claims that are loaded already."""
        self._nodes.update((node.id, node) for node in nodes)
        return nodes

    def add(self, added: Sequence[Node]) -> None:
        """Let new claims join others, and others join them."""
        asked = [(block, node) for node in added for block in blocks(node.terms)]
        before, after = self._beside([(block, node.place) for block, node in asked])
        fresh = {node.id for node in added}
        self.load(n.joins for n in self._known(after) if n.joins is not None)
        for (block, node), earlier in zip(asked, before, strict=True):
            for other in self._known([earlier]):
                self._consider(node, other, block)
        stale = []
        for (block, node), earlier, later in zip(asked, before, after, strict=True):
            for step, claim in enumerate(later, start=1):
                if claim in self._nodes and claim not in fresh:
                    self._consider(self._nodes[claim], node, block)
                    stale.append((self._nodes[claim], block, self._farthest(node, earlier, step)))
        self.renew(other for other, block, farthest in stale if self._is_out_of_reach(other, block, farthest))

    def drop(self, dropped: Sequence[BlockRow], orphans: Iterable[int]) -> None:
        """Let claims that are gone be replaced as candidates.

        Args:
            dropped: What they had in the index.
            orphans: The claims that joined them.
        """
        before, after = self._beside([(block, place) for block, place, _ in dropped])
        gone = Counter(block for block, _, _ in dropped)
        self.load(n.joins for n in self._known(after) if n.joins is not None)
        for (block, _, _), earlier, later in zip(dropped, before, after, strict=True):
            for step, claim in enumerate(later, start=1):
                newly = slice(max(WINDOW - gone[block] - step + 1, 0), WINDOW - step + 1)
                for candidate in self._known([earlier[newly]] if claim in self._nodes else []):
                    self._consider(self._nodes[claim], candidate, block)
        self.renew(self.load(orphans))

    def renew(self, nodes: Iterable[Node]) -> None:
        """Let claims look for whom to join from the beginning."""
        again = list({node.id: node for node in nodes}.values())
        for node in again:
            self._best[node.id] = (0.0, 0)
            self._looked_at[node.id] = set()
            self._join(node, None, None)
        asked = [(block, node) for node in again for block in blocks(node.terms)]
        places = [(block, node.place) for block, node in asked]
        found, _ = self._beside(places)
        for (block, node), earlier in zip(asked, found, strict=True):
            for other in self._known([earlier]):
                self._consider(node, other, block)

    def _beside(self, asked: Sequence[Asked]) -> Beside:
        """The claims before and after places, loaded."""
        before, after = neighbours(self._connection, asked, window=WINDOW)
        self.load(claim for found in (before, after) for claims in found for claim in claims)
        return before, after

    def _known(self, found: Iterable[Collection[int]]) -> Iterator[Node]:
        return (self._nodes[claim] for claims in found for claim in claims if claim in self._nodes)

    def _consider(self, node: Node, other: Node, block: int) -> None:
        """Let a claim join another that is more like it than the one it joins, or as like and earlier."""
        looked_at = self._looked_at.setdefault(node.id, set())
        if other.id == node.joins or other.id in looked_at:
            return
        looked_at.add(other.id)
        found = likeness(node.terms, other.terms), -other.place
        if found[0] >= LEAST and found > self._likeness(node):
            self._best[node.id] = found
            self._join(node, other.id, block)

    def _likeness(self, node: Node) -> tuple[float, int]:
        """How like a claim is the one that it joins."""
        if node.id not in self._best:
            joined = self._nodes.get(node.joins) if node.joins is not None else None
            self._best[node.id] = (likeness(node.terms, joined.terms), -joined.place) if joined else (0.0, 0)
        return self._best[node.id]

    def _join(self, node: Node, other: int | None, block: int | None) -> None:
        node.joins, node.block = other, block
        self.changed[node.id] = node

    def _farthest(self, node: Node, earlier: Sequence[int], step: int) -> int:
        """The place of the farthest claim that the one so many steps after a new one still reaches."""
        beyond = WINDOW - step
        if beyond == 0:
            return node.place
        reached = [self._nodes[claim].place for claim in earlier[:beyond] if claim in self._nodes]
        return reached[-1] if len(reached) == beyond else 0

    def _is_out_of_reach(self, node: Node, block: int, farthest: int) -> bool:
        """Whether the one that a claim joins can no longer be found in the block where it was."""
        joined = self._nodes.get(node.joins) if node.joins is not None else None
        return node.block == block and joined is not None and joined.place < farthest
