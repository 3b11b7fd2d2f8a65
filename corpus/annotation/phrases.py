"""Noun phrases: what one says of the thing it names."""

from collections.abc import Sequence

from corpus.annotation.items import Item
from corpus.annotation.words import LONGEST_ENDING
from corpus.languages import Language

__all__ = [
    "country_of",
    "full_lemma",
    "is_apposed",
    "is_specified",
    "named_after",
    "noun_lemma",
    "noun_of",
    "predicate_of",
]


# "aged" comes before the noun: "den 37-årige ingeniør" is whoever was spoken of, whatever the noun.
_HEADS = (frozenset({"aged"}), frozenset({"noun", "deverbal", "inhabitant"}))


def noun_lemma(word: str, language: Language) -> str:
    """The indefinite singular of a noun, or of the last part of a compound; the word itself if unknown."""
    lower = word.lower()
    for cut in range(max(0, len(lower) - LONGEST_ENDING), len(lower)):
        if lower[cut:] in language.lemmas:
            return language.lemmas[lower[cut:]]
    return lower


_NAME_AFTER_COMMA = 2  # items
_TO_A_PREDICATE = (("be",), ("comma", "rel", "be"))


def full_lemma(word: str, language: Language) -> str:
    """The indefinite singular of a whole compound, without a part before a hyphen, which is a name.

    "udenrigsministeren" gives "udenrigsminister", "AGF-træneren" "træner".
    """
    last = word.lower().rpartition("-")[2]
    for cut in range(max(0, len(last) - LONGEST_ENDING), len(last)):
        if last[cut:] in language.lemmas:
            return last[:cut] + language.lemmas[last[cut:]]
    return last


def is_apposed(items: Sequence[Item], index: int) -> bool:
    """Whether the phrase here says more of the name before it: Henrik Toft, formand for X."""
    return (
        1 < index < len(items)
        and "described" in items[index].classes
        and "comma" in items[index - 1].classes
        and bool(items[index - 2].classes & {"person", "body"})
        and "np" in items[index - 2].classes
    )


def predicate_of(items: Sequence[Item], index: int) -> Sequence[Item]:
    """What somebody is said to be: the noun phrase of "X er direktør" and "X, der er direktør"."""
    for path in _TO_A_PREDICATE:
        found = items[index + 1 : index + 2 + len(path)]
        if len(found) > len(path) and all(
            name in item.classes for name, item in zip(path, found, strict=False)
        ):
            return [found[-1]] if "described" in found[-1].classes else []
    return []


def named_after(items: Sequence[Item], index: int) -> Item | None:
    """The name that follows the description here: Ugens Blik in "sit eget medie, Ugens Blik".

    A name that a list goes on with is none: "politiet, Vejdirektoratet og kommunen".
    """
    noun = noun_of(items[index]) if "described" in items[index].classes else None
    if noun is None or ("plural" in noun.classes and "one_of" not in items[index].parts[0].classes):
        return None
    after = items[index + 1 : index + 5]
    after = after[1:] if after and "adv" in after[0].classes else after
    if len(after) < _NAME_AFTER_COMMA or "comma" not in after[0].classes:
        return None
    name = after[1]
    kind = "person" if "human" in noun.classes else "body"
    goes_on = len(after) > _NAME_AFTER_COMMA and "and" in after[2].classes
    return name if {"np", kind} <= name.classes and not goes_on else None


def noun_of(item: Item) -> Item:
    """The noun of a phrase, or its first word."""
    heads = (part for classes in _HEADS for part in item.parts if part.classes & classes)
    return next(heads, item.parts[0])


def country_of(parts: Sequence[Item]) -> int | None:
    """The entity that a demonym or a name in the genitive stands for: "den russiske", "Ruslands"."""
    for part in parts:
        if part.named and (part.named.is_demonym or part.named.is_genitive):
            return part.named.entity
    return None


def is_specified(item: Item) -> bool:
    """Whether the phrase says whose or of what: "Kremls talsmand", "advokaten for X"."""
    return any(part.classes & {"npprep", "for", "genitive", "possessive"} for part in item.parts)
