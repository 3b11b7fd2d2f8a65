import sqlite3

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from corpus.storage import tables
from corpus.storage.bulk import COLUMNS
from corpus.storage.engine import write_transaction
from corpus.storage.tables import Article, Base, Claim

# What the documentation promises to users who write SQL.
CONTRACT = {
    "articles": "id origin title published earliest latest month language outlet text",
    "paragraphs": "id article_id seq kind text start_char end_char",
    "entities": "id kind name wikidata_id",
    "entity_names": "entity_id name",
    "entity_mentions": "mention_id article_id origin published paragraph entity_id entity kind text form "
    "start_char end_char key",
    "attributed_claims": "claim_id article_id origin published paragraph speaker via addressee cue act "
    "polarity quotation certainty text start_char end_char thread_id key said said_earliest said_latest",
    "dates": "id article_id paragraph_id kind text value earliest latest start_char end_char",
    "claim_stances": "claim_id thread_id article_id stance answers_id wording",
    "thread_origins": "thread_id claim_id article_id kind key origin",
    "claim_threads": "thread_id title claims articles speakers origins affirmed denied first last",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_sql_contract(engine, name):
    with write_transaction(engine) as connection:
        columns = list(connection.execute(text(f"SELECT * FROM {name}")).keys())
    promised = CONTRACT[name].split()
    assert [column for column in columns if column in promised] == promised
    assert name in Base.metadata.tables or columns == promised


def test_every_public_name_is_a_table():
    assert tables.__all__ == sorted(tables.__all__)
    assert {getattr(tables, name).__tablename__ for name in tables.__all__ if name != "Base"} == set(
        Base.metadata.tables
    )


@pytest.mark.parametrize("table", Base.metadata.tables.values(), ids=str)
def test_conventions(table):
    is_index = table.name == "claim_blocks"
    assert [column.name for column in table.primary_key] == (
        list(table.columns.keys()) if is_index else ["id"]
    )
    assert table.dialect_options["sqlite"]["strict"]
    assert all(constraint.name for constraint in table.constraints)
    assert not any(column.computed or column.server_default for column in table.columns)
    assert {str(column.type) for column in table.columns} <= {"TEXT", "BIGINT", "INTEGER", "BLOB"}


@pytest.mark.parametrize("table", COLUMNS)
def test_the_writer_knows_every_column(table):
    filled_later = {
        "claims": {"thread_id"},
        "entities": {"description"},
        "propositions": {"joins_id", "block"},
    }
    columns = {column.name for column in Base.metadata.tables[table].columns}
    assert columns - {"id", "run_id"} - filled_later.get(table, set()) == set(COLUMNS[table])


def test_the_models_walk_from_row_to_row(engine, store, make):
    store(make(dates=[("kom", "2023-08")]))
    with Session(engine) as session:
        article = session.scalars(select(Article)).one()
        (claim,) = article.claims
        assert [date.text for date in article.dates] == ["kom"]
        assert [part.role for part in claim.parts] == ["content", "cue", "speaker"]
        assert claim.parts[2].entity is article.mentions[0].entity
        assert claim.paragraph is article.paragraphs[0]
        assert [name.name for name in claim.parts[2].entity.names] == ["Kim"]
        assert article.original.size == 37
        assert (article.previous, claim.thread) == (None, None)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("UPDATE articles SET month = '2023-10'", "ck_articles_month"),
        ("UPDATE articles SET latest = '2022-01-01'", "ck_articles_dates"),
        ("UPDATE articles SET is_current = 2", "ck_articles_is_current"),
        ("UPDATE paragraphs SET kind = 'title'", "ck_paragraphs_kind"),
        ("UPDATE paragraphs SET seq = 0", "ck_paragraphs_seq"),
        ("UPDATE mentions SET end_char = start_char", "ck_mentions_range"),
        ("UPDATE mentions SET form = 'noun'", "ck_mentions_form"),
        ("UPDATE claims SET act = 'lie'", "ck_claims_act"),
        ("UPDATE claim_parts SET role = 'who'", "ck_claim_parts_role"),
        ("UPDATE dates SET kind = 'deictic'", "ck_dates_kind"),
        ("UPDATE dates SET latest = '2022-01-01'", "ck_dates_days"),
        ("UPDATE dates SET start_char = end_char", "ck_dates_range"),
        ("UPDATE entities SET kind = 'city'", "ck_entities_kind"),
        ("UPDATE runs SET status = 'lost'", "ck_runs_status"),
    ],
)
def test_what_cannot_be_is_refused(engine, store, make, change, constraint):
    store(make(dates=[("kom", "2023-08")]))
    with pytest.raises(IntegrityError, match=constraint), write_transaction(engine) as connection:
        connection.execute(text(change))


def test_an_article_goes_with_all_its_rows(engine, store, make):
    dates = [("godt", "2023-08")]
    store(make(dates=dates), make("Kim siger, at det går godt!", origin="b", dates=dates))
    with write_transaction(engine) as connection:
        connection.execute(text("DELETE FROM articles WHERE id = 1"))
        left = {
            name: connection.scalar(text(f"SELECT count(*) FROM {name}"))
            for name in ("paragraphs", "mentions", "dates", "claims", "claim_parts")
        }
    assert left == {"paragraphs": 1, "mentions": 1, "dates": 1, "claims": 1, "claim_parts": 3}


@pytest.mark.parametrize("backend", ["sqlite"])
class TestSearchIndex:
    """SQLite's full-text index, whatever a user does to the paragraphs with another program."""

    @pytest.fixture
    def by_hand(self, engine, store, make):
        store(make("Kim kom.\n\nPutin gik", entities=(), claims=()))
        connection = sqlite3.connect(str(engine.url.database), isolation_level=None)
        yield connection
        check = "INSERT INTO paragraphs_fts (paragraphs_fts, rank) VALUES ('integrity-check', 1)"
        connection.execute(check)
        connection.close()

    def found(self, connection, word):
        query = "SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH ? ORDER BY rowid"
        return [key for (key,) in connection.execute(query, [word])]

    def test_after_import(self, by_hand):
        assert (self.found(by_hand, "kim"), self.found(by_hand, "putin")) == ([1], [2])

    def test_after_update(self, by_hand):
        by_hand.execute("UPDATE paragraphs SET text = 'Lavrov', stems = 'lavrov' WHERE id = 1")
        assert (self.found(by_hand, "kim"), self.found(by_hand, "lavrov")) == ([], [1])

    def test_after_delete(self, by_hand):
        by_hand.execute("DELETE FROM paragraphs WHERE id = 1")
        assert (self.found(by_hand, "kim"), self.found(by_hand, "putin")) == ([], [2])

    def test_after_insert_and_another_import(self, by_hand, store, make):
        by_hand.execute("INSERT INTO paragraphs VALUES (3, 1, 3, 'body', 'Kim', 'kim', 0, 3, 1)")
        store(make("Kim igen", origin="b", entities=(), claims=()))
        assert self.found(by_hand, "kim") == [1, 3, 4]
        by_hand.execute("INSERT INTO paragraphs VALUES (9, 1, 9, 'body', 'Kim', 'kim', 0, 3, 1)")
        assert self.found(by_hand, "kim") == [1, 3, 4, 9]

    def test_after_a_change_of_key(self, by_hand):
        by_hand.execute("UPDATE paragraphs SET id = 7 WHERE id = 1")
        assert self.found(by_hand, "kim") == [7]


def test_claims_join_threads(engine, store, make):
    store(make())
    with Session(engine) as session, session.begin():
        session.add(tables.Thread(id=1, key="k", title="Det går", is_negated=0, run_id=1))
        session.scalars(select(Claim)).one().thread_id = 1
    with Session(engine) as session:
        assert [claim.text for claim in session.get_one(tables.Thread, 1).claims] == ["det går godt"]
