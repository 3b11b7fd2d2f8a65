"""What the name model sees of a word: its form, its neighbours, and what the name lists say of them."""

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.annotation.kinds import kind_announced_by
from corpus.annotation.words import LONGEST_ENDING, bases, common_class, word_classes
from corpus.languages import Language, LexiconName
from corpus.languages.lexicon import NameLists

__all__ = ["FeatureExtractor", "form_features", "name_classes", "phrase_classes", "shape"]

_THIRD = re.compile(r"(.)(?<=\1\1\1)")  # of a run, and those after it
_SHORTEST = 4  # letters of a demonym at the end of a longer word, or of a name all in capitals
_CACHED = 8_000  # words, 2 kB each; to keep four times as many saves working out one word in ten
_CACHED_KINDS = 1_000  # shapes and classes that words have in common
# Endings and beginnings: the letters, and of how many a word must have more.
_AFFIXES = [
    *((f"s{count}=", slice(-count, None), count) for count in range(1, 6)),
    *((f"p{count}=", slice(count), count) for count in range(2, 5)),
]


class _Word(NamedTuple):
    """The features that a word gives itself and its neighbours."""

    lower: str
    shape: str
    signature: str
    own: tuple[str, ...]
    as_previous: tuple[str, ...]
    as_second_previous: tuple[str, ...]
    as_next: tuple[str, ...]
    as_second_next: tuple[str, ...]


class _Sorts(dict[int, str]):
    """Code point to the sort of its letter or digit, worked out when first asked for."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        sort = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        self[code] = sort
        return sort


_SORTS = _Sorts()


def shape(word: str) -> str:
    """The word with letters and digits replaced by their sort, runs cut to two.

    >>> shape("McDonald's"), shape("1990"), shape("Kreml")
    ("XxXxx'x", 'dd', 'Xxx')
    """
    return _THIRD.sub("", word.translate(_SORTS))


def _entry_class(entry: LexiconName) -> str:
    mark = "?" if entry.ambiguous else ""
    return f"{entry.kind}:{entry.subkind}{mark}" if entry.subkind else f"{entry.kind}{mark}"


def name_classes(word: str, language: Language) -> tuple[str, ...]:
    """What the name lists say of a single word, as it stands or in the nominative; sorted."""
    forms = (word, *bases(word, language))
    classes = next(filter(None, (_listed(form, language.names) for form in forms)), set())
    if not classes and "-" in word:
        classes = {"part:" + c for c in _listed(word.partition("-")[0], language.names)}
        classes |= {"last:" + c for c in _listed(word.rpartition("-")[2], language.names)}
    classes = classes or _ending_classes(word.lower(), language.names)
    classes = classes or {common_class(word, language)} - {""}
    return tuple(sorted(classes))


def _listed(form: str, names: NameLists) -> set[str]:
    classes = {_entry_class(entry) for words, entry in names.names.get(form, ()) if len(words) == 1}
    unsure = "?" if form in names.ambiguous else ""
    if form in names.first_names:
        classes.add("first" + unsure)
    if form in names.last_names:
        classes.add("last" + unsure)
    if _is_demonym(form.lower(), names):
        classes.add("demonym")
    if not classes and len(form) >= _SHORTEST and form.isupper() and form != form.capitalize():
        classes.update("upper:" + c for c in _listed(form.capitalize(), names))
    return classes


def _is_demonym(lower: str, names: NameLists) -> bool:
    return lower in names.demonyms or lower in names.local_demonyms


def _ending_classes(lower: str, names: NameLists) -> set[str]:
    """Whether a word ends in a demonym: "nordtyske", "udlandsdanskere"."""
    cuts = range(max(2, len(lower) - LONGEST_ENDING), len(lower) - _SHORTEST + 1)
    endings = [lower[cut:] for cut in cuts]
    is_none = names.demonyms.keys().isdisjoint(endings) and names.local_demonyms.keys().isdisjoint(endings)
    return set() if is_none else {"ends:demonym"}


def phrase_classes(words: Sequence[str], language: Language) -> list[str]:
    """For each word its place in a listed name of several words, such as `B-place`; empty outside."""
    found = [""] * len(words)
    index = 0
    while index < len(words):
        match = _phrase(words, index, language) if words[index] in language.names.names else None
        if match is None:
            index += 1
            continue
        length, label = match
        found[index] = "B-" + label
        for inside in range(index + 1, index + length):
            found[inside] = "I-" + label
        index += length
    return found


def _phrase(words: Sequence[str], index: int, language: Language) -> tuple[int, str] | None:
    """The length and class of the longest listed name of several words that begins here."""
    for spelling, entry in language.names.names[words[index]]:
        last = index + len(spelling) - 1
        if len(spelling) == 1 or last >= len(words) or tuple(words[index:last]) != spelling[:-1]:
            continue
        if spelling[-1] in (words[last], *bases(words[last], language)):
            return len(spelling), _entry_class(entry)
    return None


def form_features(word: str, form: str, language: Language) -> list[str]:
    """The beginnings, endings, capitals, digits and hyphens of a word of that shape."""
    lower = word.lower()
    length = len(lower)
    features = [name + lower[letters] for name, letters, count in _AFFIXES if length > count]
    if form[0] == "X":
        features.append("T")
    if len(word) > 1 and word.isupper():
        features.append("U")
    elif "X" in form[1:]:
        features.append("mixed")
    if "-" in word[1:]:
        features += ["hy", "hyF=" + lower.partition("-")[0], "hyL=" + lower.rpartition("-")[2]]
    if "d" in form:
        features.append("dig")
    features.append("b=" + (*bases(lower, language), lower)[0])
    return features


_NONE = _Word("", "", "", (), ("-1BOS",), ("-2BOS",), ("+1EOS",), ("+2EOS",))
# Word classes of the language that say what a neighbouring name is: "direktør X", "avisen X".
_LEXICAL = frozenset({"human", "medium", "institution", "document", "cue", "time", "title"})
_END_MARKS = frozenset(".?!")
_OPENERS = frozenset("-\"'»”–")


class FeatureExtractor:
    """Turns words into features; keeps what it has worked out for each word."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._word: Callable[[str], _Word] = functools.lru_cache(maxsize=_CACHED)(self._describe)

    def __call__(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The features of each word of a sentence."""
        known = [_NONE, _NONE, *map(self._word, words), _NONE, _NONE]
        neighbours = zip(known, known[1:], known[2:], known[3:], known[4:], strict=False)
        found = [
            (
                *word.own,
                *second_previous.as_second_previous,
                *previous.as_previous,
                *following.as_next,
                *second_following.as_second_next,
                *_joint(previous, word, following),
            )
            for second_previous, previous, word, following, second_following in neighbours
        ]
        for index, phrase in enumerate(phrase_classes(words, self._language)):
            if phrase:
                found[index] += ("ph=" + phrase, "phk=" + phrase.partition(":")[0])
        return found

    def _describe(self, word: str) -> _Word:
        lower, form = word.lower(), shape(word)
        classes = name_classes(word, self._language)
        lexical = _lexical(lower, self._language)
        kind = _kind(form, classes, tuple(sorted(lexical)))
        three, two = lower[-3:], lower[-2:]
        return _Word(
            lower,
            form,
            kind.signature,
            own=("w=" + lower, *form_features(word, form, self._language), *kind.own),
            as_previous=("-1w=" + lower, "-1s3=" + three, "-1s2=" + two, *kind.as_previous),
            as_second_previous=("-2w=" + lower, *kind.as_second_previous),
            as_next=("+1w=" + lower, "+1s3=" + three, "+1s2=" + two, *kind.as_next),
            as_second_next=("+2w=" + lower, *kind.as_second_next),
        )


def _lexical(lower: str, language: Language) -> frozenset[str]:
    """What a word in lower case says of a name beside it."""
    announced = kind_announced_by(lower, language)
    classes = word_classes(lower, language) & _LEXICAL
    return classes | {f"says:{announced}"} if announced else classes


class _Kind(NamedTuple):
    """What words of one shape and the same classes have in common of their features."""

    signature: str
    own: tuple[str, ...]
    as_previous: tuple[str, ...]
    as_second_previous: tuple[str, ...]
    as_next: tuple[str, ...]
    as_second_next: tuple[str, ...]


@functools.lru_cache(maxsize=_CACHED_KINDS)
def _kind(form: str, classes: tuple[str, ...], lexical: tuple[str, ...]) -> _Kind:
    is_capital, is_word = form[0] == "X", form[0] != "d" and form[0].isalpha()
    signature = "+".join(classes) or ("T" if is_capital else "" if is_word else form)
    listed = ["g=" + c for c in classes] + sorted({"gk=" + c.partition(":")[0] for c in classes if ":" in c})
    told = [*listed, *("l=" + c for c in lexical)]
    near = ["sh=" + form, "gs=" + signature, *told]
    nearest = [*near, "T"] if is_capital else near
    return _Kind(
        signature,
        own=("sh=" + form, "gg=" + signature, *told),
        as_previous=tuple("-1" + feature for feature in nearest),
        as_second_previous=tuple("-2" + feature for feature in near),
        as_next=tuple("+1" + feature for feature in nearest),
        as_second_next=tuple("+2" + feature for feature in near),
    )


def _joint(previous: _Word, word: _Word, following: _Word) -> list[str]:
    """What a word and its neighbours are together."""
    features = [
        f"bi={previous.lower}|{word.shape}",
        f"bn={word.shape}|{following.lower}",
        f"ww={previous.lower}|{following.lower}",
        f"gb={previous.signature}|{word.signature}",
        f"ga={word.signature}|{following.signature}",
        f"wc={previous.lower}|{word.signature}",
        f"wd={word.signature}|{following.lower}",
    ]
    if not previous.lower or previous.lower in _END_MARKS:
        features += ["ST", "ST|" + word.shape]
    elif previous.lower in _OPENERS:
        features.append("Q1")
    return features
