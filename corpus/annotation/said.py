"""When a claim was made, where its sentence tells: the date words that modify the saying, not what is said.

A date counts if it stands outside what is claimed and it is the saying that it dates: it begins the clause
of the cue ("Onsdag sagde X"), follows an auxiliary ("har onsdag sagt"), or comes after the cue and its people
with no noun of its own ("sagde X til Y onsdag", not "sagde X efter stormen onsdag"), unless that noun is an
occasion to speak ("på et pressemøde onsdag") or a publication ("i en rapport fra 2019"); it may also stand in
a clause beside that tells what went on then ("da sagen onsdag begyndte"). What a source says in one sentence
is said at one time, and "dengang" is the time of the last date. A date after the article's own is none of
these.

Where no words tell, a claim has no date; that it is not later than the article is for the archive to add.
"""

import bisect
import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from corpus.annotation.contents import Range, Sentence
from corpus.annotation.saying import Place, is_when
from corpus.annotation.words import word_classes
from corpus.languages import Calendar, Language
from corpus.records import Claim, ClaimPart, DateMention, Document, PartRole

__all__ = ["date_claims"]

_PEOPLE: frozenset[PartRole] = frozenset({"speaker", "via", "addressee", "target"})
_SPEECHES = frozenset({"publication", "document"})
_ASIDE = re.compile(r"(?: ?\([^()]{1,40}\))?(?:,[^,.;:!?()»«“”\"–—]{1,80},(?= ))?")
_BACK = 3  # paragraphs, captions and headings among them, that "then" points back over


def date_claims(
    document: Document,
    claims: Sequence[Claim],
    dates: Sequence[DateMention],
    sentences: Sequence[Sentence],
    language: Language,
) -> list[Claim]:
    """The claims of a document, each with when it was made and the words that tell, where any do.

    Args:
        document: The document.
        claims: In order of their cues.
        dates: In text order.
        sentences: All sentences, in order.
        language: Whose words.
    """
    latest = document.published.latest if document.published else None
    past = [date for date in dates if latest is None or date.date.earliest <= latest]
    calendar = language.calendar
    if calendar is None or not past:
        return list(claims)
    starts = [sentence.start for sentence in sentences]
    dated = {bisect.bisect_right(starts, date.start) for date in past}
    lowered = document.text.lower()
    if any(words in lowered for words in calendar.saying.then):
        pointing = _then_words(calendar).finditer(document.text)
        dated.update(bisect.bisect_right(starts, match.start()) for match in pointing)
    found: list[Claim] = []
    for place, said in itertools.groupby(
        claims, key=lambda claim: bisect.bisect_right(starts, _cue(claim).start)
    ):
        if place in dated:
            reader = _SentenceReader(
                document.text, list(said), past, sentences[place - 1], language, calendar
            )
            found.extend(reader.read())
        else:
            found.extend(said)
    return found


def _cue(claim: Claim) -> ClaimPart:
    for part in claim.parts:
        if part.role == "cue":
            return part
    raise ValueError("a claim without a cue")


@dataclasses.dataclass(frozen=True, slots=True)
class _SentenceReader:
    """The claims of one sentence, and the dates that can tell when they were made.

    Attributes:
        text: The document's text.
        claims: Those with their cue in the sentence.
        dates: All of the document's that are not after it, in text order.
        sentence: The sentence.
        language: Whose words.
        calendar: Its calendar.
    """

    text: str
    claims: list[Claim]
    dates: list[DateMention]
    sentence: Sentence
    language: Language
    calendar: Calendar

    def read(self) -> Iterator[Claim]:
        """The claims, dated as far as words tell."""
        told: dict[tuple[bool, tuple[str | None, ...]], DateMention] = {}
        for claim in self.claims:
            speakers = tuple(part.name for part in claim.parts if part.role == "speaker")
            is_present = _cue(claim).text.endswith(self.calendar.tense.present_endings)
            date = self._own(claim) or told.get((is_present, speakers)) or self._then(claim)
            if date is None:
                yield claim
                continue
            if speakers:
                told[is_present, speakers] = date
            words = ClaimPart("time", date.start, date.end, date.text)
            yield dataclasses.replace(claim, said=date.date, parts=(*claim.parts, words))

    def _own(self, claim: Claim) -> DateMention | None:
        """The date that tells when a claim was made, the nearest of several."""
        cue = _cue(claim)
        first = bisect.bisect_left(self.dates, self.sentence.start, key=lambda date: date.start)
        last = bisect.bisect_left(self.dates, self.sentence.end, key=lambda date: date.start)
        for date in sorted(self.dates[first:last], key=lambda date: abs(date.start - cue.start)):
            place = self._place(claim, date)
            is_outside = place.is_next or place.is_of_document or not self._is_claimed(date.start, cue)
            if is_outside and is_when(place):
                return date
        return None

    def _is_claimed(self, start: int, cue: ClaimPart) -> bool:
        """Whether words stand in what is claimed while the cue does not."""
        return any(
            part.start <= start < part.end and not part.start <= cue.start < part.end
            for claim in self.claims
            for part in claim.parts
            if part.role == "content"
        )

    def _place(self, claim: Claim, date: DateMention) -> Place:
        cue = _cue(claim)
        people = [part for part in claim.parts if part.role in _PEOPLE]
        documents = (part for part in people if part.entity is None and self._is_document(part))
        document = next(documents, None)
        return Place(
            text=self.text,
            sentence=(self.sentence.start, self.sentence.end),
            cue=(cue.start, cue.end),
            date=(date.start, date.end),
            people=[self._with_aside(part, avoiding=(cue.start, date.start)) for part in people],
            document=(document.start, document.end) if document else None,
            language=self.language,
            calendar=self.calendar,
        )

    def _with_aside(self, part: ClaimPart, *, avoiding: tuple[int, int]) -> Range:
        """The range of a part with what is said of it: "Mette Krag (S), formand for partiet," ", NIS,"."""
        if self.text[part.start - 2 : part.start] == ", " and self.text[part.end : part.end + 1] == ",":
            return part.start - 2, part.end + 1
        aside = _ASIDE.match(self.text, part.end, self.sentence.end)
        if aside is None or any(part.end <= place < aside.end() for place in avoiding):
            return part.start, part.end
        return part.start, aside.end()

    def _is_document(self, part: ClaimPart) -> bool:
        return any(word_classes(word, self.language) & _SPEECHES for word in part.text.lower().split())

    def _then(self, claim: Claim) -> DateMention | None:
        """The last date before, where words of the sentence point back to it."""
        cue = _cue(claim)
        words = _then_words(self.calendar)
        pointing = words.finditer(self.text, self.sentence.start, self.sentence.end)
        if not any(not self._is_claimed(match.start(), cue) for match in pointing):
            return None
        earlier = self.dates[: bisect.bisect_left(self.dates, cue.start, key=lambda date: date.start)]
        return next((date for date in earlier[-1:] if date.paragraph >= claim.paragraph - _BACK), None)


@functools.lru_cache(maxsize=8)
def _then_words(calendar: Calendar) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, calendar.saying.then))})(?!\w)", re.IGNORECASE)
