import pytest

from corpus.annotation.titles import quoted_works
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Han så filmen »Sne over Hov« i går", ["Sne over Hov"]),
        ('Han skrev romanen "2 mænd".', ["2 mænd"]),
        ("kendt fra »Sne over Hov« og »Havnefogeden«", ["Sne over Hov", "Havnefogeden"]),
        ("Bodil-vinderen 'Et hus i Xyq'", ["Et hus i Xyq"]),
        ("Så kom 'Paradis for to'-stjernen", ["Paradis for to"]),
        # Speech, a word that is only set apart, and what nobody leads.
        ("»Vi vandt,« siger Mette", []),
        ("Han kalder filmen »en skandale«", []),
        ("siger Ole »Buller« Holt", []),
        ("»Hov« kom", []),
        ("fra »Vi kom, og så gik vi alle sammen hjem igen til byen«", []),
        ("filmen »Sne over", []),
    ],
)
def test_titles_in_quotation_marks(text: str, titles: list[str]) -> None:
    tokens = tokenize(text, 0, len(text), DANISH)
    found = quoted_works(tokens, DANISH)
    assert [text[tokens[a].start : tokens[b - 1].end] for a, b in found.items()] == titles
