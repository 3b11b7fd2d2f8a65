"""Every table; see corpus/storage/tables.py for what each holds."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
ENTITY_KINDS = "person organization place event work other"
TABLES = (
    "upgrades", "runs", "rejections", "originals", "articles", "paragraphs", "entities", "entity_names",
    "mentions", "threads", "claims", "claim_parts",
)  # fmt: skip


def upgrade() -> None:
    create_provenance()
    create_articles()
    create_entities()
    create_claims()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {0x636F7270}")  # "corp", so that `file` can tell an archive


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 0")
    for table in reversed(TABLES):
        op.drop_table(table)


def create(table: str, *items: sa.schema.SchemaItem, indexes: tuple[tuple[str, ...], ...] = ()) -> None:
    """A STRICT table with a key that the writer gives, named as in NAMING_CONVENTION of tables.py."""
    key = sa.Column("id", INTEGER, autoincrement=False, nullable=False)
    op.create_table(table, key, *items, sa.PrimaryKeyConstraint("id", name=f"pk_{table}"), sqlite_strict=True)
    for columns in indexes:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def texts(names: str, *, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, WORDS, nullable=nullable) for name in names.split())


def integers(names: str, *, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, INTEGER, nullable=nullable) for name in names.split())


def one_of(table: str, column: str, values: str) -> sa.CheckConstraint:
    words = ", ".join(f"'{value}'" for value in values.split())
    return sa.CheckConstraint(f"{column} IN ({words})", name=op.f(f"ck_{table}_{column}"))


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def ranged(table: str) -> sa.CheckConstraint:
    return check(table, "range", "start_char >= 0 AND start_char < end_char")


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def reference(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def create_provenance() -> None:
    create("upgrades", *texts("revision program_version applied"))
    create(
        "runs",
        *texts("kind started"),
        *texts("finished", nullable=True),
        *texts("status program_version"),
        *texts("model", nullable=True),
        *texts("settings"),
        *integers("inputs_read imported unchanged rejected"),
        one_of("runs", "kind", "import annotate"),
        one_of("runs", "status", "running done interrupted failed"),
    )
    create(
        "rejections",
        *integers("run_id"),
        *texts("origin reason"),
        reference("rejections", "run_id", "runs", "CASCADE"),
        indexes=(("run_id",),),
    )
    create(
        "originals",
        *texts("sha256"),
        *integers("size"),
        *texts("compression"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *integers("run_id"),
        one_of("originals", "compression", "none zlib"),
        check("originals", "size", "size >= 0"),
        unique("originals", "sha256"),
        reference("originals", "run_id", "runs"),
    )


def create_articles() -> None:
    create(
        "articles",
        *integers("original_id"),
        *texts("hash origin"),
        *integers("version"),
        *integers("previous_id", nullable=True),
        sa.Column("is_current", sa.Integer(), nullable=False),
        *texts("title published earliest latest month date_source language outlet author url", nullable=True),
        *texts("format encoding text"),
        *integers("run_id annotation_run_id"),
        check("articles", "is_current", "is_current IN (0, 1)"),
        check("articles", "version", "version >= 1"),
        check("articles", "month", "month IS NULL OR month = substr(earliest, 1, 7)"),
        check("articles", "dates", "earliest <= latest"),
        unique("articles", "hash"),
        reference("articles", "original_id", "originals"),
        reference("articles", "previous_id", "articles"),
        reference("articles", "run_id", "runs"),
        reference("articles", "annotation_run_id", "runs"),
        indexes=(("origin",), ("month",), ("earliest",), ("original_id",), ("previous_id",)),
    )
    create(
        "paragraphs",
        *integers("article_id seq"),
        *texts("kind text stems"),
        *integers("start_char end_char run_id"),
        one_of("paragraphs", "kind", "heading body caption byline credit boilerplate"),
        check("paragraphs", "seq", "seq >= 1"),
        ranged("paragraphs"),
        unique("paragraphs", "article_id", "seq"),
        reference("paragraphs", "article_id", "articles", "CASCADE"),
        reference("paragraphs", "run_id", "runs"),
    )


def create_entities() -> None:
    create(
        "entities",
        *texts("key kind name name_key"),
        *texts("listed_name wikidata_id description", nullable=True),
        *integers("run_id"),
        one_of("entities", "kind", ENTITY_KINDS),
        unique("entities", "key"),
        reference("entities", "run_id", "runs"),
        indexes=(("name_key", "kind"), ("wikidata_id",)),
    )
    create(
        "entity_names",
        *integers("entity_id"),
        *texts("name name_key source"),
        *integers("run_id"),
        one_of("entity_names", "source", "lexicon text person"),
        unique("entity_names", "entity_id", "name"),
        reference("entity_names", "entity_id", "entities", "CASCADE"),
        reference("entity_names", "run_id", "runs"),
        indexes=(("name_key",),),
    )
    create(
        "mentions",
        *integers("article_id paragraph_id"),
        *integers("entity_id", nullable=True),
        *texts("kind form text"),
        *integers("start_char end_char run_id"),
        one_of("mentions", "kind", ENTITY_KINDS),
        one_of("mentions", "form", "name demonym nominal pronoun"),
        ranged("mentions"),
        reference("mentions", "article_id", "articles", "CASCADE"),
        reference("mentions", "paragraph_id", "paragraphs", "CASCADE"),
        reference("mentions", "entity_id", "entities"),
        reference("mentions", "run_id", "runs"),
        indexes=(("article_id",), ("paragraph_id",), ("entity_id", "article_id")),
    )


def create_claims() -> None:
    create(
        "threads",
        *texts("key title"),
        *integers("run_id"),
        unique("threads", "key"),
        reference("threads", "run_id", "runs"),
    )
    create(
        "claims",
        *integers("article_id paragraph_id"),
        *integers("thread_id", nullable=True),
        *texts("act polarity quotation certainty pattern text"),
        *integers("start_char end_char"),
        *texts("said said_earliest said_latest", nullable=True),
        *integers("run_id"),
        one_of(
            "claims", "act", "statement denial accusation promise warning expectation belief question demand"
        ),
        one_of("claims", "polarity", "affirmed denied uncommitted"),
        one_of("claims", "quotation", "direct indirect mixed"),
        one_of("claims", "certainty", "certain probable possible alleged"),
        ranged("claims"),
        reference("claims", "article_id", "articles", "CASCADE"),
        reference("claims", "paragraph_id", "paragraphs", "CASCADE"),
        reference("claims", "thread_id", "threads"),
        reference("claims", "run_id", "runs"),
        indexes=(("article_id",), ("paragraph_id",), ("thread_id",)),
    )
    create(
        "claim_parts",
        *integers("claim_id"),
        *texts("role"),
        *integers("seq"),
        *texts("text"),
        *integers("start_char end_char"),
        *texts("name", nullable=True),
        *integers("entity_id", nullable=True),
        *integers("run_id"),
        one_of("claim_parts", "role", "speaker via addressee target cue content"),
        check("claim_parts", "seq", "seq >= 1"),
        ranged("claim_parts"),
        unique("claim_parts", "claim_id", "role", "seq"),
        reference("claim_parts", "claim_id", "claims", "CASCADE"),
        reference("claim_parts", "entity_id", "entities"),
        reference("claim_parts", "run_id", "runs"),
        indexes=(("entity_id", "role", "claim_id"),),
    )
