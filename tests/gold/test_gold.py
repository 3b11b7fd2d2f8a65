"""The gold annotation fits the seeds it is of."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.evaluation import read_gold
from corpus.evaluation.likeness import fold

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLD = read_gold(HERE / "gold.json")
ENTRIES = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
PARAGRAPH_KINDS = {"heading", "caption", "byline", "credit", "boilerplate"}
# What a seed names by its adjective only.
DEMONYMS = {"Rusland": "russisk", "Storbritannien": "britisk", "USA": "amerikansk"}


def seed_paragraphs(key: str) -> list[str]:
    """The folded paragraphs of the one seed whose name begins with the key, without its date."""
    (path,) = (path for path in SEEDS.glob("*.txt") if path.name.startswith(key))
    words = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    words = re.sub(r"\A date \S+ ", "", words)
    return [fold(block) for block in re.split(r"\n\s*\n", words) if block.strip()]


@pytest.fixture(params=sorted(GOLD))
def key(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_seed_is_annotated_once() -> None:
    seeds = [path.name for path in SEEDS.glob("*.txt")]
    astray = [name for name in seeds if sum(name.startswith(key) for key in GOLD) != 1]
    assert astray == []
    assert len(seeds) == len(GOLD)


def test_kinds_are_of_paragraphs_that_are_there(key: str) -> None:
    assert set(GOLD[key].kinds) <= set(range(1, len(seed_paragraphs(key)) + 1))
    assert set(GOLD[key].kinds.values()) <= PARAGRAPH_KINDS


def test_date_is_that_of_the_seed(key: str) -> None:
    (path,) = (path for path in SEEDS.glob("*.txt") if path.name.startswith(key))
    header = re.match(r" date (\S+) ", path.read_text(encoding="utf-8"))
    assert GOLD[key].published == (header and header[1])


def test_entities_are_named_in_the_seed(key: str) -> None:
    words = " ".join(seed_paragraphs(key))
    names = [name for _, name in GOLD[key].entities]
    assert [name for name in names if fold(name) not in words and DEMONYMS.get(name, name) not in words] == []
    assert len(set(names)) == len(names)


def test_cues_stand_in_their_paragraphs(key: str) -> None:
    paragraphs = seed_paragraphs(key)
    cues = [(claim.paragraph, claim.cue) for claim in GOLD[key].claims]
    astray = [(seq, cue) for seq, cue in (*cues, *GOLD[key].optional) if fold(cue) not in paragraphs[seq - 1]]
    assert astray == []


def test_content_speakers_and_via_stand_in_the_seed(key: str) -> None:
    words = " ".join(seed_paragraphs(key))
    parts = [part for claim in GOLD[key].claims for part in (claim.content, *claim.speaker, *claim.via)]
    assert [part for part in parts if fold(part) not in words] == []


def test_entries_use_the_known_words(key: str) -> None:
    entry: dict[str, Any] = ENTRIES[key]
    assert set(entry) == {"published", "kinds", "entities", "claims", "optional"}
    assert set(entry["entities"]) <= {"person", "organization", "place", "any"}
    assert {claim.polarity for claim in GOLD[key].claims} <= {"affirmed", "denied", "uncommitted"}
