"""Threads in an archive are what the rule says of its claims, whatever came first, went again or changed."""

import dataclasses
import itertools
import json
import random
import shutil
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from corpus import propositions
from corpus.edtf import parse_edtf
from corpus.propositions import ClaimOrigin, Proposition, join_claims
from corpus.records import Annotation, Claim, ClaimPart, Document, Original, Paragraph
from corpus.storage import joins
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.reannotation import StoredArticle, rewrite_batch
from corpus.storage.runs import start_run
from corpus.storage.verify import verify
from corpus.storage.writer import write_batch


@dataclasses.dataclass(frozen=True)
class Told:
    """An article: its origin and date, and what each of its claims is about."""

    origin: str
    day: int
    claims: tuple[tuple[str, ...], ...]


def document(told, number):
    text_ = "\n\n".join([f"Nr. {number}", *(f"Kim siger {' '.join(words)}." for words in told.claims)])
    published = None if told.day == 0 else parse_edtf(f"2024-01-{told.day:02}")
    return Document(
        original=Original(told.origin, text_.encode()), origin=told.origin, text=text_, format="text",
        encoding="utf-8", published=published,
    )  # fmt: skip


def annotation(document, claims):
    """Claims where the document has its sentences, about what is given, which may be other words."""
    starts = [
        0,
        *(index + 2 for index in range(len(document.text)) if document.text.startswith("\n\n", index)),
    ]
    ends = [*(start - 2 for start in starts[1:]), len(document.text)]
    blocks = [
        Paragraph(seq, "body", document.text[start:end], start, end, "")
        for seq, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    found = [claimed(document.text, block, words) for block, words in zip(blocks[1:], claims, strict=False)]
    return Annotation(language="da", model="test", paragraphs=tuple(blocks), claims=tuple(found))


def claimed(text_, block, words):
    def part(role, start, end):
        return ClaimPart(role, start, end, text_[start:end])

    start = block.start + 4
    parts = (part("cue", start, start + 5), part("content", start + 6, block.end))
    terms = {word: 12 if word.startswith("=") else 8 for word in words}
    proposition = Proposition(tuple(terms.items()), is_negated="ikke" in words, title_rank=len(parts[1].text))
    return Claim(
        block.seq, "statement", "affirmed", "indirect", "certain", "test", parts[1].text, parts,
        proposition=proposition if words else None, origins=(ClaimOrigin("speaker", "~kim", "Kim"),),
    )  # fmt: skip


def store(engine, batch):
    with write_transaction(engine) as connection:
        run = start_run(connection, kind="import")
        write_batch(connection, run, [(d, annotation(d, told.claims)) for told, d in batch])


def annotate_again(engine, changed):
    """Annotate articles again, with other claims in them."""
    with write_transaction(engine) as connection:
        run = start_run(connection, kind="annotate")
        stored = [
            (StoredArticle(id_, ("da", 1, 1), d.origin, d), annotation(d, claims))
            for id_, d, claims in changed
        ]
        rewrite_batch(connection, run, stored, oldest=run)


def rows(engine, statement):
    with read_transaction(engine) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


CLAIMS = """
    SELECT p.place, c.thread_id, t.key, t.title, t.is_negated
    FROM propositions AS p
    JOIN claims AS c ON c.id = p.id
    JOIN articles AS a ON a.id = c.article_id AND a.is_current = 1
    LEFT JOIN threads AS t ON t.id = c.thread_id
"""


def threads(engine):
    """Every thread by its key: title, whether it is negated, and the places of its claims."""
    found = defaultdict(list)
    for place, _, *thread in rows(engine, CLAIMS):
        found[tuple(thread)].append(place)
    assert len(found) == rows(engine, "SELECT COUNT(*) FROM threads")[0][0]
    return {thread: sorted(places) for thread, places in found.items()}


def expected(engine):
    """The places of the claims of each thread, as the rule has it that needs no archive."""
    found = rows(
        engine,
        "SELECT p.place, p.terms FROM propositions AS p JOIN claims AS c ON c.id = p.id "
        "JOIN articles AS a ON a.id = c.article_id WHERE a.is_current = 1",
    )
    groups = defaultdict(list)
    for place, first in join_claims({place: dict(json.loads(terms)) for place, terms in found}).items():
        groups[first].append(place)
    return sorted(sorted(places) for places in groups.values())


WORDS = ["=rusland", "=kina", "våb", "send", "soldat", "kør", "hus", "brand", "ikke"]
CLAIM = st.lists(st.sampled_from(WORDS), min_size=0, max_size=4, unique=True).map(tuple)
ARTICLES = st.lists(
    st.builds(
        Told,
        origin=st.sampled_from("abcdefghijklmnop"),
        day=st.integers(0, 3),
        claims=st.lists(CLAIM, min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=14,
)


@pytest.fixture
def small_window(monkeypatch):
    """Two claims before one in a block, so that what is out of reach matters."""
    monkeypatch.setattr(propositions, "WINDOW", 2)
    monkeypatch.setattr(joins, "WINDOW", 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(articles=ARTICLES, chance=st.randoms(use_true_random=False))
def test_threads_are_what_the_rule_says(small_window, sqlite_template, tmp_path, articles, chance):
    path = tmp_path / f"{chance.random()}.db"
    shutil.copyfile(sqlite_template, path)
    live(open_archive(str(path), mode="write"), articles, chance)
    path.unlink()


@pytest.mark.parametrize("seed", [1, 2])
def test_on_both_databases_too(small_window, database, seed):
    chance = random.Random(seed)
    articles = [
        Told(
            chance.choice("abcdefghijklmnop"),
            chance.randrange(4),
            tuple(tuple(chance.sample(WORDS, chance.randrange(5))) for _ in range(3)),
        )
        for _ in range(30)
    ]
    live(open_archive(database, mode="write"), articles, chance)


def live(engine, articles, chance):
    """Import, replace and annotate again, and look after each."""
    documents = [(told, document(told, number)) for number, told in enumerate(articles)]
    start = 0
    while start < len(documents):
        size = chance.randrange(1, 5)
        store(engine, documents[start : start + size])
        assert sorted(threads(engine).values()) == expected(engine)
        start += size
    by_hash = {d.hash: (told, d) for told, d in documents}
    known = rows(engine, "SELECT id, hash FROM articles ORDER BY id")
    changed = []
    for id_, hash_ in chance.sample(known, len(known) // 2):
        told, d = by_hash[hash_]
        changed.append((id_, d, chance.choice([told.claims, told.claims[::-1], told.claims[:1]])))
    annotate_again(engine, changed)
    assert sorted(threads(engine).values()) == expected(engine)
    before = threads(engine), rows(engine, "SELECT id, key FROM threads ORDER BY id")
    annotate_again(engine, changed)
    assert (threads(engine), rows(engine, "SELECT id, key FROM threads ORDER BY id")) == before
    assert list(verify(engine)) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_order_matters(small_window, tmp_path, sqlite_template, seed):
    chance = random.Random(seed)
    documents = [
        document(
            Told(
                f"{number}.txt", chance.randrange(4), tuple(tuple(chance.sample(WORDS, 3)) for _ in range(2))
            ),
            0,
        )
        for number in range(40)
    ]
    told = {d.hash: tuple(tuple(chance.sample(WORDS, 3)) for _ in range(2)) for d in documents}
    archives = []
    for name, size in (("one", 40), ("two", 7), ("three", 1)):
        shutil.copyfile(sqlite_template, tmp_path / name)
        engine = open_archive(str(tmp_path / name), mode="write")
        for start in range(0, 40, size):
            store(engine, [(Told("", 0, told[d.hash]), d) for d in documents[start : start + size]])
        archives.append(threads(engine))
        chance.shuffle(documents)
    assert all(one == other for one, other in itertools.pairwise(archives))
    assert any(len(places) > 2 for places in archives[0].values())
