import pytest

from corpus.cli._marking import Mark, marked_paragraph, marks_of
from corpus.storage.rows import ClaimRow, DateRow, MentionRow, ParagraphRow, PartRow

TEXT = "Kim siger, at Putin kommer."
PARAGRAPH = ParagraphRow(id=1, seq=1, kind="body", text=TEXT, start_char=100, end_char=100 + len(TEXT))


def mention(start: int, end: int, kind: str = "person") -> MentionRow:
    return MentionRow(1, 1, 1, "x", kind, "name", "x", 100 + start, 100 + end)


def part(role: str, start: int, end: int) -> PartRow:
    return PartRow(role, 1, "x", 100 + start, 100 + end, None, None)


CLAIM = ClaimRow(
    1, 1, "statement", "affirmed", "indirect", "certain", "x", "x", 114, 126, None, None, None, None,
    (part("speaker", 0, 3), part("cue", 4, 9), part("content", 14, 26)),
)  # fmt: skip

DATE = DateRow(1, 1, "relative", "x", "2023-09", "2023-09-01", "2023-09-30", 100, 103)


@pytest.mark.parametrize(
    ("mentions", "dates", "claims", "expected"),
    [
        ([], [], [], TEXT),
        ([mention(0, 3), mention(14, 19)], [], [], "[Kim] siger, at [Putin] kommer."),
        ([mention(14, 19)], [], [CLAIM], "Kim *siger*(1), at {1: [Putin] kommer}."),
        ([mention(0, 27)], [], [CLAIM, CLAIM], "[Kim *siger*(1)*(2), at {1: {2: Putin kommer}}.]"),
        ([mention(20, 26)], [DATE], [CLAIM], "<Kim>(2023-09) *siger*(1), at {1: Putin [kommer]}."),
        ([mention(-50, 3)], [], [], "[Kim] siger, at Putin kommer."),  # begins in a paragraph before
        ([mention(-50, -20), mention(27, 40)], [], [], TEXT),  # lies in other paragraphs
        (
            [mention(0, 9), mention(4, 19)],
            [],
            [],
            "[Kim [siger], at Putin] kommer.",
        ),  # they overlap
    ],
)
def test_marks_without_colour(
    mentions: list[MentionRow], dates: list[DateRow], claims: list[ClaimRow], expected: str
) -> None:
    marks = marks_of(mentions, dates, claims)
    assert marked_paragraph(PARAGRAPH, marks, coloured=False).plain.replace("**siger", "*siger") == expected


def test_marks_in_colour_add_nothing_but_the_claims_number() -> None:
    text = marked_paragraph(PARAGRAPH, marks_of([mention(14, 19, "place")], [], [CLAIM]), coloured=True)
    assert text.plain == "Kim siger(1), at Putin kommer."
    assert [(text.plain[span.start : span.end], str(span.style)) for span in text.spans] == [
        ("siger", "bold"),
        ("Putin", "green underline"),
        (" kommer", "underline"),
    ]


def test_a_mark_cannot_bring_controls_back() -> None:
    paragraph = ParagraphRow(id=1, seq=1, kind="body", text="a\x1b[2Jb", start_char=0, end_char=6)
    assert marked_paragraph(paragraph, [Mark(0, 6, "bold")], coloured=True).plain == "a\ufffd[2Jb"
