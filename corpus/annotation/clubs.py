"""Clubs that are called by their town: "Esbjerg vandt 2-1 over Viborg"."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from corpus.annotation.name_spans import NameSpan
from corpus.annotation.tokens import Token
from corpus.annotation.words import bases
from corpus.languages import Language, LexiconName

__all__ = ["tell_clubs"]

_FEWEST_WORDS = 3  # of sport, from which on an article is about sport
_MANY_WORDS = 6  # of sport, from which on a town that begins a sentence is a club
_DENSITY = 60  # words among which one of sport stands, at least, in an article about sport
_Sentences = Sequence[Sequence[Token]]
_Found = Sequence[Sequence[NameSpan]]


def tell_clubs(sentences: _Sentences, found: _Found, language: Language) -> list[list[NameSpan]]:
    """Make clubs of the towns that play, win and lose in an article about sport.

    A town that anything shows to be a club is one wherever it stands, except where a preposition makes it a
    place; so is a town in a row with a club ("Esbjerg, Viborg og FC Roskilde").

    Args:
        sentences: The tokens of each sentence.
        found: The names of each sentence.
        language: The rules and lists.

    Returns:
        The names of each sentence, clubs told.
    """
    teller = _teller(language)
    is_local = any(map(teller.may_be_town, chain.from_iterable(found)))
    sport = teller.words_of_sport(sentences) if is_local else 0
    if sport < max(_FEWEST_WORDS, sum(map(len, sentences)) / _DENSITY):
        return [list(spans) for spans in found]
    is_all_sport = sport >= _MANY_WORDS
    playing = {
        town
        for tokens, spans in zip(sentences, found, strict=True)
        for index, span in enumerate(spans)
        if (town := teller.town(tokens, span))
        and (teller.plays(tokens, spans, index) or (is_all_sport and teller.may_play(tokens, span, town)))
    }
    return [
        [
            teller.club(span, town) if (town := teller.town(tokens, span)) and town in playing else span
            for span in spans
        ]
        for tokens, spans in zip(sentences, found, strict=True)
    ]


class _Teller:
    """What the words of a language say about towns and clubs."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._keywords = language.keywords
        self._roles = tuple(sorted(language.keywords["sport_noun_ending"]))
        self._countries = {known.name for known in language.names.demonyms.values()}
        self._clubs = _clubs(language)

    def words_of_sport(self, sentences: _Sentences) -> int:
        """How many words of sport stand in the article."""
        words = self._keywords["sport_word"]
        return sum(token.lower in words for tokens in sentences for token in tokens)

    def may_be_town(self, span: NameSpan) -> bool:
        """Whether it may be a town at all."""
        return not span.is_demonym and (span.kind == "place" or span.known is None)

    def town(self, tokens: Sequence[Token], span: NameSpan) -> str | None:
        """The place that a club can be called by, unless a preposition says that the place is meant."""
        if span.is_demonym or span.is_told:
            return None
        if span.before in self._keywords["club_never_after"] and not self._plays_in(tokens, span):
            return None
        if span.known:
            return span.name if span.kind == "place" and span.name not in self._countries else None
        forms = (span.name, *bases(span.name, self._language))
        return next((form for form in forms if self._is_place(form)), None)

    def _is_place(self, name: str) -> bool:
        """Whether the lists know a place of this name, or two: "Thisted", "Ribe-Esbjerg"."""
        return name not in self._countries and all(map(self._is_listed, name.split("-")))

    def _is_listed(self, name: str) -> bool:
        entries = self._language.names.names.get(name.partition(" ")[0], ())
        return any(known.kind == "place" and " ".join(words) == name for words, known in entries)

    def plays(self, tokens: Sequence[Token], spans: Sequence[NameSpan], index: int) -> bool:
        """Whether the words about the town say that it is a club."""
        span = spans[index]
        rest = self._rest(tokens, span)
        following = tokens[span.last].lower if span.last < len(tokens) else ""
        if rest or span.is_genitive or tokens[span.last - 1].text not in span.name:
            return (rest or following).endswith(self._roles)
        return (
            following in self._keywords["sport_verb"]
            or span.before in self._keywords["club_after"]
            or span.before in self._keywords["sport_verb"]
            or self._is_beside_club(tokens, spans, index)
            or self._plays_in(tokens, span)
        )

    def _plays_in(self, tokens: Sequence[Token], span: NameSpan) -> bool:
        """Whether somebody plays in the club: "spiller i Lyngby"."""
        return span.first > 1 and tokens[span.first - 2].lower in self._keywords["club_in_after"]

    def may_play(self, tokens: Sequence[Token], span: NameSpan, town: str) -> bool:
        """Whether the town stands without a preposition and has a listed club, or begins the sentence."""
        is_led = "prep" in self._language.words.get(span.before, ())
        return (town in self._clubs and not is_led) or self._is_subject(tokens, span)

    def _is_subject(self, tokens: Sequence[Token], span: NameSpan) -> bool:
        """Whether the sentence begins with the town, and a word follows that is no preposition."""
        following = tokens[span.last].lower if span.last < len(tokens) else ""
        classes = self._language.words.get(following, frozenset())
        return span.first == 0 and following[:1].isalpha() and not classes & {"prep", "and"}

    def _rest(self, tokens: Sequence[Token], span: NameSpan) -> str:
        """The common noun that ends a compound: "angriberen" in "Esbjerg-angriberen"."""
        return tokens[span.last - 1].lower.partition("-")[2] if span.is_part else ""

    def _is_beside_club(self, tokens: Sequence[Token], spans: Sequence[NameSpan], index: int) -> bool:
        """Whether one word stands between the town and a club."""
        span = spans[index]
        return any(
            other.known is not None
            and other.known.subkind == "club"
            and max(span.first, other.first) - min(span.last, other.last) == 1
            and tokens[min(span.last, other.last)].lower in self._keywords["club_joint"]
            for other in spans[max(0, index - 1) : index + 2]
        )

    def club(self, span: NameSpan, town: str) -> NameSpan:
        """The same mention, naming the club: the one the lists know by that town, or one of its own."""
        return span._replace(
            name=town,
            kind="organization",
            known=self._clubs.get(town),
            is_genitive=span.is_genitive or span.name != town,
            is_certain=True,
            is_told=True,
        )


@functools.cache
def _teller(language: Language) -> _Teller:
    return _Teller(language)


def _clubs(language: Language) -> Mapping[str, LexiconName]:
    """Listed clubs by their town: what is left of their names without "FC" and the like."""
    found: dict[str, set[LexiconName]] = {}
    for town, club in _towns_of_clubs(language):
        found.setdefault(town, set()).add(club)
    return {town: clubs.pop() for town, clubs in found.items() if len(clubs) == 1}


def _towns_of_clubs(language: Language) -> Iterator[tuple[str, LexiconName]]:
    affixes = language.keywords["club_affix"]
    for entries in language.names.names.values():
        for words, known in entries:
            rest = [word for word in words if word not in affixes]
            if known.subkind == "club" and len(rest) < len(words):
                yield " ".join(rest), known
