"""What every calendar.toml in corpus/languages promises, shown on the examples that it carries."""

import dataclasses
import re
from collections.abc import Mapping

import pytest

from corpus.annotation import annotate
from corpus.annotation.contents import Sentence
from corpus.annotation.dates import find_dates
from corpus.annotation.moments import MEANINGS
from corpus.edtf import parse_edtf
from corpus.languages import Calendar, Language, available_languages, load_language
from corpus.records import DateMention, Document, Original

LANGUAGES = {code: language for code in available_languages() if (language := load_language(code)).calendar}
CODES = pytest.mark.parametrize("code", LANGUAGES)
MACRO = re.compile(r"\{(?:[a-z_]+\d?:)?([a-z_]+)\}")


def calendar(code: str) -> Calendar:
    found = LANGUAGES[code].calendar
    assert found
    return found


EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{place}-{frame.means}-{number}")
    for code in LANGUAGES
    for place, frame in enumerate(calendar(code).frames)
    for number, example in enumerate(frame.examples, start=1)
]


def document(example: Mapping[str, str]) -> Document:
    return Document(
        original=Original("example", b""),
        origin="example",
        text=example["text"],
        format="text",
        encoding="utf-8",
        published=parse_edtf(example["published"]) if "published" in example else None,
    )


def is_found(example: Mapping[str, str], mentions: tuple[DateMention, ...]) -> bool:
    found = [(mention.text, mention.date.text) for mention in mentions]
    return (example["date"], example["value"]) in found if "date" in example else not found


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_the_frame_finds_its_example(code: str, example: Mapping[str, str]) -> None:
    assert is_found(example, annotate(document(example), language=code).dates)


@CODES
def test_every_frame_means_something_and_carries_an_example(code: str) -> None:
    for frame in calendar(code).frames:
        assert frame.means in MEANINGS, frame.match
        assert frame.examples, frame.match


@CODES
def test_every_frame_is_needed(code: str) -> None:
    """Without it, an example that it carries is not found, or found to mean something else."""
    frames = calendar(code).frames
    needless = []
    for place, frame in enumerate(frames):
        others = dataclasses.replace(calendar(code), frames=frames[:place] + frames[place + 1 :])
        language = dataclasses.replace(LANGUAGES[code], calendar=others)
        if all(is_found(example, dates(example, language)) for example in frame.examples):
            needless.append(frame.match)
    assert needless == []


def dates(example: Mapping[str, str], language: Language) -> tuple[DateMention, ...]:
    text = example["text"]
    ends = [match.end() for match in re.finditer(r"\.(?= [A-ZÆØÅ]|$)", text)]
    starts = [0, *ends[:-1]]
    sentences = [
        Sentence(1, "body", start, end, 0, len(text), False, ())
        for start, end in zip(starts, ends, strict=True)
    ]
    return tuple(find_dates(document(example), sentences, language))


@CODES
def test_every_table_and_macro_is_used(code: str) -> None:
    found = calendar(code)
    texts = [*(frame.match for frame in found.frames), *found.macros.values()]
    used = {name for text in texts for name in MACRO.findall(text)}
    assert used == {*found.words, *found.macros}
