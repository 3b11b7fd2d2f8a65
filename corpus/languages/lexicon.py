"""The words of a language: classes, cues, and the names known in advance."""

import dataclasses
import pathlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.languages import reading

__all__ = [
    "Cue", "LexiconName", "NameLists", "Vocabulary", "read_keywords", "read_names", "read_vocabulary",
]  # fmt: skip

# The order of the forms in a line of cues.toml and of nouns.toml.
_SHORTEST_ENDING = 5  # letters; a shorter noun ends too many words that are no compounds of it
_VERB_FORMS = ("infinitive", "finite", "finite", "participle", "passive", "passive")
_NOUN_FORMS = (("title", "singular"), ("definite", "singular"), ("plural",), ("definite", "plural"))


@dataclasses.dataclass(frozen=True, slots=True)
class Cue:
    """What a word that attributes does; see `corpus.records` for the terms."""

    lemma: str
    act: str
    polarity: str
    frames: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases in lower case, with their classes."""

    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    marks: Mapping[str, frozenset[str]]
    cues: Mapping[str, tuple[Cue, ...]]
    certainty: Mapping[str, str]
    lemmas: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class LexiconName:
    """A name known in advance.

    Attributes:
        name: The canonical name.
        kind: One of `corpus.records.ENTITY_KINDS`.
        subkind: `media`, `agency`, `platform`, `party` ... or an empty string.
        wikidata_id: `Q...` or None.
        gender: `m`, `f` or None.
        ambiguous: The name is also a common word or another kind of name: wants support from its context.
    """

    name: str
    kind: str
    subkind: str = ""
    wikidata_id: str | None = None
    gender: str | None = None
    ambiguous: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class NameLists:
    """The names known in advance.

    Attributes:
        names: First word of a name to the names that begin with it: all words, what they name; longest first.
        demonyms: Lower-case form to its country.
        local_demonyms: Lower-case demonym of a city, region or continent to that place.
        first_names: First name to gender: `m`, `f` or `u`.
        last_names: Family names.
        ambiguous: First and last names that are also common words or places.
        agencies: Lower-case name of a news agency or medium, as credit lines have it, to what it names.
        vocabulary: Common words in lower case.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], LexiconName], ...]]
    demonyms: Mapping[str, LexiconName]
    local_demonyms: Mapping[str, LexiconName]
    first_names: Mapping[str, str]
    last_names: frozenset[str]
    ambiguous: frozenset[str]
    agencies: Mapping[str, LexiconName]
    vocabulary: frozenset[str]


def read_vocabulary(folder: pathlib.Path) -> Vocabulary:
    """Read words.toml, nouns.toml and cues.toml."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    endings: defaultdict[str, set[str]] = defaultdict(set)
    classes = reading.toml(folder / "words.toml")
    for name, members in classes["classes"].items():
        for word in reading.phrases(members):
            words[word].add(name)
    lemmas: dict[str, str] = {}
    short = set(reading.phrases(classes["compounds"]["short"]))
    for kind, lines in reading.toml(folder / "nouns.toml").items():
        for lemma, form, more in _inflected(lines, _NOUN_FORMS):
            words[form] |= {"noun", kind, *more}
            lemmas.setdefault(form, lemma)
            if len(form) >= _SHORTEST_ENDING or lemma in short:
                endings[form] |= {"noun", kind, *more}
    for word in reading.phrases(classes["compounds"]["never"]):
        words.setdefault(word, set())
    cues = _read_cues(reading.toml(folder / "cues.toml"), words)
    return Vocabulary(
        words=_frozen(words),
        endings=_frozen(endings),
        marks=_inverted(classes["marks"]),
        cues=cues,
        certainty={
            word: name for name, text in classes["certainty"].items() for word in reading.phrases(text)
        },
        lemmas=lemmas,
    )


def _read_cues(table: Mapping[str, Any], words: defaultdict[str, set[str]]) -> dict[str, tuple[Cue, ...]]:
    cues: defaultdict[str, list[Cue]] = defaultdict(list)
    forms = tuple((form,) for form in _VERB_FORMS)
    for group in table["group"]:
        frames = frozenset(group["frames"])
        for lemma, form, more in _inflected(group["verbs"], forms):
            cues[form].append(Cue(lemma, group["act"], group.get("polarity", "affirmed"), frames))
            words[form] |= {"cue", *frames, *more}
    return {form: tuple(found) for form, found in cues.items()}


def _inflected(lines: str, forms: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the line's first word, each form and its classes."""
    for line in lines.strip().splitlines():
        words = reading.phrases(line)
        for word, classes in zip(words, forms, strict=False):
            if word[0] not in "-!":
                yield words[0].removeprefix("!"), word, classes


def _inverted(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, members in table.items():
        for member in members.split():
            found[member].add(name)
    return _frozen(found)


def _frozen(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Each word's classes; words of the same classes share one set, so that two are soon told to be equal."""
    sets: dict[frozenset[str], frozenset[str]] = {}
    frozen = ((word, frozenset(names)) for word, names in classes.items())
    return {word: sets.setdefault(names, names) for word, names in frozen}


def read_keywords(folder: pathlib.Path) -> dict[str, frozenset[str]]:
    """Read keywords.toml: words and endings that tell the kind of an unknown name."""
    return {
        key: frozenset(reading.phrases(text)) for key, text in reading.toml(folder / "keywords.toml").items()
    }


def read_names(folder: pathlib.Path) -> NameLists:
    """Read the tables of names/."""
    names: defaultdict[str, list[tuple[tuple[str, ...], LexiconName]]] = defaultdict(list)
    for spelling, name in _spellings(folder / "names"):
        tokens = tuple(spelling.split())
        names[tokens[0]].append((tokens, name))
    agencies = {
        key.lower(): name
        for key, found in names.items()
        for words, name in found
        if len(words) == 1 and name.subkind in ("agency", "media")
    }
    first = list(reading.rows(folder / "names" / "first_names.tsv"))
    last = list(reading.rows(folder / "names" / "last_names.tsv"))
    return NameLists(
        names={key: tuple(sorted(found, key=_longest)) for key, found in names.items()},
        demonyms=dict(_demonyms(folder / "names" / "countries.tsv")),
        local_demonyms={
            form: name
            for file in ("cities.tsv", "regions.tsv")
            for form, name in _demonyms(folder / "names" / file)
        },
        first_names={row["name"]: row["gender"] for row in first},
        last_names=frozenset(row["name"] for row in last),
        ambiguous=frozenset(row["name"] for row in first + last if row.get("ambiguous") == "1"),
        agencies=agencies,
        vocabulary=_vocabulary(folder / "names" / "vocabulary.txt"),
    )


def _vocabulary(path: pathlib.Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def _longest(entry: tuple[tuple[str, ...], LexiconName]) -> tuple[int, bool, str]:
    return (-len(entry[0]), entry[1].ambiguous, entry[1].name)


# File, the kind where the file has no such column. Earlier files win where a spelling stands in two.
_NAME_FILES = (
    ("countries.tsv", "place"),
    ("public_people.tsv", "person"),
    ("organizations.tsv", "organization"),
    ("events.tsv", "event"),
    ("regions.tsv", "place"),
    ("cities.tsv", "place"),
)


def _spellings(folder: pathlib.Path) -> Iterator[tuple[str, LexiconName]]:
    seen: set[str] = set()
    for file, kind in _NAME_FILES:
        for row in reading.rows(folder / file) if (folder / file).exists() else ():
            aliases = _several(row.get("aliases")) + _several(row.get("short_forms"))
            for spelling in [row["name"], *aliases]:
                if spelling not in seen:
                    seen.add(spelling)
                    yield spelling, _lexicon_name(row, kind, spelling)


def _lexicon_name(row: Mapping[str, str], kind: str, spelling: str) -> LexiconName:
    """The name of a row; `ambiguous` is 1 for all its spellings, or names those that are."""
    ambiguous = row.get("ambiguous") or ""
    return LexiconName(
        name=row["name"],
        kind=row.get("kind") or kind,
        subkind=row.get("subkind") or "",
        wikidata_id=row.get("wikidata") or None,
        gender=row.get("gender") or None,
        ambiguous=ambiguous == "1" or spelling in ambiguous.split("|"),
    )


def _demonyms(path: pathlib.Path) -> Iterator[tuple[str, LexiconName]]:
    for row in reading.rows(path):
        ambiguous = set(_several(row.get("ambiguous")))
        for form in _several(row["demonyms"]):
            if form not in ambiguous:
                yield form, _lexicon_name(row, "place", form)


def _several(cell: str | None) -> list[str]:
    return cell.split("|") if cell else []
