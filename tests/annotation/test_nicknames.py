import pytest

from corpus.annotation.capitals import Capitals
from corpus.annotation.nicknames import nicknamed
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Ole "Buller" Krag kom', "Ole Krag"),
        ("Ole »Store Ole« Krag Holt kom", "Ole Krag Holt"),
        ('Ole "Buller" kom', None),
        ('Ole Krag "Buller" kom', None),
        ('Huset "Buller" Krag', None),
        ('Ole "Buller', None),
    ],
)
def test_nicknames_between_names(text: str, name: str | None) -> None:
    found = nicknamed(Capitals(tokenize(text, 0, len(text), DANISH), DANISH), 0)
    assert (found and found.name) == name
