import pytest

from corpus.annotation.drafting import can_be_owned
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("text", "can_own"),
    [
        ("Krags advokat", True),
        ("Krags tidligere advokat", True),
        ("Krags Volvo", True),
        ("Krags siger", False),
        ("Krags til DR", False),
        ("Krags, vagtchef", False),
        ("Krags og Friis", False),
        ("Krags ikke", False),
        ("Krags", False),
    ],
)
def test_what_can_be_owned(text: str, can_own: bool) -> None:
    assert can_be_owned(tokenize(text, 0, len(text), DANISH), 1, DANISH) is can_own
