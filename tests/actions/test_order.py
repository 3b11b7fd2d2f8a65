"""The order in which articles come changes nothing but the keys of their rows."""

import random
from collections.abc import Callable

import pytest

from corpus.actions.import_documents import import_documents


@pytest.mark.parametrize("shuffle", [1, 2, 3])
@pytest.mark.parametrize("batches", ["at once", "one by one", "some at a time"])
def test_any_order_gives_the_same_archive(
    database: str,
    seeds: list[str],
    contents: Callable[[str], dict[str, list[str]]],
    fresh: dict[str, list[str]],
    *,
    shuffle: int,
    batches: str,
) -> None:
    order = random.Random(shuffle).sample(seeds, len(seeds))
    assert order != seeds
    size = {"at once": 13, "one by one": 1, "some at a time": 5}[batches]
    for start in range(0, len(order), size):
        import_documents(database, order[start : start + size])
    assert contents(database) == fresh
