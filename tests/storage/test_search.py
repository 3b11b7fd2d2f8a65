import random

import pytest

from corpus.storage.engine import read_transaction
from corpus.storage.search import RANKED, search_paragraphs
from corpus.storage.selection import Selection

TEXTS = {
    "a": "Putin siger nej. Kim siger ja, siger Kim",
    "b": "Kim Jong Un rejser til EU-topmødet i 2024",
    "c": "Rejser Kim, Jong? Un-navn 3d covid19 foo_bar 1e5",
    "d": "Blå bøger, går og gar, Århus",
}


@pytest.fixture
def search(engine, store, make):
    dates = {"a": "2023", "b": "2024-06-18", "c": None, "d": "2024-07"}
    store(*(make(t, origin=o, published=dates[o], entities=(), claims=()) for o, t in TEXTS.items()))

    def search(*terms, **options):
        with read_transaction(engine) as connection:
            return [hit.origin for hit in search_paragraphs(connection, terms, **options).hits]

    return search


HITS = [
    (["kim"], ["a", "b", "c"]),
    (["kim", "jong"], ["b", "c"]),
    (["kim jong un"], ["b", "c"]),
    (["jong kim"], []),
    (["siger kim"], ["a"]),
    (["eu topmødet"], ["b"]),
    (["eu-topmødet"], ["b"]),
    (["2024"], ["b"]),
    (["3d"], ["c"]),
    (["covid19"], ["c"]),
    (["1e5"], ["c"]),
    (["foo bar"], ["c"]),
    (["går"], ["d"]),
    (["gar"], ["d"]),
    (["blaa"], []),
    (["bøger"], ["d"]),
    (["boger"], []),
    (["århus"], ["d"]),
    ([], []),
    ([""], []),
    (["++"], []),
    (["kim", "*"], ["a", "b", "c"]),
    (["ki*"], []),
    (['kim" OR "putin'], []),
    (["kim OR putin"], []),
    (["o'hara"], []),
    (["text : kim"], []),
    (["NEAR(kim jong)"], []),
    (["kim) --"], ["a", "b", "c"]),
    (["kim", "& | ! <-> :*"], ["a", "b", "c"]),
    (["\\"], []),
    (["c++"], []),
    (["æ" * 3000], []),
    (["kim"] * 50, ["a", "b", "c"]),
]


def test_hits_in_their_order(search, subtests):
    for terms, expected in HITS:
        with subtests.test(terms=terms):
            assert search(*terms) == expected


NARROWER = [
    ({"selection": Selection(since="2024-01-01")}, ["b"]),
    ({"selection": Selection(until="2023-06-01")}, ["a"]),
    ({"selection": Selection(since="2023-03-01", until="2023-04-01")}, ["a"]),
    ({"selection": Selection(origin="c")}, ["c"]),
    ({"selection": Selection(outlet="DR")}, []),
    ({"kinds": ["heading"]}, []),
    ({"kinds": ["heading", "body"]}, ["a", "b", "c"]),
    ({"limit": 1}, ["a"]),
]


def test_narrower(search, subtests):
    for options, expected in NARROWER:
        with subtests.test(**options):
            assert search("kim", **options) == expected


def test_a_replaced_version_is_not_found(engine, store, make, search):
    store(make("Ny tekst", origin="a", entities=(), claims=()))
    assert search("putin") == []
    assert search("putin", selection=Selection(all_versions=True)) == ["a"]


def test_a_hit_tells_its_place(engine, store, make):
    store(make("Første.\n\nKim kom", claims=()))
    with read_transaction(engine) as connection:
        result = search_paragraphs(connection, ["kim"])
    (hit,) = result.hits
    assert (hit.paragraph_id, hit.article_id, hit.origin, hit.published) == (2, 1, "a.txt", "2023-09")
    assert (hit.seq, hit.kind, hit.text, hit.title) == (2, "body", "Kim kom", None)
    assert (result.found, result.only_newest) == (1, False)


@pytest.mark.parametrize(("extra", "only_newest"), [(0, False), (1, True)])
def test_of_a_common_word_the_newest_are_ranked(engine, store, make, extra, only_newest):
    store(make("\n\n".join(["kim kim", *["kim"] * (RANKED - 1 + extra)]), entities=(), claims=()))
    with read_transaction(engine) as connection:
        result = search_paragraphs(connection, ["kim"])
    assert (result.found, result.only_newest) == (RANKED, only_newest)
    assert result.hits[0].seq == (RANKED + extra if only_newest else 1)


def test_both_databases_find_what_a_look_at_every_word_finds(engine, store, make):
    chance = random.Random(7)
    words = ["kim", "å", "jong", "2024", "3d", "5e", "ærø", "1a2b", "007", "x", "covid19", "e", "éa"]
    texts = [" ".join(chance.choices(words, k=chance.randint(1, 8))) for _ in range(300)]
    store(*(make(t, origin=str(n), entities=(), claims=()) for n, t in enumerate(dict.fromkeys(texts))))
    phrases = [" ".join(chance.choices(words, k=chance.choice([1, 1, 2, 3]))) for _ in range(60)]
    with read_transaction(engine) as connection:
        for terms in zip(phrases, reversed(phrases), strict=True):
            found = {hit.text for hit in search_paragraphs(connection, terms, limit=RANKED).hits}
            assert found == {t for t in texts if all(f" {term} " in f" {t} " for term in terms)}, terms
