"""What the program finds in the gold articles stays above the floors."""

import tomllib

import pytest

from corpus.actions.evaluate import evaluate
from corpus.actions.import_documents import import_documents
from corpus.evaluation import (
    ARTICLE_FIGURES,
    compare_article,
    compare_threads,
    figures_of,
    measures,
    read_gold,
)
from corpus.storage.engine import open_archive, read_transaction

from .archive import read_archive, read_threads
from .sets import HERE, SETS, GoldSet

FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("articles", SETS, ids=str)
def test_the_articles_reach_the_floors(articles: GoldSet, database: str) -> None:
    gold = read_gold(articles.gold)
    assert import_documents(database, [str(articles.texts)]).imported == len(gold)
    with read_transaction(open_archive(database, mode="read")) as connection:
        found, threads = read_archive(connection, gold), read_threads(connection, gold)
    tallies = [compare_article(key, wanted, found.get(key)) for key, wanted in gold.items()]
    figures = figures_of(tallies, ARTICLE_FIGURES)
    thread, _ = compare_threads(gold, found, threads)
    figures += [thread] if thread else []
    reached = measures(figures)
    floors = FLOORS[articles.name]
    below = {name: reached[name] for name, floor in floors.items() if reached[name] < floor}
    misses = [str(miss) for tally in tallies for miss in tally.misses] if articles.is_open else []
    assert not below, "\n".join([f"below the floors: {below}", *misses])
    assert tuple(figures) == evaluate(str(articles.gold), folder=str(articles.texts)).figures


def test_every_set_has_floors() -> None:
    assert set(FLOORS) == {articles.name for articles in SETS}
