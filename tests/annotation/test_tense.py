import pytest

from corpus.annotation.date_words import plain, reader_of
from corpus.annotation.tense import tense_at
from corpus.languages import load_language

from .conftest import sentences_of

DANISH = load_language("da")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Hun kom onsdag.", -1),
        ("Hun besøgte dem onsdag.", 0),
        ("Hun lukkede broen onsdag.", -1),
        ("Hun vil komme onsdag.", 1),
        ("Dommen ventes onsdag.", 1),
        ("Hun skal have sagt det onsdag.", 0),
        ("Hun siger det onsdag.", 0),
        # The nearest word of the same clause tells.
        ("Hun sagde, at hun vil komme onsdag.", 1),
        ("Hun vil ikke sige, hvem der kom onsdag.", -1),
        ("Hun kom onsdag, og hun vil komme igen.", -1),
        ("Det var onsdag, hun ville.", -1),
        # A date that begins its clause has the verb after it.
        ("Onsdag besøgte hun dem.", -1),
        ("Onsdag gælder det.", 1),
        ("Onsdag siger hun nej.", 0),
        ("Onsdag på broen.", 0),
        ("Allerede onsdag åbner broen.", 1),
        ("Onsdag.", 0),
    ],
)
def test_the_tense_of_a_clause(text: str, tense: int) -> None:
    reader = reader_of(DANISH)
    assert reader
    (sentence,) = sentences_of(text, DANISH)
    lowered = plain(text)
    (date,) = reader.read(text, lowered, reader.anchors(lowered), (sentence.start, sentence.end))
    assert tense_at(lowered, sentence, date, DANISH, reader.calendar.tense) == tense
