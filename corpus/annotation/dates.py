"""The dates that a document speaks of, resolved against its own date as far as that is known."""

import bisect
import itertools
from collections.abc import Iterator, Sequence

from corpus.annotation import stretches
from corpus.annotation.clock import Clock, day_range
from corpus.annotation.contents import Range, Sentence
from corpus.annotation.date_phrases import composed
from corpus.annotation.date_words import DateWords, plain, reader_of
from corpus.annotation.moments import beside
from corpus.annotation.tense import tense_at
from corpus.edtf import EdtfDate, parse_period
from corpus.languages import Language
from corpus.records import DateKind, DateMention, Document

__all__ = ["find_dates"]

_NEAR = 2  # paragraphs, captions and headings among them, over which "the day after" counts from a date


def find_dates(
    document: Document,
    sentences: Sequence[Sentence],
    language: Language,
    *,
    names: Sequence[Range] = (),
) -> list[DateMention]:
    """The dates that a document speaks of, in text order.

    A date that counts from the article's own is seen from the first and from the last day that this can be;
    where the two differ, it means anything between. Where the article has none, such words are no date.

    Args:
        document: The document.
        sentences: Those to read, in order.
        language: Whose words; without a calendar there are no dates.
        names: Ranges of names, within which there are no dates.
    """
    reader = reader_of(language)
    if reader is None:
        return []
    calendar, lowered = reader.calendar, plain(document.text)
    resolver = _Resolver(document.text, document.published)
    for sentence, anchors in _anchored(sentences, reader.anchors(lowered)):
        dates = list(reader.read(document.text, lowered, anchors, (sentence.start, sentence.end)))
        for date in composed(lowered, dates, calendar, has_today=document.published is not None):
            if not any(start <= date.start and date.end <= end for start, end in names):
                tense = tense_at(lowered, sentence, date, language, calendar.tense)
                resolver.resolve(sentence.paragraph, date, tense)
    return resolver.found


def _anchored(sentences: Sequence[Sentence], anchors: Sequence[int]) -> Iterator[tuple[Sentence, list[int]]]:
    """The sentences that have anchors, with them."""
    starts = [sentence.start for sentence in sentences]
    by_sentence = itertools.groupby(anchors, key=lambda anchor: bisect.bisect_right(starts, anchor) - 1)
    for place, inside in by_sentence:
        within = [anchor for anchor in inside if place >= 0 and anchor < sentences[place].end]
        if within:
            yield sentences[place], within


class _Resolver:
    """Dates become mentions, each seen from the article's day or from the date before.

    Attributes:
        found: The mentions so far.
    """

    def __init__(self, text: str, published: EdtfDate | None) -> None:
        self.found: list[DateMention] = []
        self._text = text
        self._published = published

    def resolve(self, paragraph: int, words: DateWords, tense: int) -> None:
        """Add a date, unless it is none of the calendar or nobody can tell which."""
        try:
            alone = words.at(None)
            value = (
                alone if alone and not words.is_up_to_today else self._seen(paragraph, words, tense) or alone
            )
            date = parse_period(value) if value else None
        except (ValueError, OverflowError):  # 30 February, the year 0
            return
        if date is not None:
            kind: DateKind = "absolute" if value == alone else "relative"
            spoken = self._text[words.start : words.end]
            self.found.append(DateMention(paragraph, words.start, words.end, spoken, kind, date))

    def _seen(self, paragraph: int, words: DateWords, tense: int) -> str | None:
        """What the words mean, as far as the day that they are seen from is known."""
        if words.means == "beside":
            last = self.found[-1] if self.found else None
            is_near = last is not None and paragraph - last.paragraph <= _NEAR
            return beside(words.fields, last.date.text) if last and is_near else None
        if self._published is None:
            return None
        first, last_day = day_range(self._published.text)
        is_month_known = self._published.month is not None
        clocks = (
            Clock(day, tense, *((first, last_day) if is_month_known else (day, day)))
            for day in (first, last_day)
        )
        seen = [words.at(clock) for clock in clocks]
        return stretches.between(seen[0], seen[1]) if seen[0] and seen[1] else None
