"""Documents and their annotations into rows, many at a time, inside the caller's write transaction.

Nothing is kept from one batch to the next, so memory does not grow with what is imported.
"""

import dataclasses
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, update

from corpus.edtf import EdtfDate
from corpus.records import Annotation, Claim, Document, Original
from corpus.storage import tables
from corpus.storage.bulk import Batch, parts_of
from corpus.storage.joining import EntityIndex, joining_key
from corpus.storage.proposition_rows import add_propositions
from corpus.storage.runs import record_models
from corpus.storage.threading import Left, enter_threads, leave_threads

__all__ = [
    "BatchCounts",
    "add_annotation",
    "known_hashes",
    "write_batch",
]

# PostgreSQL numbers the words of a text up to 16,383 and indexes at most 1 MB of it; so search looks in the
# first words of a monstrous paragraph only, and in the same ones on both databases.
SEARCHED_WORDS = 16_000
SEARCHED_CHARACTERS = 200_000


@dataclasses.dataclass(frozen=True, slots=True)
class BatchCounts:
    """What became of the documents of one batch."""

    imported: int
    unchanged: int


def known_hashes(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Those of the hashes whose documents the archive has, so that nobody annotates them again."""
    column = tables.Article.hash
    return {
        known
        for part in parts_of(hashes)
        for known in connection.scalars(select(column).where(column.in_(part)))
    }


def write_batch(
    connection: Connection, run_id: int, documents: Sequence[tuple[Document, Annotation]]
) -> BatchCounts:
    """Store documents, 500 to 2,000 at a time for speed.

    A document that the archive has, whatever its origin, is left as it is. A changed one at a known origin
    becomes a new version, and the one before is no longer current.

    Args:
        connection: In a write transaction, whose lock makes the keys given here ours.
        run_id: The run that read and annotated them.
        documents: In the order in which they were read; of two versions of one origin the later is current.
    """
    fresh = _fresh(connection, documents)
    if fresh:
        batch = Batch(connection, run_id)
        articles, left = _store(connection, batch, fresh)
        batch.insert()
        enter_threads(connection, run_id, articles, left)
        record_models(connection, run_id, (annotation for _, _, annotation in fresh))
    return BatchCounts(imported=len(fresh), unchanged=len(documents) - len(fresh))


_Fresh = list[tuple[str, Document, Annotation]]


def _fresh(connection: Connection, documents: Sequence[tuple[Document, Annotation]]) -> _Fresh:
    """The documents that are new, each once, with their hashes."""
    by_hash: dict[str, tuple[Document, Annotation]] = {}
    for document, annotation in documents:
        by_hash.setdefault(document.hash, (document, annotation))
    for known in known_hashes(connection, by_hash):
        del by_hash[known]
    return [(hash_, *pair) for hash_, pair in by_hash.items()]


def _store(connection: Connection, batch: Batch, fresh: _Fresh) -> tuple[list[int], Left]:
    """Hand the documents' rows to the batch; their keys, and what the versions left that they replace."""
    articles = []
    originals = _originals(connection, batch, (document.original for _, document, _ in fresh))
    versions, superseded = _versions(connection, batch, [document.origin for _, document, _ in fresh])
    left = _supersede(connection, superseded)
    joining = (joining_key(e) for _, _, annotation in fresh for e in annotation.entities)
    entities = EntityIndex(connection, batch, joining)
    for (hash_, document, annotation), version in zip(fresh, versions, strict=True):
        original = originals[id(document.original)]
        article = batch.add(
            "articles", original, hash_, *_article(document, annotation, version, batch.run_id)
        )
        keys = [entities.id_of(e) for e in annotation.entities]
        add_annotation(batch, article, annotation, keys, document)
        articles.append(article)
    entities.store()
    return articles, left


def _originals(connection: Connection, batch: Batch, originals: Iterable[Original]) -> dict[int, int]:
    """The key of each original, by its `id()`; its bytes are added unless the archive has them."""
    hashes = {id(original): (original.sha256, original) for original in originals}
    keys: dict[str, int] = {}
    for part in parts_of(sha256 for sha256, _ in hashes.values()):
        known = select(tables.Original.sha256, tables.Original.id).where(tables.Original.sha256.in_(part))
        keys.update((row.sha256, row.id) for row in connection.execute(known))
    for sha256, original in hashes.values():
        if sha256 not in keys:
            compression, content = _compressed(original.content)
            keys[sha256] = batch.add("originals", sha256, len(original.content), compression, content)
    return {place: keys[sha256] for place, (sha256, _) in hashes.items()}


def _compressed(content: bytes) -> tuple[str, bytes]:
    shorter = zlib.compress(content)
    return ("zlib", shorter) if len(shorter) < len(content) else ("none", content)


@dataclasses.dataclass(slots=True)
class _Version:
    number: int
    previous: int | None
    is_current: bool = True


def _versions(connection: Connection, batch: Batch, origins: list[str]) -> tuple[list[_Version], list[int]]:
    """Number the new articles within their origins, and find those of the archive that they replace."""
    article = tables.Article
    newest: dict[str, tuple[int, int]] = {}
    for part in parts_of(set(origins)):
        known = select(article.origin, article.id, article.version)
        known = known.where(article.origin.in_(part), article.is_current == 1)
        newest.update((row.origin, (row.id, row.version)) for row in connection.execute(known))
    first = batch.next_key("articles")
    versions: list[_Version] = []
    superseded = []
    for key, origin in enumerate(origins, start=first):
        previous, number = newest.get(origin, (None, 0))
        if previous is not None and previous >= first:
            versions[previous - first].is_current = False
        elif previous is not None:
            superseded.append(previous)
        versions.append(_Version(number + 1, previous))
        newest[origin] = (key, number + 1)
    return versions, superseded


def _supersede(connection: Connection, articles: list[int]) -> Left:
    """Let articles be current no longer; what their claims left in the threads."""
    left = leave_threads(connection, articles)
    for keys in parts_of(articles):
        statement = update(tables.Article).where(tables.Article.id.in_(keys))
        connection.execute(statement.values(is_current=0))
    return left


def _article(
    document: Document, annotation: Annotation, version: _Version, run_id: int
) -> tuple[object, ...]:
    """An article's columns from `origin` on."""
    date = document.published
    dates = (date.text, date.earliest, date.latest, date.month) if date else (None,) * 4
    language = annotation.language or document.language or annotation.guessed_language
    return (
        document.origin, version.number, version.previous, int(version.is_current), document.title, *dates,
        document.date_source, language, document.outlet, document.author, document.url, document.format,
        document.encoding, document.text, run_id,
    )  # fmt: skip


def add_annotation(
    batch: Batch, article: int, annotation: Annotation, entities: list[int], document: Document
) -> None:
    """Add the rows of an annotation.

    Args:
        batch: Where to.
        article: The article's key.
        annotation: What was found in it.
        entities: The archive's keys of the annotation's entities.
        document: The article, after whose date nothing in it was said.
    """
    paragraphs = {}
    for p in annotation.paragraphs:
        stems = _searched(p.stems)
        paragraphs[p.seq] = batch.add("paragraphs", article, p.seq, p.kind, p.text, stems, p.start, p.end)
    for m in annotation.mentions:
        entity = None if m.entity is None else entities[m.entity]
        batch.add(
            "mentions", article, paragraphs[m.paragraph], entity, m.kind, m.form, m.text, m.start, m.end
        )
    for d in annotation.dates:
        days = (d.date.text, d.date.earliest, d.date.latest)
        batch.add("dates", article, paragraphs[d.paragraph], d.kind, d.text, *days, d.start, d.end)
    first = batch.next_key("claims")
    latest = document.published.latest if document.published else None
    for claim in annotation.claims:
        key = batch.add(
            "claims", article, paragraphs[claim.paragraph], claim.act, claim.polarity, claim.quotation,
            claim.certainty, claim.pattern, claim.text, claim.start, claim.end, *_said(claim.said, latest),
        )  # fmt: skip
        _add_parts(batch, key, claim, entities)
    add_propositions(batch, first, annotation, entities, article=document.hash, published=document.published)


def _add_parts(batch: Batch, key: int, claim: Claim, entities: list[int]) -> None:
    seen: Counter[str] = Counter()
    for part in claim.parts:
        seen[part.role] += 1
        entity = None if part.entity is None else entities[part.entity]
        batch.add(
            "claim_parts", key, part.role, seen[part.role], part.text, part.start, part.end, part.name, entity
        )


def _said(said: EdtfDate | None, latest: str | None) -> tuple[str | None, str | None, str | None]:
    """A claim's columns on when it was said, by the article's latest day at the latest."""
    if said is None:
        return None, None, latest
    return said.text, said.earliest, min(said.latest, latest or said.latest)


def _searched(stems: str) -> str:
    if len(stems) <= SEARCHED_WORDS:
        return stems
    return " ".join(stems[:SEARCHED_CHARACTERS].split(" ")[:SEARCHED_WORDS])
