"""Spell Norwegian words as Danish, by the language's rules."""

import functools
import pathlib
import tomllib
from collections.abc import Callable

__all__ = ["load_respelling"]


def load_respelling(path: pathlib.Path) -> Callable[[str], str]:
    """Read respelling.toml and give the function that respells a word."""
    with path.open("rb") as file:
        rules = tomllib.load(file)
    pairs = (pair for text in rules["words"].values() for pair in text.split(";") if pair.strip())
    words: dict[str, str] = dict(pair.split() for pair in pairs)
    endings: tuple[tuple[str, str], ...] = tuple(rules["endings"].items())

    @functools.cache
    def respell(word: str) -> str:
        lower = word.lower()
        danish = words.get(lower)
        if danish is None:
            return word if word[:1].isupper() else _with_ending(word, endings)
        return danish[:1].upper() + danish[1:] if word[:1].isupper() else danish

    return respell


def _with_ending(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for norwegian, danish in endings:
        if word.endswith(norwegian) and len(word) > len(norwegian) + 1:
            return word.removesuffix(norwegian) + danish
    return word
