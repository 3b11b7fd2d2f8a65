"""The terms of a claim: what it names, and the words by which it says something of it."""

import functools
import re
from collections.abc import Iterator, Sequence

from corpus.languages.terms import proposition_words, rarity, terms_of
from corpus.records import Claim, ClaimPart, Entity, Mention, PartRole

__all__ = ["TARGETED", "claim_terms", "content_parts", "entity_term"]

_UNIT = 4  # weights are whole numbers: so many times the rarity
_NAMED = 3  # what is named weighs this much more than its words would
_HEAVIEST = 18  # no name weighs more: one that the list of words lacks may well be everywhere in the news
_IMPLIED = 8  # what is only implied weighs no more than this
_ASIDE = 0.5  # what a word counts that stands after what is claimed
_NUMBER = 3  # numbers weigh little: they are what changes when a claim is told again

# Acts whose content leaves out who it is about, because its target is.
TARGETED = frozenset({"accusation", "demand", "warning"})

_AFTER_COMMA = re.compile(r",\s+(\w+)")
_KEY = re.compile(r"\w+:(?P<name>.*?)(?:@\w+)?")  # an entity's, with the document that alone knows it


def claim_terms(
    claim: Claim, entities: Sequence[Entity], mentions: Sequence[Mention], words: Sequence[str], language: str
) -> tuple[tuple[str, int], ...]:
    """The terms of a claim with their weights, the heaviest first.

    Args:
        claim: The claim.
        entities: What mentions and parts refer to.
        mentions: Those with an entity that stand within the content.
        words: Those of the content, in lower case.
        language: ISO 639-1 code.
    """
    weights: dict[str, int] = {}
    for index in _implied(claim, words, language):
        term = entity_term(entities[index].key, language)
        weights[term] = min(_entity_weight(term, language), _IMPLIED)
    for mention in mentions:
        if mention.entity is not None:
            term = entity_term(entities[mention.entity].key, language)
            weights[term] = _entity_weight(term, language)
    for term, share in _content_words(claim, mentions, language):
        weight = _NUMBER if term[0].isdigit() else round(_UNIT * rarity(term, language=language) * share)
        weights[term] = max(weight, weights.get(term, 0))
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def content_parts(claim: Claim) -> list[ClaimPart]:
    """Where the claim's content stands."""
    return [part for part in claim.parts if part.role == "content"]


def entity_term(key: str, language: str) -> str:
    """The term of an entity: its name, or that of the country whose government it stands for.

    >>> entity_term("place:moskva", "da")
    '=rusland'
    """
    match = _KEY.fullmatch(key)
    name = match["name"] if match else key
    return f"={proposition_words(language).governments.get(name, name)}"


@functools.lru_cache(maxsize=10_000)
def _entity_weight(term: str, language: str) -> int:
    rarities = [rarity(word, language=language) for word in terms_of(term, language=language)]
    return min(round(_UNIT * max(rarities, default=0)) + _NAMED, _HEAVIEST)


def _implied(claim: Claim, words: Sequence[str], language: str) -> Iterator[int]:
    """Whom the content is about without naming them."""
    known = proposition_words(language)
    is_subjectless = bool(words) and words[0] in known.subjectless
    if claim.act in TARGETED:
        yield from _entities_of(claim, "target")
    elif is_subjectless or set(words) & (known.own_many if _are_several(claim) else known.own):
        yield from _entities_of(claim, "speaker")


def _are_several(claim: Claim) -> bool:
    return sum(part.role == "speaker" for part in claim.parts) > 1


def _entities_of(claim: Claim, role: PartRole) -> list[int]:
    return [part.entity for part in claim.parts if part.role == role and part.entity is not None]


def _content_words(claim: Claim, mentions: Sequence[Mention], language: str) -> Iterator[tuple[str, float]]:
    """The terms of the words that name nothing, each with the share of its weight that counts."""
    for part in content_parts(claim):
        at, aside = part.start, _aside(part, language)
        for mention in (*(m for m in mentions if part.start <= m.start < part.end), None):
            until = part.end if mention is None else mention.start
            for start, end in ((at, min(until, aside)), (max(at, aside), until)):
                share = 1 if start < aside else _ASIDE
                for term in terms_of(
                    part.text[start - part.start : max(start, end) - part.start], language=language
                ):
                    yield term, share
            at = max(at, until if mention is None else mention.end)


def _aside(part: ClaimPart, language: str) -> int:
    """Where a content begins to tell more than what is claimed; its end if it does not."""
    asides = proposition_words(language).asides
    for match in _AFTER_COMMA.finditer(part.text):
        if match[1].lower() in asides:
            return part.start + match.start()
    return part.end
