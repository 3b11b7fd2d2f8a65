from corpus.annotation.capitals import Capitals
from corpus.annotation.drafting import listed_span, told_span, unlisted_span
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")
TEXT = "hos Xyq Ruslands"


def test_spans_of_a_sentence() -> None:
    capitals = Capitals(tokenize(TEXT, 0, len(TEXT), DANISH), DANISH)
    unlisted = unlisted_span(capitals, 1, 2, "organization")
    assert (unlisted.start, unlisted.end, unlisted.name, unlisted.kind) == (4, 7, "Xyq", "organization")
    assert (unlisted.before, unlisted.is_certain, unlisted.is_told) == ("hos", True, False)
    assert told_span(capitals, 1, 2, "place").is_told
    (_, known), *_ = DANISH.names.names["Rusland"]
    listed = listed_span(capitals, 2, 3, known, "Rusland")
    assert (listed.name, listed.kind, listed.known, listed.end) == ("Rusland", "place", known, len(TEXT))
