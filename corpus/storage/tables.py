"""The tables of an archive, as SQLAlchemy models; migrations/ makes them, the SQL contract documents them.

Conventions: plural names, `id` keys given by the writer, ISO text dates, 0/1 for yes and no, ranges
`[start_char, end_char)` in code points of `articles.text`.
"""

from typing import cast

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from corpus import records
from corpus.storage.base import STRICT, Base, Flag, Key, from_one, one_of, ranged, reference
from corpus.storage.dates import DateMention
from corpus.storage.provenance import Original, Rejection, Run, Upgrade
from corpus.storage.thread_tables import ClaimBlock, ClaimOrigin, Proposition

__all__ = [
    "Article",
    "Base",
    "Claim",
    "ClaimBlock",
    "ClaimOrigin",
    "ClaimPart",
    "DateMention",
    "Entity",
    "EntityName",
    "Mention",
    "Original",
    "Paragraph",
    "Proposition",
    "Rejection",
    "Run",
    "Thread",
    "Upgrade",
]


class Article(Base):
    """One stored version of a document; `text` is as read and never rewritten."""

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint("is_current IN (0, 1)", name="is_current"),
        from_one("version"),
        CheckConstraint("month IS NULL OR month = substr(earliest, 1, 7)", name="month"),
        CheckConstraint("earliest <= latest", name="dates"),
        UniqueConstraint("hash"),
        Index(None, "origin"),
        Index(None, "month"),
        Index(None, "earliest"),
        Index(None, "original_id"),
        Index(None, "previous_id"),
        STRICT,
    )

    id: Mapped[Key]
    original_id: Mapped[int] = mapped_column(reference("originals.id"))
    hash: Mapped[str]
    origin: Mapped[str]
    version: Mapped[int]
    previous_id: Mapped[int | None] = mapped_column(reference("articles.id"))
    is_current: Mapped[Flag]
    title: Mapped[str | None]
    published: Mapped[str | None]
    earliest: Mapped[str | None]
    latest: Mapped[str | None]
    month: Mapped[str | None]
    date_source: Mapped[str | None]
    language: Mapped[str | None]
    outlet: Mapped[str | None]
    author: Mapped[str | None]
    url: Mapped[str | None]
    format: Mapped[str]
    encoding: Mapped[str]
    text: Mapped[str]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))
    annotation_run_id: Mapped[int] = mapped_column(reference("runs.id"))

    original: Mapped[Original] = relationship()
    previous: Mapped["Article | None"] = relationship(remote_side="Article.id")
    paragraphs: Mapped[list["Paragraph"]] = relationship(back_populates="article", order_by="Paragraph.seq")
    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="article", order_by="Mention.start_char, Mention.id"
    )
    claims: Mapped[list["Claim"]] = relationship(back_populates="article", order_by="Claim.id")
    dates: Mapped[list[DateMention]] = relationship(order_by=DateMention.id)


class Paragraph(Base):
    """A run of an article's text with a kind; `stems` is what search looks in."""

    __tablename__ = "paragraphs"
    __table_args__ = (
        one_of("kind", records.PARAGRAPH_KINDS),
        from_one("seq"),
        ranged(),
        UniqueConstraint("article_id", "seq"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(reference("articles.id", cascade=True))
    seq: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    stems: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    article: Mapped[Article] = relationship(back_populates="paragraphs")


# SQLite searches the FTS5 table paragraphs_fts, which the migrations make outside this metadata.
Index(
    "ix_paragraphs_stems_search",
    text("to_tsvector('simple'::regconfig, stems)"),
    postgresql_using="gin",
    _table=cast("Table", Paragraph.__table__),
).ddl_if(dialect="postgresql")


class Entity(Base):
    """What mentions refer to. Two may share a name, since two people may have one, but never a key.

    `name` is the one to show, chosen from `listed_name`, the canonical name in the bundled lists, and the
    names that articles use.
    """

    __tablename__ = "entities"
    __table_args__ = (
        one_of("kind", records.ENTITY_KINDS),
        UniqueConstraint("key"),
        Index(None, "name_key", "kind"),
        Index(None, "wikidata_id"),
        STRICT,
    )

    id: Mapped[Key]
    key: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    listed_name: Mapped[str | None]
    wikidata_id: Mapped[str | None]
    description: Mapped[str | None]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    names: Mapped[list["EntityName"]] = relationship(back_populates="entity", order_by="EntityName.id")
    mentions: Mapped[list["Mention"]] = relationship(back_populates="entity", order_by="Mention.id")


class EntityName(Base):
    """One name of an entity: the lexicon's, one found in a text, or one that a person gave it."""

    __tablename__ = "entity_names"
    __table_args__ = (
        one_of("source", ("lexicon", "text", "person")),
        UniqueConstraint("entity_id", "name"),
        Index(None, "name_key"),
        STRICT,
    )

    id: Mapped[Key]
    entity_id: Mapped[int] = mapped_column(reference("entities.id", cascade=True))
    name: Mapped[str]
    name_key: Mapped[str]
    source: Mapped[str]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    entity: Mapped[Entity] = relationship(back_populates="names")


class Mention(Base):
    """A span that names or points at an entity."""

    __tablename__ = "mentions"
    __table_args__ = (
        one_of("kind", records.ENTITY_KINDS),
        one_of("form", records.MENTION_FORMS),
        ranged(),
        Index(None, "article_id"),
        Index(None, "paragraph_id"),
        Index(None, "entity_id", "article_id"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(reference("articles.id", cascade=True))
    paragraph_id: Mapped[int] = mapped_column(reference("paragraphs.id", cascade=True))
    entity_id: Mapped[int | None] = mapped_column(reference("entities.id"))
    kind: Mapped[str]
    form: Mapped[str]
    text: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    article: Mapped[Article] = relationship(back_populates="mentions")
    paragraph: Mapped[Paragraph] = relationship()
    entity: Mapped[Entity | None] = relationship(back_populates="mentions")


class Thread(Base):
    """The claims, across articles and speakers, about one proposition.

    `key` is that of its first claim, `title` the clearest content among its claims, and `is_negated` says
    whether that says what is not so, as then all its claims do.
    """

    __tablename__ = "threads"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("is_negated IN (0, 1)", name="is_negated"),
        STRICT,
    )

    id: Mapped[Key]
    key: Mapped[str]
    title: Mapped[str]
    is_negated: Mapped[Flag]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    claims: Mapped[list["Claim"]] = relationship(back_populates="thread", order_by="Claim.id")


class Claim(Base):
    """One place where an article attributes content to a source; the range is the content's.

    `said` is EDTF where the text tells when it was said, in the words of the part of role `time`. Where it
    does not, `said` and `said_earliest` are NULL and `said_latest` is the article's latest day: nothing is
    reported before it is said. That bound also cuts a `said` which reaches further, as "i år" does.
    """

    __tablename__ = "claims"
    __table_args__ = (
        one_of("act", records.ACTS),
        one_of("polarity", records.POLARITIES),
        one_of("quotation", records.QUOTATIONS),
        one_of("certainty", records.CERTAINTIES),
        ranged(),
        Index(None, "article_id"),
        Index(None, "paragraph_id"),
        Index(None, "thread_id"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(reference("articles.id", cascade=True))
    paragraph_id: Mapped[int] = mapped_column(reference("paragraphs.id", cascade=True))
    thread_id: Mapped[int | None] = mapped_column(reference("threads.id"))
    act: Mapped[str]
    polarity: Mapped[str]
    quotation: Mapped[str]
    certainty: Mapped[str]
    pattern: Mapped[str]
    text: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    said: Mapped[str | None]
    said_earliest: Mapped[str | None]
    said_latest: Mapped[str | None]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    article: Mapped[Article] = relationship(back_populates="claims")
    paragraph: Mapped[Paragraph] = relationship()
    thread: Mapped[Thread | None] = relationship(back_populates="claims")
    parts: Mapped[list["ClaimPart"]] = relationship(
        back_populates="claim", order_by="ClaimPart.role, ClaimPart.seq"
    )


class ClaimPart(Base):
    """One part of a claim; its shown name is its entity's where it has one, else `name`."""

    __tablename__ = "claim_parts"
    __table_args__ = (
        one_of("role", records.PART_ROLES),
        from_one("seq"),
        ranged(),
        UniqueConstraint("claim_id", "role", "seq"),
        Index(None, "entity_id", "role", "claim_id"),
        STRICT,
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(reference("claims.id", cascade=True))
    role: Mapped[str]
    seq: Mapped[int]
    text: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    name: Mapped[str | None]
    entity_id: Mapped[int | None] = mapped_column(reference("entities.id"))
    run_id: Mapped[int] = mapped_column(reference("runs.id"))

    claim: Mapped[Claim] = relationship(back_populates="parts")
    entity: Mapped[Entity | None] = relationship()
