"""Show: one article with everything found in it, or the bytes that it was read from."""

import dataclasses

from corpus.actions._archive import reading
from corpus.storage.queries import (
    article_claims,
    article_dates,
    article_mentions,
    article_paragraphs,
    get_article,
    original_bytes,
)
from corpus.storage.rows import ArticleRow, ClaimRow, DateRow, MentionRow, ParagraphRow

__all__ = ["ArticleView", "original_of", "read_article"]


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its paragraphs, mentions, dates and claims, each in order."""

    article: ArticleRow
    paragraphs: list[ParagraphRow]
    mentions: list[MentionRow]
    dates: list[DateRow]
    claims: list[ClaimRow]


def read_article(db: str, reference: str) -> ArticleView:
    """One article, by its id, its origin or the last part of it, or the first digits of its hash.

    Raises:
        NotFoundError: if the reference stands for no article, or for several.
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    with reading(db) as connection:
        article = get_article(connection, reference)
        return ArticleView(
            article=article,
            paragraphs=article_paragraphs(connection, article.id),
            mentions=article_mentions(connection, article.id),
            dates=article_dates(connection, article.id),
            claims=article_claims(connection, article.id),
        )


def original_of(db: str, reference: str) -> bytes:
    """The bytes of the input that an article was read from, as they were read.

    Raises:
        NotFoundError: as for `read_article`.
        DatabaseError: as for `read_article`.
    """
    with reading(db) as connection:
        return original_bytes(connection, get_article(connection, reference).id)
