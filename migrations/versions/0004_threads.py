"""What claims are about, on whom they rest, and the threads of those on one proposition.

Archives so far have no threads; annotating again finds them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    execute("DROP VIEW claim_threads")
    make_threads(flag("is_negated"), check("threads", "is_negated", "is_negated IN (0, 1)"))
    create_propositions()
    create_blocks()
    create_origins()
    for view in (CLAIM_STANCES, THREAD_ORIGINS, CLAIM_THREADS):
        execute(view)


def downgrade() -> None:
    for view in ("claim_threads", "thread_origins", "claim_stances"):
        execute(f"DROP VIEW {view}")
    for table in ("claim_origins", "claim_blocks", "propositions"):
        op.drop_table(table)
    make_threads()
    execute(OLD_CLAIM_THREADS)


def execute(statement: str) -> None:
    op.get_bind().exec_driver_sql(statement)


def integer(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, INTEGER, nullable=nullable)


def words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, WORDS, nullable=nullable)


def flag(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def reference(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def make_threads(*more: sa.schema.SchemaItem) -> None:
    """The table anew, empty, with these columns more; SQLite could add no column that must have a value."""
    execute("UPDATE claims SET thread_id = NULL WHERE thread_id IS NOT NULL")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if not on_sqlite:
        op.drop_constraint("fk_claims_thread_id", "claims", type_="foreignkey")
    op.drop_table("threads")
    op.create_table(
        "threads",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        words("key"),
        words("title"),
        integer("run_id"),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_threads"),
        sa.UniqueConstraint("key", name="uq_threads_key"),
        reference("threads", "run_id", "runs"),
        sqlite_strict=True,
    )
    if not on_sqlite:
        op.create_foreign_key("fk_claims_thread_id", "claims", "threads", ["thread_id"], ["id"])


def create_propositions() -> None:
    op.create_table(
        "propositions",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        integer("place"),
        words("terms"),
        integer("wording"),
        flag("is_negated"),
        integer("answers_id", nullable=True),
        flag("is_passed_on"),
        integer("title_rank"),
        integer("joins_id", nullable=True),
        integer("block", nullable=True),
        integer("run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_propositions"),
        check("propositions", "is_negated", "is_negated IN (0, 1)"),
        check("propositions", "is_passed_on", "is_passed_on IN (0, 1)"),
        reference("propositions", "id", "claims", "CASCADE"),
        reference("propositions", "run_id", "runs"),
        sqlite_strict=True,
    )


def create_blocks() -> None:
    op.create_table(
        "claim_blocks",
        *(integer(name) for name in ("block", "place", "claim_id")),
        sa.PrimaryKeyConstraint("block", "place", "claim_id", name="pk_claim_blocks"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def create_origins() -> None:
    op.create_table(
        "claim_origins",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        integer("claim_id"),
        integer("seq"),
        words("kind"),
        words("key"),
        words("name", nullable=True),
        integer("entity_id", nullable=True),
        integer("run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_origins"),
        check("claim_origins", "kind", "kind IN ('speaker', 'medium', 'agency', 'outlet', 'article')"),
        check("claim_origins", "seq", "seq >= 1"),
        sa.UniqueConstraint("claim_id", "seq", name="uq_claim_origins_claim_id_seq"),
        reference("claim_origins", "claim_id", "claims", "CASCADE"),
        reference("claim_origins", "entity_id", "entities"),
        reference("claim_origins", "run_id", "runs"),
        sqlite_strict=True,
    )
    op.create_index("ix_claim_origins_entity_id", "claim_origins", ["entity_id"])


# What a claim makes of its thread's title: a denial of what the title denies affirms it.
CLAIM_STANCES = """
    CREATE VIEW claim_stances AS
    SELECT
        c.id AS claim_id, c.thread_id, c.article_id,
        CASE
            WHEN p.is_passed_on = 1 THEN 'passed on'
            WHEN c.polarity = 'uncommitted' OR c.act = 'question' THEN 'uncommitted'
            WHEN (CASE WHEN c.polarity = 'denied' THEN 1 ELSE 0 END + p.is_negated + t.is_negated) IN (1, 3)
                THEN 'denied'
            ELSE 'affirmed'
        END AS stance,
        p.answers_id, p.wording
    FROM claims AS c
    JOIN propositions AS p ON p.id = c.id
    JOIN threads AS t ON t.id = c.thread_id
    JOIN articles AS a ON a.id = c.article_id
    WHERE a.is_current = 1
"""

# Where only the publisher stands behind a claim, the same words are the same text, whoever reprinted it.
THREAD_ORIGINS = """
    CREATE VIEW thread_origins AS
    SELECT
        c.thread_id, o.claim_id, c.article_id, o.kind,
        CASE
            WHEN o.kind IN ('outlet', 'article') THEN
                MIN(o.key) OVER (
                    PARTITION BY
                        c.thread_id, p.wording, CASE WHEN o.kind IN ('outlet', 'article') THEN 1 ELSE 0 END
                )
            ELSE o.key
        END AS key,
        COALESCE(e.name, o.name, a.origin) AS origin
    FROM claim_origins AS o
    JOIN claims AS c ON c.id = o.claim_id
    JOIN propositions AS p ON p.id = c.id
    JOIN articles AS a ON a.id = c.article_id
    LEFT JOIN entities AS e ON e.id = o.entity_id
    WHERE a.is_current = 1 AND c.thread_id IS NOT NULL
"""

CLAIM_THREADS = """
    CREATE VIEW claim_threads AS
    SELECT
        t.id AS thread_id, t.title, s.claims, s.articles, n.speakers, o.origins, s.affirmed, s.denied,
        s.first, s.last
    FROM threads AS t
    JOIN (
        SELECT
            c.thread_id,
            COUNT(*) AS claims,
            COUNT(DISTINCT c.article_id) AS articles,
            COUNT(CASE WHEN c.stance = 'affirmed' THEN 1 END) AS affirmed,
            COUNT(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
            MIN(a.earliest) AS first,
            MAX(a.latest) AS last
        FROM claim_stances AS c JOIN articles AS a ON a.id = c.article_id
        GROUP BY c.thread_id
    ) AS s ON s.thread_id = t.id
    JOIN (
        SELECT c.thread_id, COUNT(DISTINCT COALESCE(e.name, p.name)) AS speakers
        FROM claim_stances AS c
        LEFT JOIN claim_parts AS p ON p.claim_id = c.claim_id AND p.role = 'speaker'
        LEFT JOIN entities AS e ON e.id = p.entity_id
        GROUP BY c.thread_id
    ) AS n ON n.thread_id = t.id
    JOIN (
        SELECT thread_id, COUNT(DISTINCT key) AS origins FROM thread_origins GROUP BY thread_id
    ) AS o ON o.thread_id = t.id
"""

OLD_CLAIM_THREADS = """
    CREATE VIEW claim_threads AS
    SELECT
        t.id AS thread_id, t.title,
        count(DISTINCT c.id) AS claims,
        count(DISTINCT c.article_id) AS articles,
        count(DISTINCT COALESCE(speaker.name, s.name)) AS speakers,
        count(DISTINCT COALESCE(via.name, v.name, a.outlet, a.origin)) AS origins,
        count(DISTINCT CASE WHEN c.polarity = 'affirmed' THEN c.id END) AS affirmed,
        count(DISTINCT CASE WHEN c.polarity = 'denied' THEN c.id END) AS denied,
        min(a.earliest) AS first,
        max(a.latest) AS last
    FROM threads AS t
    JOIN claims AS c ON c.thread_id = t.id
    JOIN articles AS a ON a.id = c.article_id
    LEFT JOIN claim_parts AS s ON s.claim_id = c.id AND s.role = 'speaker'
    LEFT JOIN entities AS speaker ON speaker.id = s.entity_id
    LEFT JOIN claim_parts AS v ON v.claim_id = c.id AND v.role = 'via' AND v.seq = 1
    LEFT JOIN entities AS via ON via.id = v.entity_id
    WHERE a.is_current = 1
    GROUP BY t.id, t.title
"""
