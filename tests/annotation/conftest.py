"""Texts annotated whole, and the sentences and discourse on which claims are read."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from corpus.annotation import annotate, pipeline
from corpus.annotation.claims import find_claims
from corpus.annotation.contents import Sentence
from corpus.annotation.discourse import Discourse
from corpus.records import Annotation, Document, Original, PartRole


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
    original = Original("test", b"")
    return annotate(Document(original=original, origin="test", text=text, format="text", encoding="utf-8"))


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
