"""Noun phrases: what one says of the thing it names."""

from collections.abc import Sequence

from corpus.annotation.items import Item
from corpus.annotation.words import LONGEST_ENDING
from corpus.languages import Language

__all__ = ["country_of", "is_apposed", "is_specified", "named_after", "noun_lemma", "noun_of"]


def noun_lemma(word: str, language: Language) -> str:
    """The indefinite singular of a noun, or of the last part of a compound; the word itself if unknown."""
    lower = word.lower()
    for cut in range(max(0, len(lower) - LONGEST_ENDING), len(lower)):
        if lower[cut:] in language.lemmas:
            return language.lemmas[lower[cut:]]
    return lower


def is_apposed(items: Sequence[Item], index: int) -> bool:
    """Whether the phrase here says more of the name before it: Henrik Toft, formand for X."""
    return (
        1 < index < len(items)
        and "described" in items[index].classes
        and "comma" in items[index - 1].classes
        and bool(items[index - 2].classes & {"person", "body"})
        and "np" in items[index - 2].classes
    )


def named_after(items: Sequence[Item], index: int) -> Item | None:
    """The name that follows the description here: Ugens Blik in "sit eget medie, Ugens Blik"."""
    if index + 2 >= len(items) or "described" not in items[index].classes:
        return None
    comma, name = items[index + 1], items[index + 2]
    return (
        name
        if "comma" in comma.classes and "np" in name.classes and name.classes & {"person", "body"}
        else None
    )


def noun_of(item: Item) -> Item:
    """The noun of a phrase, or its first word."""
    return next((part for part in item.parts if part.classes & {"noun", "deverbal"}), item.parts[0])


def country_of(parts: Sequence[Item]) -> int | None:
    """The entity that a demonym or a name in the genitive stands for: "den russiske", "Ruslands"."""
    for part in parts:
        if part.named and (part.named.is_demonym or part.named.is_genitive):
            return part.named.entity
    return None


def is_specified(item: Item) -> bool:
    """Whether the phrase says whose or of what: "Kremls talsmand", "advokaten for X"."""
    return any(part.classes & {"npprep", "for", "genitive", "possessive"} for part in item.parts)
