"""Kinds: what a name that no list holds is, by its own words and the word before it."""

import functools
from collections.abc import Iterator

from corpus.annotation.capitals import Capitals
from corpus.annotation.words import CACHED, word_classes
from corpus.languages import Language
from corpus.records import EntityKind

__all__ = ["announced_kind", "guessed_kind", "kind_announced_by", "told_kind"]

_TELLING = frozenset({"definite", "indefinite_article"})  # classes of words that may announce a kind
_LONGEST_ACRONYM = 6  # letters
_Evidence = Iterator[tuple[EntityKind, bool]]  # kinds and whether something speaks for them, the surest first


def told_kind(capitals: Capitals, first: int, last: int) -> EntityKind | None:
    """What the name's own words or the word before say for sure; None where they do not."""
    return _first(_own_evidence(capitals, first, last)) or announced_kind(capitals, first)


def announced_kind(capitals: Capitals, first: int) -> EntityKind | None:
    """What the word before says that the name is: "selskabet X", "byen X", "skuespilleren X"."""
    before = capitals.before(first)
    return kind_announced_by(before, capitals.language) if before else None


def guessed_kind(capitals: Capitals, first: int, last: int) -> EntityKind | None:
    """What an unlisted name is, also by what is only likely; None where nothing tells."""
    return told_kind(capitals, first, last) or _first(_weak_evidence(capitals, first, last))


def _first(evidence: _Evidence) -> EntityKind | None:
    return next((kind for kind, holds in evidence if holds), None)


def _own_evidence(capitals: Capitals, first: int, last: int) -> _Evidence:
    keywords, endings = capitals.keywords, _endings(capitals.language)
    forms = set(capitals.forms(last - 1))
    words = {form.lower() for form in forms}
    is_single, is_sure = last - first == 1, capitals.is_mid_sentence(first)

    def ends_in(key: str) -> bool:
        return any(word.endswith(endings[key]) for word in words)

    yield "event", ends_in("event_ending")
    yield "place", not is_single and bool(words & keywords["street_last"])
    yield "organization", not is_single and bool(forms & keywords["organization_last"])
    yield "organization", last - first == 2 and _is_possessed(capitals, first)
    yield "person", capitals.begins_with_first_name(first, last)
    yield "place", ends_in("street_ending") and not capitals.is_noun(first)
    yield (
        "place",
        is_single and ends_in("building_ending") and (is_sure or not capitals.is_common_word(first)),
    )
    yield "organization", ends_in("domain_ending")
    yield "organization", is_single and is_sure and ends_in("institution_ending")
    yield "place", not is_single and bool(words & keywords["place_last"])


@functools.lru_cache(maxsize=CACHED)
def kind_announced_by(before: str, language: Language) -> EntityKind | None:
    """What a lower-case word says that a name after it is.

    >>> from corpus.languages import load_language
    >>> kind_announced_by("osteforretningen", load_language("da"))
    'organization'
    """
    classes = word_classes(before, language)
    if classes.isdisjoint(_TELLING) and not before.endswith(_announcing(language)):
        return None
    return _first(_evidence_before(before, classes, language))


@functools.cache
def _announcing(language: Language) -> tuple[str, ...]:
    """All words and ends of words that announce a kind: what ends in none of them need not be looked at."""
    keys = [key for key in language.keywords if "_before" in key or key == "organization_noun_ending"]
    return tuple(sorted({word for key in keys for word in language.keywords[key]}))


def _evidence_before(before: str, classes: frozenset[str], language: Language) -> _Evidence:
    keywords, endings = language.keywords, _endings(language)
    is_definite = "definite" in classes
    yield "organization", before in keywords["organization_before"]
    yield "place", before in keywords["place_before"] or before.endswith(endings["place_before_ending"])
    yield "work", before.endswith(endings["work_before_ending"])
    yield "event", before.endswith(endings["event_before_ending"])
    yield "other", "indefinite_article" in classes
    yield "other", before.endswith(endings["thing_before_ending"])
    yield "organization", before.endswith(endings["organization_before_ending"])
    yield "organization", is_definite and bool(classes & {"institution", "medium"})
    yield "organization", before.endswith(endings["organization_noun_ending"])
    yield "person", is_definite and "human" in classes


def _is_possessed(capitals: Capitals, first: int) -> bool:
    """Whether a first name in the genitive stands before a common word: "Lises Bøger"."""
    owners = capitals.forms(first)[1:]
    is_owned = any(owner in capitals.names.first_names for owner in owners)
    is_name = capitals.tokens[first].text in capitals.names.first_names
    return is_owned and not is_name and capitals.is_common_word(first + 1)


def _weak_evidence(capitals: Capitals, first: int, last: int) -> _Evidence:
    is_single, nominative = last - first == 1, capitals.forms(last - 1)[-1]
    lower, endings = nominative.lower(), _endings(capitals.language)
    is_person = capitals.looks_like_person(first, last) or capitals.follows_title(first)
    may_be_common = capitals.may_be_definite(first) and not lower.endswith(endings["organization_compound"])
    yield "person", is_person
    yield "organization", is_single and lower.endswith(endings["organization_ending"]) and not may_be_common
    yield "place", capitals.before(first) in capitals.keywords["place_surely"]
    yield "other", not is_single and any(capitals.is_common(index) for index in range(first, last))
    yield "organization", is_single and _is_acronym(capitals, first, nominative)


def _is_acronym(capitals: Capitals, index: int, nominative: str) -> bool:
    """Whether a word in capitals stands where only a name can, and not among others: "DET NYTTER"."""
    is_short = 1 < len(nominative) <= _LONGEST_ACRONYM
    is_shouted = index > 0 and capitals.tokens[index - 1].text.isupper()
    return is_short and nominative.isupper() and capitals.is_mid_sentence(index) and not is_shouted


@functools.cache
def _endings(language: Language) -> dict[str, tuple[str, ...]]:
    """The keywords that are ends of words, as `str.endswith` takes them."""
    return {
        key: tuple(sorted(words))
        for key, words in language.keywords.items()
        if key.endswith(("_ending", "_compound"))
    }
