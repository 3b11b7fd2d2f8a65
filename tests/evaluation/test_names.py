import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evaluation.figures import Figure, figures_of
from corpus.evaluation.names import NAME_FIGURES, compare_names
from corpus.evaluation.tallies import Miss
from corpus.spans import LABELS, Span, SpanKind

WORDS = ("Kim", "Jong-un", "og", "den", "russiske", "FN-udsending", "i", "Moskva", ".")
GOLD: list[Span] = [(0, 2, "person"), (4, 5, "demonym"), (5, 6, "organization"), (7, 8, "place")]
KINDS: frozenset[SpanKind] = frozenset({"person", "demonym", "organization", "place"})


def counted(
    gold: Sequence[Span], found: Sequence[Span], kinds: frozenset[SpanKind] = KINDS
) -> dict[str, tuple[int, int, int]]:
    tally = compare_names("test-1", WORDS, gold, found, kinds)
    return {name: (tally.gold[name], tally.found[name], tally.right[name]) for name in tally.gold}


@pytest.mark.parametrize(
    ("found", "changed"),
    [
        (GOLD, {}),
        ([], dict.fromkeys(KINDS, (1, 0, 0)) | {"name": (3, 0, 0)}),
        ([(0, 1, "person"), *GOLD[1:]], {"person": (1, 1, 0), "name": (3, 3, 2)}),
        (
            [(0, 2, "organization"), *GOLD[1:]],
            {"person": (1, 0, 0), "organization": (1, 2, 1), "name": (3, 3, 2)},
        ),
        ([*GOLD, (3, 4, "place")], {"place": (1, 2, 1), "name": (3, 4, 3)}),
        ([*GOLD, (3, 4, "demonym")], {"demonym": (1, 2, 1)}),
        ([*GOLD, (3, 4, "event")], {}),
    ],
)
def test_only_exact_spans_of_the_right_kind_count(
    found: list[Span], changed: dict[str, tuple[int, int, int]]
) -> None:
    all_right = dict.fromkeys(KINDS, (1, 1, 1)) | {"name": (3, 3, 3)}
    assert counted(GOLD, found) == all_right | changed


@pytest.mark.parametrize("kind", ["other", "event", "work"])
def test_works_and_events_are_what_treebanks_call_misc(kind: SpanKind) -> None:
    kinds: frozenset[SpanKind] = frozenset({"other"})
    assert counted([(3, 4, "other")], [(3, 4, kind)], kinds)["other"] == (1, 1, 1)


def test_kinds_that_the_gold_never_marks_are_not_scored() -> None:
    kinds: frozenset[SpanKind] = frozenset({"person"})
    assert counted(GOLD[:1], GOLD, kinds) == {
        "person": (1, 1, 1),
        "organization": (0, 1, 0),
        "place": (0, 1, 0),
        "name": (1, 3, 1),
    }


def test_what_is_wrong_is_named() -> None:
    found: list[Span] = [(0, 2, "place"), (4, 5, "demonym"), (5, 6, "organization"), (6, 7, "place")]
    assert compare_names("test-1", WORDS, GOLD, found, KINDS).misses == [
        Miss("test-1: Kim Jong-un", "person", "place", "person"),
        Miss("test-1: i", "place", "place", None),
        Miss("test-1: Moskva", "place", None, "place"),
    ]


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Any names of a sentence, none overlapping."""
    cuts = sorted(draw(st.sets(st.integers(0, len(WORDS)))))
    kinds = st.sampled_from([None, *LABELS])
    drawn = [(first, last, draw(kinds)) for first, last in itertools.pairwise(cuts)]
    return [(first, last, kind) for first, last, kind in drawn if kind is not None]


def scored(gold: Sequence[list[Span]], found: Sequence[list[Span]]) -> dict[str, Figure]:
    kinds = frozenset(LABELS)
    tallies = [compare_names("", WORDS, *pair, kinds) for pair in zip(gold, found, strict=True)]
    return {figure.name: figure for figure in figures_of(tallies, NAME_FIGURES)}


_PAIRS = st.lists(st.tuples(spans(), spans()), min_size=1, max_size=3)


@given(_PAIRS)
def test_f1_is_that_of_the_sets_of_names(pairs: list[tuple[list[Span], list[Span]]]) -> None:
    gold, found = zip(*pairs, strict=True)
    figures = scored(gold, found)
    for kind in ("person", "organization", "place", "demonym"):
        wanted = {(at, *span) for at, every in enumerate(gold) for span in every if span[2] == kind}
        given_ = {(at, *span) for at, every in enumerate(found) for span in every if span[2] == kind}
        if wanted or given_:
            assert figures[kind].f1 == pytest.approx(2 * len(wanted & given_) / (len(wanted) + len(given_)))
        else:
            assert kind not in figures


@given(_PAIRS)
def test_to_swap_the_sides_swaps_precision_and_recall(pairs: list[tuple[list[Span], list[Span]]]) -> None:
    gold, found = zip(*pairs, strict=True)
    forth, back = scored(gold, found), scored(found, gold)
    assert forth.keys() == back.keys()
    for name, figure in forth.items():
        assert (figure.precision, figure.recall, figure.f1) == (
            back[name].recall,
            back[name].precision,
            back[name].f1,
        )


@given(spans())
def test_the_gold_agrees_with_itself(gold: list[Span]) -> None:
    assert all(figure.value == 1 for figure in scored([gold], [gold]).values())
