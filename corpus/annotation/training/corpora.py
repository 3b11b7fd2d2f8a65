"""Read the public data sets that the name model learns from."""

import pathlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.annotation.crf_recognizer import spans_of
from corpus.spans import Span, SpanKind

__all__ = ["Sentence", "read_norne", "read_uner"]

_Rows = list[list[str]]
_Labelled = tuple[int, int, str]  # a span with the data set's own label


class Sentence(NamedTuple):
    """The words of a sentence and the names in it."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


_UNER_LABELS: dict[str, SpanKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_DANPLUS_LABELS: dict[str, SpanKind] = {"LOCderiv": "demonym", "MISC": "other", "MISCpart": "other"}
# DaN+ marks these as MISC; they are no names.
_CURRENCIES = frozenset(
    ("kr.", "kr", "kroner", "kroners", "krone", "dollar", "mark", "pund", "D-mark", "yen", "franc")
)


def read_uner(path: pathlib.Path) -> list[Sentence]:
    """Read a UNER file: people, organisations, places, and from its DaN+ column demonyms and other names."""
    return [_uner_sentence(rows) for rows in _blocks(path)]


def _uner_sentence(rows: _Rows) -> Sentence:
    words = tuple(row[1] for row in rows)
    spans: list[Span] = [(a, b, _UNER_LABELS[label]) for a, b, label in spans_of([row[2] for row in rows])]
    taken = {index for a, b, _ in spans for index in range(a, b)}
    for first, last, label in spans_of([row[3].partition("#")[0] for row in rows]):
        is_free = taken.isdisjoint(range(first, last))
        is_currency = last - first == 1 and words[first] in _CURRENCIES
        if label in _DANPLUS_LABELS and is_free and not is_currency:
            spans.append((first, last, _DANPLUS_LABELS[label]))
    return Sentence(words, tuple(sorted(spans)))


_NORNE_LABELS: dict[str, SpanKind] = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE_LOC": "place",
    "GPE_ORG": "place",
    "PROD": "other",
    "EVT": "other",
    "MISC": "other",
}
_NAME = re.compile(r"name=(\S+)")


def read_norne(
    folder: pathlib.Path, respell: Callable[[str], str], is_demonym: Callable[[str], bool]
) -> list[Sentence]:
    """Read NorNE's files of one written standard, labelled and spelled as the Danish data are.

    NorNE marks no demonyms; those the lists know are marked here. A compound that begins with a name
    ("EU-landene") is a name of its first part's kind in the Danish data; where that is unknown the
    sentence is left out.

    Args:
        folder: Holds `*.conll`.
        respell: Norwegian word to Danish word.
        is_demonym: Whether the lists know a lower-case Danish word as a demonym.
    """
    blocks = [rows for path in sorted(folder.glob("*.conll")) for rows in _blocks(path)]
    tagged = [([row[1] for row in rows if row[1] != "|"], _norne_spans(rows)) for rows in blocks]
    kinds = _kinds(tagged)
    sentences: list[Sentence] = []
    for words, spans in tagged:
        relabelled = _relabelled(words, spans, kinds)
        if words and relabelled is not None:
            danish = tuple(respell(word) for word in words)
            sentences.append(Sentence(danish, _with_demonyms(danish, relabelled, is_demonym)))
    return sentences


def _norne_spans(rows: _Rows) -> list[_Labelled]:
    tags = [match[1] if (match := _NAME.search(row[9])) else "O" for row in rows if row[1] != "|"]
    return spans_of(tags)


def _kinds(tagged: Iterable[tuple[list[str], list[_Labelled]]]) -> dict[str, SpanKind]:
    """The kind that a name of one word mostly has."""
    counts: defaultdict[str, Counter[SpanKind]] = defaultdict(Counter)
    for words, spans in tagged:
        for first, last, label in spans:
            if last - first == 1 and label in _NORNE_LABELS:
                counts[words[first]][_NORNE_LABELS[label]] += 1
    return {word: max(sorted(count), key=count.__getitem__) for word, count in counts.items()}


def _relabelled(
    words: Sequence[str], spans: Iterable[_Labelled], kinds: Mapping[str, SpanKind]
) -> list[Span] | None:
    found: list[Span] = []
    for first, last, label in spans:
        if label in _NORNE_LABELS:
            found.append((first, last, _NORNE_LABELS[label]))
        elif words[first][:1].isupper():
            kind = kinds.get(words[first].partition("-")[0]) if "-" in words[first] else None
            if kind is None:
                return None
            found.append((first, last, kind))
    return found


def _with_demonyms(
    words: Sequence[str], spans: Iterable[Span], is_demonym: Callable[[str], bool]
) -> tuple[Span, ...]:
    found = list(spans)
    taken = {index for first, last, _ in found for index in range(first, last)}
    for index, word in enumerate(words):
        if index not in taken and is_demonym(word):
            found.append((index, index + 1, "demonym"))
    return tuple(sorted(found))


def _blocks(path: pathlib.Path) -> Iterator[_Rows]:
    """The sentences of a tab-separated file: lines between empty lines, without comments."""
    rows: _Rows = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield rows
            rows = []
