"""Articles compared with their gold: date, paragraphs, entities and claims."""

from collections.abc import Sequence

from corpus.evaluation.found import Found, FoundClaim, FoundEntity
from corpus.evaluation.gold import Gold, GoldClaim
from corpus.evaluation.likeness import fold, same_cue, same_names
from corpus.evaluation.tallies import Tally
from corpus.records import ACTS, POLARITIES, QUOTATIONS

__all__ = ["ARTICLE_FIGURES", "PARTS", "compare_article"]

PARTS = ("speaker", "via", "polarity", "content")
# In the order in which they are shown. `whole_claim` is a claim with all its parts right, a polarity's name
# stands for the claims of that polarity; of quotations and acts the gold says nothing, so that only the
# precision of the claims found under each is known.
ARTICLE_FIGURES = (
    "dates", "paragraph_kinds", "entity", "claim", *PARTS, "whole_claim", *POLARITIES, *QUOTATIONS,
    *(f"act_{act}" for act in ACTS),
)  # fmt: skip
_SCORED_KINDS = ("person", "organization", "place")
_TEXT_KINDS = ("body", "caption", "credit")  # paragraphs whose names are scored


def compare_article(key: str, gold: Gold, found: Found | None) -> Tally:
    """Count and note how an article agrees with its gold.

    Args:
        key: What to call the article.
        gold: What it must give.
        found: What it gave; None where there is no such article, which gives nothing.
    """
    tally = Tally()
    if found is None:
        tally.check(key, "dates", found="no such article", wanted=gold.published, right=False)
        found = Found(None, {}, (), ())
    else:
        right = found.published == gold.published
        tally.check(key, "dates", found=found.published, wanted=gold.published, right=right)
    for seq, kind in found.kinds.items():
        wanted = gold.kind_of(seq)
        tally.check(f"{key} p{seq}", "paragraph_kinds", found=kind, wanted=wanted, right=kind == wanted)
    _compare_entities(key, gold, found.entities, tally)
    _compare_claims(key, gold, found.claims, tally)
    return tally


def _compare_entities(key: str, gold: Gold, found: Sequence[FoundEntity], tally: Tally) -> None:
    rest = list(found)
    _begin(tally, "entity")
    for kind, name in gold.entities:
        hit = next((entity for entity in rest if entity.is_called(name, kind)), None)
        tally.gold["entity"] += 1
        if hit is None:
            tally.miss(key, "entity", wanted=f"{kind} {name}")
            continue
        rest.remove(hit)
        tally.found["entity"] += 1
        tally.right["entity"] += 1
    for entity in rest:
        in_text = any(gold.kind_of(seq) in _TEXT_KINDS for seq in entity.paragraphs)
        if in_text and entity.kind in _SCORED_KINDS:
            tally.found["entity"] += 1
            tally.miss(key, "entity", found=f"{entity.kind} {' = '.join(sorted(entity.names))}")


def _compare_claims(key: str, gold: Gold, found: Sequence[FoundClaim], tally: Tally) -> None:
    rest = list(found)
    _begin(tally, "claim", "whole_claim", *POLARITIES)
    for claim in gold.claims:
        place = f"{key} p{claim.paragraph} {claim.cue}"
        tally.gold.update(("claim", "whole_claim", claim.polarity))
        hit = next((other for other in rest if _is_at(other, claim.paragraph, claim.cue)), None)
        if hit is None:
            tally.miss(place, "claim", wanted=claim.content)
            continue
        rest.remove(hit)
        _count_found(hit, tally)
        tally.right.update(("claim", hit.quotation, f"act_{hit.act}"))
        tally.right[claim.polarity] += claim.polarity == hit.polarity
        tally.right["whole_claim"] += _compare_parts(place, claim, hit, tally)
    for other in rest:
        if not any(_is_at(other, paragraph, cue) for paragraph, cue in gold.optional):
            _count_found(other, tally)
            tally.miss(f"{key} p{other.paragraph} {other.cue}", "claim", found=other.content)


def _begin(tally: Tally, *figures: str) -> None:
    """Count from 0 on both sides, which says that both are counted."""
    for figure in figures:
        tally.gold[figure] += 0
        tally.found[figure] += 0


def _count_found(claim: FoundClaim, tally: Tally) -> None:
    tally.found.update(("claim", "whole_claim", claim.polarity, claim.quotation, f"act_{claim.act}"))


def _compare_parts(place: str, gold: GoldClaim, found: FoundClaim, tally: Tally) -> bool:
    """Whether speaker, via, polarity and content are all right."""
    right = {
        "speaker": same_names(gold.speaker, found.speaker),
        "via": same_names(gold.via, found.via),
        "polarity": gold.polarity == found.polarity,
        "content": fold(gold.content) in fold(found.content),
    }
    for part in PARTS:
        tally.check(place, part, found=getattr(found, part), wanted=getattr(gold, part), right=right[part])
    return all(right.values())


def _is_at(claim: FoundClaim, paragraph: int, cue: str) -> bool:
    return claim.paragraph == paragraph and same_cue(claim.cue, cue)
