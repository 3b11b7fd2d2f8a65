"""What an archive holds of gold articles, read through its documented views."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sqlalchemy import Connection, text

from corpus.evaluation.found import Found, FoundClaim, FoundEntity
from corpus.evaluation.likeness import fold


def read_archive(connection: Connection, keys: Iterable[str]) -> dict[str, Found]:
    """What the archive holds of the articles whose file names begin with these keys."""
    articles = connection.execute(text("SELECT id, origin, published FROM articles ORDER BY id")).all()
    return {
        key: _found(connection, row.id, row.published)
        for key in keys
        for row in articles
        if PurePosixPath(row.origin).name.startswith(key)
    }


def read_threads(connection: Connection, keys: Iterable[str]) -> dict[str, list[int | None]]:
    """The threads of the claims of each article, in the order of their paragraphs."""
    select = (
        "SELECT thread_id FROM attributed_claims WHERE article_id = :article ORDER BY paragraph, claim_id"
    )
    articles = connection.execute(text("SELECT id, origin FROM articles ORDER BY id")).all()
    return {
        key: list(connection.scalars(text(select), {"article": row.id}))
        for key in keys
        for row in articles
        if PurePosixPath(row.origin).name.startswith(key)
    }


def _found(connection: Connection, article: int, published: str | None) -> Found:
    select = "SELECT seq, kind FROM paragraphs WHERE article_id = :article ORDER BY seq"
    return Found(
        published=published,
        kinds={row.seq: row.kind for row in connection.execute(text(select), {"article": article})},
        entities=tuple(_entities(connection, article)),
        claims=tuple(_claims(connection, article)),
    )


def _entities(connection: Connection, article: int) -> Iterator[FoundEntity]:
    select = (
        "SELECT entity_id, entity, kind, text, paragraph FROM entity_mentions"
        " WHERE article_id = :article ORDER BY mention_id"
    )
    names: dict[tuple[int | None, str], set[str]] = {}
    paragraphs: dict[tuple[int | None, str], set[int]] = {}
    for row in connection.execute(text(select), {"article": article}):
        key = (row.entity_id, row.kind)
        names.setdefault(key, set()).update({fold(row.entity), fold(row.text)})
        paragraphs.setdefault(key, set()).add(row.paragraph)
    for key, known in names.items():
        yield FoundEntity(kind=key[1], names=frozenset(known), paragraphs=frozenset(paragraphs[key]))


def _claims(connection: Connection, article: int) -> Iterator[FoundClaim]:
    select = (
        "SELECT claim_id, paragraph, cue, speaker, via, addressee, polarity, text AS content, quotation, act,"
        " said FROM attributed_claims WHERE article_id = :article ORDER BY paragraph, claim_id"
    )
    for row in connection.execute(text(select), {"article": article}):
        yield FoundClaim(
            paragraph=row.paragraph,
            cue=row.cue,
            speaker=_names(row.speaker),
            via=_names(row.via),
            polarity=row.polarity,
            content=row.content,
            quotation=row.quotation,
            act=row.act,
            target=tuple(_targets(connection, row.claim_id)),
            addressee=_names(row.addressee),
            said=row.said,
        )


def _targets(connection: Connection, claim: int) -> Iterator[str]:
    """Which the views do not show."""
    select = (
        "SELECT COALESCE(e.name, p.name) FROM claim_parts AS p LEFT JOIN entities AS e ON e.id = p.entity_id"
        " WHERE p.claim_id = :claim AND p.role = 'target' ORDER BY p.seq"
    )
    return iter(connection.scalars(text(select), {"claim": claim}))


def _names(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()
