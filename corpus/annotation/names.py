"""Names: spans that the word lists know, and capitalised sequences whose context tells what they are."""

import functools
from collections.abc import Iterator, Sequence

from corpus.annotation.capitals import Capitals
from corpus.annotation.drafting import told_span, unlisted_span
from corpus.annotation.kinds import announced_kind, guessed_kind, told_kind
from corpus.annotation.listed_names import ListedNames
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.name_words import SHORTEST_HEAD, may_begin_name
from corpus.annotation.nicknames import nicknamed
from corpus.annotation.organizations import association_end, landmark_end, organization_end, seated_end
from corpus.annotation.royals import titled
from corpus.annotation.titles import quoted_works
from corpus.annotation.tokens import Token
from corpus.languages import Language
from corpus.spans import Span

__all__ = ["find_names"]


def find_names(
    tokens: Sequence[Token],
    language: Language,
    *,
    recognized: Sequence[Span] = (),
    is_credit: bool = False,
) -> list[NameSpan]:
    """Find the names of one sentence, in order; none overlap.

    What the word lists or a name's own words tell for sure comes first; of the rest, what a model recognized
    counts for more than what the words around it make likely.

    Args:
        tokens: The sentence.
        language: The word lists.
        recognized: What a model found among the tokens.
        is_credit: Whether it is a credit line, in which agencies stand in lower case: "/ritzau/".
    """
    return list(_Finder(tokens, language, recognized, is_credit=is_credit).spans())


_LONGEST_LETTERS = 2  # of a party's, in parentheses after a name


class _Finder:
    """One pass over a sentence from left to right, the longest name at each place."""

    def __init__(
        self, tokens: Sequence[Token], language: Language, recognized: Sequence[Span], *, is_credit: bool
    ) -> None:
        self.tokens = tokens
        self.recognized = {first: (last, kind) for first, last, kind in recognized}
        self.is_credit = is_credit
        self.language = language
        self.names = language.names
        self.keywords = language.keywords
        self.capitals = Capitals(tokens, language)
        self.listed = ListedNames(self.capitals, self.recognized)
        self.works = quoted_works(tokens, language)
        self.previous: NameSpan | None = None

    def spans(self) -> Iterator[NameSpan]:
        end = 0
        for index in self._beginnings():
            span = self._at(index) if index >= end else None
            if span is not None:
                self.previous = span
                yield span
                end = span.last

    def _beginnings(self) -> Iterator[int]:
        """Where a name may begin: few words in lower case are in a list or told by something else."""
        told = self.works.keys() | self.recognized.keys()
        for index, token in enumerate(self.tokens):
            if may_begin_name(token.text, self.language) or index in told or self.is_credit:
                yield index

    def _at(self, index: int) -> NameSpan | None:
        if index in self.works:
            return told_span(self.capitals, index, self.works[index], "work")
        token = self.tokens[index]
        if token.is_capitalized:
            return None if self._is_affiliation(index) else self._capitalized(index)
        is_word = token.text[0].isalpha() or token.text in self.names.names
        return self._uncapitalized(index) if is_word else None

    def _uncapitalized(self, index: int) -> NameSpan | None:
        credited = self.listed.credited(index) if self.is_credit else None
        listed = self.listed.at(index, index + 1)
        return credited or (listed and self._extended(listed, listed.last)) or self.listed.demonym(index)

    def _capitalized(self, index: int) -> NameSpan | None:
        run_end = self.capitals.run_end(index)
        listed = self.listed.at(index, run_end)
        if self.capitals.is_opening_word(index) and not (listed and listed.last - index > 1):
            return self._association(index, run_end) or self.listed.demonym(index)
        found = self._told(index, run_end, listed) or self._unlisted(index, run_end)
        return titled(self.capitals, found) if found else None

    def _told(self, index: int, run_end: int, listed: NameSpan | None) -> NameSpan | None:
        """What the lists, the name's own words or the model tell, the surest first."""
        worded = self._seated(index) or self._organization(index, run_end) or self._landmark(index, run_end)
        if listed and worded:
            return listed if listed.last >= worded.last else worded
        if listed and self._is_overruled(listed, run_end):
            listed = None
        return (
            (self._extended(listed, run_end) if listed else None)
            or worded
            or nicknamed(self.capitals, index)
            or self._association(index, run_end)
            or self.listed.demonym(index)
            or (self._unlisted_compound(index) if self.capitals.is_compound(index) else None)
            or self._recognized(index)
        )

    def _is_overruled(self, listed: NameSpan, run_end: int) -> bool:
        """Whether it only begins a name that the model sees, or the word before says otherwise."""
        is_place = listed.kind == "place"
        recognized_end, _ = self.recognized.get(listed.first, (0, ""))
        is_more = recognized_end > listed.last and (is_place or listed.last - listed.first == 1)
        is_other = listed.is_genitive or self._is_person(listed.last, run_end)
        is_whole = not is_other or self.capitals.is_common_word(recognized_end - 1)
        if is_more and is_whole and not self._is_listed_place(listed.last, recognized_end):
            return True
        is_country = listed.known in self.names.demonyms.values()
        announced = announced_kind(self.capitals, listed.first) if is_place and not is_country else None
        return listed.last == run_end and announced in ("organization", "work", "other")

    def _is_listed_place(self, first: int, last: int) -> bool:
        """Whether a listed place of its own stands there: "USA" in "anklager KCNA USA"."""
        rest = self.listed.at(first, last)
        return rest is not None and rest.last == last and rest.kind == "place"

    def _is_person(self, first: int, last: int) -> bool:
        """Whether somebody's name stands there: "Thorleif Astrup" in "direktør i Norden Thorleif Astrup"."""
        return self.capitals.before(first - 1) in self.keywords["place_surely"] and (
            self.capitals.looks_like_person(first, last)
        )

    def _is_affiliation(self, index: int) -> bool:
        """Whether it is a party's letters after somebody's name: "(S)"."""
        around = [token.text for token in self.tokens[max(0, index - 2) : index + 2]]
        is_enclosed = len(around) == 4 and (around[1], around[3]) == ("(", ")")
        text = self.tokens[index].text
        is_letters = len(text) <= _LONGEST_LETTERS and text.isupper()
        return (
            is_enclosed
            and is_letters
            and self.previous is not None
            and self.previous.last == index - 1
            and (self.previous.kind in ("person", None))
        )

    def _unlisted_compound(self, index: int) -> NameSpan | None:
        """The firm in "Aller-koncernen", all of it; the name alone in "Hummel-direktør"."""
        token = self.tokens[index]
        head = token.text.partition("-")[0]
        if self.capitals.is_institution(index):
            return unlisted_span(self.capitals, index, index + 1, "organization")
        is_short = len(head) < SHORTEST_HEAD or self.capitals.is_function_word(index)
        if is_short or not self.capitals.is_mid_sentence(index):
            return None
        _, kind = self.recognized.get(index, (index, ""))
        span = unlisted_span(self.capitals, index, index + 1, kind if kind == "organization" else None)
        return span._replace(name=head, end=token.start + len(head), is_part=True)

    # Capitalised sequences that no list holds.

    def _organization(self, index: int, run_end: int) -> NameSpan | None:
        found = organization_end(self.capitals, index, run_end)
        if found is None:
            return None
        last, name = found
        span = told_span(self.capitals, index, last, "organization")
        return span._replace(name=name, is_genitive=name != span.name)

    def _seated(self, index: int) -> NameSpan | None:
        last = seated_end(self.capitals, index)
        return told_span(self.capitals, index, last, "organization") if last else None

    def _landmark(self, index: int, run_end: int) -> NameSpan | None:
        last = landmark_end(self.capitals, index, run_end)
        return told_span(self.capitals, index, last, "place") if last else None

    def _association(self, index: int, run_end: int) -> NameSpan | None:
        last = association_end(self.capitals, index, run_end, lambda i: self._is_name(i, run_end))
        return told_span(self.capitals, index, last, "organization") if last else None

    def _is_name(self, index: int, run_end: int) -> bool:
        return index in self.recognized or self.listed.at(index, run_end) is not None

    def _recognized(self, index: int) -> NameSpan | None:
        """What the model found here."""
        kind: str | None
        last, kind = self.recognized.get(index, (index, ""))
        is_word = last - index == 1 and self.capitals.is_function_word(index)
        if last == index or kind == "demonym" or is_word:
            return None
        if kind == "place" and last - index > 1 and self.capitals.is_common_word(last - 1):
            kind = "organization"
        if kind == "person" and self.capitals.is_particle(last):
            last = self.capitals.run_end(index)
        if told := told_kind(self.capitals, index, last):
            return told_span(self.capitals, index, last, told)
        is_single = last - index == 1
        is_unsure = is_single and self.capitals.may_be_definite(index)
        if kind == "person" and is_single and self.capitals.is_nobody(index):
            kind = "organization" if self.capitals.is_mid_sentence(index) else None
        if kind == "person" and is_single and self._is_foreign_firm(index):
            kind = "organization"
        return unlisted_span(self.capitals, index, last, None if is_unsure else kind)

    def _is_foreign_firm(self, index: int) -> bool:
        """Whether a word that is nobody's name follows an adjective of a country: "svenske Vattenfall"."""
        before = self.capitals.before(index)
        is_adjective = before in self.names.demonyms and before.endswith(_adjectives(self.language))
        return is_adjective and not self.capitals.is_listed_person(index)

    def _extended(self, listed: NameSpan, run_end: int) -> NameSpan:
        """A medium or union with the name of its part: "DR Kultur", "TV 2 Sport", "3F Kastrup"."""
        subkind = listed.known.subkind if listed.known else ""
        if subkind == "union" and self.listed.is_place(listed.last):
            return unlisted_span(self.capitals, listed.first, listed.last + 1, "organization")
        if subkind != "media" or run_end <= listed.last or listed.is_genitive:
            return listed
        rest = range(listed.last, run_end)
        if any(self.capitals.is_common(i) or self.tokens[i].text in self.names.first_names for i in rest):
            return listed
        return unlisted_span(self.capitals, listed.first, run_end, "organization")

    def _unlisted(self, index: int, run_end: int) -> NameSpan | None:
        if not self.capitals.is_mid_sentence(index) and (
            self.capitals.is_common(index) or not self.recognized.keys().isdisjoint(range(index, run_end))
        ):
            return None
        if run_end - index == 1 and self.capitals.is_function_word(index):
            return None
        if told := told_kind(self.capitals, index, run_end):
            return told_span(self.capitals, index, run_end, told)
        return unlisted_span(self.capitals, index, run_end, guessed_kind(self.capitals, index, run_end))


@functools.cache
def _adjectives(language: Language) -> tuple[str, ...]:
    """What adjectives of a country end in."""
    return tuple(sorted(language.keywords["adjective_ending"]))
