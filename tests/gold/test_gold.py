"""The gold annotation fits the articles it is of."""

import functools
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus.evaluation import read_gold
from corpus.evaluation.gold import Gold
from corpus.evaluation.likeness import fold, words

from .sets import SETS, GoldSet

PARAGRAPH_KINDS = {"heading", "caption", "byline", "credit", "boilerplate"}
CLAIM_KEYS = {
    "p", "cue", "speaker", "via", "polarity", "content", "quotation", "act", "target", "addressee", "thread",
}  # fmt: skip
# What an article may name by its adjective only.
ADJECTIVES = {
    "Australien": "australsk",
    "Belgien": "belgi",
    "Canada": "canadisk",
    "Danmark": "dansk",
    "England": "engelsk",
    "Filippinerne": "filippin",
    "Finland": "finsk",
    "Frankrig": "fransk",
    "Færøerne": "færøsk",
    "Grækenland": "græsk",
    "Grønland": "grønlandsk",
    "Holland": "hollandsk",
    "Indien": "indisk",
    "Irland": "irsk",
    "Island": "islandsk",
    "Israel": "israelsk",
    "Italien": "italiensk",
    "Japan": "japansk",
    "Kina": "kinesisk",
    "Litauen": "litauisk",
    "Nordkorea": "nordkoreansk",
    "Norge": "norsk",
    "Palæstina": "palæstinens",
    "Polen": "polsk",
    "Rusland": "russisk",
    "Schweiz": "schweizisk",
    "Skotland": "skotsk",
    "Spanien": "spansk",
    "Storbritannien": "britisk",
    "Sverige": "svensk",
    "Sydkorea": "sydkoreansk",
    "Tyrkiet": "tyrkisk",
    "Tyskland": "tysk",
    "USA": "amerikansk",
    "Ukraine": "ukrainsk",
    "Ungarn": "ungarsk",
    "Østrig": "østrigsk",
}

read = functools.cache(read_gold)


@functools.cache
def entries(path: Path) -> Mapping[str, Any]:
    """A gold file as it stands."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


ARTICLES = [(articles, key) for articles in SETS for key in entries(articles.gold)]


@pytest.fixture(params=ARTICLES, ids=lambda param: param[1])
def article(request: pytest.FixtureRequest) -> tuple[GoldSet, str]:
    """A set and the key of one of its articles."""
    articles, key = request.param
    return articles, str(key)


@pytest.fixture
def gold(article: tuple[GoldSet, str]) -> Gold:
    return read(article[0].gold)[article[1]]


@pytest.fixture
def text(article: tuple[GoldSet, str]) -> str:
    """The one text whose name begins with the key."""
    articles, key = article
    (path,) = (path for path in articles.texts.glob("*.txt") if path.name.startswith(key))
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def paragraphs(text: str) -> list[str]:
    """The folded paragraphs, without the date."""
    body = re.sub(r"\A date \S+ ", "", text)
    return [fold(block) for block in re.split(r"\n\s*\n", body) if block.strip()]


@pytest.mark.parametrize("articles", SETS, ids=str)
def test_every_text_is_annotated_once(articles: GoldSet) -> None:
    keys = entries(articles.gold)
    texts = [path.name for path in articles.texts.glob("*.txt")]
    assert [name for name in texts if sum(name.startswith(key) for key in keys) != 1] == []
    assert len(texts) == len(keys)


def test_the_sets_have_no_text_in_common() -> None:
    texts = [path.read_bytes() for articles in SETS for path in articles.texts.glob("*.txt")]
    assert len(set(texts)) == len(texts)


def test_kinds_are_of_paragraphs_that_are_there(gold: Gold, paragraphs: list[str]) -> None:
    assert set(gold.kinds) <= set(range(1, len(paragraphs) + 1))
    assert set(gold.kinds.values()) <= PARAGRAPH_KINDS


def test_date_is_that_of_the_text(gold: Gold, text: str) -> None:
    header = re.match(r" date (\S+) ", text)
    assert gold.published == (header and header[1])


def test_entities_are_named_in_the_text(gold: Gold, paragraphs: list[str]) -> None:
    whole = " ".join(paragraphs)
    names = [name for _, name in gold.entities]
    unnamed = [name for name in names if fold(name) not in whole]
    assert [name for name in unnamed if ADJECTIVES.get(name, name) not in whole] == []
    assert len(set(names)) == len(names)


def test_cues_stand_in_their_paragraphs(gold: Gold, paragraphs: list[str]) -> None:
    cues = [(claim.paragraph, claim.cue) for claim in gold.claims]
    astray = [(seq, cue) for seq, cue in (*cues, *gold.optional) if fold(cue) not in paragraphs[seq - 1]]
    assert astray == []


def test_the_parts_of_claims_stand_in_the_text(gold: Gold, paragraphs: list[str]) -> None:
    whole = " ".join(paragraphs)
    parts = [
        part
        for claim in gold.claims
        for part in (
            claim.content,
            *claim.speaker,
            *claim.via,
            *(claim.target or ()),
            *(claim.addressee or ()),
            *(claim.text or "").split(" … "),
        )
    ]
    assert [part for part in parts if fold(part) not in whole] == []


def test_contents_hold_the_words_that_they_must(gold: Gold) -> None:
    astray = [
        (claim.content, claim.text)
        for claim in gold.claims
        if claim.text and " ".join(words(claim.content)) not in " ".join(words(claim.text))
    ]
    assert astray == []


def test_direct_quotations_and_denials_have_their_whole_content(gold: Gold) -> None:
    told = [claim for claim in gold.claims if claim.quotation == "direct" or claim.act == "denial"]
    assert [claim for claim in told if not claim.text] == []


def test_a_denial_denies(gold: Gold) -> None:
    assert {claim.polarity for claim in gold.claims if claim.act == "denial"} <= {"denied"}


def test_the_keys_are_the_known_ones(article: tuple[GoldSet, str]) -> None:
    articles, key = article
    entry = entries(articles.gold)[key]
    assert set(entry) == {"published", "kinds", "entities", "claims", "optional"}
    assert set(entry["entities"]) <= {"person", "organization", "place", "any"}
    assert [claim for claim in entry["claims"] if set(claim) - {"text", "said"} != CLAIM_KEYS] == []
