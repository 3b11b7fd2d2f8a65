import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.entities import Resolution, resolve_names
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.names import find_names
from corpus.annotation.tokens import sentences, tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def names_in(text: str) -> list[NameSpan]:
    tokens = tokenize(text, 0, len(text), DANISH)
    ranges = sentences(tokens, [False] * len(tokens))
    return [name for first, last in ranges for name in find_names(tokens[first:last], DANISH)]


def resolve(text: str) -> Resolution:
    return resolve_names(names_in(text), DANISH, scope="here")


def pairs(text: str) -> list[tuple[str, str | None]]:
    """Every name as it stands, with the entity that it means."""
    found = resolve(text)
    return [
        (text[span.start : span.end], None if entity is None else found.entities[entity].name)
        for span, entity in zip(names_in(text), found.entity_of, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A family name or first name means the one person who bears it.
        (
            "Direktør Mette Krag gik. Krag er træt, og Mette sover. Krags bil står stille.",
            [
                ("Mette Krag", "Mette Krag"),
                ("Krag", "Mette Krag"),
                ("Mette", "Mette Krag"),
                ("Krags", "Mette Krag"),
            ],
        ),
        # Two of one name: nobody can tell.
        (
            "Direktør Mette Krag og advokat Ole Krag gik. Så kom Krag. Så kom Ole.",
            [("Mette Krag", "Mette Krag"), ("Ole Krag", "Ole Krag"), ("Krag", None), ("Ole", "Ole Krag")],
        ),
        # Before the second is named, the first is meant.
        (
            "Direktør Mette Krag gik. Så kom Krag. Så kom Ole Krag. Så sov Krag.",
            [("Mette Krag", "Mette Krag"), ("Krag", "Mette Krag"), ("Ole Krag", "Ole Krag"), ("Krag", None)],
        ),
        (
            "Så kom Kim Jong-un. Hans far var Kim Jong-il. Nu taler Kim Jong-un.",
            [("Kim Jong-un", "Kim Jong-un"), ("Kim Jong-il", "Kim Jong-il"), ("Kim Jong-un", "Kim Jong-un")],
        ),
        (
            "Så kom Sergej Sjojgu. Nu er Sergei Shoigu gået. Vi så Sjojgu.",
            [
                ("Sergej Sjojgu", "Sergej Sjojgu"),
                ("Sergei Shoigu", "Sergej Sjojgu"),
                ("Sjojgu", "Sergej Sjojgu"),
            ],
        ),
        (
            "Formand Poul M. Hansen kom. Poul Hansen talte. Hansens hund gøede.",
            [
                ("Poul M. Hansen", "Poul M. Hansen"),
                ("Poul Hansen", "Poul M. Hansen"),
                ("Hansens", "Poul M. Hansen"),
            ],
        ),
        # The genitive of a name without a list, once the document shows its nominative.
        (
            "Minister Xyqa Wyssen talte om Xyqas plan og Wyssens bil.",
            [("Xyqa Wyssen", "Xyqa Wyssen"), ("Xyqas", "Xyqa Wyssen"), ("Wyssens", "Xyqa Wyssen")],
        ),
        ("Lars' bil holdt der. Lars Holt kom.", [("Lars'", "Lars Holt"), ("Lars Holt", "Lars Holt")]),
        # Demonyms and genitives mean the country.
        (
            "Den russiske hær er i Rusland. Ruslands flåde følger russerne.",
            [
                ("russiske", "Rusland"),
                ("Rusland", "Rusland"),
                ("Ruslands", "Rusland"),
                ("russerne", "Rusland"),
            ],
        ),
        # A short form in parentheses.
        (
            "Han mødte Bagmandspolitiet (Søik) i går. Siden ringede Søik.",
            [
                ("Bagmandspolitiet", "Bagmandspolitiet"),
                ("Søik", "Bagmandspolitiet"),
                ("Søik", "Bagmandspolitiet"),
            ],
        ),
        # A word that may be no name: known once it stands where only a name can.
        ("Politiken skriver. Så skrev Politiken.", [("Politiken", "Politiken"), ("Politiken", "Politiken")]),
        ("Xyqa kom.", [("Xyqa", None)]),
        ("Xyqa kom. Så kom Xyqa.", [("Xyqa", "Xyqa"), ("Xyqa", "Xyqa")]),
    ],
)
def test_what_names_mean(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "gender"),
    [
        ("Så kom Mette Krag.", "person", "f"),
        ("Så kom Ole Krag.", "person", "m"),
        ("Så kom direktør Xyqa.", "person", None),
        ("Vi rejser til Xyqa.", "place", None),
        ("Vi taler om Xyqa.", "other", None),
        ("Vi taler om organisationen Xyqa.", "organization", None),
        ("Han arbejder i Aarhus Kommune.", "organization", None),
        ("Han er i Aarhus.", "place", None),
    ],
)
def test_kinds_and_genders(text: str, kind: str, gender: str | None) -> None:
    found = resolve(text)
    assert [entity.kind for entity in found.entities] == [kind]
    assert found.genders == (gender,)


def test_the_kind_that_most_mentions_have() -> None:
    found = resolve("Vi taler om Xyqa. Vi bor i byen Xyqa. Vi elsker Xyqa.")
    assert [(entity.kind, entity.name) for entity in found.entities] == [("place", "Xyqa")]
    assert set(found.kind_of) == {"place"}


def test_listed_names_carry_what_the_lists_say() -> None:
    found = resolve("Reuters skriver til USA.")
    reuters, usa = found.entities
    assert found.subkinds == ("agency", "")
    assert (reuters.name, reuters.listed_name) == ("Reuters", "Reuters")
    assert usa.wikidata_id == "Q30"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Så kom Sergej Sjojgu.", "Så kom Sergei Shoigu."),
        ("Vi er i Rusland.", "Den russiske hær."),
        ("Vi taler om organisationen Xyqa.", "Siden mødte hun organisationen Xyqa."),
    ],
)
def test_keys_are_the_same_across_documents(text: str, other: str) -> None:
    assert [e.key for e in resolve(text).entities] == [e.key for e in resolve(other).entities]


def test_a_family_name_alone_is_of_its_document_only() -> None:
    names = names_in("Så kom direktør Xyqa.")
    keys = {resolve_names(names, DANISH, scope=scope).entities[0].key for scope in ("here", "there")}
    assert len(keys) == 2


NAMES = st.sampled_from(
    [
        "Mette Krag",
        "Ole Krag",
        "Krag",
        "Krags",
        "Mette",
        "Rusland",
        "russiske",
        "Xyqa",
        "Xyqas",
        "DR",
        "Nato-soldater",
    ]
)


@given(st.lists(NAMES, max_size=12))
def test_every_name_means_at_most_one_entity_of_its_kind(words: list[str]) -> None:
    text = " ".join(f"Så kom {word}." for word in words)
    spans, found = names_in(text), resolve(text)
    assert (
        len(spans)
        == len(found.entity_of)
        == len(found.kind_of)
        == len(found.nominatives)
        == len(found.genitives)
    )
    assert len(found.entities) == len(found.genders) == len(found.subkinds)
    assert {entity for entity in found.entity_of if entity is not None} == set(range(len(found.entities)))
    for entity, kind in zip(found.entity_of, found.kind_of, strict=True):
        assert entity is None or found.entities[entity].kind == kind
    assert len({(entity.kind, entity.name) for entity in found.entities}) == len(found.entities)
