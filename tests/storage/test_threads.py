"""The rows of threads: whose they are when threads join and part, and what they are called."""

import dataclasses

import pytest

from corpus.propositions import Proposition
from corpus.records import ClaimPart
from corpus.storage.engine import write_transaction
from corpus.storage.runs import start_run
from corpus.storage.writer import write_batch

from .test_threading import Told, annotate_again, document, rows, store

SENT = ("=rusland", "våb", "send")
SHIPS = ("=rusland", "skib", "havn")


def told(number, day, *claims):
    one = Told(f"{number}.txt", day, claims)
    return one, document(one, number)


@pytest.fixture
def threads(engine):
    return lambda: rows(engine, "SELECT id, title FROM threads ORDER BY id")


def test_a_thread_that_grows_keeps_its_row(engine, threads):
    store(engine, [told(1, 5, SENT)])
    before = rows(engine, "SELECT id, key FROM threads")
    store(engine, [told(2, 9, SENT), told(3, 9, SHIPS)])
    assert rows(engine, "SELECT id, key FROM threads WHERE id = 1") == before
    assert rows(engine, "SELECT thread_id FROM claims ORDER BY id") == [(1,), (1,), (2,)]


def test_its_key_is_that_of_its_first_claim(engine):
    store(engine, [told(1, 5, SENT)])
    store(engine, [told(2, 1, SENT)])
    keys = dict(rows(engine, "SELECT origin, key FROM attributed_claims AS c"))
    assert rows(engine, "SELECT id, key FROM threads") == [(1, keys["2.txt"])]


def test_two_that_become_one_have_the_older_row(engine):
    """Ships with weapons are more like either than these are like each other."""
    both = ("=rusland", "våb", "send", "skib", "havn")
    store(engine, [told(1, 1, SHIPS)])
    store(engine, [told(2, 3, SENT)])
    assert rows(engine, "SELECT COUNT(*) FROM threads") == [(2,)]
    store(engine, [told(3, 2, both)])
    assert rows(engine, "SELECT DISTINCT thread_id FROM claims") == [(1,)]
    assert rows(engine, "SELECT id FROM threads") == [(1,)]


def test_one_that_falls_apart_stays_with_its_first_claim(engine):
    both = ("=rusland", "våb", "send", "skib", "havn")
    first, second, third = told(1, 1, SHIPS), told(2, 2, both), told(3, 3, SENT)
    store(engine, [first, second, third])
    assert rows(engine, "SELECT DISTINCT thread_id FROM claims") == [(1,)]
    annotate_again(engine, [(2, second[1], ())])
    assert rows(engine, "SELECT article_id, thread_id FROM claims ORDER BY 1") == [(1, 1), (3, 2)]


def test_what_is_replaced_leaves_no_thread_behind(engine, threads):
    store(engine, [told(1, 1, SENT)])
    one = Told("1.txt", 1, (SHIPS,))
    store(engine, [(one, document(one, 2))])
    assert threads() == [(2, "=rusland skib havn")]
    assert rows(engine, "SELECT article_id, thread_id FROM claims ORDER BY id") == [(1, None), (2, 2)]


def test_a_title_says_what_is_so(engine, threads):
    store(engine, [told(1, 1, (*SENT, "ikke"))])
    assert threads() == [(1, "=rusland våb send ikke")]
    store(engine, [told(2, 2, (*SENT, "igen", "måske"))])
    assert threads() == [(1, "=rusland våb send igen måske")]


def test_the_title_of_an_accusation_says_whom_it_is_against(engine, threads, make):
    text_ = "Kim anklager Bo for at lyve. Kim siger, at Bo lyver."
    document_, annotation_ = make(text_, claims=[("Kim", "anklager", "lyve")])
    (claim,) = annotation_.claims
    at = text_.index("Bo")
    claim = dataclasses.replace(
        claim,
        act="accusation",
        parts=(*claim.parts, ClaimPart("target", at, at + 2, "Bo", "Bo")),
        proposition=Proposition((("lyv", 9),)),
    )
    with write_transaction(engine) as connection:
        run = start_run(connection, kind="import")
        write_batch(connection, run, [(document_, dataclasses.replace(annotation_, claims=(claim,)))])
    assert threads() == [(1, "Bo: lyve")]


def test_a_long_title_is_cut_at_a_word(engine, threads):
    store(engine, [told(1, 1, ("=rusland", *(f"langtord{number}" for number in range(20))))])
    ((_, title),) = threads()
    assert len(title) <= 120
    assert title.endswith("…")
    assert all(
        word in f"=rusland {' '.join(f'langtord{n}' for n in range(20))}".split()
        for word in title[:-1].split()
    )
