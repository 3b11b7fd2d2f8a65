"""A small archive, annotated by hand in archive.toml, on both databases."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from corpus.edtf import parse_edtf
from corpus.records import Annotation, Claim, ClaimPart, Document, Entity, Mention, Original, Paragraph
from corpus.storage.engine import open_archive, write_transaction
from corpus.storage.runs import start_run
from corpus.storage.writer import write_batch

ARCHIVE = tomllib.loads(Path(__file__).with_name("archive.toml").read_text(encoding="utf-8"))
ENTITIES = tuple(Entity(e["kind"], e["name"], tuple(e["names"])) for e in ARCHIVE["entities"])
NAMES = {name: place for place, entity in enumerate(ENTITIES) for name in entity.names}
NAMED = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(NAMES, key=len, reverse=True)))


@pytest.fixture
def archive(database: str) -> Engine:
    engine = open_archive(database, mode="write")
    with write_transaction(engine) as connection:
        run = start_run(connection, kind="import", model="by hand")
        write_batch(connection, run, [annotated(article) for article in ARCHIVE["articles"]])
    return engine


def annotated(article: dict[str, Any]) -> tuple[Document, Annotation]:
    text = article["text"]
    published = parse_edtf(article["published"]) if "published" in article else None
    document = Document(
        original=Original(article["origin"], text.encode()),
        origin=article["origin"],
        text=text,
        format="text",
        encoding="utf-8",
        published=published,
        date_source="header" if published else None,
        outlet=article.get("outlet"),
    )
    paragraphs = tuple(blocks(text, article["kinds"]))
    mentions = tuple(mentioned(text, paragraphs))
    claims = [claimed(claim, text, paragraphs[claim["paragraph"] - 1]) for claim in article.get("claims", ())]
    return document, Annotation(
        language="da",
        model="by hand",
        paragraphs=paragraphs,
        entities=ENTITIES,
        mentions=mentions,
        claims=tuple(claims),
    )


def blocks(text: str, kinds: list[Any]) -> Iterator[Paragraph]:
    start = 0
    for seq, (block, kind) in enumerate(zip(text.split("\n\n"), kinds, strict=True), start=1):
        yield Paragraph(seq, kind, block, start, start + len(block), block.casefold())
        start += len(block) + 2


def mentioned(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Mention]:
    for paragraph in paragraphs:
        for match in NAMED.finditer(text, paragraph.start, paragraph.end):
            place = NAMES[match[0]]
            kind = ENTITIES[place].kind
            yield Mention(paragraph.seq, match.start(), match.end(), match[0], kind, "name", place)


def claimed(claim: dict[str, Any], text: str, paragraph: Paragraph) -> Claim:
    def part(role: Any, words: str) -> ClaimPart:
        start = text.index(words, paragraph.start if role != "content" else 0)
        named = role not in ("cue", "content")
        entity = NAMES.get(words) if named else None
        return ClaimPart(role, start, start + len(words), words, words if named else None, entity)

    roles = ("speaker", "via", "addressee", "target", "cue", "content")
    parts = itertools.chain.from_iterable((part(role, w) for w in claim.get(role, ())) for role in roles)
    return Claim(
        paragraph.seq, claim["act"], claim["polarity"], "indirect", "certain", "by hand",
        " ".join(claim["content"]), tuple(parts),
    )  # fmt: skip
