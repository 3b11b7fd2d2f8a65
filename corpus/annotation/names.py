"""Names: spans that the word lists know, and capitalised sequences whose context tells what they are."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import cast

from corpus.annotation.tokens import Token
from corpus.annotation.words import bases, word_classes
from corpus.languages import Language, LexiconName
from corpus.records import EntityKind

__all__ = ["NameSpan", "find_names"]

_LONGEST_PERSON = 5  # words
_LONGEST_ACRONYM = 6  # letters


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name in one sentence.

    Attributes:
        first: Index of its first token.
        last: One past the index of its last token.
        start: First code point in the document.
        end: One past the last; a genitive ending is part of the range.
        name: The name as it stands, in the nominative where that is known; of a demonym, the country.
        kind: What it names, or None where only the rest of the article can tell.
        known: The entry of the word lists, where there is one.
        is_genitive: Whether it is known to stand in the genitive.
        is_demonym: Whether it is an adjective or inhabitant of a country.
        is_part: Whether it is only the first part of a compound: "Nato-lande".
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: EntityKind | None
    known: LexiconName | None = None
    is_genitive: bool = False
    is_demonym: bool = False
    is_part: bool = False


def find_names(tokens: Sequence[Token], language: Language) -> list[NameSpan]:
    """Find the names of one sentence, in order; none overlap."""
    return list(_Finder(tokens, language).spans())


class _Finder:
    """One pass over a sentence from left to right, the longest name at each place."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.names = language.names
        self.keywords = language.keywords

    def spans(self) -> Iterator[NameSpan]:
        index = 0
        while index < len(self.tokens):
            span = self._at(index)
            if span is not None:
                yield span
            index = span.last if span else index + 1

    def _at(self, index: int) -> NameSpan | None:
        token = self.tokens[index]
        if not token.text[0].isalpha():
            return None
        if not token.is_capitalized:
            return self._listed(index, index + 1) or self._demonym(index)
        run_end = self._run_end(index)
        return (
            self._organization(index, run_end)
            or self._listed(index, run_end)
            or self._demonym(index)
            or self._compound(index)
            or self._unlisted(index, run_end)
        )

    # Names of the word lists.

    def _listed(self, index: int, run_end: int) -> NameSpan | None:
        """The longest listed name that begins here and is not the beginning of a longer one."""
        for words, known in self._candidates(index):
            last = index + len(words)
            if (
                self._spells(words, index)
                and (last >= run_end or self._stands_alone(index, last, run_end, known))
                and (not known.ambiguous or self._is_supported(index, last, known))
            ):
                is_genitive = self.tokens[last - 1].text != words[-1]
                return self._span(index, last, " ".join(words), known.kind, known, is_genitive=is_genitive)
        return None

    def _candidates(self, index: int) -> Iterator[tuple[tuple[str, ...], LexiconName]]:
        for form in self._forms(index):
            yield from self.names.names.get(form, ())

    def _forms(self, index: int) -> tuple[str, ...]:
        """The word as it stands and the nominatives it can be the genitive of."""
        word = self.tokens[index].text
        return (word, *bases(word, self.language))

    def _spells(self, words: tuple[str, ...], index: int) -> bool:
        """Whether the tokens spell these words, the last one perhaps in the genitive."""
        tokens = self.tokens[index : index + len(words)]
        if len(tokens) < len(words):
            return False
        if any(token.text != word for token, word in zip(tokens[:-1], words[:-1], strict=True)):
            return False
        return words[-1] in self._forms(index + len(words) - 1)

    def _stands_alone(self, index: int, last: int, run_end: int, known: LexiconName) -> bool:
        """Whether a listed name is more than the beginning of another: not Jordan in "Jordan Peterson"."""
        if self.tokens[last - 1].text not in (known.name.split()[-1], known.name):
            return True
        if self._looks_like_person(index, run_end):
            return False
        return known.kind != "person" or last - index > 1

    def _is_supported(self, index: int, last: int, known: LexiconName) -> bool:
        """Whether the context backs a listed name that is also a common word."""
        if known.kind == "place":
            before = self._before(index)
            return before in self.keywords["place_preposition"] or before in self.keywords["place_before"]
        return last - index > 1 or self._is_mid_sentence(index)

    def _demonym(self, index: int) -> NameSpan | None:
        lower = self.tokens[index].lower
        for form in (lower, *bases(lower, self.language)):
            if known := self.names.demonyms.get(form):
                return self._span(index, index + 1, known.name, "place", known, is_demonym=True)
        head, hyphen, _ = self.tokens[index].text.partition("-")
        known = self.names.demonyms.get(head.lower()) if hyphen else None
        return self._part(index, head, known, is_demonym=True) if known else None

    def _compound(self, index: int) -> NameSpan | None:
        """The listed name before a hyphen: Nato in "Nato-lande"."""
        head, hyphen, rest = self.tokens[index].text.partition("-")
        if hyphen and rest[:1].islower():
            for words, known in self.names.names.get(head, ()):
                if words == (head,) and known.kind != "person":
                    return self._part(index, head, known)
        return None

    # Capitalised sequences that no list holds.

    def _run_end(self, index: int) -> int:
        """One past the last of the capitalised words in a row, with the particles between them."""
        last = index + 1
        while True:
            following = last
            while following < len(self.tokens) and self.tokens[following].text in self.language.name_particles:
                following += 1
            if following - last > 2 or not self._continues(last, following):
                return last
            last = following + 1

    def _continues(self, first: int, index: int) -> bool:
        """Whether the word at this index is capitalised, with single blanks since the run's last word."""
        if index >= len(self.tokens) or not self.tokens[index].is_capitalized:
            return False
        return all(self.tokens[i].start == self.tokens[i - 1].end + 1 for i in range(first, index + 1))

    def _organization(self, index: int, run_end: int) -> NameSpan | None:
        """A sequence whose last word says that it is an organization: "Aarhus Kommune"."""
        for last in range(run_end, index + 1, -1):
            form = next((f for f in self._forms(last - 1) if f in self.keywords["organization_last"]), None)
            if form:
                name = " ".join([*(token.text for token in self.tokens[index : last - 1]), form])
                is_genitive = form != self.tokens[last - 1].text
                return self._span(index, last, name, "organization", is_genitive=is_genitive)
        return None

    def _unlisted(self, index: int, run_end: int) -> NameSpan | None:
        if not self._is_mid_sentence(index) and self._is_common(index):
            return None
        name = " ".join(token.text for token in self.tokens[index:run_end])
        return self._span(index, run_end, name, self._guess(index, run_end))

    def _guess(self, index: int, last: int) -> str | None:
        """What an unlisted name is, by its words and the word before it."""
        before = self._before(index)
        if self.tokens[last - 1].lower.endswith(tuple(self.keywords["event_ending"])):
            return "event"
        if before in self.keywords["organization_before"]:
            return "organization"
        if self._looks_like_person(index, last) or self._follows_title(index):
            return "person"
        word = self._forms(last - 1)[-1]
        if last - index == 1 and word.lower().endswith(tuple(self.keywords["organization_ending"])):
            return "organization"
        if before in self.keywords["place_before"]:
            return "place"
        is_acronym = last - index == 1 and word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM
        return "organization" if is_acronym else None

    def _looks_like_person(self, index: int, last: int) -> bool:
        """Two or more words of which the first is a first name, or the last a family name."""
        if not 1 < last - index <= _LONGEST_PERSON:
            return False
        first_names = self.names.first_names
        return self.tokens[index].text in first_names or any(
            form in self.names.last_names for form in self._forms(last - 1)
        )

    def _follows_title(self, index: int) -> bool:
        before = self._before(index)
        return before in self.keywords["person_before"] or {"human", "title"} <= word_classes(before, self.language)

    def _before(self, index: int) -> str:
        return self.tokens[index - 1].lower if index else ""

    def _is_mid_sentence(self, index: int) -> bool:
        """Whether a capital letter here can only mean a name."""
        if index == 0:
            return False
        before = self.tokens[index - 1].text
        return before[-1].isalnum() or before in {",", "(", "/", "&"}

    def _is_common(self, index: int) -> bool:
        """Whether the word may be capitalised only because it begins the sentence."""
        token = self.tokens[index]
        if token.text in self.names.first_names and token.text not in self.names.ambiguous:
            return False
        endings = tuple(self.keywords["organization_compound"])
        if token.lower.endswith(endings) and token.lower not in endings:
            return False
        return bool(word_classes(token.lower, self.language))

    # Spans.

    def _span(
        self,
        first: int,
        last: int,
        name: str,
        kind: str | None,
        known: LexiconName | None = None,
        *,
        is_genitive: bool = False,
        is_demonym: bool = False,
    ) -> NameSpan:
        return NameSpan(
            first=first,
            last=last,
            start=self.tokens[first].start,
            end=self.tokens[last - 1].end,
            name=name,
            kind=cast("EntityKind | None", kind),
            known=known,
            is_genitive=is_genitive,
            is_demonym=is_demonym,
        )

    def _part(self, index: int, head: str, known: LexiconName, *, is_demonym: bool = False) -> NameSpan:
        name = known.name if is_demonym else head
        span = self._span(index, index + 1, name, known.kind, known, is_demonym=is_demonym)
        return dataclasses.replace(span, end=span.start + len(head), is_part=True)
