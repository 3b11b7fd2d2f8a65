import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.spelling import is_same_name, name_ends, same_spelling, spelling_key


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Sjojgu", "Shoigu"),
        ("Zelenskyj", "Zelensky"),
        ("Zelenskij", "Zelenskyy"),
        ("Khrusjtjov", "Khrushchov"),
        ("Tjernobyl", "Chernobyl"),
        ("Zjukov", "Zhukov"),
        ("Lavrov", "Lawrow"),
        ("Sergej", "Sergei"),
        ("Qaddafi", "Kaddafi"),
        ("Mohammad", "Mohamad"),
        ("Müller", "Muller"),
        ("Jung-un", "Jung un"),
        ("IVANOV", "Ivanov"),
    ],
)
def test_spellings_of_one_name(word: str, other: str) -> None:
    assert same_spelling(word, other)
    assert spelling_key(word) == spelling_key(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Hansen", "Jansen"),
        ("Un", "Il"),
        ("Ole", "Ola"),
        ("Bush", "Busk"),
        ("Møller", "Moller"),
        ("Lund", "Lunde"),
    ],
)
def test_different_names(word: str, other: str) -> None:
    assert not same_spelling(word, other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Sergej Sjojgu", "Sergei Shoigu"),
        ("Anne Lund", "Anne Kirstine Lund"),
        ("Anne K. Lund", "Anne Bech K. Lund"),
        ("Vladimir Putin", "Vladimir Vladimirovitj Putin"),
    ],
)
def test_one_person(name: str, other: str) -> None:
    assert is_same_name(name.split(), other.split())
    assert is_same_name(other.split(), name.split())
    assert name_ends(name.split()) == name_ends(other.split())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Anne Lund", "Ole Lund"),
        ("Anne Lund", "Anne Friis"),
        ("Anne Marie Lund", "Anne Kirstine Lund"),
        ("Anne Marie Lund", "Anne Kirstine Bech Lund"),
        ("Lund", "Anne Lund"),
        ("Lund", "Lund"),
    ],
)
def test_two_people_or_too_little_to_tell(name: str, other: str) -> None:
    assert not is_same_name(name.split(), other.split())
    assert not is_same_name(other.split(), name.split())


@given(st.text(max_size=20))
def test_every_word_has_a_key_and_is_itself(word: str) -> None:
    assert same_spelling(word, word)
    assert spelling_key(word) == spelling_key(word.upper()) or word.upper().casefold() != word.casefold()


WORDS = st.lists(
    st.sampled_from(["Anne", "Ole", "Lund", "Sjojgu", "K."]), min_size=1, max_size=4, unique=True
)


@given(WORDS, WORDS)
def test_one_person_has_one_pair_of_ends(name: list[str], other: list[str]) -> None:
    assert is_same_name(name, other) == is_same_name(other, name)
    if is_same_name(name, other):
        assert name_ends(name) == name_ends(other)
