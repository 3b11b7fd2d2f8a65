import itertools
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from corpus.records import Original
from corpus.storage.engine import read_transaction, write_transaction
from corpus.storage.runs import start_run
from corpus.storage.writer import write_batch

TABLES = (
    "originals",
    "articles",
    "paragraphs",
    "entities",
    "entity_names",
    "mentions",
    "dates",
    "claims",
    "claim_parts",
)


def rows(engine, statement, **values):
    with read_transaction(engine) as connection:
        return [tuple(row) for row in connection.execute(text(statement), values)]


def counts(engine):
    return {table: rows(engine, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


ARTICLE = """
    SELECT origin, version, previous_id, is_current, published, earliest, latest, month, date_source,
    language, format, encoding, text, run_id, annotation_run_id FROM articles
"""
CLAIM = "SELECT act, polarity, quotation, certainty, pattern, text, start_char, end_char FROM claims"


def test_every_column_is_stored_in_its_place(engine, store, make):
    assert store(make()).imported == 1
    words = "Kim kom. Kim siger, at det går godt."
    assert rows(engine, ARTICLE) == [
        (
            *("a.txt", 1, None, 1, "2023-09", "2023-09-01", "2023-09-30", "2023-09", "header"),
            *("da", "text", "utf-8", words, 1, 1),
        )
    ]
    assert rows(
        engine, "SELECT article_id, seq, kind, text, stems, start_char, end_char FROM paragraphs"
    ) == [(1, 1, "body", words, "kim kom kim siger at det går godt", 0, 36)]
    assert rows(
        engine, "SELECT kind, form, text, start_char, end_char, entity_id FROM mentions ORDER BY id"
    ) == [
        ("person", "name", "Kim", 0, 3, 1),
        ("person", "name", "Kim", 9, 12, 1),
    ]
    assert rows(engine, CLAIM) == [
        ("statement", "affirmed", "indirect", "certain", "siger-at", "det går godt", 23, 35)
    ]
    assert rows(engine, "SELECT role, seq, text, start_char, end_char, name, entity_id FROM claim_parts") == [
        ("speaker", 1, "Kim", 0, 3, "Kim", 1),
        ("cue", 1, "siger", 13, 18, None, None),
        ("content", 1, "det går godt", 23, 35, None, None),
    ]


def test_the_views_of_the_sql_contract(engine, store, make):
    store(make())
    key = rows(engine, "SELECT substr(hash, 1, 16) FROM articles")[0][0]
    assert rows(engine, "SELECT * FROM entity_mentions ORDER BY mention_id")[1] == (
        (2, 1, "a.txt", "2023-09", 1, 1, "Kim", "person", "Kim", "name", 9, 12, f"{key}:9-12:mention")
    )
    assert rows(engine, "SELECT * FROM attributed_claims") == [
        (
            *(1, 1, "a.txt", "2023-09", 1, "Kim", None, None, "siger", "statement", "affirmed", "indirect"),
            *("certain", "det går godt", 23, 35, None, f"{key}:13-18:claim", None, None, "2023-09-30"),
        )
    ]


def test_dates_are_stored_with_their_days(engine, store, make):
    store(make(dates=[("kom", "[2023-08..2023-09]")]))
    columns = "article_id, paragraph_id, kind, text, value, earliest, latest, start_char, end_char, run_id"
    assert rows(engine, f"SELECT {columns} FROM dates") == [
        (1, 1, "relative", "kom", "[2023-08..2023-09]", "2023-08-01", "2023-09-30", 4, 7, 1)
    ]


@pytest.mark.parametrize(
    ("published", "said", "stored"),
    [
        ("2023-09", None, (None, None, "2023-09-30")),
        ("2023-09-13", None, (None, None, "2023-09-13")),
        (None, None, (None, None, None)),
        ("2023-09", "2023-08", ("2023-08", "2023-08-01", "2023-08-31")),
        ("2023-09-13", "2023", ("2023", "2023-01-01", "2023-09-13")),
        (None, "2023", ("2023", "2023-01-01", "2023-12-31")),
    ],
)
def test_nothing_is_said_after_it_is_reported(engine, store, make, *, published, said, stored):
    store(make(published=published, said=said))
    assert rows(engine, "SELECT said, said_earliest, said_latest FROM claims") == [stored]


def test_joined_parts_keep_their_order(engine, store, make):
    store(make())
    with write_transaction(engine) as connection:
        connection.execute(
            text("""
            INSERT INTO claim_parts (id, claim_id, role, seq, text, start_char, end_char, name, run_id)
            VALUES (12, 1, 'via', 3, 'c', 0, 1, 'C', 1), (11, 1, 'via', 1, 'b', 0, 1, 'B', 1),
                   (10, 1, 'via', 2, 'a', 0, 1, 'A', 1)
            """)
        )
    assert rows(engine, "SELECT via FROM attributed_claims") == [("B; A; C",)]


def test_same_words_again_change_nothing(engine, store, make):
    store(make())
    before = counts(engine)
    again = store(make(), make(origin="elsewhere.txt"))
    assert (again.imported, again.unchanged) == (0, 2)
    assert counts(engine) == before


def test_twice_in_one_batch_is_once(engine, store, make):
    result = store(make(), make(origin="copy.txt"), make("Andet", claims=()))
    assert (result.imported, result.unchanged) == (2, 1)
    assert counts(engine)["originals"] == 2


@pytest.mark.parametrize("batches", [[3], [1, 1, 1], [2, 1]])
def test_changed_text_is_a_new_version(engine, store, make, batches):
    texts = iter(["Et", "To", "Tre"])
    for size in batches:
        store(*(make(next(texts), claims=()) for _ in range(size)))
    assert rows(engine, "SELECT text, version, previous_id, is_current FROM articles ORDER BY id") == [
        ("Et", 1, None, 0),
        ("To", 2, 1, 0),
        ("Tre", 3, 2, 1),
    ]


def test_views_show_current_versions_only(engine, store, make):
    store(make(), make("Kim siger, at det går skidt", claims=[("Kim", "siger", "det går skidt")]))
    assert rows(engine, "SELECT text FROM attributed_claims") == [("det går skidt",)]
    assert rows(engine, "SELECT DISTINCT article_id FROM entity_mentions") == [(2,)]


def test_documents_of_one_input_share_its_bytes(engine, store, make):
    shared = Original("feed.xml", b"<x/>" * 1000)
    pairs = [make(word, origin=f"feed.xml#{word}", claims=()) for word in ("a", "b")]
    for document, _ in pairs:
        object.__setattr__(document, "original", shared)
    store(*pairs)
    assert rows(engine, "SELECT size, compression, length(content) < 100 FROM originals") == [
        (4000, "zlib", True)
    ]


def test_a_failing_batch_stores_nothing(engine, store, make):
    document, annotation = make()
    object.__setattr__(annotation.mentions[0], "kind", "no such kind")
    with pytest.raises(Exception, match="ck_mentions_kind"):
        store((document, annotation))
    assert set(counts(engine).values()) == {0}


def test_a_monstrous_paragraph_can_be_stored(engine, store, make):
    letters = random.Random(1)
    words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyzæøå", k=12)) for _ in range(200_000)]
    assert store(make(" ".join(words), claims=(), entities=())).imported == 1
    assert rows(engine, "SELECT length(stems) <= 200000 FROM paragraphs") == [(True,)]


documents = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["Et", "To", "Tre", "Fire"])), max_size=8
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=documents, cuts=st.sets(st.integers(1, 7)))
def test_batches_make_no_difference(engine, make, documents, cuts):
    pairs = [make(f"{origin} {word}", origin=origin, claims=()) for origin, word in documents]
    assert stored(engine, [pairs]) == stored(engine, in_batches(pairs, sorted(cuts)))


def in_batches(pairs, cuts):
    return [pairs[start:end] for start, end in itertools.pairwise([0, *cuts, len(pairs)])]


def stored(engine, batches):
    """What the batches make of an empty archive, which stays empty."""
    with write_transaction(engine) as connection:
        run_id = start_run(connection, kind="import")
        for batch in batches:
            write_batch(connection, run_id, batch)
        tables = [connection.execute(text(f"SELECT * FROM {table} ORDER BY id")).all() for table in TABLES]
        connection.rollback()
    return tables
