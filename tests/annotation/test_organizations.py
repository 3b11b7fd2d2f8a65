import pytest

from corpus.annotation.capitals import Capitals
from corpus.annotation.organizations import association_end, organization_end, seated_end
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def capitals(text: str) -> Capitals:
    return Capitals(tokenize(text, 0, len(text), DANISH), DANISH)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xyq Kommunes plan", "Xyq Kommune"),
        ("Xyq Bank Danmark A/S kom", "Xyq Bank Danmark A/S"),
        ("Xyq Energy Xyqa", None),
        ("Xyq Energys Xyqa", "Xyq Energy"),
        ("Xyq Energy Mette Krag", "Xyq Energy"),
        ("Restaurant Xyqas gæster", "Restaurant Xyqa"),
        ("Danske Bank-chefer", None),
        ("Mette Krag", None),
        # At the start of a sentence a noun may stand before a name that is one without it.
        ("Værtslandet Danmark", None),
        ("Xyq Danmark", "Xyq Danmark"),
    ],
)
def test_a_last_word_that_says_so(text: str, name: str | None) -> None:
    found = capitals(text)
    end = organization_end(found, 0, found.run_end(0))
    assert (end and end[1]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Retten i Xyq har talt", "Retten i Xyq"),
        ("Institut for Vilde Dyr og Planter mener", "Institut for Vilde Dyr og Planter"),
        ("Retten i byen", None),
        ("Huset i Xyq", None),
        ("Retten", None),
    ],
)
def test_a_seat_or_a_field(text: str, name: str | None) -> None:
    found = capitals(text)
    end = seated_end(found, 0)
    assert (end and found.written(0, end)) == name


@pytest.mark.parametrize(
    ("text", "end"),
    [("Danske Filminstruktører mener", 2), ("Den Danske Xyqforening mener", 3), ("Store Xyqa", None)],
)
def test_an_adjective_of_a_country(text: str, end: int | None) -> None:
    found = capitals(text)
    assert association_end(found, 0, found.run_end(0), lambda _: False) == end


def test_an_adjective_before_a_name_of_its_own() -> None:
    found = capitals("Hollandske De Telegraaf skriver")
    assert association_end(found, 0, found.run_end(0), lambda index: index == 1) is None
