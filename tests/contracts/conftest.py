"""Small archives, annotated by hand in archive.toml, days.toml and story.toml, on both databases."""

import dataclasses
import itertools
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from corpus.edtf import parse_edtf, parse_period
from corpus.propositions import ORIGIN_KINDS, ClaimOrigin, Proposition
from corpus.records import (
    Annotation,
    Claim,
    ClaimPart,
    DateMention,
    Document,
    Entity,
    Mention,
    Original,
    Paragraph,
)
from corpus.storage.engine import open_archive, write_transaction
from corpus.storage.runs import start_run
from corpus.storage.writer import write_batch


@dataclasses.dataclass(frozen=True)
class Written:
    """An archive as a file has it."""

    articles: list[dict[str, Any]]
    entities: tuple[Entity, ...]

    @property
    def names(self) -> dict[str, int]:
        return {name: place for place, entity in enumerate(self.entities) for name in entity.names}

    @property
    def named(self) -> re.Pattern[str]:
        longest = sorted(self.names, key=len, reverse=True)
        return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in longest))


def written(name: str) -> Written:
    table = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    entities = (Entity(e["kind"], e["name"], tuple(e["names"])) for e in table["entities"])
    return Written(table["articles"], tuple(entities))


@pytest.fixture
def archive_named(database: str) -> Callable[[str], Engine]:
    """Fill the archive from one of the files."""

    def fill(name: str) -> Engine:
        engine = open_archive(database, mode="write")
        found = written(name)
        with write_transaction(engine) as connection:
            run = start_run(connection, kind="import", model="by hand")
            write_batch(connection, run, [annotated(article, found) for article in found.articles])
        return engine

    return fill


@pytest.fixture
def archive(archive_named: Callable[[str], Engine]) -> Engine:
    return archive_named("archive")


def annotated(article: dict[str, Any], archive: Written) -> tuple[Document, Annotation]:
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
    mentions = tuple(mentioned(text, paragraphs, archive))
    claims = [
        claimed(claim, text, paragraphs[claim["paragraph"] - 1], archive)
        for claim in article.get("claims", ())
    ]
    return document, Annotation(
        language="da",
        model="by hand",
        paragraphs=paragraphs,
        entities=archive.entities,
        mentions=mentions,
        claims=tuple(claims),
        dates=tuple(dated(date, text, paragraphs) for date in article.get("dates", ())),
    )


def blocks(text: str, kinds: list[Any]) -> Iterator[Paragraph]:
    start = 0
    for seq, (block, kind) in enumerate(zip(text.split("\n\n"), kinds, strict=True), start=1):
        yield Paragraph(seq, kind, block, start, start + len(block), block.casefold())
        start += len(block) + 2


def mentioned(text: str, paragraphs: tuple[Paragraph, ...], archive: Written) -> Iterator[Mention]:
    for paragraph in paragraphs:
        for match in archive.named.finditer(text, paragraph.start, paragraph.end):
            place = archive.names[match[0]]
            kind = archive.entities[place].kind
            yield Mention(paragraph.seq, match.start(), match.end(), match[0], kind, "name", place)


def dated(date: dict[str, Any], text: str, paragraphs: tuple[Paragraph, ...]) -> DateMention:
    words = date["words"]
    start = text.index(words, paragraphs[date["paragraph"] - 1].start)
    return DateMention(
        date["paragraph"], start, start + len(words), words, "relative", parse_period(date["value"])
    )


def claimed(claim: dict[str, Any], text: str, paragraph: Paragraph, archive: Written) -> Claim:
    def part(role: Any, words: str) -> ClaimPart:
        start = text.index(words, paragraph.start if role != "content" else 0)
        named = role not in ("cue", "content", "time")
        entity = archive.names.get(words) if named else None
        return ClaimPart(role, start, start + len(words), words, words if named else None, entity)

    roles = ("speaker", "via", "addressee", "target", "cue", "content", "time")
    parts = itertools.chain.from_iterable((part(role, w) for w in claim.get(role, ())) for role in roles)
    return Claim(
        paragraph.seq, claim["act"], claim["polarity"], "indirect", "certain", "by hand",
        " ".join(claim["content"]), tuple(parts), proposition=proposition(claim),
        origins=tuple(rested(words, archive) for words in claim.get("rests_on", ())),
        said=parse_period(claim["said"]) if "said" in claim else None,
    )  # fmt: skip


def proposition(claim: dict[str, Any]) -> Proposition | None:
    """What a claim is about: names weigh 12, words 8."""
    if "about" not in claim:
        return None
    return Proposition(
        tuple((term, 12 if term.startswith("=") else 8) for term in claim["about"]),
        is_negated=claim.get("negated", False),
        answers=claim.get("answers"),
        is_passed_on=claim.get("passed_on", False),
        title_rank=int(claim["act"] != "statement"),
    )


def rested(words: str, archive: Written) -> ClaimOrigin:
    """A first source: a name, or kind and name."""
    kind: Any
    kind, _, name = (
        words.rpartition(" ") if words.split(maxsplit=1)[0] in ORIGIN_KINDS else ("speaker", "", words)
    )
    return ClaimOrigin(kind, f"={name.casefold()}", name, archive.names.get(name))
