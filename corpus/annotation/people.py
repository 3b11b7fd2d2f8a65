"""People: the mentions of one document that name the same person, by whatever part of the name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.annotation.groups import Groups
from corpus.annotation.spelling import is_same_name, name_ends
from corpus.annotation.words import bases

__all__ = ["family_names", "group_people", "is_shared", "join_partial_people", "share_family_names"]

_LONGEST = 3  # words of a person's name that no list and no model knows


def family_names(groups: Groups) -> set[str]:
    """The last words of the full names of people."""
    return {
        groups.nominative[index].rpartition(" ")[2]
        for index, kind in enumerate(groups.kind_of)
        if kind == "person" and " " in groups.nominative[index]
    }


def share_family_names(groups: Groups) -> None:
    """Give the first of two people the family name of both: "Lis Holt" for "Lis" in "Lis og Torben Holt"."""
    named = {name.partition(" ")[0] for name in groups.nominative if " " in name}
    for index in range(len(groups.spans) - 1):
        span, following = groups.spans[index], groups.spans[index + 1]
        first, family = groups.nominative[index], groups.nominative[index + 1].rpartition(" ")[2]
        is_pair = following.first == span.last + 1 and "and" in groups.language.words.get(
            following.before, ()
        )
        if (
            is_pair
            and first not in named
            and span.known is None
            and _is_first_name(groups, first)
            and " " in groups.nominative[index + 1]
            and _is_first_name(groups, groups.nominative[index + 1].partition(" ")[0])
            and groups.kind_of[index] in (None, "person")
            and groups.kind_of[index + 1] == "person"
        ):
            groups.nominative[index] = f"{first} {family}"
            groups.kind_of[index] = "person"


def _is_first_name(groups: Groups, word: str) -> bool:
    names = groups.language.names
    return word in names.first_names and word not in names.ambiguous


def group_people(groups: Groups) -> None:
    """Full names of people, spelling variants together."""
    by_ends: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for group in groups.of_kind("person"):
        for name in groups.names_of(group):
            by_ends[name_ends(name.split())].append(group)
    people = [
        index for index in groups.open() if " " in groups.nominative[index] and _is_person(groups, index)
    ]
    tails = _tails(groups, people)
    for index in people:
        words = groups.nominative[index].split()
        if tuple(words) in tails and not _begins_with_first_name(groups, words):
            continue
        likely = by_ends[name_ends(words)]
        known = next((g for g in likely if _is_called(groups, g, words)), None)
        if known is None:
            known = groups.new("person", groups.nominative[index])
            likely.append(known)
        groups.join(index, known)


def _is_person(groups: Groups, index: int) -> bool:
    kind = groups.kind_of[index]
    if kind is not None:
        return kind == "person"
    words = groups.nominative[index].split()
    is_worded = all(word[0].isupper() and not word.isupper() and word[-1].isalpha() for word in words)
    return groups.spans[index].is_certain and is_worded and len(words) <= _LONGEST


def _tails(groups: Groups, people: Sequence[int]) -> set[tuple[str, ...]]:
    """What the full names end in: "Torp Ibsen", "Ibsen"."""
    names = {tuple(groups.nominative[index].split()) for index in people}
    names |= {tuple(name.split()) for group in groups.of_kind("person") for name in groups.names_of(group)}
    return {name[cut:] for name in names for cut in range(1, len(name))}


def _begins_with_first_name(groups: Groups, words: Sequence[str]) -> bool:
    """Whether it may be a full name of its own: "Peter Hansen" beside "Jens Peter Hansen"."""
    return words[0] in groups.language.names.first_names


def _is_called(groups: Groups, group: int, words: Sequence[str]) -> bool:
    return any(is_same_name(words, name.split()) for name in groups.names_of(group))


def join_partial_people(groups: Groups) -> None:
    """A first name, a family name or a part of a longer name, where only one person bears it."""
    bearers = _bearers(groups)
    families = {" ".join(tail) for tail in _tails(groups, ())}
    for index in groups.open():
        kind, span = groups.kind_of[index], groups.spans[index]
        forms = _forms(groups, index)
        is_family = not span.is_told and not span.is_demonym and not families.isdisjoint(forms)
        if kind not in (None, "person") and not is_family:
            continue
        for form in forms:
            found = set.intersection(*(bearers.get(word, set()) for word in form.split()))
            if found:
                _join_part(groups, index, form, found)
                break


def _forms(groups: Groups, index: int) -> list[str]:
    """The nominative, and of a single word what it may be the genitive of."""
    name = groups.nominative[index]
    return [name] if " " in name else [name, *bases(groups.spans[index].name, groups.language)]


def _bearers(groups: Groups) -> Mapping[str, set[int]]:
    """For each word of people's names those who bear it; small words are nobody's name."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for group in groups.of_kind("person"):
        for name in groups.groups[group].names:
            for word in name.split():
                if word[0].isupper() or " " not in name:
                    found[word].add(group)
    return found


def _join_part(groups: Groups, index: int, name: str, found: set[int]) -> None:
    groups.nominative[index] = name
    groups.kind_of[index] = "person"
    if len(found) > 1:
        found = {group for group in found if groups.is_named_before(group, index)}
    if len(found) == 1:
        groups.join(index, found.pop())


def is_shared(groups: Groups, name: str) -> bool:
    """Whether several people of the document bear this name, so that it stays unresolved."""
    bearers = [g for g in groups.of_kind("person") if name in " ".join(groups.groups[g].names).split()]
    return len(bearers) > 1
