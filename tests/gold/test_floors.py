"""What the program finds in the seeds stays above the floors."""

import tomllib
from pathlib import Path

from corpus.actions.evaluate import evaluate
from corpus.actions.import_documents import import_documents
from corpus.evaluation import ARTICLE_FIGURES, compare_article, figures_of, measures, read_gold
from corpus.storage.engine import open_archive, read_transaction

from .archive import read_archive

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLD = read_gold(HERE / "gold.json")
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def test_the_seeds_reach_the_floors(database: str) -> None:
    assert import_documents(database, [str(SEEDS)]).imported == len(GOLD)
    with read_transaction(open_archive(database, mode="read")) as connection:
        found = read_archive(connection, GOLD)
    tallies = [compare_article(key, gold, found.get(key)) for key, gold in GOLD.items()]
    figures = figures_of(tallies, ARTICLE_FIGURES)
    reached = measures(figures)
    below = {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor}
    misses = [str(miss) for tally in tallies for miss in tally.misses]
    assert not below, "\n".join([f"below the floors: {below}", *misses])
    assert tuple(figures) == evaluate(str(HERE / "gold.json"), folder=str(SEEDS)).figures
