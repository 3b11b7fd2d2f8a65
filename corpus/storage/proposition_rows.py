"""What claims are about and on whom they rest, as rows of a batch."""

import json

from corpus.edtf import EdtfDate
from corpus.propositions import Proposition, place, wording
from corpus.records import Annotation
from corpus.storage.bulk import Batch

__all__ = ["add_propositions"]


def add_propositions(  # noqa: PLR0913 -- all that makes a row
    batch: Batch,
    first: int,
    annotation: Annotation,
    entities: list[int],
    *,
    article: str,
    published: EdtfDate | None,
) -> None:
    """Add the rows of an article's claims.

    Args:
        batch: Where to.
        first: The key of its first claim; the others' follow.
        annotation: What was found in it.
        entities: The archive's keys of the annotation's entities.
        article: The article's hash.
        published: Its date.
    """
    day = published.earliest if published else None
    for key, claim in enumerate(annotation.claims, start=first):
        if claim.proposition is not None:
            at = place(day, article, claim.cue_start)
            _add_proposition(batch, key, first, claim.proposition, at)
            for seq, origin in enumerate(claim.origins, start=1):
                entity = None if origin.entity is None else entities[origin.entity]
                batch.add("claim_origins", key, seq, origin.kind, origin.key, origin.name, entity)


def _add_proposition(batch: Batch, key: int, first: int, proposition: Proposition, at: int) -> None:
    terms = json.dumps(proposition.terms, ensure_ascii=False, separators=(",", ":"))
    answers = None if proposition.answers is None else first + proposition.answers
    batch.add_beside(
        "propositions", key, at, terms, wording(term for term, _ in proposition.terms),
        int(proposition.is_negated), answers, int(proposition.is_passed_on), proposition.title_rank,
    )  # fmt: skip
