import pytest
from sqlalchemy import text

from corpus.errors import NotFoundError, QueryError
from corpus.records import Original
from corpus.storage import queries
from corpus.storage.engine import read_transaction, write_transaction
from corpus.storage.rows import DateRow, MentionRow, ParagraphRow, PartRow, RejectionRow
from corpus.storage.runs import RunCounts, finish_run, record_rejections
from corpus.storage.selection import Selection


@pytest.fixture
def full(store, make):
    store(
        make(
            "Kim kom. Kim siger, at det går godt.",
            origin="dr/a.txt",
            published="2024-06-18",
            outlet="DR",
            dates=[("kom", "2024-05")],
            said="2024",
        ),
        make("Nyt", origin="tv2/b.txt", published="2023", entities=(), claims=()),
        make("Gammelt", origin="c_d.txt", published=None, entities=(), claims=()),
        make("Nyere", origin="c_d.txt", published=None, entities=(), claims=()),
    )


@pytest.fixture
def ask(engine, full):
    def ask(question, *args, **options):
        with read_transaction(engine) as connection:
            answer = question(connection, *args, **options)
            return list(answer) if question is queries.list_articles else answer

    return ask


def test_counts(ask):
    counts = ask(queries.archive_counts)
    assert (counts.articles, counts.versions, counts.undated) == (3, 4, 1)
    assert (counts.first, counts.last) == ("2023-01-01", "2024-06-18")
    assert (counts.paragraphs, counts.mentions, counts.entities, counts.names) == (4, 2, 1, 1)
    assert counts.dates == 1
    assert (counts.claims, counts.threads, counts.originals, counts.original_bytes) == (1, 0, 4, 52)
    assert (counts.runs, counts.rejections) == (1, 0)


def test_counts_of_nothing(engine):
    with read_transaction(engine) as connection:
        counts = queries.archive_counts(connection)
    assert (counts.articles, counts.first, counts.original_bytes) == (0, None, 0)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), [2, 1, 4]),
        (Selection(all_versions=True), [2, 1, 3, 4]),
        (Selection(since="2024-01-01"), [1]),
        (Selection(until="2023-01-01"), [2]),
        (Selection(outlet="DR"), [1]),
        (Selection(origin=".txt"), [2, 1, 4]),
        (Selection(origin="c_d"), [4]),
        (Selection(origin="_b"), []),
        (Selection(origin="%"), []),
    ],
)
def test_listing(ask, selection, expected):
    assert [article.id for article in ask(queries.list_articles, selection)] == expected


def test_a_listing_counts_and_is_cut(ask):
    (_, article) = ask(queries.list_articles, limit=2)
    assert (article.origin, article.characters, article.published) == ("dr/a.txt", 36, "2024-06-18")
    assert (article.paragraphs, article.mentions, article.claims) == (1, 2, 1)


@pytest.mark.parametrize("reference", ["1", "dr/a.txt", "a.txt"])
def test_an_article_by_any_of_its_names(ask, reference):
    article = ask(queries.get_article, reference)
    assert (article.id, article.origin, article.outlet) == (1, "dr/a.txt", "DR")
    assert ask(queries.get_article, article.hash[:8].upper()) == article
    assert ask(queries.get_article, article.hash) == article


def test_an_origin_stands_for_its_current_version(ask):
    article = ask(queries.get_article, "c_d.txt")
    assert (article.id, article.version, article.previous_id, article.text) == (4, 2, 3, "Nyere")


@pytest.mark.parametrize(
    "reference", ["5", "99999999999999999999", "d.txt", "%", "abcdef", "A.TXT", "", "tv2"]
)
def test_no_article(ask, reference):
    with pytest.raises(NotFoundError, match="there is no article"):
        ask(queries.get_article, reference)


def test_more_than_one_article(ask, store, make):
    store(make("Andet", origin="bt/a.txt", claims=()))
    with pytest.raises(NotFoundError) as caught:
        ask(queries.get_article, "a.txt")
    assert caught.value.hint == "name one by id: 1 (dr/a.txt), 5 (bt/a.txt)"


def test_what_an_article_holds(ask):
    words = "Kim kom. Kim siger, at det går godt."
    assert ask(queries.article_paragraphs, 1) == [ParagraphRow(1, 1, "body", words, 0, 36)]
    assert ask(queries.article_mentions, 1) == [
        MentionRow(1, 1, 1, "Kim", "person", "name", "Kim", 0, 3),
        MentionRow(2, 1, 1, "Kim", "person", "name", "Kim", 9, 12),
    ]
    assert ask(queries.article_dates, 1) == [
        DateRow(1, 1, "relative", "kom", "2024-05", "2024-05-01", "2024-05-31", 4, 7)
    ]
    (claim,) = ask(queries.article_claims, 1)
    assert (claim.said, claim.said_earliest, claim.said_latest) == ("2024", "2024-01-01", "2024-06-18")
    assert (claim.paragraph, claim.act, claim.text, claim.thread_id) == (1, "statement", "det går godt", None)
    assert claim.parts == (
        PartRow("content", 1, "det går godt", 23, 35, None, None),
        PartRow("cue", 1, "siger", 13, 18, None, None),
        PartRow("speaker", 1, "Kim", 0, 3, "Kim", 1),
    )
    assert ask(queries.article_claims, 2) == ask(queries.article_mentions, 2) == []


def test_a_part_shows_its_entitys_name(engine, ask):
    with write_transaction(engine) as connection:
        connection.execute(text("UPDATE entities SET name = 'Kim Jong Un'"))
    assert ask(queries.article_claims, 1)[0].parts[2].name == "Kim Jong Un"


@pytest.mark.parametrize("content", [b"", b"\x00\xff\r\n", b"words " * 100, bytes(range(256)) * 10])
def test_the_bytes_of_an_input_come_back(engine, store, make, content):
    document, annotation = make(claims=())
    object.__setattr__(document, "original", Original("a", content))
    store((document, annotation))
    with read_transaction(engine) as connection:
        assert queries.original_bytes(connection, 1) == content


def test_the_bytes_of_no_article(ask):
    with pytest.raises(NotFoundError):
        ask(queries.original_bytes, 99)


def test_runs(engine, ask):
    with write_transaction(engine) as connection:
        record_rejections(connection, 1, [("x", "is empty"), ("y", "is a folder")])
        finish_run(connection, 1, RunCounts(6, 4, 0, 2), "done")
    (run,) = ask(queries.last_runs)
    assert (run.id, run.status, run.inputs_read, run.imported, run.rejected) == (1, "done", 6, 4, 2)
    assert ask(queries.run_rejections, 1) == [
        RejectionRow(1, "x", "is empty"),
        RejectionRow(1, "y", "is a folder"),
    ]


@pytest.mark.parametrize(
    ("statement", "parameters", "expected"),
    [
        ("SELECT id FROM articles WHERE id = :id", {"id": 1}, (["id"], [(1,)])),
        ("SELECT id FROM articles WHERE CAST(:month AS text) IS NULL OR month = :month ORDER BY id",
         {"month": "2024-06"}, (["id"], [(1,)])),
        ("SELECT count(*) AS n FROM articles WHERE CAST(:month AS text) IS NULL OR month = :month",
         {"month": None}, (["n"], [(4,)])),
        ("SELECT origin LIKE '%a.txt' AS yes FROM articles WHERE id = 1", None, (["yes"], [(1,)])),
    ],
)  # fmt: skip
def test_a_reports_query(ask, statement, parameters, expected):
    assert ask(queries.run_query, statement, parameters) == expected


@pytest.mark.parametrize("statement", ["SELECT nothing FROM articles", "no words", "SELECT :missing"])
def test_a_query_that_is_refused(ask, statement):
    with pytest.raises(QueryError) as caught:
        ask(queries.run_query, statement)
    assert "\n" not in caught.value.message
