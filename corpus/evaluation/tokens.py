"""Treebank files: sentences of tokens with the names that people marked in them."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.errors import NotFoundError, RejectedInputError
from corpus.spans import Span, SpanKind, kind_of_label

__all__ = ["TaggedFile", "TaggedSentence", "decode", "read_tagged"]

_ID = re.compile(r"\d+(?:[-.]\d+)?")  # a token; "3-4" and "5.1" are words that the text does not hold as such
_TAG = re.compile(r"O|[BI]-\S+")
_CONLLU_COLUMNS = 10
_NEW_DOCUMENT = re.compile(r"# newdoc\b|-DOCSTART-")
_SENTENCE_ID = re.compile(r"# sent_id *= *(\S+)")
_Row = tuple[str, str, str]  # a word, its tag, and its finer tag or "O"


@dataclasses.dataclass(frozen=True, slots=True)
class TaggedSentence:
    """One sentence.

    Attributes:
        place: What the file calls it, or its number in the file.
        words: Its tokens.
        spans: The names in it, in order.
    """

    place: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TaggedFile:
    """What a file holds.

    Attributes:
        documents: The sentences of each article; of a file that marks no articles, all in one.
        kinds: What its names name.
        ignored: Labels that are no names, and how often they stand there.
    """

    documents: tuple[tuple[TaggedSentence, ...], ...]
    kinds: frozenset[SpanKind]
    ignored: Counter[str]


def read_tagged(path: Path) -> TaggedFile:
    """Read a file with a token a line, a blank line after each sentence and IOB2 tags.

    A line may be a word and its tag, parted by a tab or blank; a token of CoNLL-U with `name=B-PER` in its
    MISC column (DaNE, NorNE); or number, word, tag and perhaps a finer tag (Universal NER), of which demonyms
    are taken where no other name stands. `# newdoc` or `-DOCSTART-` begins an article.

    Raises:
        NotFoundError: if there is no such file.
        RejectedInputError: if a line is none of these, or no line holds a name.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise NotFoundError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RejectedInputError(str(path), "it is not in UTF-8") from error
    reader = _Reader(str(path))
    reader.read(lines)
    documents = tuple(tuple(document) for document in reader.documents if document)
    kinds = frozenset(span[2] for document in documents for sentence in document for span in sentence.spans)
    if not kinds:
        hint = "tags are like B-PER, in the second column or as name=B-PER in the last of CoNLL-U"
        raise RejectedInputError(str(path), "it marks no names", hint=hint)
    return TaggedFile(documents, kinds, reader.ignored)


class _Reader:
    """Gathers lines into sentences, and sentences into documents."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._rows: list[_Row] = []
        self._place = ""
        self._count = 0
        self.documents: list[list[TaggedSentence]] = [[]]
        self.ignored: Counter[str] = Counter()

    def read(self, lines: Iterable[str]) -> None:
        for number, line in enumerate((*lines, ""), start=1):
            if not line.strip():
                self._end_sentence()
            elif _NEW_DOCUMENT.match(line):
                self._end_sentence()
                self.documents.append([])
            elif _is_comment(line):
                match = _SENTENCE_ID.match(line)
                self._place = match[1] if match else self._place
            else:
                self._rows += self._row(number, line)

    def _row(self, number: int, line: str) -> Iterator[_Row]:
        """The token of a line, if it is one."""
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) > 2 and _ID.fullmatch(columns[0]):
            if not columns[0].isdecimal():
                return
            row = _numbered(columns)
        elif len(columns) == 2:
            row = (columns[0], columns[1], "O")
        else:
            raise RejectedInputError(self._origin, f"line {number} is no token: {line[:80]!r}")
        for tag in row[1:]:
            if not _TAG.fullmatch(tag):
                raise RejectedInputError(self._origin, f"line {number}: {tag!r} is no IOB2 tag")
        yield row

    def _end_sentence(self) -> None:
        if self._rows:
            self._count += 1
            words, tags, finer = zip(*self._rows, strict=True)
            spans = tuple(self._spans(tags, finer))
            self.documents[-1].append(TaggedSentence(self._place or f"sentence {self._count}", words, spans))
        self._rows, self._place = [], ""

    def _spans(self, tags: Sequence[str], finer: Sequence[str]) -> list[Span]:
        found: list[Span] = []
        for first, last, label in decode(tags):
            kind = kind_of_label(label)
            if kind is None:
                self.ignored[label] += 1
            else:
                found.append((first, last, kind))
        taken = {index for first, last, _ in found for index in range(first, last)}
        for first, last, label in decode(finer):
            if kind_of_label(label) == "demonym" and taken.isdisjoint(range(first, last)):
                found.append((first, last, "demonym"))
        return sorted(found)


def _is_comment(line: str) -> bool:
    """Whether a line tells something else than a token; "#" may be one, with its tag."""
    columns = line.split()
    return line.startswith("#") and not (len(columns) == 2 and _TAG.fullmatch(columns[1]))


def _numbered(columns: Sequence[str]) -> _Row:
    if len(columns) == _CONLLU_COLUMNS:
        marked = (pair.partition("=") for pair in columns[-1].split("|"))
        return columns[1], next((tag for key, _, tag in marked if key == "name"), "O"), "O"
    finer = columns[3].partition("#")[0] if len(columns) > 3 else "O"
    return columns[1], columns[2], finer


def decode(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges and labels of IOB2 tags, as CoNLL's own scorer reads them.

    A tag that goes on with what did not begin begins it:

    >>> list(decode(["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG"]))
    [(0, 2, 'PER'), (2, 3, 'PER'), (4, 5, 'LOC'), (5, 6, 'ORG')]
    """
    first, label = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if label and tag != f"I-{label}":
            yield first, index, label
            label = ""
        if not label and tag != "O":
            first, label = index, tag[2:]
