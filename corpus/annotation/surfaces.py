"""Surfaces: the nominative of each name, and the kind on which its mentions in a document agree."""

from collections import Counter
from collections.abc import Sequence

from corpus.annotation.groups import Groups
from corpus.annotation.words import bases
from corpus.records import EntityKind

__all__ = ["agree_on_kinds", "kind_of_surface", "strip_genitives"]


def strip_genitives(groups: Groups) -> None:
    """Give unlisted names their nominative where the document or the word lists show it."""
    seen = {span.name for span in groups.spans}
    words = {word for span in groups.spans for word in span.name.split()}
    lists = groups.language.names
    for index, span in enumerate(groups.spans):
        *head, last = span.name.split()
        is_listed = last in lists.first_names or (bool(head) and last in lists.last_names)
        if span.known or span.is_genitive or is_listed or not span.can_own:
            continue
        for base in bases(last, groups.language):
            whole = " ".join([*head, base])
            is_base_listed = base in lists.last_names or base in lists.first_names
            if whole in seen or base in words or is_base_listed or last.endswith(("'s", "’s")):
                groups.nominative[index] = whole
                break


def agree_on_kinds(groups: Groups) -> None:
    """Give all mentions of an unlisted name the kind that its context tells, or that most of them have."""
    for indexes in groups.indexes().values():
        unlisted = [index for index in indexes if not groups.spans[index].known]
        kinds = {groups.kind_of[index] for index in unlisted} - {None}
        if len(kinds) < 2:
            continue
        told = {groups.spans[index].kind for index in unlisted if groups.spans[index].is_told}
        agreed = told.pop() if len(told) == 1 else kind_of_surface(groups, unlisted)
        for index in unlisted:
            if groups.kind_of[index] is not None:
                groups.kind_of[index] = agreed


def kind_of_surface(groups: Groups, indexes: Sequence[int]) -> EntityKind:
    """The kind that most mentions of a name have; without any, by the words before them."""
    kinds = Counter(kind for index in indexes if (kind := groups.kind_of[index]) is not None)
    if kinds:
        return kinds.most_common(1)[0][0]
    before = {groups.spans[index].before for index in indexes}
    if before & groups.language.keywords["place_preposition"]:
        return "place"
    return "person" if groups.nominative[indexes[0]] in groups.language.names.last_names else "other"
