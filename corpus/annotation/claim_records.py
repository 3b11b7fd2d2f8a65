"""Claims as records: what is read of an attribution, with its parts and where they stand."""

import functools
import re
from collections.abc import Iterator, Sequence

from corpus.annotation.contents import Range, Sentence, is_all_quoted
from corpus.annotation.drafts import Draft
from corpus.annotation.sources import Source
from corpus.languages import Language
from corpus.records import Certainty, Claim, ClaimPart, PartRole, Quotation

__all__ = ["claim_of"]

_DOUBTS: tuple[Certainty, ...] = ("alleged", "possible", "probable")


def claim_of(
    draft: Draft, sentence: Sentence, text: str, sentences: Sequence[Sentence], language: Language
) -> Claim:
    """The record of a draft whose parts are all known.

    Args:
        draft: What was read.
        sentence: Where its cue stands.
        text: The document's text.
        sentences: All its sentences, in order.
        language: Whose hedges there are.
    """
    cue_end = draft.cue.phrase_end or draft.cue.end
    parts = [
        *_source_parts("speaker", draft.speakers),
        *_source_parts("via", draft.vias),
        *_source_parts("addressee", draft.addressees),
        *_source_parts("target", draft.targets),
        ClaimPart("cue", draft.cue.start, cue_end, text[draft.cue.start : cue_end]),
        *(ClaimPart("content", start, end, text[start:end]) for start, end in draft.content),
    ]
    content = " ".join(text[start:end] for start, end in draft.content)
    return Claim(
        paragraph=sentence.paragraph,
        act=draft.act,
        polarity=draft.polarity,
        quotation=_quotation(draft, sentence, sentences),
        certainty=_certainty(content, language),
        pattern=draft.pattern.name,
        text=content,
        parts=tuple(parts),
    )


def _source_parts(role: PartRole, sources: Sequence[Source]) -> Iterator[ClaimPart]:
    for source in sources:
        yield ClaimPart(role, source.start, source.end, source.text, source.name, source.entity)


def _quotation(draft: Draft, sentence: Sentence, sentences: Sequence[Sentence]) -> Quotation:
    """Direct where all of the content is quoted, mixed where some of it is.

    In direct speech after a dash what follows the attribution is the narrator's: "..., siger X og tilføjer".
    """
    is_narrated = sentence.is_speech and any(
        draft.cue.end <= start < sentence.end for start, _ in draft.content
    )
    if draft.pattern.content == "antecedent" and draft.polarity != "affirmed":
        return "indirect"  # what is denied is another's
    if not is_narrated and all(is_all_quoted(each, sentences) for each in draft.content):
        return "direct"
    return "mixed" if any(_has_quotation(each, sentence) for each in draft.content) else "indirect"


def _has_quotation(content: Range, sentence: Sentence) -> bool:
    start, end = content
    return any(
        "quotation" in part.classes and start <= part.start < end
        for item in sentence.items
        for part in item.parts or (item,)
    )


def _certainty(content: str, language: Language) -> Certainty:
    """What hedges in the content make of it; the strongest doubt counts."""
    found = {language.certainty[word] for word in _hedges(language).findall(content.lower())}
    return next((level for level in _DOUBTS if level in found), "certain")


@functools.cache
def _hedges(language: Language) -> re.Pattern[str]:
    """The words and phrases of a language that make a content less than certain."""
    phrases = sorted(language.certainty, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
