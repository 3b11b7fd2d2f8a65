"""Names: spans that the word lists know, and capitalised sequences whose context tells what they are."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import cast

from corpus.annotation.capitals import Capitals
from corpus.annotation.kinds import announced_kind, guessed_kind, told_kind
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.name_words import SHORTEST_HEAD, country_of_demonym, may_begin_name
from corpus.annotation.organizations import association_end, organization_end, seated_end
from corpus.annotation.titles import quoted_works
from corpus.annotation.tokens import Token
from corpus.annotation.words import bases, word_classes
from corpus.languages import Language, LexiconName
from corpus.records import EntityKind
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
        self.works = quoted_works(tokens, language)

    def spans(self) -> Iterator[NameSpan]:
        end = 0
        for index in self._beginnings():
            span = self._at(index) if index >= end else None
            if span is not None:
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
            return self._told_span(index, self.works[index], "work")
        token = self.tokens[index]
        if not token.text[0].isalpha():
            return None
        if not token.is_capitalized:
            return self._credited(index) or self._listed(index, index + 1) or self._demonym(index)
        run_end = self.capitals.run_end(index)
        listed = self._listed(index, run_end)
        if self.capitals.is_opening_word(index) and not (listed and listed.last - index > 1):
            return self._association(index, run_end)
        organization = self._seated(index) or self._organization(index, run_end)
        if listed and organization:
            return listed if listed.last >= organization.last else organization
        if listed and self._is_overruled(listed, run_end):
            listed = None
        return (
            (self._extended(listed, run_end) if listed else None)
            or organization
            or self._association(index, run_end)
            or self._demonym(index)
            or (self._unlisted_compound(index) if self.capitals.is_compound(index) else None)
            or self._recognized(index)
            or self._unlisted(index, run_end)
        )

    def _is_overruled(self, listed: NameSpan, run_end: int) -> bool:
        """Whether it only begins a name that the model sees, or the word before says otherwise."""
        is_place = listed.kind == "place"
        recognized_end, _ = self.recognized.get(listed.first, (0, ""))
        if recognized_end > listed.last and (is_place or listed.last - listed.first == 1):
            return True
        announced = announced_kind(self.capitals, listed.first) if is_place else None
        return listed.last == run_end and announced in ("organization", "work", "other")

    # Names of the word lists.

    def _credited(self, index: int) -> NameSpan | None:
        known = self.names.agencies.get(self.tokens[index].lower) if self.is_credit else None
        return self._span(index, index + 1, known.name, known.kind, known) if known else None

    def _listed(self, index: int, run_end: int) -> NameSpan | None:
        """The longest listed name that begins here and is not the beginning of a longer one."""
        for words, known in self._candidates(index):
            last = index + len(words)
            if (
                self._spells(words, index)
                and (last >= run_end or self._stands_alone(index, last, run_end, known))
                and (not self._is_ambiguous(index, last, known) or self._is_supported(index, last, known))
            ):
                return self._listed_span(index, last, words, known)
        return None

    def _listed_span(self, index: int, last: int, words: tuple[str, ...], known: LexiconName) -> NameSpan:
        """The name, in a compound without the common noun unless that says what it is: "Rostov-regionen"."""
        token = self.tokens[last - 1]
        span = self._span(index, last, " ".join(words), known.kind, known)
        if token.text == words[-1] or not self.capitals.is_compound(last - 1):
            return dataclasses.replace(span, is_genitive=token.text != words[-1])
        rest = token.lower.partition("-")[2]
        is_whole = self.capitals.is_institution(last - 1) or rest in self.keywords["place_before"]
        return dataclasses.replace(
            span, is_part=True, end=span.end if is_whole else token.start + len(words[-1])
        )

    def _candidates(self, index: int) -> Iterator[tuple[tuple[str, ...], LexiconName]]:
        for form in self.capitals.forms(index):
            yield from self.names.names.get(form, ())

    def _spells(self, words: tuple[str, ...], index: int) -> bool:
        """Whether the tokens spell these words, the last one perhaps in the genitive."""
        last = index + len(words) - 1
        return (
            last < len(self.tokens)
            and words[-1] in self.capitals.forms(last)
            and all(self.tokens[index + place].text == word for place, word in enumerate(words[:-1]))
        )

    def _stands_alone(self, index: int, last: int, run_end: int, known: LexiconName) -> bool:
        """Whether a listed name is more than the beginning of another: not Jordan in "Jordan Peterson"."""
        recognized_end, _ = self.recognized.get(index, (last, ""))
        if recognized_end > last and known.kind == "person":
            return False
        is_genitive = self.tokens[last - 1].text not in (known.name.split()[-1], known.name)
        if is_genitive or last - index > 1:
            return True
        return known.kind != "person" and not self.capitals.looks_like_person(index, run_end)

    def _is_ambiguous(self, index: int, last: int, known: LexiconName) -> bool:
        """Whether the words may be no name at all: a listed common word, or one that begins the sentence."""
        return known.ambiguous or (
            last - index == 1
            and not self.capitals.is_mid_sentence(index)
            and bool(word_classes(self.tokens[index].lower, self.language))
        )

    def _is_supported(self, index: int, last: int, known: LexiconName) -> bool:
        """Whether the context backs a listed name that is also a common word."""
        if self.recognized.get(index) == (last, known.kind):
            return True
        if known.kind == "place":
            before = self.capitals.before(index)
            return before in self.keywords["place_preposition"] or before in self.keywords["place_before"]
        return last - index > 1 or self.capitals.is_mid_sentence(index)

    def _demonym(self, index: int) -> NameSpan | None:
        token = self.tokens[index]
        known, length = country_of_demonym(token.lower, self.language)
        if known:
            return self._demonym_span(index, known, token.start + length)
        is_recognized = self.recognized.get(index) == (index + 1, "demonym")
        return self._local_demonym(index) if is_recognized else None

    def _local_demonym(self, index: int) -> NameSpan:
        """What the model takes for a demonym, of a place that the lists know ("fynske") or of none."""
        lower = self.tokens[index].lower
        forms = (lower, *bases(lower, self.language))
        known = next(filter(None, map(self.names.local_demonyms.get, forms)), None)
        span = self._span(index, index + 1, known.name if known else self.tokens[index].text, "place", known)
        return dataclasses.replace(span, is_demonym=True, is_local=True)

    def _demonym_span(self, index: int, known: LexiconName, end: int) -> NameSpan:
        span = self._span(index, index + 1, known.name, "place", known)
        return dataclasses.replace(span, end=end, is_demonym=True, is_part=end < span.end)

    def _unlisted_compound(self, index: int) -> NameSpan | None:
        """The firm in "Aller-koncernen", all of it; the name alone in "Hummel-direktør"."""
        token = self.tokens[index]
        head = token.text.partition("-")[0]
        if self.capitals.is_institution(index):
            return self._span(index, index + 1, token.text, "organization")
        if len(head) < SHORTEST_HEAD or not self.capitals.is_mid_sentence(index):
            return None
        _, kind = self.recognized.get(index, (index, ""))
        span = self._span(index, index + 1, head, kind if kind in ("organization", "place") else None)
        return dataclasses.replace(span, end=token.start + len(head), is_part=True)

    # Capitalised sequences that no list holds.

    def _organization(self, index: int, run_end: int) -> NameSpan | None:
        found = organization_end(self.capitals, index, run_end)
        if found is None:
            return None
        last, name = found
        span = self._told_span(index, last, "organization")
        return dataclasses.replace(span, name=name, is_genitive=name != span.name)

    def _seated(self, index: int) -> NameSpan | None:
        last = seated_end(self.capitals, index)
        return self._told_span(index, last, "organization") if last else None

    def _association(self, index: int, run_end: int) -> NameSpan | None:
        last = association_end(self.capitals, index, run_end, lambda i: self._is_name(i, run_end))
        return self._told_span(index, last, "organization") if last else None

    def _is_name(self, index: int, run_end: int) -> bool:
        return index in self.recognized or self._listed(index, run_end) is not None

    def _recognized(self, index: int) -> NameSpan | None:
        """What the model found here."""
        last, kind = self.recognized.get(index, (index, ""))
        if last == index or kind == "demonym" or self.capitals.is_function_word(index):
            return None
        if kind == "person" and self.capitals.is_particle(last):
            last = self.capitals.run_end(index)
        if told := told_kind(self.capitals, index, last):
            return self._told_span(index, last, told)
        is_unsure = last - index == 1 and self.capitals.may_be_definite(index)
        return self._unlisted_span(index, last, None if is_unsure else kind)

    def _extended(self, listed: NameSpan, run_end: int) -> NameSpan:
        """A medium with the name of its part: "DR Kultur", "TV 2 Sport"."""
        if (
            not listed.known
            or listed.known.subkind != "media"
            or run_end <= listed.last
            or listed.is_genitive
        ):
            return listed
        rest = range(listed.last, run_end)
        if any(self.capitals.is_common(i) or self.tokens[i].text in self.names.first_names for i in rest):
            return listed
        return self._unlisted_span(listed.first, run_end, "organization")

    def _unlisted(self, index: int, run_end: int) -> NameSpan | None:
        if not self.capitals.is_mid_sentence(index) and (
            self.capitals.is_common(index) or not self.recognized.keys().isdisjoint(range(index, run_end))
        ):
            return None
        if run_end - index == 1 and self.capitals.is_function_word(index):
            return None
        if told := told_kind(self.capitals, index, run_end):
            return self._told_span(index, run_end, told)
        return self._unlisted_span(index, run_end, guessed_kind(self.capitals, index, run_end))

    def _told_span(self, first: int, last: int, kind: str) -> NameSpan:
        return dataclasses.replace(self._unlisted_span(first, last, kind), is_told=True)

    def _unlisted_span(self, first: int, last: int, kind: str | None) -> NameSpan:
        return self._span(first, last, self.capitals.written(first, last), kind)

    def _span(
        self, first: int, last: int, name: str, kind: str | None, known: LexiconName | None = None
    ) -> NameSpan:
        return NameSpan(
            first=first,
            last=last,
            start=self.tokens[first].start,
            end=self.tokens[last - 1].end,
            name=name,
            kind=cast("EntityKind | None", kind),
            before=self.capitals.before(first),
            is_certain=self.capitals.is_mid_sentence(first),
            known=known,
        )
