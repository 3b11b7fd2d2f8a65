import pytest

from corpus.annotation.capitals import Capitals
from corpus.annotation.listed_names import ListedNames
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def listed(text: str, **recognized: str) -> ListedNames:
    """The listed names of the text, in which a model sees single words of these kinds."""
    capitals = Capitals(tokenize(text, 0, len(text), DANISH), DANISH)
    words = [token.text for token in capitals.tokens]
    return ListedNames(
        capitals, {words.index(word): (words.index(word) + 1, kind) for word, kind in recognized.items()}
    )


@pytest.mark.parametrize(
    ("text", "index", "name"),
    [
        ("Så kom Rusland", 2, "Rusland"),
        ("Så kom Danske Bank", 2, "Danske Bank"),
        ("Så kom Danske Banks chef", 2, "Danske Bank"),
        ("Så kom Nato-lande", 2, "Nato"),
        ("Så kom GRINDSTED", 2, "Grindsted"),
        ("Så kom 3F", 2, "3F"),
        ("Så kom Jordan Peterson", 2, None),
        ("Så kom Xyqa", 2, None),
    ],
)
def test_names_of_the_lists(text: str, index: int, name: str | None) -> None:
    names = listed(text)
    found = names.at(index, names.capitals.run_end(index))
    assert (found and found.name) == name


def test_a_demonym_names_its_country() -> None:
    found = listed("mange tyskere").demonym(1)
    assert found is not None
    assert (found.name, found.is_demonym, found.is_local) == ("Tyskland", True, False)


def test_a_local_demonym_is_one_where_the_model_sees_it() -> None:
    assert listed("mange fynske").demonym(1) is None
    found = listed("mange fynske", fynske="demonym").demonym(1)
    assert found is not None
    assert (found.name, found.is_demonym, found.is_local) == ("Fyn", True, True)


def test_agencies_in_lower_case() -> None:
    found = listed("ritzau og xyq").credited(0)
    assert found is not None
    assert found.name == "Ritzau"
    assert listed("ritzau og xyq").credited(2) is None
