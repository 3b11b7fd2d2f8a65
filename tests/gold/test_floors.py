"""What the program finds in the seeds stays above the floors."""

import tomllib
from pathlib import Path

from corpus.actions.import_documents import import_documents
from corpus.storage.engine import open_archive, read_transaction

from .score import read_archive, read_gold, score

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLD = read_gold(HERE / "gold.json")
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def test_the_seeds_reach_the_floors(database: str) -> None:
    assert import_documents(database, [str(SEEDS)]).imported == len(GOLD)
    with read_transaction(open_archive(database, mode="read")) as connection:
        tally = score(GOLD, read_archive(connection, GOLD))
    figures = tally.figures()
    below = {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor}
    assert not below, "\n".join([f"below the floors: {below}", *tally.misses])
