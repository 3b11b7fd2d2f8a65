"""The dates that articles speak of, and when a claim was said.

SQLite cannot change a CHECK, so claim_parts is made anew there; the views that read it go first and come
back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
OLD_ROLES = "speaker via addressee target cue content"
ROLES = f"{OLD_ROLES} time"
PART_COLUMNS = "id, claim_id, role, seq, text, start_char, end_char, name, entity_id, run_id"


def upgrade() -> None:
    create_dates()
    bind = op.get_bind()
    threads = drop_views()
    change_roles(ROLES)
    # Nothing is reported before it is said; what the words say of it, annotating again will tell.
    bind.exec_driver_sql(
        "UPDATE claims SET said_latest = (SELECT latest FROM articles AS a WHERE a.id = claims.article_id)"
    )
    create_views(threads, ", c.said, c.said_earliest, c.said_latest")


def downgrade() -> None:
    bind = op.get_bind()
    threads = drop_views()
    bind.exec_driver_sql("UPDATE claims SET said = NULL, said_earliest = NULL, said_latest = NULL")
    bind.exec_driver_sql("DELETE FROM claim_parts WHERE role = 'time'")
    change_roles(OLD_ROLES)
    create_views(threads, "")
    op.drop_table("dates")


def on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def create_dates() -> None:
    op.create_table(
        "dates",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        *(sa.Column(name, INTEGER, nullable=False) for name in ("article_id", "paragraph_id")),
        *(sa.Column(name, WORDS, nullable=False) for name in ("kind", "text", "value", "earliest", "latest")),
        *(sa.Column(name, INTEGER, nullable=False) for name in ("start_char", "end_char", "run_id")),
        sa.PrimaryKeyConstraint("id", name="pk_dates"),
        sa.CheckConstraint("kind IN ('absolute', 'relative')", name=op.f("ck_dates_kind")),
        sa.CheckConstraint("earliest <= latest", name=op.f("ck_dates_days")),
        sa.CheckConstraint("start_char >= 0 AND start_char < end_char", name=op.f("ck_dates_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_dates_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraphs.id"], name="fk_dates_paragraph_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_dates_run_id"),
        sqlite_strict=True,
    )
    for column in ("article_id", "paragraph_id", "earliest"):
        op.create_index(f"ix_dates_{column}", "dates", [column])


def change_roles(roles: str) -> None:
    """Let a part of a claim have these roles."""
    allowed = "role IN ({})".format(", ".join(f"'{role}'" for role in roles.split()))
    if not on_sqlite():
        op.drop_constraint(op.f("ck_claim_parts_role"), "claim_parts", type_="check")
        op.create_check_constraint(op.f("ck_claim_parts_role"), "claim_parts", allowed)
        return
    create_parts("claim_parts_new", allowed)
    op.execute(f"INSERT INTO claim_parts_new ({PART_COLUMNS}) SELECT {PART_COLUMNS} FROM claim_parts")
    op.drop_table("claim_parts")
    op.rename_table("claim_parts_new", "claim_parts")
    op.create_index(
        "ix_claim_parts_entity_id_role_claim_id", "claim_parts", ["entity_id", "role", "claim_id"]
    )


def create_parts(name: str, allowed: str) -> None:
    op.create_table(
        name,
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("claim_id", INTEGER, nullable=False),
        sa.Column("role", WORDS, nullable=False),
        sa.Column("seq", INTEGER, nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.Column("name", WORDS, nullable=True),
        sa.Column("entity_id", INTEGER, nullable=True),
        sa.Column("run_id", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim_parts"),
        sa.CheckConstraint(allowed, name=op.f("ck_claim_parts_role")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_claim_parts_seq")),
        sa.CheckConstraint("start_char >= 0 AND start_char < end_char", name=op.f("ck_claim_parts_range")),
        sa.UniqueConstraint("claim_id", "role", "seq", name="uq_claim_parts_claim_id_role_seq"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name="fk_claim_parts_claim_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_claim_parts_entity_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_claim_parts_run_id"),
        sqlite_strict=True,
    )


def drop_views() -> str | None:
    """Drop the views that read claim_parts; what makes the one that does not change, where it must go too."""
    bind = op.get_bind()
    threads = None
    if on_sqlite():
        threads = str(
            bind.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = 'claim_threads'").scalar()
        )
        bind.exec_driver_sql("DROP VIEW claim_threads")
    bind.exec_driver_sql("DROP VIEW attributed_claims")
    return threads


def create_views(threads: str | None, more: str) -> None:
    bind = op.get_bind()
    bind.exec_driver_sql(attributed_claims(more))
    if threads is not None:
        bind.exec_driver_sql(threads)


def joined(shown: str, role: str, parting: str) -> str:
    """The parts of one role of claim `c`, in order, as one text; SQLite before 3.44 orders by a subquery."""
    parts = (
        "FROM claim_parts AS p LEFT JOIN entities AS e ON e.id = p.entity_id"
        f" WHERE p.claim_id = c.id AND p.role = '{role}'"
    )
    if on_sqlite():
        return (
            f"(SELECT group_concat(shown, '{parting}') FROM (SELECT {shown} AS shown {parts} ORDER BY p.seq))"
        )
    return f"(SELECT string_agg({shown}, '{parting}' ORDER BY p.seq) {parts})"


def attributed_claims(more: str) -> str:
    name = "COALESCE(e.name, p.name)"
    return f"""
    CREATE VIEW attributed_claims AS
    SELECT
        c.id AS claim_id, c.article_id, a.origin, a.published, g.seq AS paragraph,
        {joined(name, "speaker", "; ")} AS speaker,
        {joined(name, "via", "; ")} AS via,
        {joined(name, "addressee", "; ")} AS addressee,
        {joined("p.text", "cue", " ")} AS cue,
        c.act, c.polarity, c.quotation, c.certainty, c.text, c.start_char, c.end_char, c.thread_id,
        (
            SELECT substr(a.hash, 1, 16) || ':' || min(p.start_char) || '-' || max(p.end_char) || ':claim'
            FROM claim_parts AS p WHERE p.claim_id = c.id AND p.role = 'cue'
        ) AS key{more}
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article_id
    JOIN paragraphs AS g ON g.id = c.paragraph_id
    WHERE a.is_current = 1
    """
