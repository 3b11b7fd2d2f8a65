"""An annotation small enough to foresee: two people, and what stands after "siger, at"."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.annotation import annotate as paragraphs_of
from corpus.records import Annotation, Claim, ClaimPart, Document, Entity, Mention

PEOPLE = (
    Entity("person", "Kim Jong-un", ("Kim Jong-un", "Kim")),
    Entity("person", "Putin", ("Putin",)),
)
NAMED = re.compile(r"\b(Kim Jong-un|Kim|Putin)\b")
CLAIMED = re.compile(r"(?P<speaker>Kim Jong-un|Kim|Putin) (?P<cue>siger), at (?P<content>[^.]+)")


@pytest.fixture
def small_annotation() -> Callable[..., Annotation]:
    return annotated


def annotated(document: Document, *, language: str) -> Annotation:
    plain = paragraphs_of(document, language="none")
    mentions = [
        mention(found, p.seq)
        for p in plain.paragraphs
        for found in NAMED.finditer(document.text, p.start, p.end)
    ]
    claims = [
        claim(found, p.seq)
        for p in plain.paragraphs
        for found in CLAIMED.finditer(document.text, p.start, p.end)
    ]
    return Annotation(
        language=language,
        model="small",
        paragraphs=plain.paragraphs,
        entities=PEOPLE,
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def mention(match: re.Match[str], paragraph: int) -> Mention:
    return Mention(paragraph, *match.span(), match[0], "person", "name", int(match[0] == "Putin"))


def claim(match: re.Match[str], paragraph: int) -> Claim:
    speaker = PEOPLE[match["speaker"] == "Putin"]
    parts = (
        ClaimPart("speaker", *match.span("speaker"), match["speaker"], speaker.name, PEOPLE.index(speaker)),
        ClaimPart("cue", *match.span("cue"), match["cue"]),
        ClaimPart("content", *match.span("content"), match["content"]),
    )
    return Claim(paragraph, "statement", "affirmed", "indirect", "certain", "siger", match["content"], parts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what a folder may hold."""
    folder = tmp_path / "news"
    files = {
        "2023/a.txt": " date 2023-09 Kim siger, at Putin kommer.\n\nPutin siger, at det passer.",
        "2023/b.txt": " date 2023-10-01 Putin siger, at Kim er en ven.",
        "undated.txt": "Kim Jong-un siger, at alt er godt.",
        "README.md": "# Om artiklerne",
        "empty.txt": "",
        "wrong-date.txt": " date 2023-13 Kim siger, at intet passer.",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
