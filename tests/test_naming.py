"""Names of entities: compared and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.naming import name_key, shown_name


@pytest.mark.parametrize(
    ("kind", "listed", "used", "shown"),
    [
        ("organization", "FN", {"FN", "De Forenede Nationer"}, "FN"),
        ("place", "Rusland", set(), "Rusland"),
        ("person", "Vladimir Putin", {"Putin"}, "Vladimir Putin"),
        ("person", None, {"Kim", "Kim Jong-un", "Kims"}, "Kim Jong-un"),
        ("organization", "Kongeriget", {"KR"}, "KR"),
        ("person", None, {"B", "A"}, "A"),
    ],
)
def test_the_shown_name(kind: str, listed: str | None, used: set[str], shown: str) -> None:
    assert shown_name(kind, listed, used) == shown


@given(st.text())
def test_a_name_key_is_the_key_of_itself(name: str) -> None:
    once = name_key(name)
    assert name_key(once.upper()) == name_key(name.upper())
    assert once == once.strip()
