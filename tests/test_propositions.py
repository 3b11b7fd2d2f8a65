import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.propositions import LEAST, WINDOW, Terms, blocks, join_claims, likeness, nearest, place, wording

SENT = {"=nordkorea": 17, "=rusland": 14, "våb": 11, "send": 7}
TERMS = st.dictionaries(st.sampled_from(["=a", "=b", "=c", *"defghij"]), st.integers(1, 20), max_size=8).map(
    Terms
)


@pytest.mark.parametrize(
    ("other", "joins"),
    [
        (SENT, True),
        ({"=nordkorea": 8, "våb": 11, "send": 7}, True),  # what is left out was only implied
        (SENT | {"uge": 4, "1000": 3}, True),  # told again, with a number
        ({"=iran": 17, "=rusland": 14, "våb": 11, "send": 7, "drone": 15}, False),  # somebody else's
        ({"=nordkorea": 17, "=rusland": 14, "soldat": 10, "træn": 9}, False),  # something else
        ({"=nordkorea": 17, "=rusland": 14}, False),  # names alone
        ({"send": 7}, False),  # one word
    ],
)
def test_likeness(other: dict[str, int], joins: bool) -> None:
    assert (likeness(Terms(SENT), Terms(other)) >= LEAST) == joins


@given(one=TERMS, other=TERMS)
def test_likeness_has_no_direction(one: Terms, other: Terms) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1.0000001
    assert likeness(one, one) == pytest.approx(1) or len(one) > 1


@given(terms=TERMS)
def test_blocks_are_pairs_of_the_heaviest_terms(terms: dict[str, int]) -> None:
    numbers = blocks(terms)
    count = min(len(terms), 5)
    assert len(set(numbers)) == len(numbers) == count * (count - 1) // 2
    assert all(0 <= number < 2**63 for number in numbers)
    assert blocks(dict(reversed(terms.items()))) == numbers


def test_wording_is_of_the_terms_alone() -> None:
    assert wording(SENT) == wording(dict(reversed(SENT.items()))) != wording(SENT | {"uge": 1})


def test_places_are_in_order_of_day_article_and_text() -> None:
    places = [
        place("2023-01-31", "f" * 64, 9),
        place("2023-02-01", "0" * 64, 8),
        place("2023-02-01", "0" * 64, 9),
        place("2023-02-01", "00001" + "0" * 59, 0),
        place("9999-12-31", "0" * 64, 0),
        place(None, "0" * 64, 0),
    ]
    assert places == sorted(set(places))
    assert places[-1] < 2**63


def test_a_claim_joins_the_most_alike_and_of_several_the_first() -> None:
    sent, near = Terms(SENT), Terms(SENT | {"uge": 4})
    assert nearest(sent, [(7, near), (3, sent), (2, sent)]) == (2, pytest.approx(1))
    assert nearest(sent, [(7, Terms({"brand": 9, "hus": 8}))]) == (None, 0)
    assert nearest(sent, []) == (None, 0)


def test_one_between_two_threads_does_not_tie_them_together() -> None:
    soldiers = {"=nordkorea": 17, "=rusland": 14, "soldat": 10, "træn": 10}
    between = {"=nordkorea": 17, "=rusland": 14, "våb": 11, "send": 7, "soldat": 10}
    threads = join_claims({1: SENT, 2: soldiers, 3: between, 4: soldiers})
    assert threads == {1: 1, 2: 2, 3: 1, 4: 2}


def test_what_is_out_of_reach_is_not_joined() -> None:
    filler = {"=nordkorea": 17, "=rusland": 14, "våb": 3, "send": 2, "brand": 35}
    claims = {0: SENT, **dict.fromkeys(range(1, WINDOW + 2), filler), WINDOW + 2: SENT}
    threads = join_claims(claims)
    assert threads[1] == threads[WINDOW + 1] == 1
    assert threads[0] == 0
    assert threads[WINDOW + 2] == WINDOW + 2


@given(claims=st.lists(TERMS, max_size=12), seed=st.integers(0, 99))
def test_no_order_matters(claims: list[dict[str, int]], seed: int) -> None:
    pairs = list(enumerate(claims))
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    threads = join_claims(dict(pairs))
    assert join_claims(dict(shuffled)) == threads
    assert all(first <= at and threads[first] == first for at, first in threads.items())
    assert all(
        threads[a] == threads[b]
        for (a, one), (b, two) in itertools.combinations(pairs, 2)
        if one == two and len(one) > 1
    )
