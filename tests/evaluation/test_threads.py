import pytest

from corpus.evaluation import Found, FoundClaim, Gold, GoldClaim, Miss, compare_threads, measures
from corpus.evaluation.threads import THREAD_GROUPS


def article(*labels: str | None) -> Gold:
    """Claims in one paragraph each, of these threads."""
    claims = [
        GoldClaim(number, "siger", (), (), "affirmed", f"nr. {number}", thread=label)
        for number, label in enumerate(labels, start=1)
    ]
    return Gold(None, {}, (), tuple(claims), ())


def found(count: int) -> Found:
    claims = [
        FoundClaim(number, "siger", (), (), "affirmed", "", "indirect", "statement")
        for number in range(1, count + 1)
    ]
    return Found(None, {}, (), tuple(claims))


def compared(wanted: str, given: list[int | None]) -> tuple[float, float, int]:
    figure, _ = compare_threads({"a": article(*wanted)}, {"a": found(len(given))}, {"a": given})
    assert figure is not None
    return figure.precision, figure.recall, figure.right


@pytest.mark.parametrize(
    ("wanted", "given", "figures"),
    [
        ("xxy", [1, 1, 2], (1, 1, 3)),
        ("xxy", [5, 5, None], (1, 1, 3)),  # a claim without a thread stands alone
        ("xxy", [None, None, None], (1, 2 / 3, 1)),
        ("xxy", [1, 1, 1], (5 / 9, 1, 0)),
        ("xxy", [1, 2, 2], (2 / 3, 2 / 3, 0)),
        ("xxyz", [1, 1], (1, 1, 2)),  # of those found
    ],
)
def test_b_cubed(wanted: str, given: list[int | None], figures: tuple[float, float, int]) -> None:
    assert compared(wanted, given) == pytest.approx(figures)


def test_threads_reach_over_articles() -> None:
    gold = {"a": article("x"), "b": article("x", None), "c": article("x")}
    given = {"a": found(1), "b": found(2)}
    figure, misses = compare_threads(gold, given, {"a": [1], "b": [2, 2]})
    assert figure is not None
    assert (figure.gold, figure.found, figure.precision, figure.recall) == (2, 2, 1, 0.5)
    assert misses == [Miss("a p1 siger (nr. 1)", "thread", None, "b p1 siger (nr. 1)")]


def test_what_is_too_much_is_told_once() -> None:
    _, misses = compare_threads({"a": article("x", "y")}, {"a": found(2)}, {"a": [1, 1]})
    assert misses == [Miss("a p1 siger (nr. 1)", "thread", "a p2 siger (nr. 2)", None)]


def test_a_gold_without_threads_has_no_figure() -> None:
    assert compare_threads({"a": article(None)}, {"a": found(1)}, {"a": [1]}) == (None, [])


def test_its_numbers_have_names() -> None:
    figure, _ = compare_threads({"a": article("x", "x")}, {"a": found(2)}, {"a": [1, 2]})
    assert figure is not None
    expected = {"thread": 2 / 3, "thread_precision": 1, "thread_recall": 0.5, "thread_f1": 2 / 3}
    assert measures([figure]) == pytest.approx(expected)
    assert THREAD_GROUPS == {"Claims by what they are about": ("thread",)}
