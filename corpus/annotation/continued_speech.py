"""Continued speech: paragraphs of a quotation that have no attribution of their own."""

import bisect
import dataclasses
import itertools
from collections.abc import Iterable, Sequence

from corpus.annotation.contents import Range, Sentence, trimmed
from corpus.records import Claim, ClaimPart

__all__ = ["continue_speech"]

_CLOSING = "»«”“\"'’ "
_PASSED_OVER = frozenset({"caption", "credit"})


def continue_speech(text: str, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> list[Claim]:
    """Add quoted paragraphs without an attribution to the quotation that they go on with or begin.

    A paragraph that is all quoted goes on with the one before it if somebody is known to say that, else it
    begins the one after it. Captions between them count for nothing, a heading parts them.

    Args:
        text: The document's text.
        sentences: All its sentences, in order.
        claims: What was read of them.

    Returns:
        The claims in the same order, some with more content.
    """
    paragraphs = [
        list(group)
        for _, group in itertools.groupby(
            (s for s in sentences if s.kind not in _PASSED_OVER), key=lambda s: s.paragraph
        )
    ]
    speech = [_speech(text, group) for group in paragraphs]
    said = sorted(
        (part.start, index)
        for index, claim in enumerate(claims)
        if claim.quotation == "direct"
        for part in claim.parts
        if part.role == "content"
    )
    owners = [_owner(group[0], said) for group in paragraphs]
    added: dict[int, list[Range]] = {}
    for order, neighbour in ((range(len(speech)), -1), (reversed(range(len(speech))), 1)):
        for index in order:
            spoken, beside = speech[index], index + neighbour
            if spoken is None or owners[index] is not None or not 0 <= beside < len(speech):
                continue
            owners[index] = owner = owners[beside]
            if owner is not None:
                added.setdefault(owner, []).append(spoken)
    return [_with_content(text, claim, added.get(index, ())) for index, claim in enumerate(claims)]


def _speech(text: str, paragraph: Sequence[Sentence]) -> Range | None:
    """The words of a paragraph that somebody says, if there are no others in it.

    A question is more often that of who asks than of who answers.
    """
    start, end = paragraph[0].paragraph_start, paragraph[0].paragraph_end
    if paragraph[0].kind != "body":
        return None
    if text[start:end].rstrip(_CLOSING).endswith("?"):
        return None
    is_quoted = all(
        "quotation" in item.classes or not any(c.isalnum() for c in item.text)
        for sentence in paragraph
        for item in sentence.items
    )
    return trimmed(text, start, end) if paragraph[0].is_speech or is_quoted else None


def _owner(sentence: Sentence, said: Sequence[tuple[int, int]]) -> int | None:
    """The last claim that quotes words of this paragraph, of where quotations start and whose they are."""
    last = bisect.bisect_left(said, (sentence.paragraph_end, -1)) - 1
    return said[last][1] if last >= 0 and said[last][0] >= sentence.paragraph_start else None


def _with_content(text: str, claim: Claim, added: Iterable[Range]) -> Claim:
    more = [ClaimPart("content", start, end, text[start:end]) for start, end in added]
    if not more:
        return claim
    told = [part for part in claim.parts if part.role == "content"]
    others = [part for part in claim.parts if part.role != "content"]
    contents = sorted([*told, *more], key=lambda part: part.start)
    return dataclasses.replace(
        claim, text=" ".join(part.text for part in contents), parts=(*others, *contents)
    )
