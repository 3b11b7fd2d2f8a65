import pytest

from corpus.annotation.capitals import Capitals
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def capitals(text: str) -> Capitals:
    return Capitals(tokenize(text, 0, len(text), DANISH), DANISH)


def find(found: Capitals, word: str) -> int:
    return [token.text for token in found.tokens].index(word)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Mette Krag gik", "Mette Krag"),
        ("Mette gik", "Mette"),
        ("Ursula von der Leyen talte", "Ursula von der Leyen"),
        ("Mohammed bin Salman talte", "Mohammed bin Salman"),
        ("Anne og Ole", "Anne"),
        ("Anne, Ole", "Anne"),
        ("Anne  Lund", "Anne"),
        ("Danske Bank-chefer", "Danske"),
        ("Hummel-milliardær Ole Friis", "Hummel-milliardær"),
        ("Anne de", "Anne"),
    ],
)
def test_a_row_of_capitals_ends(text: str, run: str) -> None:
    found = capitals(text)
    assert found.written(0, found.run_end(0)) == run


def test_a_row_of_capitals_is_not_endless() -> None:
    assert capitals("Xyq " * 5000).run_end(0) == 20


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nato-lande", "Nato-lande", True),
        ("Hummel-milliardær", "Hummel-milliardær", True),
        ("FN-sanktioner", "FN-sanktioner", True),
        ("Kim Jong-un", "Jong-un", False),
        ("Anne-Marie", "Anne-Marie", False),
        ("Rostov", "Rostov", False),
        ("Nord- og Sydkorea", "Nord-", False),
    ],
)
def test_compounds_of_a_name_and_a_noun(text: str, word: str, expected: bool) -> None:
    found = capitals(text)
    assert found.is_compound(find(found, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Krag gik", "Krag", False),
        ("Så gik Krag", "Krag", True),
        ("»Krag gik", "Krag", False),
        ("Ritzau/AFP", "AFP", True),
        ("Bank (DB)", "DB", True),
        ("Nej. Krag", "Krag", False),
        ("Krag, Lund", "Lund", True),
    ],
)
def test_whether_a_capital_can_only_mean_a_name(text: str, word: str, expected: bool) -> None:
    found = capitals(text)
    assert found.is_mid_sentence(find(found, word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mette Krag", True),
        ("Xyq Hansen", True),
        ("Mette Xyq", True),
        ("Xyq Hansens", True),
        ("Mette", False),
        ("Xyq Wyq", False),
        ("Mette Krag Mette Krag Mette Krag", False),
    ],
)
def test_what_looks_like_a_person(text: str, expected: bool) -> None:
    found = capitals(text)
    assert found.looks_like_person(0, len(found.tokens)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minister Xyq", True),
        ("skatteminister Xyq", True),
        ("hr. Xyq", True),
        ("byen Xyq", False),
        ("rapport Xyq", False),
        ("Xyq", False),
    ],
)
def test_what_follows_a_title(text: str, expected: bool) -> None:
    found = capitals(text)
    assert found.follows_title(find(found, "Xyq")) is expected


@pytest.mark.parametrize(
    ("text", "index", "forms"),
    [
        ("Putins", 0, ("Putins", "Putin")),
        ("Lars'", 0, ("Lars'", "Lars")),
        ("Nato-lande", 0, ("Nato-lande", "Nato")),
        ("Kina", 0, ("Kina",)),
    ],
)
def test_forms_of_a_name(text: str, index: int, forms: tuple[str, ...]) -> None:
    assert capitals(text).forms(index) == forms
