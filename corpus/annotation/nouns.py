"""Nouns: whom "ministeren", "selskabet" or "den 37-årige" points back to."""

from collections.abc import Iterable, Iterator

from corpus.annotation.items import Item
from corpus.annotation.memory import GENDERED, Memory, age_in
from corpus.annotation.phrases import country_of, full_lemma, is_specified, noun_lemma, noun_of
from corpus.annotation.sources import Source
from corpus.languages import Language, Reference

__all__ = ["resolve_noun"]

_ANYBODY = frozenset({"aged", "inhabitant"})
_NEAR = 3  # people mentioned last among whom a role that nobody was given may be sought
_SIMILAR = 5  # descriptions of the same source, of which the fullest counts


def resolve_noun(item: Item, memory: Memory, *, guess: bool) -> list[Source]:
    """Whom a noun phrase means: what it points back to, or else those that it describes.

    Args:
        item: The noun phrase.
        memory: Who was spoken of before.
        guess: Whether a role that the document gives nobody may be that of somebody spoken of last.
    """
    noun = noun_of(item)
    determiner = item.parts[0].classes & {"definite_article", "possessive"}
    is_pointing = bool(noun.classes & {"definite", "inhabitant"}) or (
        item.parts[0] is not noun and bool(determiner)
    )
    found = _pointed_at(item, noun, memory, guess=guess) if is_pointing else None
    return [found.at(item)] if found else _describe(item, memory.language)


def _describe(item: Item, language: Language) -> list[Source]:
    """The source that a phrase describes without naming it."""
    noun = noun_of(item)
    is_plural = bool({"plural", "quantity"} & noun.classes) and "one_of" not in item.parts[0].classes
    named = next((part for part in item.parts if "noun" in part.classes), noun)
    lemma = full_lemma(named.text, language)
    return [Source(item.text, None, item.text, item.start, item.end, lemma, is_plural)]


def _pointed_at(item: Item, noun: Item, memory: Memory, *, guess: bool) -> Source | None:
    """A person of that role, a described source, an organization of that kind, or who else it may be."""
    if noun.classes & _ANYBODY:
        return _of_age(item, memory)
    role = full_lemma(noun.text, memory.language)
    if "plural" in noun.classes:
        return _described(role, memory, plural=True, any_source="any_source" in noun.classes)
    country = country_of(item.parts)
    if is_specified(item) and country is None:
        return None
    found = _called(role, country, memory, "person") if "human" in noun.classes else None
    if found is None and country is None:
        found = _organization(role, noun, memory)
    elif found is None:
        found = _called(role, country, memory, "organization")
    if found is not None:
        return memory.source(found, item)
    described = _described(role, memory, plural=False)
    if described is not None or "human" not in noun.classes:
        return described
    return _likely(noun, country, memory, guess=guess)


def _called(role: str, country: int | None, memory: Memory, kind: str) -> int | None:
    """Who has this role, of this country if the phrase names one; the whole word counts before its end."""
    return next(
        (
            entity
            for whole in (True, False)
            for entity in memory.recent(kind)
            if memory.roles.has(entity, role, country, whole=whole)
        ),
        None,
    )


def _organization(role: str, noun: Item, memory: Memory) -> int | None:
    """What was called this, ends in it as "nævnet" in "Klagenævnet", or is of a kind that it can mean."""
    called = _called(role, None, memory, "organization")
    if called is not None:
        return called
    lemma = noun_lemma(noun.text, memory.language)
    reference = memory.language.references.get(lemma, Reference())
    endings = (lemma, noun.lower, *reference.words)
    for entity in memory.recent(*reference.kinds):
        words = memory.name(entity).lower().split()
        if any(word.endswith(endings) for word in words):
            return entity
        if memory.listed_subkind(entity) in reference.subkinds:
            return entity
    return None


def _described(role: str, memory: Memory, *, plural: bool, any_source: bool = False) -> Source | None:
    """The fullest description of the source that was last called this."""
    same = [
        source
        for source in memory.described
        if source.is_plural == plural and (any_source or _is_same(source.lemma, role, memory.language))
    ]
    if not same:
        return None
    alike = [source for source in same if source.lemma == same[-1].lemma]
    return max(alike[-_SIMILAR:], key=lambda source: len(source.name))


def _is_same(lemma: str, role: str, language: Language) -> bool:
    """Whether two nouns can mean the same: one may be the end of the other, but "mand" is no "embedsmand"."""
    if lemma == role:
        return True
    shorter, longer = sorted((lemma, role), key=len)
    return (
        bool(shorter) and longer.endswith(shorter) and not language.words.get(shorter, frozenset()) & GENDERED
    )


def _likely(noun: Item, country: int | None, memory: Memory, *, guess: bool) -> Source | None:
    """Whoever has a role that the noun may stand for, or was spoken of last without any."""
    lemma = noun_lemma(noun.text, memory.language)
    for role in memory.language.references.get(lemma, Reference()).roles:
        found = _called(role, country, memory, "person")
        if found is not None:
            return Source(memory.name(found), found, "", 0, 0)
    people = _distinct(memory.recent_people()) if guess and "office" not in noun.classes else ()
    for _, source in zip(range(_NEAR), people, strict=False):
        if source.entity is not None and _may_hold(
            source.entity, full_lemma(noun.text, memory.language), memory
        ):
            return source
    return None


def _may_hold(person: int, role: str, memory: Memory) -> bool:
    """Whether somebody has no role, or just this one for no country: "den norske sportschef"."""
    return not memory.roles.has_any(person) or memory.roles.is_stateless(person, role)


def _distinct(sources: Iterable[Source]) -> Iterator[Source]:
    seen = set()
    for source in sources:
        if (source.name, source.entity) not in seen:
            seen.add((source.name, source.entity))
            yield source


def _of_age(item: Item, memory: Memory) -> Source | None:
    """The person spoken of last, of the same age if one is told: "den 37-årige", "danskeren"."""
    age = age_in(item.text)
    described = [source for source in reversed(memory.described) if age and age_in(source.name) == age]
    if described:
        return described[-1]
    return next((s for s in memory.recent_people() if age is None or age_in(s.name) is None), None)
