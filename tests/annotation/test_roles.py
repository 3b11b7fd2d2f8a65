from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[[str], Any]


def noted(parse: Parse, text: str) -> Any:
    parsed = parse(text)
    for sentence in parsed.sentences:
        parsed.discourse.roles.note(sentence.items)
    entities = {part.named.name: part.named.entity for s in parsed.sentences for i in s.items
                for part in (i.parts or (i,)) if part.named}  # fmt: skip
    return parsed.discourse.roles, entities


@pytest.mark.parametrize(
    ("text", "who", "role", "country"),
    [
        ("Så kom minister Mette Krag.", "Mette Krag", "minister", None),
        ("Så kom skatteministeren Mette Krag.", "Mette Krag", "minister", None),
        ("Så kom ministeren, Mette Krag.", "Mette Krag", "minister", None),
        ("Så kom Mette Krag, formand for Danmark.", "Mette Krag", "formand", None),
        ("Så kom Ruslands præsident, Mette Krag.", "Mette Krag", "præsident", "Rusland"),
        ("Så kom den russiske præsident Mette Krag.", "Mette Krag", "præsident", "Rusland"),
        ("Så kom avisen Politiken.", "Politiken", "avis", None),
        ("Så kom formand og direktør Mette Krag.", "Mette Krag", "direktør", None),
    ],
)
def test_roles_that_a_text_gives(parse: Parse, text: str, who: str, role: str, country: str | None) -> None:
    roles, entities = noted(parse, text)
    assert roles.has_any(entities[who])
    assert roles.has(entities[who], role, None)
    if country:
        assert roles.has(entities[who], role, entities[country])
        assert not roles.has(entities[who], role, 99)
    assert not roles.has(entities[who], "konge", None)


def test_who_has_no_role(parse: Parse) -> None:
    roles, entities = noted(parse, "Så kom Mette Krag og gik.")
    assert not roles.has_any(entities["Mette Krag"])
    assert not roles.has(entities["Mette Krag"], "minister", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Så kom ugeavisen Xyqa.", True),
        ("Så kom nyhedsbureauet Xyqa.", True),
        ("Så kom firmaet Xyqa.", False),
        ("Så kom organisationen Xyqa.", False),
    ],
)
def test_what_the_text_calls_a_medium(parse: Parse, text: str, expected: bool) -> None:
    roles, entities = noted(parse, text)
    assert roles.is_medium(entities["Xyqa"]) is expected
