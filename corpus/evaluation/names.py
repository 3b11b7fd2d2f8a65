"""Names compared with a treebank's: a name is right if its first token, its last and its kind are."""

from collections.abc import Iterable, Sequence

from corpus.evaluation.tallies import Tally
from corpus.spans import Span, SpanKind

__all__ = ["NAME_FIGURES", "compare_names"]

_MAIN = ("person", "organization", "place")
_UNTOLD = ("event", "work")  # which treebanks put under MISC, with all that is no main kind
NAME_FIGURES = (*_MAIN, "name", "demonym", "other")  # `name` is any of the main kinds


def compare_names(
    place: str, words: Sequence[str], gold: Iterable[Span], found: Iterable[Span], kinds: Iterable[SpanKind]
) -> Tally:
    """Count and note the exact matches of one sentence.

    Args:
        place: What to call the sentence.
        words: Its words.
        gold: What a person marked.
        found: What was found.
        kinds: The kinds that the gold marks at all; what was found of others is left out.
    """
    scored = {_scored(kind) for kind in kinds} | set(_MAIN)
    wanted = {(first, last): _scored(kind) for first, last, kind in gold}
    given = {(first, last): _scored(kind) for first, last, kind in found if _scored(kind) in scored}
    tally = Tally()
    for spans, counts in ((wanted, tally.gold), (given, tally.found)):
        counts.update(dict.fromkeys((*scored, "name"), 0))
        for kind in spans.values():
            counts.update(_figures(kind))
    for first, last in sorted(wanted.keys() | given.keys()):
        right, given_kind = wanted.get((first, last)), given.get((first, last))
        if right is not None and right == given_kind:
            tally.right.update(_figures(right))
        else:
            shown = f"{place}: {' '.join(words[first:last])}"
            tally.miss(shown, right or given_kind or "", found=given_kind, wanted=right)
    return tally


def _scored(kind: SpanKind) -> str:
    return "other" if kind in _UNTOLD else kind


def _figures(kind: str) -> tuple[str, ...]:
    """The figures that a name of a kind counts for."""
    return (kind, "name") if kind in _MAIN else (kind,)
