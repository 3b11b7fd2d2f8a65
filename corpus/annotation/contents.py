"""Contents: which words of the document a claim claims."""

import bisect
import dataclasses
from collections.abc import Sequence

from corpus.annotation.items import Item

__all__ = [
    "CONNECTIVES",
    "Range",
    "Sentence",
    "antecedent",
    "before",
    "clause_end",
    "following",
    "following_speech",
    "is_all_quoted",
    "outside",
    "subclause_end",
    "trimmed",
]

# What begins a clause of its own.
CONNECTIVES = frozenset({"and", "but", "while"})
_CONTRASTS = frozenset({"but", "while"})
_VERBS = frozenset({"finite", "verb", "modal", "have", "be", "become"})

_LEADING = frozenset("-–—‒,;:.'‘’‚")
_TRAILING = frozenset(",;:-–—'‘’")
_QUOTES = '»«”“„"'

_POINTED_AT = 8  # sentences of a paragraph: a longer one is seldom all that is pointed back to
_SHORT = 40  # code points: a paragraph this short says too little to be all that is pointed back to

Range = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as items, in its paragraph.

    Attributes:
        paragraph: The paragraph's `seq`.
        kind: The paragraph's kind.
        start: First code point in the document.
        end: One past the last.
        paragraph_start: First code point of the paragraph.
        paragraph_end: One past the last.
        is_speech: Whether the paragraph is direct speech after a dash.
        items: Its words and noun phrases.
    """

    paragraph: int
    kind: str
    start: int
    end: int
    paragraph_start: int
    paragraph_end: int
    is_speech: bool
    items: tuple[Item, ...]


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without blanks and marks of punctuation at its ends, and without quotation marks around it.

    A quotation that is only part of it keeps its marks.
    """
    marks = sum(text.count(mark, start, end) for mark in _QUOTES)
    while True:
        start, end = _unpunctuated(text, start, end)
        last = end
        while last > start and text[last - 1] in ".,":
            last -= 1
        opens = start < last and text[start] in _QUOTES
        closes = start < last and text[last - 1] in _QUOTES
        marks -= opens + closes
        if not (opens or closes) or marks % 2:
            return start, end
        start, end = start + opens, last - closes if closes else end


def _unpunctuated(text: str, start: int, end: int) -> Range:
    while start < end and (text[start].isspace() or text[start] in _LEADING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    return start, end


def outside(text: str, content: Range, asides: Sequence[Range], ends: Sequence[int]) -> list[Range]:
    """The words of a content that are no attribution themselves.

    Args:
        text: The document's text.
        content: Where the claimed words stand.
        asides: Attributions inside it that belong to the same claim: they are left out.
        ends: Where attributions begin that end it.

    Returns:
        Trimmed ranges in order; none where no word is left.
    """
    start, end = content
    end = min((other for other in ends if start < other < end), default=end)
    pieces = []
    for first, last in sorted(asides):
        if start <= first and last <= end:
            pieces.append((start, first))
            start = last
    found = [trimmed(text, *piece) for piece in (*pieces, (start, end))]
    return [(first, last) for first, last in found if any(c.isalnum() for c in text[first:last])]


def before(sentence: Sentence, match_start: int, taken_until: int) -> Range:
    """What stands before an attribution: in direct speech from the last attribution in the paragraph on."""
    start = sentence.start
    if sentence.is_speech:
        start = sentence.paragraph_start
    return max(start, min(taken_until, match_start)), match_start


def clause_end(items: Sequence[Item], first: int, last: int) -> int:
    """Where words that are no clause end: before ", men", before "og" and a verb, before "over for X"."""
    for index in range(first + 1, last - 1):
        following = items[index + 1].classes
        if "comma" in items[index].classes and following & _CONTRASTS:
            return index
        if "and" in items[index].classes and following & _VERBS:
            return index
        if "told" in items[index].classes and "np" in following:
            return index
    return last


def subclause_end(items: Sequence[Item], first: int, last: int) -> int:
    """Where a clause in a subordinate clause ends: before the main clause, which begins with its verb."""
    for index in range(first + 1, last - 1):
        if "comma" in items[index].classes and items[index + 1].classes & _VERBS:
            return index
    return last


def antecedent(sentences: Sequence[Sentence], index: int) -> Range | None:
    """The sentences that a sentence beginning with "Det" points back to.

    Those before it in its paragraph, or else the last body paragraph, over headings, captions and
    advertisements.
    """
    sentence = sentences[index]
    if sentence.start > sentence.paragraph_start and sentences[index - 1].paragraph == sentence.paragraph:
        nearest = sentences[max(0, index - _POINTED_AT)]
        is_near = nearest.paragraph != sentence.paragraph
        return sentence.paragraph_start if is_near else nearest.start, sentences[index - 1].end
    for earlier in (sentences[i] for i in range(index - 1, -1, -1)):
        if earlier.kind == "body" and earlier.paragraph != sentence.paragraph:
            start = earlier.paragraph_start
            if earlier.paragraph_end - start < _SHORT:
                start = _start_before(sentences, index, start)
            return start, earlier.paragraph_end
    return None


def _start_before(sentences: Sequence[Sentence], index: int, start: int) -> int:
    """Where the body paragraph before one that starts here starts, of the sentences before an index."""
    earlier = (sentences[i] for i in range(index - 1, -1, -1))
    return next((s.paragraph_start for s in earlier if s.kind == "body" and s.paragraph_start < start), start)


def following(sentences: Sequence[Sentence], index: int) -> Range | None:
    """The next body paragraph."""
    for later in sentences[index + 1 :]:
        if later.kind == "body" and later.paragraph != sentences[index].paragraph:
            return later.paragraph_start, later.paragraph_end
    return None


def following_speech(sentences: Sequence[Sentence], index: int) -> Range | None:
    """The next body paragraph if it is direct speech."""
    content = following(sentences, index)
    return content if content and is_all_quoted((content[0] + 1, content[0] + 2), sentences) else None


def is_all_quoted(content: Range, sentences: Sequence[Sentence]) -> bool:
    """Whether the content is a quotation and nothing else."""
    start, end = content
    sentence = sentences[bisect.bisect_right(sentences, start, key=lambda s: s.start) - 1]
    return sentence.is_speech or any(
        "quotation" in item.classes and item.start <= start and end <= item.end for item in sentence.items
    )
