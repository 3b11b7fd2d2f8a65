"""Which articles a listing or a search looks at."""

import dataclasses
from typing import Any

from sqlalchemy import ColumnElement, func

from corpus.storage.tables import Article

__all__ = ["Selection"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What an article must be, every condition of those given.

    Attributes:
        since: Published on this ISO day or later, as far as its date tells.
        until: Published on this ISO day or earlier, as far as its date tells.
        outlet: The medium, exactly as stored.
        origin: Words that its origin holds.
        all_versions: Whether versions count that a later one has replaced.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    origin: str | None = None
    all_versions: bool = False

    def conditions(self) -> list[ColumnElement[Any]]:
        """The conditions on `articles`; one with a date leaves undated articles out."""
        conditions: list[ColumnElement[Any]] = []
        if not self.all_versions:
            conditions.append(Article.is_current == 1)
        if self.since is not None:
            conditions.append(Article.latest >= self.since)
        if self.until is not None:
            conditions.append(Article.earliest <= self.until)
        if self.outlet is not None:
            conditions.append(Article.outlet == self.outlet)
        if self.origin is not None:
            # Not LIKE: it ignores case on SQLite only.
            conditions.append(func.replace(Article.origin, self.origin, "") != Article.origin)
        return conditions
