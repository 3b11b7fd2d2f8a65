"""Short names of organizations that the document names in full: "Norvia", "Søik", "LOA"."""

from collections import defaultdict
from collections.abc import Iterator

from corpus.annotation.groups import Groups
from corpus.annotation.kinds import kind_announced_by
from corpus.languages import Language

__all__ = ["join_abbreviations", "join_short_names"]

_SHORTEST_ACRONYM = 2  # letters


def join_abbreviations(groups: Groups) -> None:
    """A short form in parentheses after an organization's name: "Bagmandspolitiet (Søik)"."""
    same = groups.indexes()
    for index in range(1, len(groups.spans)):
        before, span = groups.group_of[index - 1], groups.spans[index]
        is_enclosed = span.before == "(" and span.first == groups.spans[index - 1].last + 1
        if not is_enclosed or before is None or groups.groups[before].kind != "organization":
            continue
        if groups.group_of[index] is None and groups.kind_of[index] in (None, "organization"):
            for other in same[groups.nominative[index]]:
                if groups.group_of[other] is None:
                    groups.join(other, before)


def join_short_names(groups: Groups) -> None:
    """The first words or the initials of one organization's name, unless a list knows them otherwise."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for group in groups.of_kind("organization"):
        for short in {
            short for name in groups.names_of(group) for short in _short_names(name, groups.language)
        }:
            bearers[short].add(group)
    for index in groups.open():
        found = bearers.get(groups.nominative[index], set())
        span = groups.spans[index]
        announced = kind_announced_by(span.before, groups.language)
        if len(found) == 1 and span.known is None and announced in (None, "organization"):
            groups.join(index, next(iter(found)))


def _short_names(name: str, language: Language) -> Iterator[str]:
    words = name.split()
    if words[0] in language.keywords["organization_first"]:
        yield " ".join(words[1:])
    for length in range(1, len(words)):
        yield " ".join(words[:length])
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > _SHORTEST_ACRONYM:
        yield initials
