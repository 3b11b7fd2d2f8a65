import pytest

from corpus.annotation.groups import Groups
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.surfaces import agree_on_kinds, kind_of_surface, strip_genitives
from corpus.languages import load_language
from corpus.records import EntityKind

DANISH = load_language("da")


def groups(*names: tuple[str, EntityKind | None]) -> Groups:
    spans = [
        NameSpan(first=i, last=i + 1, start=i, end=i + 1, name=n, kind=k) for i, (n, k) in enumerate(names)
    ]
    return Groups(spans, DANISH)


@pytest.mark.parametrize(
    ("names", "nominatives"),
    [
        (["Xyqas", "Xyqa"], ["Xyqa", "Xyqa"]),
        (["Xyqas"], ["Xyqas"]),
        (["Krags"], ["Krag"]),
        (["Mette Krags"], ["Mette Krag"]),
        (["Lars"], ["Lars"]),
        (["XYQ's"], ["XYQ"]),
    ],
)
def test_nominatives(names: list[str], nominatives: list[str]) -> None:
    found = groups(*((name, None) for name in names))
    strip_genitives(found)
    assert found.nominative == nominatives


@pytest.mark.parametrize(
    ("kinds", "agreed"),
    [
        (["place", "place", "person"], ["place"] * 3),
        (["place", None], ["place", None]),
        ([None, None], [None, None]),
    ],
)
def test_mentions_agree_on_a_kind(kinds: list[EntityKind | None], agreed: list[EntityKind | None]) -> None:
    found = groups(*(("Xyqa", kind) for kind in kinds))
    agree_on_kinds(found)
    assert found.kind_of == agreed


def test_what_the_text_tells_wins() -> None:
    spans = list(groups(("Xyqa", "person"), ("Xyqa", "person"), ("Xyqa", "organization")).spans)
    found = Groups([*spans[:2], spans[2]._replace(is_told=True)], DANISH)
    agree_on_kinds(found)
    assert found.kind_of == ["organization"] * 3


@pytest.mark.parametrize(
    ("name", "before", "kind"), [("Xyqa", "til", "place"), ("Krag", "", "person"), ("Xyqa", "", "other")]
)
def test_a_name_that_nothing_tells(name: str, before: str, kind: str) -> None:
    (span,) = groups((name, None)).spans
    assert kind_of_surface(Groups([span._replace(before=before)], DANISH), [0]) == kind
