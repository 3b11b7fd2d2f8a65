import pytest

from corpus.annotation.entities import Resolution
from corpus.annotation.memory import Memory, age_in, gender_of
from corpus.annotation.sources import Source
from corpus.languages import load_language

NOBODY = Resolution(
    entities=(), entity_of=(), kind_of=(), genders=(), subkinds=(), nominatives=(), genitives=()
)
MEMORY = Memory(NOBODY, load_language("da"))


def described(lemma: str, *, is_plural: bool = False) -> Source:
    return Source(lemma, None, lemma, 0, len(lemma), lemma, is_plural)


@pytest.mark.parametrize(
    ("lemma", "gender"),
    [("mand", "m"), ("tillidsmand", "m"), ("kvinde", "f"), ("minister", None), ("", None)],
)
def test_the_gender_of_a_noun(lemma: str, gender: str | None) -> None:
    assert MEMORY.gender(described(lemma)) == gender


@pytest.mark.parametrize(
    ("source", "is_person"),
    [
        (described("minister"), True),
        (described("minister", is_plural=True), False),
        (described("tiltalte"), True),
        (described("rapport"), False),
        (described("avis"), False),
    ],
)
def test_who_is_a_person(source: Source, is_person: bool) -> None:
    assert MEMORY.is_person(source) is is_person


def test_the_kind_of_a_described_source() -> None:
    assert MEMORY.subkind(described("ugeavis")) == "media"
    assert MEMORY.subkind(described("minister")) == ""


def test_what_was_spoken_of_last_comes_first() -> None:
    memory = Memory(NOBODY, load_language("da"))
    memory.attend([described("minister"), described("rapport"), described("læge")])
    assert [source.lemma for source in memory.recent_people()] == ["læge", "minister"]


@pytest.mark.parametrize(
    ("text", "age"), [("den 37-årige", "37"), ("en mand på 37", None), ("2-1 til 37-årige", "2")]
)
def test_ages(text: str, age: str | None) -> None:
    assert age_in(text) == age


def test_genders() -> None:
    assert [gender_of(frozenset({c})) for c in ("masculine", "feminine", "noun")] == ["m", "f", None]
