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
_LONGEST_SYLLABLE = 5  # letters after a hyphen that may still be part of a name: Jae-myung
_SHORTEST_HEAD = 3  # letters before a hyphen that may be a name: not "e-sport"


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
        listed, organization = self._listed(index, run_end), self._organization(index, run_end)
        if listed and organization:
            return listed if listed.last >= organization.last else organization
        return (
            listed
            or organization
            or self._association(index, run_end)
            or self._demonym(index)
            or (self._unlisted_compound(index) if self._is_compound(index) else None)
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
                and (not self._is_ambiguous(index, last, known) or self._is_supported(index, last, known))
            ):
                return self._listed_span(index, last, words, known)
        return None

    def _listed_span(self, index: int, last: int, words: tuple[str, ...], known: LexiconName) -> NameSpan:
        """The name, in a compound without the common noun unless that says what it is: "Rostov-regionen"."""
        name, token = " ".join(words), self.tokens[last - 1]
        if not self._is_compound(last - 1) or token.text == words[-1]:
            is_genitive = token.text != words[-1]
            return self._span(index, last, name, known.kind, known, is_genitive=is_genitive)
        span = dataclasses.replace(self._span(index, last, name, known.kind, known), is_part=True)
        if self._is_institution(last - 1) or token.lower.partition("-")[2] in self.keywords["place_before"]:
            return span
        return dataclasses.replace(span, end=token.start + len(words[-1]))

    def _candidates(self, index: int) -> Iterator[tuple[tuple[str, ...], LexiconName]]:
        for form in self._forms(index):
            yield from self.names.names.get(form, ())

    def _forms(self, index: int) -> tuple[str, ...]:
        """The word as it stands, the nominatives it can be the genitive of, the name that begins a compound."""
        word = self.tokens[index].text
        if self._is_compound(index):
            return (word, word.partition("-")[0])
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

    def _is_ambiguous(self, index: int, last: int, known: LexiconName) -> bool:
        """Whether the words may be no name at all: a listed common word, or one that begins the sentence."""
        return known.ambiguous or (
            last - index == 1
            and not self._is_mid_sentence(index)
            and bool(word_classes(self.tokens[index].lower, self.language))
        )

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

    def _unlisted_compound(self, index: int) -> NameSpan | None:
        """The firm in "Aller-koncernen", all of it; the name alone in "Hummel-direktør"."""
        token = self.tokens[index]
        head = token.text.partition("-")[0]
        span = self._span(index, index + 1, token.text, "organization")
        if self._is_institution(index):
            return span
        if len(head) < _SHORTEST_HEAD:
            return None
        return dataclasses.replace(span, name=head, end=token.start + len(head), is_part=True)

    # Capitalised sequences that no list holds.

    def _run_end(self, index: int) -> int:
        """One past the last of the capitalised words in a row, with the particles between them."""
        last = index + 1
        while not self._is_compound(last - 1):
            following = last
            while following < len(self.tokens) and self.tokens[following].text in self.language.name_particles:
                following += 1
            if following - last > 2 or not self._continues(last, following):
                return last
            last = following + 1
        return last

    def _is_institution(self, index: int) -> bool:
        """Whether the common noun that ends a compound says that it is an organization: "-gruppen"."""
        return "institution" in word_classes(self.tokens[index].lower.partition("-")[2], self.language)

    def _is_compound(self, index: int) -> bool:
        """Whether a common noun ends the word: "Hummel-milliardær"."""
        head, hyphen, rest = self.tokens[index].text.partition("-")
        if not hyphen or not rest.islower():
            return False
        is_listed = len(head) >= _SHORTEST_HEAD and head in self.names.names
        return is_listed or len(rest) > _LONGEST_SYLLABLE or "noun" in word_classes(rest, self.language)

    def _continues(self, first: int, index: int) -> bool:
        """Whether the word at this index is capitalised, with single blanks since the run's last word."""
        if index >= len(self.tokens) or not self.tokens[index].is_capitalized:
            return False
        if self._is_compound(index) and not self._is_institution(index):
            return False
        return all(self.tokens[i].start == self.tokens[i - 1].end + 1 for i in range(first, index + 1))

    def _organization(self, index: int, run_end: int) -> NameSpan | None:
        """A sequence whose last word says that it is an organization: "Aarhus Kommune"."""
        if run_end - index > 1 and self._is_compound(run_end - 1):
            return self._span(index, run_end, self._written(index, run_end), "organization")
        for last in range(run_end, index + 1, -1):
            form = next((f for f in self._forms(last - 1) if f in self.keywords["organization_last"]), None)
            if form:
                name = " ".join([*(token.text for token in self.tokens[index : last - 1]), form])
                is_genitive = form != self.tokens[last - 1].text
                return self._span(index, last, name, "organization", is_genitive=is_genitive)
        return None

    def _association(self, index: int, run_end: int) -> NameSpan | None:
        """A capitalised demonym before another capitalised word: "Danske Filminstruktører"."""
        if run_end - index < 2 or self.tokens[index].lower not in self.names.demonyms:
            return None
        return self._span(index, run_end, self._written(index, run_end), "organization")

    def _unlisted(self, index: int, run_end: int) -> NameSpan | None:
        if not self._is_mid_sentence(index) and self._is_common(index):
            return None
        if run_end - index == 1 and self._is_function_word(index):
            return None
        return self._span(index, run_end, self._written(index, run_end), self._guess(index, run_end))

    def _written(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.tokens[first:last])

    def _guess(self, index: int, last: int) -> str | None:
        """What an unlisted name is, by its words and the word before it."""
        before = self._before(index)
        last_word = self.tokens[last - 1].lower
        if last_word.endswith(tuple(self.keywords["event_ending"])):
            return "event"
        if last_word.endswith(tuple(self.keywords["street_ending"])) and before != "":
            return "place"
        if before in self.keywords["organization_before"]:
            return "organization"
        if self._looks_like_person(index, last) or self._follows_title(index):
            return "person"
        word = self._forms(last - 1)[-1]
        if last - index == 1 and word.lower().endswith(tuple(self.keywords["organization_ending"])):
            return "organization"
        if before in self.keywords["place_before"] or before in self.keywords["place_surely"]:
            return "place"
        if last - index > 1 and any(self._is_common(i) for i in range(index, last)):
            return "other"
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

    def _is_function_word(self, index: int) -> bool:
        token = self.tokens[index]
        return len(token.text) == 1 or "function" in word_classes(token.lower, self.language)

    def _is_common(self, index: int) -> bool:
        """Whether the word may be capitalised only because it begins the sentence."""
        token = self.tokens[index]
        if token.lower in self.language.words:
            return True
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
