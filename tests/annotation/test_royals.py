import pytest

from corpus.annotation.names import find_names
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("text", "name", "mention", "is_listed"),
    [
        ("Så kom dronning Mary ind", "Dronning Mary", "Mary", True),
        ("Så kom dronning Marys bil", "Dronning Mary", "Marys", True),
        ("Så kom prinsesse Xyqa ind", "Prinsesse Xyqa", "Xyqa", False),
        ("Så kom direktør Xyqa ind", "Xyqa", "Xyqa", False),
        ("Så kom prins Knud Holt ind", "Knud Holt", "Knud Holt", False),
    ],
)
def test_those_of_one_name_keep_their_title(text: str, name: str, mention: str, is_listed: bool) -> None:
    (span,) = find_names(tokenize(text, 0, len(text), DANISH), DANISH)
    assert (span.name, text[span.start : span.end], span.kind) == (name, mention, "person")
    assert (span.known is not None) is is_listed
