"""Search in the stems of paragraphs: the same hits in the same order on both databases.

Each database finds the paragraphs with its own index; the ranking is ours, so that it too is the same.
"""

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, column, func, literal_column, select, table, text

from corpus.storage.selection import Selection
from corpus.storage.tables import Article, Paragraph

__all__ = ["RANKED", "Hit", "SearchResult", "search_paragraphs"]

RANKED = 2_000  # hits that are ranked: of a common word all would take seconds in a million articles

# The usual constants of BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.4.
_K1 = 1.2
_B = 0.75

_WORD = re.compile(r"[^\W_]+")  # as both indexes part words; nothing that means something to a query language
_FTS = table("paragraphs_fts", column("rowid"))
_SIMPLE: Any = literal_column("'simple'::regconfig")


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds every term.

    Attributes:
        paragraph_id: Its key.
        article_id: Its article's key.
        origin: Where its article came from.
        title: Its article's title.
        published: Its article's date, as EDTF.
        seq: Its number in the article, from 1.
        kind: What part it plays there.
        text: Its words.
        rank: Higher is better; comparable within one result only.
    """

    paragraph_id: int
    article_id: int
    origin: str
    title: str | None
    published: str | None
    seq: int
    kind: str
    text: str
    rank: float


@dataclasses.dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits.

    Attributes:
        hits: Best first, later stored first among equals.
        found: How many were found, at most `RANKED`.
        only_newest: Whether there are more, and only the `RANKED` stored last were ranked.
    """

    hits: list[Hit]
    found: int
    only_newest: bool


def search_paragraphs(
    connection: Connection,
    stems: Sequence[str],
    *,
    selection: Selection | None = None,
    kinds: Sequence[str] = (),
    limit: int = 20,
) -> SearchResult:
    """The paragraphs that hold every term, best first.

    Args:
        connection: In a transaction.
        stems: Terms as `stem_words` makes them: a stem, or a phrase of stems parted by blanks.
        selection: Which articles to look at.
        kinds: Which kinds of paragraphs; none means all.
        limit: How many hits to return.
    """
    terms = list(filter(None, (" ".join(_WORD.findall(term)) for term in stems)))
    if not terms:
        return SearchResult([], 0, only_newest=False)
    statement = (
        select(
            Paragraph.id.label("paragraph_id"),
            *(Paragraph.article_id, Article.origin, Article.title, Article.published),
            *(Paragraph.seq, Paragraph.kind, Paragraph.text, Paragraph.stems),
        )
        .join(Article, Article.id == Paragraph.article_id)
        .where(*(selection or Selection()).conditions())
        .limit(RANKED + 1)
    )
    if kinds:
        statement = statement.where(Paragraph.kind.in_(kinds))
    find = _by_fts5 if connection.dialect.name == "sqlite" else _by_tsvector
    rows = connection.execute(find(statement, terms)).mappings().all()
    ranked = _rank(rows[:RANKED], terms)
    return SearchResult(ranked[:limit], len(ranked), only_newest=len(rows) > RANKED)


def _by_fts5(statement: Select[*tuple[Any, ...]], terms: list[str]) -> Select[*tuple[Any, ...]]:
    """The hits of SQLite's index, in its own order, so that it can stop at the limit."""
    phrases = " AND ".join(f'"{term}"' for term in terms)
    return (
        statement.join(_FTS, _FTS.c.rowid == Paragraph.id)
        .where(text("paragraphs_fts MATCH :phrases").bindparams(phrases=f"stems : ({phrases})"))
        .order_by(_FTS.c.rowid.desc())
    )


def _by_tsvector(statement: Select[*tuple[Any, ...]], terms: list[str]) -> Select[*tuple[Any, ...]]:
    """The hits of PostgreSQL's index, which is on exactly this expression."""
    words: Any = func.to_tsvector(_SIMPLE, Paragraph.stems)
    phrases = (func.phraseto_tsquery(_SIMPLE, term) for term in terms)
    return statement.where(*(words.bool_op("@@")(phrase) for phrase in phrases)).order_by(Paragraph.id.desc())


def _rank(rows: Sequence[RowMapping], terms: list[str]) -> list[Hit]:
    """BM25 without the weight of a term's rarity, which is the same for hits that hold every term."""
    documents = [_spaced(row["stems"]) for row in rows]
    mean = sum(map(len, documents)) / max(len(documents), 1)
    hits = []
    for row, document in zip(rows, documents, strict=True):
        long = _K1 * (1 - _B + _B * len(document) / mean)
        counts = (document.count(_spaced(term)) for term in terms)
        rank = sum(count * (_K1 + 1) / (count + long) for count in counts)
        columns = {name: row[name] for name in row if name != "stems"}
        hits.append(Hit(**columns, rank=round(rank, 6)))
    return sorted(hits, key=lambda hit: (-hit.rank, -hit.paragraph_id))


def _spaced(stems: str) -> str:
    """Each word between two blanks of its own, so that counting finds words that follow each other."""
    return f" {stems.replace(' ', '  ')} "
