"""How actions get at an archive: only one of this program's own revision is read or written."""

import contextlib
from collections.abc import Iterator

from sqlalchemy import Connection, Engine

from corpus.storage.engine import Mode, open_archive, read_transaction
from corpus.storage.revisions import require_current

__all__ = ["open_current", "reading"]


def open_current(db: str, *, mode: Mode = "read") -> Engine:
    """An engine on an archive.

    Raises:
        DatabaseError: if there is no archive, or one that this program cannot use, with what to do.
    """
    engine = open_archive(db, mode=mode)
    require_current(engine)
    return engine


@contextlib.contextmanager
def reading(db: str) -> Iterator[Connection]:
    """One unchanging view of an archive.

    Raises:
        DatabaseError: as for `open_current`, and what the database said, translated.
    """
    with read_transaction(open_current(db)) as connection:
        yield connection
