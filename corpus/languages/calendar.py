"""The words for days and longer times of a language; the head of its calendar.toml says what stands there."""

import dataclasses
import pathlib
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.languages import reading

__all__ = ["Calendar", "Frame", "Saying", "Stretch", "Tense", "read_calendar"]

Value = int | str


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """One way to speak of a time.

    Attributes:
        means: What the engine is to make of it.
        match: A regular expression over lower-case text, with `{words}` of the calendar's tables and macros.
        fixed: What it means besides its groups.
        examples: Sentences of our own with the date that must be found in them.
    """

    means: str
    match: str
    fixed: Mapping[str, Any]
    examples: tuple[Mapping[str, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Stretch:
    """Words before a date, and between it and the next, that make the two one stretch."""

    before: tuple[str, ...]
    between: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Tense:
    """Words of a clause that tell whether its date lies ahead or behind.

    Attributes:
        future: Ahead, unless one of `but` follows.
        but: What makes hearsay of a future.
        past: Behind.
        leading: What may stand before a date that begins a clause, whose second word is then its verb.
        past_endings: Endings of words that tell that it lies behind.
        present_endings: Endings of a verb in the present.
    """

    future: frozenset[str]
    but: frozenset[str]
    past: frozenset[str]
    leading: frozenset[str]
    past_endings: tuple[str, ...]
    present_endings: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Saying:
    """Words that tell whether a date is when something was said.

    Attributes:
        lead: Small words that may stand before a date.
        apart: Words between a cue and a date that make the date one of something else.
        occasions: Endings of nouns for occasions to speak.
        when: Words that begin a clause on what happened as it was said.
        then: Words and phrases that point back to the last date.
    """

    lead: frozenset[str]
    apart: frozenset[str]
    occasions: tuple[str, ...]
    when: frozenset[str]
    then: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """How a language speaks of days and longer times; equal to itself alone.

    Attributes:
        words: Of each table, word or phrase to value.
        digits: Of a table, the regular expression of what it allows besides words.
        macros: Named pieces of regular expressions.
        frames: In the order in which they are tried.
        anchors: Words one of which, or a digit, every date holds.
        narrow: `start`, `middle` or `end` to the words before a date that narrow it.
        about: Words before a date that make it approximate.
        since: Words before a date that make it a stretch up to today.
        stretches: What makes two dates one stretch.
        shared: Words between two dates of which the first takes its year from the second.
        tense: What tells a clause's tense.
        saying: What tells that a date is when something was said.
    """

    words: Mapping[str, Mapping[str, Value]]
    digits: Mapping[str, str]
    macros: Mapping[str, str]
    frames: tuple[Frame, ...]
    anchors: frozenset[str]
    narrow: Mapping[str, tuple[str, ...]]
    about: tuple[str, ...]
    since: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    shared: tuple[str, ...]
    tense: Tense
    saying: Saying


def read_calendar(folder: pathlib.Path) -> Calendar | None:
    """Read calendar.toml; None where a language has none, and then no dates."""
    path = folder / "calendar.toml"
    if not path.exists():
        return None
    table = reading.toml(path)
    tense, saying, before = (
        {key: reading.phrases(words) for key, words in table[name].items()}
        for name in ("tense", "saying", "before")
    )
    return Calendar(
        words={name: dict(_words(words)) for name, words in table["words"].items()},
        digits={name: words["digits"] for name, words in table["words"].items() if "digits" in words},
        macros=table["macros"],
        frames=tuple(map(_frame, table["frame"])),
        anchors=frozenset(_anchors(table)),
        narrow={part: tuple(reading.phrases(words)) for part, words in table["narrow"].items()},
        about=tuple(before["about"]),
        since=tuple(before["since"]),
        stretches=tuple(
            Stretch(*(tuple(reading.phrases(stretch[key])) for key in ("before", "between")))
            for stretch in table["stretch"]
        ),
        shared=tuple(reading.phrases(table["shared"]["between"])),
        tense=Tense(
            future=frozenset(tense["future"]),
            but=frozenset(tense["but"]),
            past=frozenset(tense["past"]),
            leading=frozenset(tense["leading"]),
            past_endings=tuple(tense["past_endings"]),
            present_endings=tuple(tense["present_endings"]),
        ),
        saying=Saying(
            lead=frozenset(saying["lead"]),
            apart=frozenset(saying["apart"]),
            occasions=tuple(saying["occasions"]),
            when=frozenset(saying["when"]),
            then=tuple(saying["then"]),
        ),
    )


def _words(table: Mapping[str, str]) -> list[tuple[str, Value]]:
    return [
        (word, int(value) if value.lstrip("-").isdecimal() else value)
        for value, words in table.items()
        if value != "digits"
        for word in reading.phrases(words)
    ]


def _anchors(table: Mapping[str, Any]) -> Iterator[str]:
    """The words of some tables with their endings, the last word of a phrase, and more words."""
    anchors = table["anchors"]
    endings = ["", *reading.phrases(anchors["endings"])]
    for name in anchors["tables"].split():
        for phrase, _ in _words(table["words"][name]):
            word = phrase.split()[-1]
            yield from (word.rstrip(".") + ending for ending in endings)
    yield from reading.phrases(anchors["words"])


def _frame(table: Mapping[str, Any]) -> Frame:
    fixed = {key: value for key, value in table.items() if key not in ("means", "match", "examples")}
    return Frame(table["means"], table["match"], fixed, tuple(table["examples"]))
