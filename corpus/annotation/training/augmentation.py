"""More training sentences: names swapped for others of their kind, and templates filled with names."""

import pathlib
import re
from collections.abc import Sequence

from corpus.annotation.training.corpora import Sentence
from corpus.annotation.training.naming import NAME_KINDS, NameMaker
from corpus.spans import Span

__all__ = ["fill", "genitive", "read_templates", "swap"]

_SLOT = re.compile(r"\{(\w+)('s)?\}")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:'s|'|\.)?")
# Names that end in these in the nominative: "Boss", "Jesus", "Paris", "Thomas", "Johannes".
_NO_GENITIVE = ("ss", "us", "is", "as", "es", "os")


def genitive(name: str) -> str:
    """The genitive of a name: an apostrophe after s, x and z, 's after an acronym.

    >>> genitive("Rusland"), genitive("Paris"), genitive("FN")
    ('Ruslands', "Paris'", "FN's")
    """
    if name[-1] in "sxzSXZ":
        return name + "'"
    return name + ("'s" if name.isupper() else "s")


def read_templates(path: pathlib.Path) -> list[str]:
    """The lines of templates.txt that are sentences."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def fill(template: str, maker: NameMaker) -> Sentence:
    """Fill a template's slots, such as `{person}` and `{country's}`, with names."""
    words: list[str] = []
    spans: list[Span] = []
    for word in template.split():
        slot = _SLOT.fullmatch(word)
        if slot is None:
            words.append(word)
            continue
        name = maker.make(slot[1])
        parts = (genitive(name) if slot[2] else name).split()
        spans.append((len(words), len(words) + len(parts), NAME_KINDS.get(slot[1], "organization")))
        words += parts
    return Sentence(tuple(words), tuple(spans))


def swap(sentence: Sentence, maker: NameMaker) -> Sentence | None:
    """Replace the names of a sentence, the same name by the same; None where none can be replaced."""
    given: dict[Sequence[str], list[str]] = {}
    words: list[str] = []
    spans: list[Span] = []
    done = 0
    for first, last, kind in sentence.spans:
        old = sentence.words[first:last]
        if old not in given and (new := _replacement(old, kind, maker)):
            given[old] = new
        parts = given.get(old, list(old))
        words += sentence.words[done:first]
        spans.append((len(words), len(words) + len(parts), kind))
        words += parts
        done = last
    words += sentence.words[done:]
    return Sentence(tuple(words), tuple(spans)) if given else None


def _replacement(old: Sequence[str], kind: str, maker: NameMaker) -> list[str] | None:
    """Another name of the same kind and case; None for one whose form is not plain."""
    other = _other_kind(len(old), kind)
    if other is None or not old[0][0].isupper() or not all(_PLAIN_WORD.fullmatch(word) for word in old):
        return None
    name = maker.make(other)
    return (genitive(name) if _is_genitive(old[-1]) else name).split()


def _other_kind(length: int, kind: str) -> str | None:
    """What replaces a name of so many words; the longer ones say too much about themselves."""
    if kind == "person" and length <= 3:
        return "person" if length > 1 else "last"
    if kind == "place" and length <= 2:
        return "place"
    if kind == "organization" and length <= 3:
        return "any"
    return None


def _is_genitive(word: str) -> bool:
    if word.endswith(("'s", "'")):
        return True
    return word.endswith("s") and not word.endswith(_NO_GENITIVE) and not word.isupper()
