from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evaluation.figures import Figure, figures_of, measures
from corpus.evaluation.tallies import Tally


@pytest.mark.parametrize(
    ("gold", "found", "right", "expected"),
    [
        (4, 2, 1, (0.5, 0.25, 1 / 3, 1 / 3)),
        (4, 0, 0, (1.0, 0.0, 0.0, 0.0)),
        (0, 4, 0, (0.0, 1.0, 0.0, 0.0)),
        (4, None, 3, (None, 0.75, None, 0.75)),
        (None, 4, 3, (0.75, None, None, 0.75)),
    ],
)
def test_precision_recall_and_f1(
    gold: int | None, found: int | None, right: int, expected: tuple[float | None, ...]
) -> None:
    figure = Figure("claim", gold, found, right)
    assert (figure.precision, figure.recall, figure.f1, figure.value) == pytest.approx(expected)


def test_measures_are_named_after_the_figure() -> None:
    assert measures(
        [Figure("claim", 4, 2, 1), Figure("speaker", 2, None, 1), Figure("direct", None, 4, 3)]
    ) == {
        "claim": pytest.approx(1 / 3),
        "claim_precision": 0.5,
        "claim_recall": 0.25,
        "claim_f1": pytest.approx(1 / 3),
        "speaker": 0.5,
        "speaker_recall": 0.5,
        "direct": 0.75,
        "direct_precision": 0.75,
    }


def tally(gold: int, found: int, right: int) -> Tally:
    return Tally(Counter(name=gold), Counter(name=found), Counter(name=right))


def test_a_figure_that_nothing_was_counted_for_is_left_out() -> None:
    assert figures_of([tally(0, 0, 0)], ["name", "other"]) == []


def test_the_interval_is_that_of_resampled_sentences() -> None:
    """Half of 400 sentences right: the interval of a share of 400 is 0.5 +- 1.96 sqrt(0.25 / 400)."""
    (figure,) = figures_of([tally(1, 1, 1), tally(1, 1, 0)] * 200, ["name"])
    assert figure.low == pytest.approx(0.451, abs=0.005)
    assert figure.high == pytest.approx(0.549, abs=0.005)


def test_all_right_has_no_interval() -> None:
    (figure,) = figures_of([tally(1, 1, 1)] * 3, ["name"])
    assert (figure.low, figure.high) == (None, None)


_COUNTS = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)).map(
    lambda counts: (counts[0] + counts[2], counts[1] + counts[2], counts[2])
)


@given(st.lists(_COUNTS, min_size=1, max_size=6))
def test_figures_are_shares_and_lie_between_precision_and_recall(counts: list[tuple[int, int, int]]) -> None:
    tallies = [tally(*each) for each in counts]
    for figure in figures_of(tallies, ["name"]):
        assert figure.precision is not None
        assert figure.recall is not None
        least, most = sorted((figure.precision, figure.recall))
        assert 0 <= least <= figure.value + 1e-9
        assert figure.value - 1e-9 <= most <= 1
        if figure.low is not None and figure.high is not None:
            assert 0 <= figure.low <= figure.high <= 1
        assert figures_of(tallies, ["name"]) == [figure]
