"""Claims compared with those of the gold: which are found, and which of their parts are right."""

from collections.abc import Mapping, Sequence

from corpus.evaluation.found import FoundClaim
from corpus.evaluation.gold import Gold, GoldClaim
from corpus.evaluation.likeness import (
    fold,
    same_cue,
    same_names,
    same_time,
    shared_names,
    shared_words,
    words,
)
from corpus.evaluation.tallies import Tally
from corpus.records import ACTS, POLARITIES, QUOTATIONS

__all__ = ["CLAIM_GROUPS", "compare_claims"]

PARTS = ("speaker", "via", "polarity", "content")
_NAMES = ("target", "addressee")
_ACTS = tuple(f"act_{act}" for act in ACTS)
# In the order in which they are shown. `whole_claim` is a claim with all of PARTS right, `whole_exact` its
# content right to the word as well. A polarity, a quotation or an act stands for the claims that are so in
# the gold and are found as such.
CLAIM_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Claims": ("claim", "whole_claim", "whole_exact"),
    "Parts of the claims found": (*PARTS, *_NAMES, "said"),
    "Contents of the claims found": ("content_exact", "content_overlap"),
    "Claims by polarity": POLARITIES,
    "Claims by quotation": QUOTATIONS,
    "Claims by act": _ACTS,
}


def compare_claims(key: str, gold: Gold, found: Sequence[FoundClaim], tally: Tally) -> None:
    """Count and note which claims of an article are found, and how well.

    Args:
        key: What to call the article.
        gold: What must be found.
        found: What was.
        tally: To add to.
    """
    rest = list(found)
    in_full = bool(gold.claims) and all(claim.text is not None for claim in gold.claims)
    wholes = ("whole_claim", "whole_exact") if in_full else ("whole_claim",)
    _begin(gold, wholes, tally)
    for claim in gold.claims:
        place = f"{key} p{claim.paragraph} {claim.cue}"
        tally.gold.update(("claim", *wholes, *_labels(claim)))
        hit = next((other for other in rest if _is_at(other, claim.paragraph, claim.cue)), None)
        if hit is None:
            tally.miss(place, "claim", wanted=claim.content)
            continue
        rest.remove(hit)
        tally.found.update(("claim", *wholes, *_labels(hit)))
        tally.right["claim"] += 1
        _compare_labels(place, claim, hit, tally)
        _compare_parts(place, claim, hit, tally, in_full=in_full)
    for other in rest:
        if not any(_is_at(other, paragraph, cue) for paragraph, cue in gold.optional):
            tally.found.update(("claim", *wholes, *_labels(other)))
            tally.miss(f"{key} p{other.paragraph} {other.cue}", "claim", found=other.content)


def _begin(gold: Gold, wholes: Sequence[str], tally: Tally) -> None:
    """Say that both sides are counted, of what the gold tells."""
    figures = ["claim", *wholes, *POLARITIES]
    if any(claim.quotation is not None for claim in gold.claims):
        figures += QUOTATIONS
    if any(claim.act is not None for claim in gold.claims):
        figures += _ACTS
    tally.begin(*figures)


def _is_at(claim: FoundClaim, paragraph: int, cue: str) -> bool:
    return claim.paragraph == paragraph and same_cue(cue, claim.cue)


def _labels(claim: GoldClaim | FoundClaim) -> list[str]:
    """The figures that a claim counts for by what kind it is."""
    labels = (claim.polarity, claim.quotation, claim.act and f"act_{claim.act}")
    return [label for label in labels if label is not None]


def _compare_labels(place: str, gold: GoldClaim, found: FoundClaim, tally: Tally) -> None:
    tally.right[gold.polarity] += gold.polarity == found.polarity
    wanted = (gold.quotation, gold.act and f"act_{gold.act}")
    for label, given in zip(wanted, (found.quotation, f"act_{found.act}"), strict=True):
        tally.right[given] += label in (None, given)
        if label not in (None, given):
            tally.miss(place, str(label), found=given, wanted=label)


def _compare_parts(place: str, gold: GoldClaim, found: FoundClaim, tally: Tally, *, in_full: bool) -> None:
    right = {
        "speaker": same_names(gold.speaker, found.speaker),
        "via": same_names(gold.via, found.via),
        "polarity": gold.polarity == found.polarity,
        "content": fold(gold.content) in fold(found.content),
    }
    for part in PARTS:
        tally.check(place, part, found=getattr(found, part), wanted=getattr(gold, part), right=right[part])
    tally.right["whole_claim"] += all(right.values())
    if gold.text is not None:
        is_exact = _compare_content(place, gold.text, found.content, tally)
        tally.right["whole_exact"] += in_full and is_exact and all(right.values())
    for part in _NAMES:
        _compare_names(place, part, getattr(gold, part), getattr(found, part), tally)
    if gold.said is not None:
        _compare_said(place, gold.said, found.said or "", tally)


def _compare_content(place: str, gold: str, found: str, tally: Tally) -> bool:
    """Whether all words of a content are right, and no others are there."""
    wanted, given = words(gold), words(found)
    tally.gold["content_overlap"] += len(wanted)
    tally.found["content_overlap"] += len(given)
    tally.right["content_overlap"] += shared_words(wanted, given)
    return tally.check(place, "content_exact", found=found, wanted=gold, right=wanted == given)


def _compare_names(
    place: str, part: str, gold: tuple[str, ...] | None, found: tuple[str, ...], tally: Tally
) -> None:
    if gold is None:
        return
    tally.gold[part] += len(gold)
    tally.found[part] += len(found)
    tally.right[part] += shared_names(gold, found)
    if not same_names(gold, found):
        tally.miss(place, part, found="; ".join(found) or None, wanted="; ".join(gold) or None)


def _compare_said(place: str, gold: str, found: str, tally: Tally) -> None:
    is_right = bool(gold and found) and same_time(gold, found)
    tally.gold["said"] += bool(gold)
    tally.found["said"] += bool(found)
    tally.right["said"] += is_right
    if gold != found and not is_right:
        tally.miss(place, "said", found=found or None, wanted=gold or None)
