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


def annotation(entities, mentions=(), claims=()) -> Annotation:
    paragraphs = (Paragraph(1, "body", TEXT, 0, len(TEXT), ""), Paragraph(2, "credit", "", 0, 0, ""))
    return Annotation(
        language="da", model="m", paragraphs=paragraphs, entities=entities, mentions=mentions, claims=claims
    )


def test_an_annotation_is_read_as_an_archive_would_show_it() -> None:
    found = found_in(
        [
            (
                DOCUMENT,
                annotation(
                    (Entity("person", "Kim Jong-un"), Entity("organization", "DR"), Entity("place", "Her")),
                    (mention("KIM", 0), mention("DR", 1), mention("det", None)),
                    (
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
                ),
            )
        ]
    )
    speakers = ("Unavngivne kilder", "Kim Jong-un")
    assert found == [
        Found(
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
    ]


def test_an_entity_has_the_fullest_name_of_all_articles() -> None:
    short = Entity("organization", "DR", ("DR",), key="dr")
    full = Entity("organization", "Danmarks Radio", ("Danmarks Radio",), key="dr")
    claims = (claim(1, part("via", "DR", "DR", 0), part("content", "det går")),)
    first, second = found_in(
        [
            (DOCUMENT, annotation((short,), (mention("DR", 0),), claims)),
            (DOCUMENT, annotation((full, short), (mention("DR", 0), mention("KIM", 1)))),
        ]
    )
    assert first.claims[0].via == ("Danmarks Radio",)
    assert [entity.names for entity in first.entities] == [{"danmarks radio", "dr"}]
    assert [entity.names for entity in second.entities] == [{"danmarks radio", "dr", "kim"}]


def test_a_listed_name_is_shown_where_it_is_used() -> None:
    entity = Entity("organization", "DR", ("DR", "Danmarks Radio"), listed_name="DR")
    (found,) = found_in([(DOCUMENT, annotation((entity,), (mention("det", 0),)))])
    assert found.entities[0].names == {"dr", "det"}
