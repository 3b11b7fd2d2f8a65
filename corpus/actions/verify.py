"""Verify: prove that an archive is whole."""

from collections.abc import Iterator

from corpus.actions._archive import open_current
from corpus.storage.verify import Problem, verify

__all__ = ["verify_archive"]


def verify_archive(db: str) -> Iterator[Problem]:
    """Yield what is wrong with an archive; nothing is changed.

    Raises:
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    yield from verify(open_current(db))
