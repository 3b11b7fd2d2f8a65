import pytest

from corpus.annotation.entities import resolve_names
from corpus.annotation.names import find_names
from corpus.annotation.tokens import sentences, tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def meant(text: str) -> list[tuple[str, str | None]]:
    """What each name of the text means, with its kind."""
    tokens = tokenize(text, 0, len(text), DANISH)
    spans = [
        span
        for first, last in sentences(tokens, [False] * len(tokens))
        for span in find_names(tokens[first:last], DANISH)
    ]
    found = resolve_names(spans, DANISH, scope="here")
    return [
        ("", None) if entity is None else (found.entities[entity].name, found.entities[entity].kind)
        for entity in found.entity_of
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Two family names, and one with a particle, alone.
        ("Så kom Mads Torp Ibsen. Vi så Torp Ibsen.", ["Mads Torp Ibsen"] * 2),
        ("Så kom Nicolas de La Tour. Siden kom La Tour.", ["Nicolas de La Tour"] * 2),
        # What may be a full name of its own is one.
        ("Så kom Jens Peter Hansen. Vi så Peter Hansen.", ["Jens Peter Hansen", "Peter Hansen"]),
        # A family name that is a town, unless a preposition says so.
        ("Så kom Mette Skagen. Nu taler Skagen.", ["Mette Skagen"] * 2),
        ("Så kom Mette Skagen. Hun bor i Skagen.", ["Mette Skagen", "Skagen"]),
        # Two who share their family name; not somebody whose own is known.
        ("Så kom Lis og Torben Holt. Vi så Lis.", ["Lis Holt", "Torben Holt", "Lis Holt"]),
        ("Så kom Lis Krag. Vi så Lis og Torben Holt.", ["Lis Krag", "Lis Krag", "Torben Holt"]),
        # A small word in a name is nobody's name.
        ("Så kom Mette la Cour. Nu går De.", ["Mette la Cour"]),
    ],
)
def test_parts_of_names(text: str, names: list[str]) -> None:
    assert [name for name, _ in meant(text)] == names
