"""What a language folder holds, as frozen values."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any

from corpus.languages import lexicon, reading
from corpus.languages.calendar import Calendar, read_calendar
from corpus.languages.lexicon import Cue, LexiconName

__all__ = [
    "Chunk",
    "Cue",
    "Heading",
    "Language",
    "LexiconName",
    "ParagraphRule",
    "Pattern",
    "Reference",
    "load_language",
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRule:
    """A regular expression that gives a paragraph its kind; `unless` holds it back."""

    kind: str
    match: str
    unless: str | None = None
    examples: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """When a block without an end mark is a subheading; `closing` may follow its last word."""

    max_words: int
    not_ending: str
    not_starting: str
    closing: str
    examples: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A noun phrase: its kind, and the pattern over word classes that finds it."""

    kind: str
    match: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to attribute; the head of the language's patterns.toml says what `match` is.

    Attributes:
        name: Unique in the language; claims carry it.
        match: A regular expression over word classes.
        frames: Which of a cue's frames this construction is.
        content: Where the claimed words stand.
        where: The paragraph kinds it is tried in.
        speech: Whether it is tried in a paragraph of direct speech.
        outer: Whether it stands outside what other patterns claim in its sentence.
        carry: Whether a speaker that the match does not name is the one before.
        ahead: Whether a speaker that the match does not name may be one whom the text names later.
        only: Of a via, the kinds of organization it must be; none for any.
        otherwise: Of a via, the role of those who are none of these; none to pass them over.
        examples: Sentences of our own with the claim that must be found in them.
    """

    name: str
    match: str
    frames: tuple[str, ...] = ()
    content: str = "group"
    where: tuple[str, ...] = ("body",)
    speech: bool = False
    outer: bool = False
    carry: bool = False
    ahead: bool = False
    only: tuple[str, ...] = ()
    otherwise: str = ""
    examples: tuple[Mapping[str, Any], ...] = ()

    @property
    def ends(self) -> bool:
        """Whether what other patterns claim in the sentence ends where this one begins."""
        return self.outer and self.content != "rest"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a definite noun can point back to: kinds of entity, names with one of the words, or people.

    Attributes:
        kinds: Of entities that it can be.
        subkinds: Of those; an empty one for organizations that no list has.
        words: Words of the names of others that it can be.
        roles: Roles of people that it can be besides its own: "eksperten" may be a professor.
    """

    kinds: tuple[str, ...] = ("organization",)
    subkinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """The rules and words of one language; equal to itself alone, which makes it a cheap key of caches.

    Attributes:
        code: ISO 639-1.
        name: In English.
        version: Changes whenever rules or lists do, so that annotation by older ones is known to be stale.
        abbreviations: Words that end in a full stop without ending a sentence.
        genitive_endings: Endings of a name in the genitive, longest first.
        definite_endings: What an unknown noun in the definite form ends in.
        name_particles: Small words that stand inside a name.
        paragraph_rules: In order; the first that matches decides.
        heading: When a short block is a heading.
        words: Word or phrase, lower case, to its classes.
        endings: Last part of a compound to the classes of the compound.
        marks: Mark of punctuation to its classes.
        cues: Form of a cue to what it does.
        certainty: Word or phrase to the certainty it lends.
        macros: Named pieces of patterns.
        chunks: Noun phrases, in order.
        patterns: Ways to attribute, in order.
        vias: Ways to name those between a speaker and the article, in order.
        names: Word lists of the names known in advance.
        keywords: Words and endings that tell what kind of thing an unknown name is.
        lemmas: Form of a noun to its indefinite singular.
        references: Noun to what else it can point back to.
        calendar: How it speaks of days and longer times; None if nobody wrote that down.
    """

    code: str
    name: str
    version: str
    abbreviations: frozenset[str]
    genitive_endings: tuple[str, ...]
    definite_endings: tuple[str, ...]
    name_particles: frozenset[str]
    paragraph_rules: tuple[ParagraphRule, ...]
    heading: Heading
    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    marks: Mapping[str, frozenset[str]]
    cues: Mapping[str, tuple[Cue, ...]]
    certainty: Mapping[str, str]
    macros: Mapping[str, str]
    chunks: tuple[Chunk, ...]
    patterns: tuple[Pattern, ...]
    vias: tuple[Pattern, ...]
    names: lexicon.NameLists
    keywords: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]
    references: Mapping[str, Reference]
    calendar: Calendar | None = None


@functools.cache
def load_language(code: str) -> Language:
    """Read a language's folder; the result is kept.

    Raises:
        SettingsError: if there is no such language.
    """
    folder = reading.folder_of(code)
    head = reading.toml(folder / "language.toml")
    paragraphs = reading.toml(folder / "paragraphs.toml")
    grammar = reading.toml(folder / "patterns.toml")
    vocabulary = lexicon.read_vocabulary(folder)
    return Language(
        code=head["code"],
        name=head["name"],
        version=f"{head['version']}+{reading.fingerprint(folder)}",
        abbreviations=frozenset(head["tokens"]["abbreviations"].split()),
        genitive_endings=tuple(head["genitive_endings"]),
        definite_endings=tuple(head["definite_endings"]),
        name_particles=frozenset(head["name_particles"]),
        paragraph_rules=tuple(ParagraphRule(**reading.frozen(rule)) for rule in paragraphs["rule"]),
        heading=Heading(**reading.frozen(paragraphs["heading"])),
        words=vocabulary.words,
        endings=vocabulary.endings,
        marks=vocabulary.marks,
        cues=vocabulary.cues,
        certainty=vocabulary.certainty,
        macros=grammar["macros"],
        chunks=tuple(Chunk(**chunk) for chunk in grammar["chunk"]),
        patterns=tuple(Pattern(**reading.frozen(pattern)) for pattern in grammar["pattern"]),
        vias=tuple(Pattern(**reading.frozen(via)) for via in grammar["via"]),
        names=lexicon.read_names(folder),
        keywords=lexicon.read_keywords(folder),
        lemmas=vocabulary.lemmas,
        references={
            noun: Reference(**reading.frozen(table))
            for noun, table in reading.toml(folder / "references.toml").items()
        },
        calendar=read_calendar(folder),
    )
