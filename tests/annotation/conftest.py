"""Texts annotated whole, and the sentences and discourse on which claims are read."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from corpus.annotation import annotate, pipeline
from corpus.annotation.claims import find_claims
from corpus.annotation.contents import Sentence
from corpus.annotation.dates import find_dates
from corpus.annotation.discourse import Discourse
from corpus.annotation.tokens import sentences, tokenize
from corpus.edtf import parse_edtf
from corpus.languages import Language, load_language
from corpus.records import Annotation, DateMention, Document, Original, PartRole


@dataclasses.dataclass(frozen=True)
class Said:
    """A claim as tables write it."""

    paragraph: int
    pattern: str
    act: str
    polarity: str
    quotation: str
    certainty: str
    text: str
    speaker: list[str | None]
    via: list[str | None]
    addressee: list[str | None]
    target: list[str | None]
    cue: str


@dataclasses.dataclass(frozen=True)
class Parsed:
    """What claims are read from."""

    text: str
    sentences: Sequence[Sentence]
    discourse: Discourse


def annotated(text: str) -> Annotation:
    return annotate(document(text))


def document(text: str, published: str | None = None) -> Document:
    return Document(
        original=Original("test", b""),
        origin="test",
        text=text,
        format="text",
        encoding="utf-8",
        published=parse_edtf(published) if published else None,
    )


def sentences_of(text: str, language: Language) -> list[Sentence]:
    """The sentences of a text of one paragraph, without their words."""
    tokens = tokenize(text, 0, len(text), language)
    return [
        Sentence(1, "body", tokens[first].start, tokens[last - 1].end, 0, len(text), False, ())
        for first, last in sentences(tokens, [False] * len(tokens))
    ]


@pytest.fixture
def dates() -> Callable[..., list[DateMention]]:
    """The dates of a text in Danish, by the date of the article."""

    def read(
        text: str, published: str | None = None, names: Sequence[tuple[int, int]] = ()
    ) -> list[DateMention]:
        language = load_language("da")
        return find_dates(document(text, published), sentences_of(text, language), language, names=names)

    return read


@pytest.fixture
def claims() -> Callable[[str], list[Said]]:
    def read(text: str) -> list[Said]:
        found = []
        for claim in annotated(text).claims:
            roles: dict[PartRole, list[Any]] = {
                role: [] for role in ("speaker", "via", "addressee", "target")
            }
            for part in claim.parts:
                if part.role in roles:
                    roles[part.role].append(part.name)
            cue = next(part.text for part in claim.parts if part.role == "cue")
            found.append(
                Said(
                    claim.paragraph, claim.pattern, claim.act, claim.polarity, claim.quotation,
                    claim.certainty, claim.text, **roles, cue=cue,
                )
            )  # fmt: skip
        return found

    return read


@pytest.fixture
def parse(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Parsed]:
    """The sentences of a text and the discourse before any of them is read."""

    def run(text: str) -> Parsed:
        parsed: list[Parsed] = []

        def keep(text: str, sentences: Sequence[Sentence], discourse: Discourse, language: Any) -> Any:
            parsed.append(Parsed(text, sentences, discourse))
            return find_claims(text, (), discourse, language)

        with monkeypatch.context() as patch:
            patch.setattr(pipeline, "find_claims", keep)
            annotated(text)
        return parsed[0]

    return run
