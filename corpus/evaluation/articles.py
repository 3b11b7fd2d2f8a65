"""Articles compared with their gold: date, paragraphs, entities and claims."""

from collections.abc import Mapping, Sequence

from corpus.evaluation.claims import CLAIM_GROUPS, compare_claims
from corpus.evaluation.found import Found, FoundEntity
from corpus.evaluation.gold import Gold
from corpus.evaluation.tallies import Tally

__all__ = ["ARTICLE_FIGURES", "ARTICLE_GROUPS", "compare_article"]

# In the order in which they are shown, under the headings of their groups.
ARTICLE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Articles": ("dates", "paragraph_kinds", "entity"),
    **CLAIM_GROUPS,
}
ARTICLE_FIGURES = tuple(figure for figures in ARTICLE_GROUPS.values() for figure in figures)
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
    compare_claims(key, gold, found.claims, tally)
    return tally


def _compare_entities(key: str, gold: Gold, found: Sequence[FoundEntity], tally: Tally) -> None:
    rest = list(found)
    tally.begin("entity")
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
