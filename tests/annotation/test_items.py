from collections.abc import Callable
from typing import Any

import pytest

from corpus.annotation.items import Item, NamedSpan, itemize
from corpus.annotation.quotes import find_quotations
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")
Parse = Callable[[str], Any]


def items(text: str, *names: NamedSpan) -> list[Item]:
    tokens = tokenize(text, 0, len(text), DANISH)
    quotations = [(found.first, found.last + 1) for found in find_quotations(tokens)]
    return itemize(text, tokens, names, quotations, DANISH)


def name(first: int, last: int, **more: Any) -> NamedSpan:
    values: dict[str, Any] = {
        "kind": "person",
        "subkind": "",
        "entity": 0,
        "name": "Krag",
        "is_genitive": False,
        "is_demonym": False,
    }
    return NamedSpan(first=first, last=last, **{**values, **more})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han siger det over for mig.", ["Han", "siger", "det", "over for", "mig", "."]),
        ("De gør det klart nu", ["De", "gør det klart", "nu"]),
        ("kan be- eller afkræfte", ["kan", "be- eller afkræfte"]),
        ("Hun sagde »ja, nu.« til ham", ["Hun", "sagde", "»ja, nu.«", "til", "ham"]),
        ("»over for« mig", ["»over for«", "mig"]),
        ("I  dag", ["I  dag"]),
        ("", []),
    ],
)
def test_words_phrases_and_quotations(text: str, expected: list[str]) -> None:
    found = items(text)
    assert [item.text for item in found] == expected
    assert all(text[item.start : item.end] == item.text for item in found)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("siger", {"cue", "say", "finite"}),
        ("over for", {"to"}),
        ("»ja«", {"quotation"}),
        (",", {"comma"}),
        ("–", {"dash"}),
        ("%", {"mark"}),
        ("12.500", {"num"}),
        ("vand", {"lower"}),
        ("Xyq", {"lower"}),  # a capital at the start of a sentence tells nothing
        ("ministeren", {"noun", "human", "definite"}),
        ("vridningen", {"lower", "definite_like"}),
        ("brandvagtens", {"lower", "genitive_like"}),
    ],
)
def test_classes(text: str, classes: set[str]) -> None:
    (item,) = items(text)
    assert classes <= item.classes


def test_a_capital_inside_a_sentence_may_be_a_name() -> None:
    assert [item.classes for item in items("vand Xyq")][1] == {"cap"}


@pytest.mark.parametrize(
    ("more", "classes"),
    [
        ({}, {"name", "person"}),
        ({"kind": "place"}, {"name", "place"}),
        ({"is_genitive": True}, {"genitive"}),
        ({"is_demonym": True}, {"demonym"}),
    ],
)
def test_names(more: dict[str, Any], classes: set[str]) -> None:
    span = name(1, 3, **more)
    before, item, after = items("så Mette Krag gik", span)
    assert (before.text, item.text, after.text) == ("så", "Mette Krag", "gik")
    assert item.classes == classes
    assert item.named == span


def test_a_name_inside_a_quotation_is_part_of_it() -> None:
    (item,) = items("»Krag gik«", name(1, 2))
    assert (item.text, item.named) == ("»Krag gik«", None)


def test_a_phrase_does_not_swallow_a_name() -> None:
    assert [item.text for item in items("i dag", name(1, 2))] == ["i", "dag"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Broen er lang.", []),
        ("Så kom Mette Krag.", [("Mette Krag", "person")]),
        ("Så kom skatteminister Mette Krag.", [("skatteminister Mette Krag", "person")]),
        ("Så kom formand for Danske Læger Mette Krag.", [("formand for Danske Læger Mette Krag", "person")]),
        (
            "Så kom den tidligere formand Mette Krag (S).",
            [("den tidligere formand Mette Krag (S)", "person")],
        ),
        ("Vi så avisen Politiken.", [("avisen Politiken", "body")]),
        ("Så kom ministeren.", [("ministeren", "described")]),
        ("Så kom den russiske præsident.", [("den russiske præsident", "described")]),
        ("Så kom Ruslands præsident.", [("Ruslands præsident", "described")]),
        ("Så kom en talsmand for hæren.", [("en talsmand for hæren", "described")]),
        ("Så kom to unavngivne kilder.", [("to unavngivne kilder", "described")]),
        ("Så kom en ny rapport fra Rigsrevisionen.", [("en ny rapport fra Rigsrevisionen", "described")]),
        ("Så kom han.", [("han", "pronoun")]),
        ("Så kom begge.", [("begge", "pronoun")]),
        ("Så kom Mette Krag og han.", [("Mette Krag", "person"), ("han", "pronoun")]),
    ],
)
def test_noun_phrases(parse: Parse, text: str, phrases: list[tuple[str, str]]) -> None:
    (sentence,) = parse(text).sentences
    kinds = {"person", "body", "described", "pronoun"}
    found = [(item.text, *sorted(item.classes & kinds)) for item in sentence.items if "np" in item.classes]
    assert found == phrases


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Så kom ministeren.", {"definite"}),
        ("Så kom en minister.", set()),
        ("Så kom rapporten.", {"definite", "document"}),
        ("Så kom formand for Xyqa, Mette Krag.", {"apposed"}),
    ],
)
def test_what_a_phrase_keeps_of_its_noun(parse: Parse, text: str, marks: set[str]) -> None:
    (sentence,) = parse(text).sentences
    (phrase,) = [item for item in sentence.items if "np" in item.classes]
    assert phrase.classes & {"definite", "document", "apposed"} == marks
    assert " ".join(part.text for part in phrase.parts).replace(" ,", ",") == phrase.text
