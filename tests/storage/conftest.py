"""Small annotated documents, written down by their words."""

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Sequence

import pytest
from sqlalchemy import Engine

from corpus.edtf import parse_edtf, parse_period
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
from corpus.storage.writer import BatchCounts, write_batch

Pair = tuple[Document, Annotation]


def annotated(
    text: str = "Kim kom. Kim siger, at det går godt.",
    *,
    origin: str = "a.txt",
    published: str | None = "2023-09",
    outlet: str | None = None,
    entities: Sequence[Entity] = (Entity("person", "Kim", ("Kim",)),),
    claims: Iterable[tuple[str, str, str]] = (("Kim", "siger", "det går godt"),),
    dates: Iterable[tuple[str, str]] = (),
    said: str | None = None,
) -> Pair:
    """A document whose entities are mentioned wherever their names stand.

    Claims are a speaker, a cue and content; dates are words and what they mean; `said` is when all claims
    were made.
    """
    document = Document(
        original=Original(origin, text.encode()),
        origin=origin,
        text=text,
        format="text",
        encoding="utf-8",
        published=parse_edtf(published) if published else None,
        date_source="header" if published else None,
        outlet=outlet,
    )
    paragraphs = tuple(blocks(text))
    names = {name: place for place, entity in enumerate(entities) for name in {entity.name, *entity.names}}
    annotation = Annotation(
        language="da",
        model="test 1",
        paragraphs=paragraphs,
        entities=tuple(entities),
        mentions=tuple(
            Mention(p.seq, start, start + len(name), name, entities[place].kind, "name", place)
            for name, place in names.items()
            for p in paragraphs
            for start in finds(text, name, p)
        ),
        claims=tuple(
            dataclasses.replace(
                claimed(text, paragraphs, names, words), said=parse_period(said) if said else None
            )
            for words in claims
        ),
        dates=tuple(dated(text, paragraphs, *words) for words in dates),
    )
    return document, annotation


def blocks(text: str) -> Iterable[Paragraph]:
    start = 0
    for seq, block in enumerate(text.split("\n\n"), start=1):
        stems = "".join(letter if letter.isalnum() else " " for letter in block.casefold())
        yield Paragraph(seq, "body", block, start, start + len(block), " ".join(stems.split()))
        start += len(block) + 2


def finds(text: str, words: str, paragraph: Paragraph) -> Iterable[int]:
    starts = itertools.accumulate(
        itertools.repeat(None), lambda at, _: text.find(words, at + 1), initial=paragraph.start - 1
    )
    return itertools.takewhile(lambda at: at != -1 and at < paragraph.end, itertools.islice(starts, 1, None))


def dated(text: str, paragraphs: Sequence[Paragraph], words: str, value: str) -> DateMention:
    at = text.index(words)
    paragraph = next(p.seq for p in paragraphs if p.start <= at < p.end)
    return DateMention(paragraph, at, at + len(words), words, "relative", parse_period(value))


def claimed(
    text: str, paragraphs: Sequence[Paragraph], names: dict[str, int], words: tuple[str, str, str]
) -> Claim:
    speaker, cue, content = words

    def part(role: str, words: str) -> ClaimPart:
        start = text.index(words)
        named = role == "speaker"
        return ClaimPart(
            role,
            start,
            start + len(words),
            words,
            words if named else None,
            names.get(words) if named else None,
        )

    at = text.index(cue)
    paragraph = next(p.seq for p in paragraphs if p.start <= at < p.end)
    parts = (part("speaker", speaker), part("cue", cue), part("content", content))
    return Claim(paragraph, "statement", "affirmed", "indirect", "certain", "siger-at", content, parts)


@pytest.fixture
def make() -> Callable[..., Pair]:
    return annotated


@pytest.fixture
def engine(database: str) -> Engine:
    return open_archive(database, mode="write")


@pytest.fixture
def store(engine: Engine) -> Callable[..., BatchCounts]:
    """Store documents in one batch of a new run."""

    def store(*documents: Pair) -> BatchCounts:
        with write_transaction(engine) as connection:
            run_id = start_run(connection, kind="import", model="test 1")
            return write_batch(connection, run_id, documents)

    return store
