"""Patterns over word classes: compiled to regular expressions over one character a word.

A sentence becomes a string in which each distinct set of classes has a character of its own; `<say&finite>`
becomes the set of the characters whose classes hold both. So a pattern reads as a regular expression over
words, and the `re` module does the matching.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.errors import SettingsError
from corpus.languages import Language, Pattern
from corpus.records import ENTITY_KINDS

__all__ = [
    "CAPITALIZED", "DEFINITE_LIKE",
    "DEMONYM", "GENITIVE",
    "GENITIVE_LIKE", "MARK", "NAMES", "NUMBER", "PHRASE_MARKS", "QUOTATION", "UNKNOWN",
    "Grammar", "PatternMatch", "grammar_of",
]  # fmt: skip

_FIRST_CHARACTER = "\ue000"  # Unicode's private use area: 6,400 characters, none of them special in a pattern
_MACRO = re.compile(r"\{([a-z_]+)(?: ([a-z_|&!]+))?\}")
_CLASS = re.compile(r"(?<!\?P)<(!?[a-z][a-z_|&!]*)>")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_CUE = re.compile(rf"\(\?P<cue>{_CLASS.pattern}\)")
_NOTHING = "(?!)"

# Classes that items have by their form alone; the language's words have theirs from its lists.
UNKNOWN = frozenset({"lower"})
DEFINITE_LIKE = frozenset({"lower", "definite_like"})
GENITIVE_LIKE = frozenset({"lower", "genitive_like"})
CAPITALIZED = frozenset({"cap"})
NUMBER = frozenset({"num"})
QUOTATION = frozenset({"quotation"})
MARK = frozenset({"mark"})
DEMONYM = frozenset({"demonym"})
GENITIVE = frozenset({"genitive"})
NAMES = {kind: frozenset({"name", kind}) for kind in ENTITY_KINDS}
BASIC = (
    UNKNOWN,
    GENITIVE_LIKE,
    DEFINITE_LIKE,
    CAPITALIZED,
    NUMBER,
    QUOTATION,
    MARK,
    DEMONYM,
    GENITIVE,
    *NAMES.values(),
)
# What a noun phrase keeps of its noun, and `apposed` for one with a comma in it.
PHRASE_MARKS = frozenset({"definite", "document", "publication", "apposed", "place"})


class PatternMatch(NamedTuple):
    """A match: the word ranges of the whole and of each named group, end exclusive."""

    first: int
    last: int
    groups: Mapping[str, tuple[int, int]]


class _Regex(NamedTuple):
    """A pattern compiled for an alphabet, and the names and numbers of its groups."""

    end: str  # of the alphabet: the first character that is not in it
    regex: re.Pattern[str]
    groups: tuple[tuple[str, int], ...]


class Grammar:
    """The alphabet and the compiled patterns of one language.

    Two sets of classes that no pattern tells apart share a character, so the alphabet stays small and,
    once it holds the language's own words, seldom grows. A pattern is compiled when first used, and again for
    a sentence with a character that it does not know.
    """

    def __init__(self, language: Language) -> None:
        self._macros = language.macros
        self._phrases = "|".join(f"(?P<{rule.kind}>{rule.match})" for rule in language.chunks)
        sources = [rule.match for rule in (*language.patterns, *language.vias)]
        expanded = [expand(source, language.macros) for source in (*sources, self._phrases)]
        self._expressions = sorted({found for pattern in expanded for found in _CLASS.findall(pattern)})
        self._terms = [
            [term.split("|") for term in expression.split("&")] for expression in self._expressions
        ]
        cues = [
            frozenset(map(self._expressions.index, _CUE.findall(expand(pattern.match, language.macros))))
            for pattern in language.patterns
        ]
        self._patterns = list(zip(language.patterns, cues, strict=True))
        self._cues = frozenset().union(*cues)
        self._cued: dict[str, frozenset[int]] = {}  # character to the cues, of any pattern, that it can be
        self._characters: dict[frozenset[str], str] = {}
        self._satisfied: dict[tuple[bool, ...], str] = {}
        self._end = _FIRST_CHARACTER  # of the alphabet: the next to be given away
        self._sets: dict[str, str] = {}  # expression to its characters
        self._compiled: dict[str, _Regex] = {}
        self._likely: dict[frozenset[int], Sequence[Pattern]] = {}
        for classes in {*listed_classes(language), *BASIC, *phrase_classes(language)}:
            self._character(classes)

    def encode(self, words: Iterable[frozenset[str]]) -> str:
        """One character a word."""
        return "".join([self._characters.get(classes) or self._character(classes) for classes in words])

    def find(self, pattern: str, sentence: str) -> list[PatternMatch]:
        """All matches of a pattern in an encoded sentence that do not overlap, in order."""
        compiled = self._regex(pattern, sentence)
        return [_match(found, compiled.groups) for found in compiled.regex.finditer(sentence)]

    def phrases(self, sentence: str) -> list[tuple[int, int, str]]:
        """The noun phrases of an encoded sentence: the word range of each, end exclusive, and its kind."""
        return [
            (found.start(), found.end(), str(found.lastgroup).partition("_")[0])
            for found in self._regex(self._phrases, sentence).regex.finditer(sentence)
            if found.end() > found.start()
        ]

    def likely(self, sentence: str) -> Sequence[Pattern]:
        """The patterns that an encoded sentence has a cue for, in order; no other can match."""
        found = frozenset().union(*(self._cued[character] for character in set(sentence)))
        if found not in self._likely:
            self._likely[found] = [pattern for pattern, cues in self._patterns if cues & found]
        return self._likely[found]

    def _character(self, classes: frozenset[str]) -> str:
        satisfied = tuple(_holds(terms, classes) for terms in self._terms)
        if satisfied not in self._satisfied:
            self._satisfied[satisfied] = self._end
            self._end = chr(ord(self._end) + 1)
            self._sets.clear()
        character = self._characters[classes] = self._satisfied[satisfied]
        self._cued[character] = frozenset(index for index in self._cues if satisfied[index])
        return character

    def _regex(self, pattern: str, sentence: str) -> _Regex:
        """The pattern, compiled for an alphabet that has all characters of the sentence."""
        compiled = self._compiled.get(pattern)
        if compiled is None or (compiled.end < self._end and max(sentence, default="") >= compiled.end):
            regex = re.compile(self._translate(pattern))
            groups = tuple((name.partition("_")[0], number) for name, number in regex.groupindex.items())
            compiled = self._compiled[pattern] = _Regex(self._end, regex, groups)
        return compiled

    def _translate(self, pattern: str) -> str:
        numbered = _number_groups(expand(pattern, self._macros))
        return _CLASS.sub(lambda found: self._set(found.group(1)), numbered)

    def _set(self, expression: str) -> str:
        """The characters of the classes that an expression names."""
        if expression not in self._sets:
            index = self._expressions.index(expression)
            characters = [character for satisfied, character in self._satisfied.items() if satisfied[index]]
            self._sets[expression] = f"[{''.join(characters)}]" if characters else _NOTHING
        return self._sets[expression]


def listed_classes(language: Language) -> Iterator[frozenset[str]]:
    """The sets of classes that words, marks, ages, demonyms and the first words of broken cues have."""
    words = language.words
    yield from words.values()
    yield from language.marks.values()
    yield from (NUMBER | classes for classes in words.values() if "aged" in classes)
    for demonym in language.names.demonyms:
        yield DEMONYM | words.get(demonym, frozenset())
    for cue in language.cues.keys() & words.keys():
        yield words[cue] | words.get(cue.partition(" ")[0], UNKNOWN)


def phrase_classes(language: Language) -> Iterator[frozenset[str]]:
    """Every set of classes that a noun phrase can have."""
    for rule in language.chunks:
        for size in range(len(PHRASE_MARKS) + 1):
            for marks in itertools.combinations(sorted(PHRASE_MARKS), size):
                yield frozenset({"np", rule.kind, *marks})


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Replace macros until none is left; blanks go.

    Raises:
        SettingsError: if there is no such macro.
    """

    def replace(found: re.Match[str]) -> str:
        name, argument = found.groups()
        if name not in macros:
            raise SettingsError(
                f"patterns.toml: no macro {{{name}}}", hint=f"known: {', '.join(sorted(macros))}"
            )
        body = macros[name]
        return body.replace("@", argument) if argument else body

    previous = None
    while previous != pattern:
        previous, pattern = pattern, _MACRO.sub(replace, pattern)
    return pattern.replace(" ", "")


def _number_groups(pattern: str) -> str:
    """Make the names of groups unique, since a macro may stand twice in a pattern."""
    count = iter(range(len(pattern)))
    return _GROUP.sub(lambda found: f"(?P<{found.group(1)}_{next(count)}>", pattern)


def _holds(terms: Sequence[Sequence[str]], classes: frozenset[str]) -> bool:
    return all(any(_has(name, classes) for name in names) for names in terms)


def _has(name: str, classes: frozenset[str]) -> bool:
    return name[1:] not in classes if name.startswith("!") else name in classes


def _match(found: re.Match[str], groups: Sequence[tuple[str, int]]) -> PatternMatch:
    spans: dict[str, tuple[int, int]] = {}
    for name, number in groups:
        if found.start(number) >= 0:
            spans.setdefault(name, found.span(number))
    return PatternMatch(found.start(), found.end(), spans)


@functools.cache
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language; the result is kept."""
    return Grammar(language)
