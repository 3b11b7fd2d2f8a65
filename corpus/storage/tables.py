"""The tables of an archive, as SQLAlchemy models; migrations/ makes them, the SQL contract documents them.

Conventions: plural names, `id` keys given by the writer, ISO text dates, 0/1 for yes and no, ranges
`[start_char, end_char)` in code points of `articles.text`. No generated columns and every CHECK named, so
that a later migration can rebuild a table in SQLite without loss.
"""

from typing import Annotated, Any, cast

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from corpus import records

__all__ = [
    "Article",
    "Base",
    "Claim",
    "ClaimPart",
    "Entity",
    "EntityName",
    "Mention",
    "Original",
    "Paragraph",
    "Rejection",
    "Run",
    "Thread",
    "Upgrade",
]

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
STRICT: dict[str, Any] = {"sqlite_strict": True}

_Id = BigInteger().with_variant(Integer, "sqlite")
# By code point, as SQLite does, so that the same query orders the same rows alike on both databases.
_Words = Text().with_variant(Text(collation="C"), "postgresql")
Key = Annotated[int, mapped_column(_Id, primary_key=True, autoincrement=False)]
Flag = Annotated[int, mapped_column(Integer)]


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A named CHECK that a column holds one of the words of `records`."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def _range() -> CheckConstraint:
    return CheckConstraint("start_char >= 0 AND start_char < end_char", name="range")


def _from_one(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 1", name=column)


def _reference(target: str, *, cascade: bool = False) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE" if cascade else None)


class Base(DeclarativeBase):
    """Base of all models."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {str: _Words, bytes: LargeBinary(), int: _Id}  # noqa: RUF012


class Upgrade(Base):
    """One step of the archive's tables: which program version brought them to which revision."""

    __tablename__ = "upgrades"
    __table_args__ = (STRICT,)

    id: Mapped[Key]
    revision: Mapped[str]
    program_version: Mapped[str]
    applied: Mapped[str]


class Run(Base):
    """One import or annotation pass."""

    __tablename__ = "runs"
    __table_args__ = (
        _one_of("kind", ("import", "annotate")),
        _one_of("status", ("running", "done", "interrupted", "failed")),
        STRICT,
    )

    id: Mapped[Key]
    kind: Mapped[str]
    started: Mapped[str]
    finished: Mapped[str | None]
    status: Mapped[str]
    program_version: Mapped[str]
    model: Mapped[str | None]
    settings: Mapped[str]
    inputs_read: Mapped[int]
    imported: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]

    rejections: Mapped[list["Rejection"]] = relationship(back_populates="run", order_by="Rejection.id")


class Rejection(Base):
    """An input that a run could not store, and why."""

    __tablename__ = "rejections"
    __table_args__ = (Index(None, "run_id"), STRICT)

    id: Mapped[Key]
    run_id: Mapped[int] = mapped_column(_reference("runs.id", cascade=True))
    origin: Mapped[str]
    reason: Mapped[str]

    run: Mapped[Run] = relationship(back_populates="rejections")


class Original(Base):
    """The bytes of one input, once, so that they can be given back identical."""

    __tablename__ = "originals"
    __table_args__ = (
        _one_of("compression", ("none", "zlib")),
        CheckConstraint("size >= 0", name="size"),
        UniqueConstraint("sha256"),
        STRICT,
    )

    id: Mapped[Key]
    sha256: Mapped[str]
    size: Mapped[int]
    compression: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))


class Article(Base):
    """One stored version of a document; `text` is as read and never rewritten."""

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint("is_current IN (0, 1)", name="is_current"),
        _from_one("version"),
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
    original_id: Mapped[int] = mapped_column(_reference("originals.id"))
    hash: Mapped[str]
    origin: Mapped[str]
    version: Mapped[int]
    previous_id: Mapped[int | None] = mapped_column(_reference("articles.id"))
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
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))
    annotation_run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    original: Mapped[Original] = relationship()
    previous: Mapped["Article | None"] = relationship(remote_side="Article.id")
    paragraphs: Mapped[list["Paragraph"]] = relationship(back_populates="article", order_by="Paragraph.seq")
    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="article", order_by="Mention.start_char, Mention.id"
    )
    claims: Mapped[list["Claim"]] = relationship(back_populates="article", order_by="Claim.id")


class Paragraph(Base):
    """A run of an article's text with a kind; `stems` is what search looks in."""

    __tablename__ = "paragraphs"
    __table_args__ = (
        _one_of("kind", records.PARAGRAPH_KINDS),
        _from_one("seq"),
        _range(),
        UniqueConstraint("article_id", "seq"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(_reference("articles.id", cascade=True))
    seq: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    stems: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    article: Mapped[Article] = relationship(back_populates="paragraphs")


# SQLite searches the FTS5 table paragraphs_fts, which the migrations make outside this metadata.
Index(
    "ix_paragraphs_stems_search",
    text("to_tsvector('simple'::regconfig, stems)"),
    postgresql_using="gin",
    _table=cast("Table", Paragraph.__table__),
).ddl_if(dialect="postgresql")


class Entity(Base):
    """What mentions refer to. Two may share a name: two people may have one."""

    __tablename__ = "entities"
    __table_args__ = (
        _one_of("kind", records.ENTITY_KINDS),
        Index(None, "name_key", "kind"),
        Index(None, "wikidata_id"),
        STRICT,
    )

    id: Mapped[Key]
    kind: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    wikidata_id: Mapped[str | None]
    description: Mapped[str | None]
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    names: Mapped[list["EntityName"]] = relationship(back_populates="entity", order_by="EntityName.id")
    mentions: Mapped[list["Mention"]] = relationship(back_populates="entity", order_by="Mention.id")


class EntityName(Base):
    """One name of an entity: the lexicon's, one found in a text, or one that a person gave it."""

    __tablename__ = "entity_names"
    __table_args__ = (
        _one_of("source", ("lexicon", "text", "person")),
        UniqueConstraint("entity_id", "name"),
        Index(None, "name_key"),
        STRICT,
    )

    id: Mapped[Key]
    entity_id: Mapped[int] = mapped_column(_reference("entities.id", cascade=True))
    name: Mapped[str]
    name_key: Mapped[str]
    source: Mapped[str]
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    entity: Mapped[Entity] = relationship(back_populates="names")


class Mention(Base):
    """A span that names or points at an entity."""

    __tablename__ = "mentions"
    __table_args__ = (
        _one_of("kind", records.ENTITY_KINDS),
        _one_of("form", records.MENTION_FORMS),
        _range(),
        Index(None, "article_id"),
        Index(None, "paragraph_id"),
        Index(None, "entity_id", "article_id"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(_reference("articles.id", cascade=True))
    paragraph_id: Mapped[int] = mapped_column(_reference("paragraphs.id", cascade=True))
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id"))
    kind: Mapped[str]
    form: Mapped[str]
    text: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    article: Mapped[Article] = relationship(back_populates="mentions")
    paragraph: Mapped[Paragraph] = relationship()
    entity: Mapped[Entity | None] = relationship(back_populates="mentions")


class Thread(Base):
    """The claims, across articles and speakers, about one proposition."""

    __tablename__ = "threads"
    __table_args__ = (UniqueConstraint("key"), STRICT)

    id: Mapped[Key]
    key: Mapped[str]
    title: Mapped[str]
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    claims: Mapped[list["Claim"]] = relationship(back_populates="thread", order_by="Claim.id")


class Claim(Base):
    """One place where an article attributes content to a source; the range is the content's."""

    __tablename__ = "claims"
    __table_args__ = (
        _one_of("act", records.ACTS),
        _one_of("polarity", records.POLARITIES),
        _one_of("quotation", records.QUOTATIONS),
        _one_of("certainty", records.CERTAINTIES),
        _range(),
        Index(None, "article_id"),
        Index(None, "paragraph_id"),
        Index(None, "thread_id"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(_reference("articles.id", cascade=True))
    paragraph_id: Mapped[int] = mapped_column(_reference("paragraphs.id", cascade=True))
    thread_id: Mapped[int | None] = mapped_column(_reference("threads.id"))
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
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

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
        _one_of("role", records.PART_ROLES),
        _from_one("seq"),
        _range(),
        UniqueConstraint("claim_id", "role", "seq"),
        Index(None, "entity_id", "role", "claim_id"),
        STRICT,
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(_reference("claims.id", cascade=True))
    role: Mapped[str]
    seq: Mapped[int]
    text: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    name: Mapped[str | None]
    entity_id: Mapped[int | None] = mapped_column(_reference("entities.id"))
    run_id: Mapped[int] = mapped_column(_reference("runs.id"))

    claim: Mapped[Claim] = relationship(back_populates="parts")
    entity: Mapped[Entity | None] = relationship()
