"""Proof that an archive is whole: what its rows say of the texts is so, and the database found no damage."""

import dataclasses
import hashlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select
from sqlalchemy.exc import DatabaseError as DriverError

from corpus.edtf import parse_period
from corpus.storage.documents import document_of
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.queries import decompressed
from corpus.storage.tables import Article, Claim, ClaimPart, DateMention, Mention, Original, Paragraph

__all__ = ["Problem", "verify"]

_ARTICLES = 100  # read at a time, with all their rows


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be.

    Attributes:
        table: Where.
        id: The row's key; None where it is no single row.
        message: What is wrong, in a few words.
    """

    table: str
    id: int | None
    message: str


def verify(engine: Engine) -> Iterator[Problem]:
    """Look at every row; nothing is changed, and nothing is found in a whole archive.

    Args:
        engine: Of an archive of this program's revision.
    """
    if engine.dialect.name == "sqlite":
        yield from _sqlite_checks(engine)
    with read_transaction(engine) as connection:
        yield from _originals(connection)
        yield from _versions(connection)
        yield from _places(connection)
        yield from _articles(connection)


def _sqlite_checks(engine: Engine) -> Iterator[Problem]:
    with read_transaction(engine) as connection:
        for (message,) in connection.exec_driver_sql("PRAGMA quick_check"):
            if message != "ok":
                yield Problem("(file)", None, message)
        for table, key, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem(table, key, f"refers to a row that {parent} lacks")
    # FTS5 runs its check as an INSERT, with rank 1 against the words of the table it indexes.
    check = "INSERT INTO paragraphs_fts (paragraphs_fts, rank) VALUES ('integrity-check', 1)"
    with write_transaction(open_archive(engine.url, mode="write")) as connection:
        try:
            connection.exec_driver_sql(check)
        except DriverError as error:
            if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield Problem("paragraphs_fts", None, "the search index does not match the paragraphs")


def _originals(connection: Connection) -> Iterator[Problem]:
    columns = select(Original.id, Original.sha256, Original.size, Original.compression, Original.content)
    for row in connection.execute(columns.order_by(Original.id).execution_options(yield_per=10)):
        try:
            content = decompressed(row.compression, row.content)
        except zlib.error as error:
            yield Problem("originals", row.id, f"cannot be decompressed: {error}")
            continue
        if len(content) != row.size or hashlib.sha256(content).hexdigest() != row.sha256:
            yield Problem("originals", row.id, "its bytes are not the ones that were read")


def _versions(connection: Connection) -> Iterator[Problem]:
    total = func.sum(Article.is_current)
    wrong = select(Article.origin, total, func.max(Article.id)).group_by(Article.origin).having(total != 1)
    for origin, current, newest in connection.execute(wrong):
        yield Problem("articles", newest, f"{origin} has {current} current versions")


def _articles(connection: Connection) -> Iterator[Problem]:
    newest = 0
    statement = select(Article.__table__).order_by(Article.id).limit(_ARTICLES)
    while articles := connection.execute(statement.where(Article.id > newest)).all():
        texts = {article.id: article.text for article in articles}
        first, newest = articles[0].id, articles[-1].id
        for article in articles:
            yield from _article(article)
        yield from _ranges(connection, texts, first, newest)
        yield from _contents(connection, first, newest)
        yield from _dates(connection, first, newest)
        yield from _said(connection, first, newest)


def _article(article: Row[*tuple[Any, ...]]) -> Iterator[Problem]:
    """An article's dates and its hash, computed again from its columns."""
    try:
        document = document_of(article)
    except ValueError as error:
        yield Problem("articles", article.id, f"published: {error}")
        return
    date = document.published
    given = (article.earliest, article.latest, article.month)
    if given != ((date.earliest, date.latest, date.month) if date else (None, None, None)):
        yield Problem("articles", article.id, f"its days are not those of {article.published}")
    if document.hash != article.hash:
        yield Problem("articles", article.id, "its hash is not that of its words")


def _ranges(connection: Connection, texts: dict[int, str], first: int, last: int) -> Iterator[Problem]:
    """Every range against the text that it is a range of."""
    owners = (
        *((model, model.article_id) for model in (Paragraph, Mention, DateMention)),
        (ClaimPart, Claim.article_id),
    )
    for model, owner in owners:
        rows = select(model.id, owner.label("article"), model.text, model.start_char, model.end_char)
        if model is ClaimPart:
            rows = rows.join(Claim, Claim.id == ClaimPart.claim_id)
        for row in connection.execute(rows.where(owner.between(first, last)).order_by(model.id)):
            whole = texts[row.article]
            found = whole[row.start_char : row.end_char]
            if found != row.text or row.end_char > len(whole):
                place = f"{row.start_char}-{row.end_char} of article {row.article}"
                yield Problem(model.__tablename__, row.id, f"{row.text!r} is not at {place}: {found!r} is")


def _places(connection: Connection) -> Iterator[Problem]:
    """Mentions, dates and claims that lie outside the paragraph they name."""
    for model in (Mention, DateMention, Claim):
        outside = model.article_id != Paragraph.article_id
        if model is not Claim:
            outside |= (model.start_char < Paragraph.start_char) | (model.end_char > Paragraph.end_char)
        joined = select(model.id).join(Paragraph, Paragraph.id == model.paragraph_id)
        for key in connection.scalars(joined.where(outside).order_by(model.id)):
            yield Problem(model.__tablename__, key, "lies outside its paragraph")


def _contents(connection: Connection, first: int, last: int) -> Iterator[Problem]:
    """A claim's text and range against its content parts."""
    claims = select(Claim.id, Claim.text, Claim.start_char, Claim.end_char)
    parts = (
        select(ClaimPart.claim_id, ClaimPart.text, ClaimPart.start_char, ClaimPart.end_char)
        .join(Claim, Claim.id == ClaimPart.claim_id)
        .where(ClaimPart.role == "content", Claim.article_id.between(first, last))
        .order_by(ClaimPart.seq)
    )
    of_claim: defaultdict[int, list[Row[int, str, int, int]]] = defaultdict(list)
    for part in connection.execute(parts):
        of_claim[part.claim_id].append(part)
    for claim in connection.execute(claims.where(Claim.article_id.between(first, last)).order_by(Claim.id)):
        contents = of_claim[claim.id]
        if claim.text != " ".join(part.text for part in contents):
            yield Problem("claims", claim.id, "its text is not that of its content parts")
        elif (claim.start_char, claim.end_char) != _extent(contents):
            yield Problem("claims", claim.id, "its range is not that of its content parts")


def _extent(parts: list[Row[int, str, int, int]]) -> tuple[int, int]:
    return min(part.start_char for part in parts), max(part.end_char for part in parts)


def _dates(connection: Connection, first: int, last: int) -> Iterator[Problem]:
    """The days of what is spoken of against its EDTF text."""
    dates = select(DateMention.id, DateMention.value, DateMention.earliest, DateMention.latest)
    dates = dates.where(DateMention.article_id.between(first, last)).order_by(DateMention.id)
    for row in connection.execute(dates):
        if (row.earliest, row.latest) != _days_of(row.value):
            yield Problem("dates", row.id, f"its days are not those of {row.value}")


def _said(connection: Connection, first: int, last: int) -> Iterator[Problem]:
    """The days on which claims were made against their EDTF text and the article's last day."""
    claims = select(Claim.id, Claim.said, Claim.said_earliest, Claim.said_latest, Article.latest)
    claims = claims.join(Article, Article.id == Claim.article_id).where(Claim.article_id.between(first, last))
    for row in connection.execute(claims.order_by(Claim.id)):
        earliest, latest = _days_of(row.said) if row.said else (None, None)
        latest = min(filter(None, (latest, row.latest)), default=None)
        if (row.said_earliest, row.said_latest) != (earliest, latest):
            yield Problem("claims", row.id, f"its days are not those of {row.said} in its article")


def _days_of(value: str) -> tuple[str | None, str | None]:
    """The first and the last day of an EDTF text; none if it is no such text."""
    try:
        date = parse_period(value)
    except ValueError:
        return None, None
    return date.earliest, date.latest
