"""The search index and the views of the SQL contract, outside the models: each database has its own way."""

from collections.abc import Iterable

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    execute_all(SQLITE_SEARCH if on_sqlite() else POSTGRESQL_SEARCH)
    execute_all([ENTITY_MENTIONS, attributed_claims(), CLAIM_THREADS])


def downgrade() -> None:
    execute_all(f"DROP VIEW {view}" for view in ("claim_threads", "attributed_claims", "entity_mentions"))
    if on_sqlite():
        execute_all(f"DROP TRIGGER paragraphs_fts_{event}" for event in ("insert", "delete", "update"))
        execute_all(["DROP TABLE paragraphs_fts"])
    else:
        execute_all(["DROP INDEX ix_paragraphs_stems_search"])


def on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def execute_all(statements: Iterable[str]) -> None:
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


# The triggers keep a user's own edits findable; the writer fills the index by range instead.
SQLITE_SEARCH = (
    """
    CREATE VIRTUAL TABLE paragraphs_fts USING fts5(
        text, stems, content = 'paragraphs', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    "INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('rebuild')",
    """
    CREATE TRIGGER paragraphs_fts_insert AFTER INSERT ON paragraphs BEGIN
        INSERT INTO paragraphs_fts (rowid, text, stems) VALUES (new.id, new.text, new.stems);
    END
    """,
    """
    CREATE TRIGGER paragraphs_fts_delete AFTER DELETE ON paragraphs BEGIN
        INSERT INTO paragraphs_fts (paragraphs_fts, rowid, text, stems)
        VALUES ('delete', old.id, old.text, old.stems);
    END
    """,
    """
    CREATE TRIGGER paragraphs_fts_update AFTER UPDATE OF id, text, stems ON paragraphs BEGIN
        INSERT INTO paragraphs_fts (paragraphs_fts, rowid, text, stems)
        VALUES ('delete', old.id, old.text, old.stems);
        INSERT INTO paragraphs_fts (rowid, text, stems) VALUES (new.id, new.text, new.stems);
    END
    """,
)
POSTGRESQL_SEARCH = (
    """
    CREATE INDEX ix_paragraphs_stems_search ON paragraphs
    USING gin (to_tsvector('simple'::regconfig, stems))
    """,
)


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


def attributed_claims() -> str:
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
        ) AS key
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article_id
    JOIN paragraphs AS g ON g.id = c.paragraph_id
    WHERE a.is_current = 1
    """


ENTITY_MENTIONS = """
    CREATE VIEW entity_mentions AS
    SELECT
        m.id AS mention_id, m.article_id, a.origin, a.published, g.seq AS paragraph,
        m.entity_id, e.name AS entity, e.kind, m.text, m.form, m.start_char, m.end_char,
        substr(a.hash, 1, 16) || ':' || m.start_char || '-' || m.end_char || ':mention' AS key
    FROM mentions AS m
    JOIN entities AS e ON e.id = m.entity_id
    JOIN articles AS a ON a.id = m.article_id
    JOIN paragraphs AS g ON g.id = m.paragraph_id
    WHERE a.is_current = 1
"""

# A claim's first source is whom the others have it from: the via nearest the speaker, else the medium itself.
CLAIM_THREADS = """
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
