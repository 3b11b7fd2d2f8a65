"""Chains: those who stand between a speaker and the article, and those who are told."""

import itertools
from collections.abc import Sequence

from corpus.annotation.contents import CONNECTIVES, Sentence
from corpus.annotation.discourse import Discourse
from corpus.annotation.drafts import Draft
from corpus.annotation.grammar import grammar_of
from corpus.annotation.items import Item
from corpus.annotation.phrases import named_after
from corpus.annotation.sources import Source
from corpus.languages import Language, Pattern

__all__ = ["add_vias", "without_reporters"]

_PASSED_ON = frozenset({"statement", "denial"})
_MEDIA = frozenset({"media", "agency"})


def without_reporters(sentence: Sentence, drafts: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """Make those who pass on another's claim a via of it: "..., siger X, skriver Reuters".

    What passes on several claims of one speaker is a via of each.
    """
    kept = []
    for draft in drafts:
        told = _reported(draft, [d for d in drafts if not _is_apart(sentence, draft, d)], discourse)
        if not told:
            kept.append(draft)
        for other in told:
            other.vias += [source for source in draft.speakers if source.name not in other.speaker_names]
    return kept


def _is_apart(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Whether the other begins a clause of its own after it: "ifølge X ..., og Y siger"."""
    first = other.match.first
    return first > draft.match.first and bool(sentence.items[first - 1].classes & CONNECTIVES)


def _reported(draft: Draft, drafts: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """The claims of the same sentence that this one only passes on."""
    if not draft.pattern.outer or draft.pattern.carry or not draft.speakers:
        return []
    others = [d for d in drafts if d is not draft and d.speakers and d.speaker_names != draft.speaker_names]
    others = [d for d in others if d.pattern.content != "rest" or not _are_media(d, discourse)]
    is_medium = _are_media(draft, discourse)
    if draft.entry is None and not is_medium:
        others = [other for other in others if not _are_media(other, discourse)]
    before = [other for other in others if other.cue.start < draft.cue.start]
    follows_claim = draft.pattern.content == "before" and any(
        d.pattern.content in ("group", "antecedent") and d.act in _PASSED_ON for d in before
    )
    if not others or not (draft.entry is None or is_medium or follows_claim):
        return []
    nearest = before[-1] if before else others[0]
    return [other for other in others if other.speaker_names == nearest.speaker_names]


def _are_media(draft: Draft, discourse: Discourse) -> bool:
    return all(discourse.subkind(source) in _MEDIA for source in draft.speakers)


def add_vias(
    text: str, sentence: Sentence, drafts: Sequence[Draft], discourse: Discourse, language: Language
) -> None:
    """Add the media and platforms that the sentence names outside its claims, and who is told."""
    grammar = grammar_of(language)
    encoded = grammar.encode(item.classes for item in sentence.items)
    for pattern in language.vias:
        for match in grammar.find(pattern.match, encoded):
            first, last = match.groups["via"]
            item = sentence.items[first]
            draft = next((d for d in reversed(drafts) if d.cue.start < item.start), next(iter(drafts), None))
            if draft is not None and not draft.is_within(item):
                named = named_after(sentence.items, last - 1)
                sources = _sources(text, [named] if named else sentence.items[first:last], discourse)
                _add(pattern, sources, draft, discourse)
    for earlier, draft in itertools.pairwise(drafts):
        if draft.pattern.carry and not draft.vias and draft.speaker_names == earlier.speaker_names:
            draft.vias.extend(earlier.vias)


def _add(pattern: Pattern, sources: Sequence[Source], draft: Draft, discourse: Discourse) -> None:
    taken = {source.name for source in (*draft.speakers, *draft.vias, *draft.addressees)}
    for source in sources:
        if source.name in taken:
            continue
        if not pattern.only or discourse.subkind(source) in pattern.only:
            draft.vias.insert(_place(draft, source) if pattern.otherwise else len(draft.vias), source)
        elif pattern.otherwise == "addressee":
            draft.addressees.append(source)


def _place(draft: Draft, told: Source) -> int:
    """Where a medium that is told stands among those between: after those named since the cue."""
    return sum(draft.cue.start < via.start < told.start for via in draft.vias)


def _sources(text: str, items: Sequence[Item], discourse: Discourse) -> list[Source]:
    """What noun phrases mean; words that are none stand for themselves: "klubbens hjemmeside"."""
    phrases = [item for item in items if "np" in item.classes]
    if phrases:
        return [source for item in phrases for source in discourse.resolve(item)]
    return [Source.of_words(text, items)]
