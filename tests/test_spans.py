import pytest

from corpus.spans import LABELS, SpanKind, kind_of_label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PER", "person"),
        ("per", "person"),
        ("PERSON", "person"),
        ("ORG", "organization"),
        ("ORGpart", "organization"),
        ("GPE_ORG", "organization"),
        ("LOC", "place"),
        ("GPE", "place"),
        ("FAC", "place"),
        ("LOCderiv", "demonym"),
        ("NORP", "demonym"),
        ("MISC", "other"),
        ("EVENT", "event"),
        ("WORK_OF_ART", "work"),
        ("DATE", None),
        ("PERderiv", None),
        ("", None),
    ],
)
def test_what_a_label_names(label: str, kind: SpanKind | None) -> None:
    assert kind_of_label(label) == kind


def test_every_label_has_one_kind_and_every_kind_its_own_name() -> None:
    labels = [label for of_kind in LABELS.values() for label in of_kind]
    assert sorted(labels) == sorted(set(labels))
    assert all(kind_of_label(kind) == kind for kind in LABELS)
