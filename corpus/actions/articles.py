"""Articles: which ones an archive holds."""

from collections.abc import Iterator

from corpus.actions._archive import reading
from corpus.storage import queries
from corpus.storage.rows import ArticleSummary
from corpus.storage.selection import Selection

__all__ = ["list_articles"]


def list_articles(
    db: str, selection: Selection | None = None, *, limit: int | None = None
) -> Iterator[ArticleSummary]:
    """Yield articles by date, those without one last, as they are read.

    Raises:
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    with reading(db) as connection:
        yield from queries.list_articles(connection, selection, limit=limit)
