import pytest
from sqlalchemy import text

from corpus.storage.engine import write_transaction
from corpus.storage.verify import Problem, verify


def damage(engine, *statements):
    with write_transaction(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def full(store, make):
    store(
        make(origin="a", dates=[("kom", "2023-08")], said="2023"),
        make("Kim siger, at det går.\n\nKim gik. Han nægter, at det går skidt", origin="b",
             published="2024-06-18", claims=[(who, "nægter", "det går skidt") for who in ("Kim", "Han")]),
        make("Uden dato og navne", origin="c", published=None, entities=(), claims=()),
        make("Ny version", origin="c", published=None, outlet="DR", entities=(), claims=()),
    )  # fmt: skip


@pytest.mark.usefixtures("full")
def test_a_whole_archive_has_no_problem(engine):
    assert list(verify(engine)) == []


def test_more_articles_than_are_read_at_a_time(engine, store, make):
    store(*(make(f"Kim {n} siger, at det går godt", origin=str(n)) for n in range(250)))
    assert list(verify(engine)) == []
    damage(engine, "UPDATE mentions SET start_char = 1, end_char = 2 WHERE id IN (1, 150, 250)")
    assert [problem.id for problem in verify(engine)] == [1, 150, 250]


@pytest.mark.parametrize(
    ("table", "key", "change", "message"),
    [
        ("paragraphs", 4, "start_char = 1, end_char = 9", "is not at 1-9 of article 3"),
        ("paragraphs", 4, "end_char = 9999", "is not at 0-9999 of article 3"),
        ("mentions", 2, "text = 'Kom'", "'Kom' is not at 9-12 of article 1: 'Kim' is"),
        ("mentions", 4, "paragraph_id = 2", "lies outside its paragraph"),
        ("claim_parts", 1, "end_char = 10", "is not at 0-10 of article 1"),
        ("claims", 1, "text = 'x'", "its text is not that of its content parts"),
        ("claims", 1, "end_char = 99", "its range is not that of its content parts"),
        ("claims", 2, "paragraph_id = 1", "lies outside its paragraph"),
        ("claims", 1, "said_latest = '2023-10-01'", "its days are not those of 2023 in its article"),
        ("claims", 1, "said = '2022'", "its days are not those of 2022 in its article"),
        ("claims", 2, "said_earliest = '2022-01-01'", "its days are not those of None in its article"),
        ("dates", 1, "text = 'x'", "'x' is not at 4-7 of article 1: 'kom' is"),
        ("dates", 1, "paragraph_id = 2", "lies outside its paragraph"),
        ("dates", 1, "value = '2023-09'", "its days are not those of 2023-09"),
        ("dates", 1, "value = 'x'", "its days are not those of x"),
        ("articles", 3, "title = 'x'", "its hash is not that of its words"),
        ("articles", 3, "text = text || '.'", "its hash is not that of its words"),
        ("articles", 2, "earliest = '2024-06-17'", "its days are not those of 2024-06-18"),
        ("articles", 2, "published = 'June'", "published: 'June' is not a date"),
        ("articles", 3, "is_current = 1", "c has 2 current versions"),
        ("articles", 1, "is_current = 0", "a has 0 current versions"),
        ("originals", 1, "size = 1", "its bytes are not the ones that were read"),
        ("originals", 1, "sha256 = 'x'", "its bytes are not the ones that were read"),
        ("originals", 1, "compression = 'zlib'", "cannot be decompressed"),
    ],
)
@pytest.mark.usefixtures("full")
def test_each_damage_is_found(engine, table, key, change, message):
    damage(engine, f"UPDATE {table} SET {change} WHERE id = {key}")
    (problem,) = verify(engine)
    assert (problem.table, message in problem.message) == (table, True)


@pytest.mark.usefixtures("full")
def test_a_claim_that_lost_its_content(engine):
    damage(engine, "DELETE FROM claim_parts WHERE role = 'content' AND claim_id = 1")
    assert list(verify(engine)) == [Problem("claims", 1, "its text is not that of its content parts")]


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.usefixtures("full")
class TestSqlite:
    def test_a_lost_row(self, engine):
        unbound = engine.execution_options(corpus_foreign_keys=False)
        damage(unbound, "DELETE FROM entities")
        problems = list(verify(engine))
        assert Problem("mentions", 1, "refers to a row that entities lacks") in problems
        assert {problem.table for problem in problems} == {"mentions", "claim_parts", "entity_names"}

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('delete-all')",
            "INSERT INTO paragraphs_fts (rowid, text, stems) VALUES (99, 'x', 'x')",
            "DROP TRIGGER paragraphs_fts_update; UPDATE paragraphs SET stems = 'x'",
        ],
    )
    def test_a_search_index_that_is_not_of_the_paragraphs(self, engine, statement):
        damage(engine, *statement.split(";"))
        assert list(verify(engine)) == [
            Problem("paragraphs_fts", None, "the search index does not match the paragraphs")
        ]
