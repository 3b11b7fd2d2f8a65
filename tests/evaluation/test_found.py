from corpus.edtf import parse_edtf
from corpus.evaluation.found import Found, FoundClaim, FoundEntity, found_in
from corpus.records import Annotation, Claim, ClaimPart, Document, Entity, Mention, Original, Paragraph

TEXT = "Unavngivne kilder og  KIM siger til DR, at det går."
DOCUMENT = Document(
    original=Original("a.txt", TEXT.encode()),
    origin="a.txt",
    text=TEXT,
    format="text",
    encoding="utf-8",
    published=parse_edtf("2023-09"),
)


def part(role, words: str, name: str | None = None, entity: int | None = None) -> ClaimPart:
    start = TEXT.index(words)
    return ClaimPart(role, start, start + len(words), words, name, entity)


def mention(words: str, entity: int | None) -> Mention:
    start = TEXT.index(words)
    return Mention(1, start, start + len(words), words, "person", "name", entity)


def claim(paragraph: int, *parts: ClaimPart) -> Claim:
    return Claim(paragraph, "denial", "denied", "indirect", "certain", "p", "det går", parts)


def test_an_annotation_is_read_as_its_archive_would_show_it() -> None:
    annotation = Annotation(
        language="da",
        model="m",
        paragraphs=(Paragraph(1, "body", TEXT, 0, len(TEXT), ""), Paragraph(2, "credit", "", 0, 0, "")),
        entities=(Entity("person", "Kim Jong-un"), Entity("organization", "DR"), Entity("place", "Her")),
        mentions=(mention("KIM", 0), mention("DR", 1), mention("det", None)),
        claims=(
            claim(2, part("cue", "siger"), part("content", "det går")),
            claim(
                1,
                part("cue", "siger"),
                part("cue", "at"),
                part("speaker", "Unavngivne kilder", "Unavngivne kilder"),
                part("speaker", "KIM", "Kim", 0),
                part("via", "DR", "DR", 1),
                part("content", "det går"),
            ),
        ),
    )
    speakers = ("Unavngivne kilder", "Kim Jong-un")
    assert found_in(DOCUMENT, annotation) == Found(
        published="2023-09",
        kinds={1: "body", 2: "credit"},
        entities=(
            FoundEntity("person", frozenset({"kim jong-un", "kim"}), frozenset({1})),
            FoundEntity("organization", frozenset({"dr"}), frozenset({1})),
        ),
        claims=(
            FoundClaim(1, "siger at", speakers, ("DR",), "denied", "det går", "indirect", "denial"),
            FoundClaim(2, "siger", (), (), "denied", "det går", "indirect", "denial"),
        ),
    )
