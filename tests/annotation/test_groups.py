from corpus.annotation.groups import Groups
from corpus.annotation.name_spans import NameSpan
from corpus.languages import load_language


def test_names_join_groups() -> None:
    names = ["Krag", "Mette Krag", "Xyqa"]
    spans = [
        NameSpan(first=i, last=i + 1, start=i, end=i + 1, name=n, kind=None) for i, n in enumerate(names)
    ]
    groups = Groups(spans, load_language("da"))
    person = groups.new("person", "Mette Krag")
    groups.join(1, person)
    assert groups.open() == [0, 2]
    assert [groups.is_named_before(person, index) for index in range(3)] == [False, False, True]
    groups.join(0, person)
    assert groups.kind_of == ["person", "person", None]
    assert groups.group_of == [person, person, None]
    assert sorted(set(groups.names_of(person))) == ["Krag", "Mette Krag"]
    assert groups.of_kind("person") == [person]
    assert groups.of_kind("place") == []
    assert groups.indexes() == {"Krag": [0], "Mette Krag": [1], "Xyqa": [2]}
