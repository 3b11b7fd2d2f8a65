"""What commands read: small typed questions, each inside the caller's read transaction."""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select, text
from sqlalchemy.sql.selectable import ScalarSelect

from corpus.errors import NotFoundError
from corpus.storage.engine import place_name
from corpus.storage.failures import query_errors
from corpus.storage.rows import (
    ArchiveCounts,
    ArticleRow,
    ArticleSummary,
    ClaimRow,
    DateRow,
    MentionRow,
    ParagraphRow,
    PartRow,
    RejectionRow,
    RunRow,
)
from corpus.storage.selection import Selection
from corpus.storage.tables import (
    Article,
    Base,
    Claim,
    ClaimPart,
    DateMention,
    Entity,
    EntityName,
    Mention,
    Original,
    Paragraph,
    Rejection,
    Run,
    Thread,
)

__all__ = [
    "annotation_counts",
    "archive_counts",
    "article_claims",
    "article_dates",
    "article_mentions",
    "article_paragraphs",
    "get_article",
    "last_runs",
    "list_articles",
    "original_bytes",
    "run_query",
    "run_rejections",
]

HASH_DIGITS = 8  # the fewest hex digits that may stand for an article
_NAMED = 5  # how many articles a message names


def archive_counts(connection: Connection) -> ArchiveCounts:
    """How much of everything there is, and the first and last day that a current article may be from."""
    current = Article.is_current == 1
    totals = {
        "articles": _count(Article).where(current),
        "versions": _count(Article),
        "undated": _count(Article).where(current, Article.published.is_(None)),
        "first": select(func.min(Article.earliest)).where(current),
        "last": select(func.max(Article.latest)).where(current),
        "paragraphs": _count(Paragraph),
        "mentions": _count(Mention),
        "entities": _count(Entity),
        "names": _count(EntityName),
        "dates": _count(DateMention),
        "claims": _count(Claim),
        "threads": _count(Thread),
        "originals": _count(Original),
        "original_bytes": select(func.coalesce(func.sum(Original.size), 0)),
        "runs": _count(Run),
        "rejections": _count(Rejection),
    }
    columns = (total.scalar_subquery().label(name) for name, total in totals.items())
    row = connection.execute(select(*columns)).one()._asdict()
    return ArchiveCounts(**row | {"original_bytes": int(row["original_bytes"])})


def _count(model: type[Base]) -> Any:
    return select(func.count()).select_from(model)


def annotation_counts(connection: Connection) -> list[tuple[str | None, int]]:
    """Which rules and models annotated how many articles, older versions too; None without rules."""
    model = case((Article.language.is_not(None), Run.model))
    statement = (
        select(model, func.count())
        .select_from(Article)
        .join(Run, Run.id == Article.annotation_run_id)
        .group_by(model)
        .order_by(func.count().desc(), func.max(Run.id).desc())
    )
    return [(model, count) for model, count in connection.execute(statement)]


def list_articles(
    connection: Connection, selection: Selection | None = None, *, limit: int | None = None
) -> Iterator[ArticleSummary]:
    """Articles by date, those without one last, then in the order of import; read as they are asked for."""
    columns = (
        *(Article.id, Article.origin, Article.version, Article.is_current, Article.title),
        *(Article.published, Article.outlet, Article.language, func.length(Article.text)),
        *(_rows_of_article(model.article_id) for model in (Paragraph, Mention, Claim)),
    )
    statement = (
        select(*columns)
        .where(*(selection or Selection()).conditions())
        .order_by(Article.earliest.nulls_last(), Article.latest, Article.id)
        .limit(limit)
        .execution_options(yield_per=500)
    )
    return (ArticleSummary(*row) for row in connection.execute(statement))


def _rows_of_article(article_id: Any) -> ScalarSelect[int]:
    return select(func.count()).where(article_id == Article.id).correlate(Article).scalar_subquery()


def get_article(connection: Connection, reference: str | int) -> ArticleRow:
    """The article that a reference stands for.

    Args:
        connection: In a transaction.
        reference: An id, an origin or its last part (its current version), or the first hex digits of a hash.

    Raises:
        NotFoundError: if it stands for no article, or for more than one.
    """
    columns = select(*(getattr(Article, name) for name in ArticleRow.__dataclass_fields__))
    for condition in _meanings(str(reference)):
        rows = connection.execute(columns.where(condition).order_by(Article.id).limit(_NAMED)).all()
        if len(rows) > 1:
            some = ", ".join(f"{row.id} ({row.origin})" for row in rows)
            raise NotFoundError(
                f"{reference} stands for more than one article", hint=f"name one by id: {some}"
            )
        if rows:
            return ArticleRow(*rows[0])
    raise NotFoundError(f"there is no article {reference}", hint="corpus articles lists them")


def _meanings(reference: str) -> Iterator[ColumnElement[bool]]:
    """What a reference may mean, the surest first."""
    if reference.isdecimal() and int(reference) < 2**63:
        yield Article.id == int(reference)
    current = Article.is_current == 1
    yield (Article.origin == reference) & current
    last = f"/{reference}"  # LIKE would ignore case on SQLite only
    yield (func.substr(Article.origin, func.length(Article.origin) - len(last) + 1) == last) & current
    if len(reference) >= HASH_DIGITS:
        yield Article.hash.startswith(reference.lower(), autoescape=True)


def article_paragraphs(connection: Connection, article_id: int) -> list[ParagraphRow]:
    """The paragraphs of an article, in order."""
    columns = (
        Paragraph.id,
        Paragraph.seq,
        Paragraph.kind,
        Paragraph.text,
        Paragraph.start_char,
        Paragraph.end_char,
    )
    statement = select(*columns).where(Paragraph.article_id == article_id).order_by(Paragraph.seq)
    return [ParagraphRow(*row) for row in connection.execute(statement)]


def article_mentions(connection: Connection, article_id: int) -> list[MentionRow]:
    """The mentions of an article, in text order, unresolved ones too."""
    statement = (
        select(
            *(Mention.id, Paragraph.seq, Mention.entity_id, Entity.name, Mention.kind, Mention.form),
            *(Mention.text, Mention.start_char, Mention.end_char),
        )
        .join(Paragraph, Paragraph.id == Mention.paragraph_id)
        .join(Entity, Entity.id == Mention.entity_id, isouter=True)
        .where(Mention.article_id == article_id)
        .order_by(Mention.start_char, Mention.id)
    )
    return [MentionRow(*row) for row in connection.execute(statement)]


def article_dates(connection: Connection, article_id: int) -> list[DateRow]:
    """The dates that an article speaks of, in text order."""
    statement = (
        select(
            *(DateMention.id, Paragraph.seq, DateMention.kind, DateMention.text, DateMention.value),
            *(DateMention.earliest, DateMention.latest, DateMention.start_char, DateMention.end_char),
        )
        .join(Paragraph, Paragraph.id == DateMention.paragraph_id)
        .where(DateMention.article_id == article_id)
        .order_by(DateMention.start_char, DateMention.id)
    )
    return [DateRow(*row) for row in connection.execute(statement)]


def article_claims(connection: Connection, article_id: int) -> list[ClaimRow]:
    """The claims of an article with their parts, in order of their cues."""
    parts = _parts(connection, article_id)
    columns = (
        *(Claim.id, Paragraph.seq.label("paragraph"), Claim.act, Claim.polarity, Claim.quotation),
        *(Claim.certainty, Claim.pattern, Claim.text, Claim.start_char, Claim.end_char, Claim.thread_id),
        *(Claim.said, Claim.said_earliest, Claim.said_latest),
    )
    statement = (
        select(*columns)
        .join(Paragraph, Paragraph.id == Claim.paragraph_id)
        .where(Claim.article_id == article_id)
        .order_by(Claim.id)
    )
    return [ClaimRow(**row._asdict(), parts=tuple(parts[row.id])) for row in connection.execute(statement)]


def _parts(connection: Connection, article_id: int) -> dict[int, list[PartRow]]:
    statement = (
        select(
            *(ClaimPart.claim_id, ClaimPart.role, ClaimPart.seq, ClaimPart.text, ClaimPart.start_char),
            *(ClaimPart.end_char, func.coalesce(Entity.name, ClaimPart.name), ClaimPart.entity_id),
        )
        .join(Claim, Claim.id == ClaimPart.claim_id)
        .join(Entity, Entity.id == ClaimPart.entity_id, isouter=True)
        .where(Claim.article_id == article_id)
        .order_by(ClaimPart.claim_id, ClaimPart.role, ClaimPart.seq)
    )
    parts: defaultdict[int, list[PartRow]] = defaultdict(list)
    for row in connection.execute(statement):
        parts[row.claim_id].append(PartRow(*row[1:]))
    return parts


def original_bytes(connection: Connection, article_id: int) -> bytes:
    """The bytes of the input that an article was read from, as they were read.

    Raises:
        NotFoundError: if there is no such article.
    """
    statement = select(Original.compression, Original.content).join(
        Article, Article.original_id == Original.id
    )
    row = connection.execute(statement.where(Article.id == article_id)).first()
    if row is None:
        raise NotFoundError(f"there is no article {article_id}", hint="corpus articles lists them")
    return decompressed(row.compression, row.content)


def decompressed(compression: str, content: bytes) -> bytes:
    """The bytes as they were before the writer stored them."""
    return zlib.decompress(content) if compression == "zlib" else content


def last_runs(connection: Connection, limit: int = 10) -> list[RunRow]:
    """The latest runs, newest first."""
    columns = (getattr(Run, name) for name in RunRow.__dataclass_fields__)
    return [RunRow(*row) for row in connection.execute(select(*columns).order_by(Run.id.desc()).limit(limit))]


def run_rejections(connection: Connection, run_id: int) -> list[RejectionRow]:
    """What a run could not store, in the order in which it was read."""
    columns = select(Rejection.run_id, Rejection.origin, Rejection.reason)
    statement = columns.where(Rejection.run_id == run_id).order_by(Rejection.id)
    return [RejectionRow(*row) for row in connection.execute(statement)]


def run_query(
    connection: Connection, statement: str, parameters: Mapping[str, Any] | None = None
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run a report's SELECT with its `:parameters`: the names of its columns, and its rows.

    Raises:
        QueryError: if the database refuses it.
    """
    with query_errors(place_name(connection.engine.url)):
        result = connection.execute(text(statement), dict(parameters or {}))
        return list(result.keys()), [tuple(row) for row in result]
