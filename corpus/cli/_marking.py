"""An article's text with its names, dates and claims marked, for a terminal or for plain text.

In colour, a name has the colour of its kind, a date is in italics and a claim's content is underlined;
without, a name stands in [brackets], a date in <angles>, a cue between *stars* and content in {1: braces}. A
cue always carries its claim's number, and a date what it means.
"""

import dataclasses
import itertools
from collections.abc import Iterable, Sequence

from rich.text import Text

from corpus.cli._rendering import printable
from corpus.storage.rows import ClaimRow, DateRow, MentionRow, ParagraphRow

__all__ = ["LEGEND", "Mark", "marked_paragraph", "marks_of"]

LEGEND = {
    False: "[name]  <date>(what it means)  *cue*(n)  {n: what claim n says}",
    True: (
        "colour: a name, by its kind; italics: a date, with what it means; "
        "bold: a cue, with the number of its claim; underlined: what it says"
    ),
}
_COLOURS = {
    "person": "cyan",
    "organization": "magenta",
    "place": "green",
    "event": "yellow",
    "work": "yellow",
    "other": "yellow",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A range of an article's text to be marked.

    Attributes:
        start: First code point in the article's text.
        end: One past the last.
        style: As rich has it, where colour can be seen.
        opening: What stands before it where none can be.
        closing: What stands after it there.
        label: What stands after it in any case.
    """

    start: int
    end: int
    style: str
    opening: str = ""
    closing: str = ""
    label: str = ""


def marks_of(
    mentions: Iterable[MentionRow], dates: Iterable[DateRow], claims: Sequence[ClaimRow]
) -> list[Mark]:
    """The marks of an article; a claim's number is its place among the claims, from 1."""
    marks = [Mark(m.start_char, m.end_char, _COLOURS[m.kind], "[", "]") for m in mentions]
    marks += [Mark(d.start_char, d.end_char, "italic", "<", ">", f"({d.value})") for d in dates]
    for number, claim in enumerate(claims, start=1):
        for part in claim.parts:
            if part.role == "cue":
                marks.append(Mark(part.start_char, part.end_char, "bold", "*", "*", f"({number})"))
            elif part.role == "content":
                marks.append(Mark(part.start_char, part.end_char, "underline", f"{{{number}: ", "}"))
    return marks


def marked_paragraph(paragraph: ParagraphRow, marks: Iterable[Mark], *, coloured: bool) -> Text:
    """A paragraph with the marks that touch it."""
    inside = [
        dataclasses.replace(
            mark, start=max(mark.start, paragraph.start_char), end=min(mark.end, paragraph.end_char)
        )
        for mark in marks
        if mark.start < paragraph.end_char and mark.end > paragraph.start_char
    ]
    text = Text()
    cuts = sorted(
        {paragraph.start_char, paragraph.end_char, *(place for m in inside for place in (m.start, m.end))}
    )
    for start, end in itertools.pairwise(cuts):
        text.append(_openings(inside, start, coloured=coloured))
        words = printable(paragraph.text[start - paragraph.start_char : end - paragraph.start_char])
        styles = (mark.style for mark in inside if mark.start <= start and mark.end >= end)
        text.append(words, style=" ".join(styles) if coloured else "")
        text.append(_closings(inside, end, coloured=coloured))
    return text


def _openings(marks: Iterable[Mark], place: int, *, coloured: bool) -> str:
    """What opens at a place, the widest first."""
    here = sorted((mark for mark in marks if mark.start == place), key=lambda mark: -mark.end)
    return "" if coloured else "".join(mark.opening for mark in here)


def _closings(marks: Iterable[Mark], place: int, *, coloured: bool) -> str:
    """What closes at a place, the narrowest first."""
    here = sorted((mark for mark in marks if mark.end == place), key=lambda mark: -mark.start)
    return "".join(("" if coloured else mark.closing) + mark.label for mark in here)
