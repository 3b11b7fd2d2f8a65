"""Names that the word lists hold, where they stand in a sentence."""

from collections.abc import Iterator, Mapping

from corpus.annotation.capitals import Capitals
from corpus.annotation.drafting import listed_span, unlisted_span
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.name_words import country_of_demonym
from corpus.annotation.words import bases, word_classes
from corpus.languages import LexiconName

__all__ = ["ListedNames"]


class ListedNames:
    """The listed names of one sentence, by the index of their first token."""

    def __init__(self, capitals: Capitals, recognized: Mapping[int, tuple[int, str]]) -> None:
        self.capitals = capitals
        self.recognized = recognized
        self.tokens = capitals.tokens
        self.language = capitals.language
        self.names = capitals.names
        self.keywords = capitals.keywords

    def credited(self, index: int) -> NameSpan | None:
        """An agency or medium as credit lines have it, in lower case."""
        known = self.names.agencies.get(self.tokens[index].lower)
        return listed_span(self.capitals, index, index + 1, known, known.name) if known else None

    def at(self, index: int, run_end: int) -> NameSpan | None:
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
        span = listed_span(self.capitals, index, last, known, " ".join(words))
        if token.text == words[-1] or not self.capitals.is_compound(last - 1):
            return span._replace(is_genitive=token.text != words[-1])
        rest = token.lower.partition("-")[2]
        is_whole = self.capitals.is_institution(last - 1) or rest in self.keywords["place_before"]
        return span._replace(is_part=True, end=span.end if is_whole else token.start + len(words[-1]))

    def _candidates(self, index: int) -> Iterator[tuple[tuple[str, ...], LexiconName]]:
        """The listed names that begin with this word and go on with the next: "Det" begins very many."""
        following = self.capitals.forms(index + 1) if index + 1 < len(self.tokens) else ()
        for form in self.capitals.forms(index):
            for words, known in self.names.names.get(form, ()):
                if len(words) == 1 or words[1] in following:
                    yield words, known

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

    def is_place(self, index: int) -> bool:
        """Whether the word is also the name of a place."""
        word = self.tokens[index].text if index < len(self.tokens) else ""
        entries = self.names.names.get(word, ())
        return any(known.kind == "place" and len(words) == 1 for words, known in entries)

    def demonym(self, index: int) -> NameSpan | None:
        """The country of a demonym; a region or town where the model sees one ("fynske")."""
        token = self.tokens[index]
        known, length = country_of_demonym(token.lower, self.language)
        if known:
            return self._demonym_span(index, known, token.start + length)
        is_recognized = self.recognized.get(index) == (index + 1, "demonym")
        return self._local_demonym(index) if is_recognized else None

    def _local_demonym(self, index: int) -> NameSpan:
        lower = self.tokens[index].lower
        forms = (lower, *bases(lower, self.language))
        known = next(filter(None, map(self.names.local_demonyms.get, forms)), None)
        if known:
            span = listed_span(self.capitals, index, index + 1, known, known.name)
        else:
            span = unlisted_span(self.capitals, index, index + 1, "place")
        return span._replace(is_demonym=True, is_local=True)

    def _demonym_span(self, index: int, known: LexiconName, end: int) -> NameSpan:
        span = listed_span(self.capitals, index, index + 1, known, known.name)
        return span._replace(end=end, is_demonym=True, is_part=end < span.end)
