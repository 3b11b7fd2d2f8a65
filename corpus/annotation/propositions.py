"""Propositions: what each claim of a document is about, whatever its speaker makes of it."""

import bisect
import dataclasses
import re
from collections.abc import Iterator, Sequence

from corpus.annotation.claim_terms import TARGETED, claim_terms, content_parts
from corpus.annotation.contents import Range
from corpus.languages.terms import PropositionWords, proposition_words, terms_of
from corpus.propositions import Proposition
from corpus.records import Annotation, Claim, Mention, PartRole

__all__ = ["with_propositions"]

_TITLE = 50  # code points of the best title
_STEP = 20  # code points by which contents may differ and be as good as titles
_LAST_TITLE = 100_000  # of a claim that says nothing but by the one it points back to
_UNCLEAR = 100  # what each thing that it leaves out counts, in steps
_VERDICT = 3  # words of a verdict that needs no other word to point back
_FAR = 200  # claims back that one can point
_NEXT = 2  # paragraphs from a denial to the quotation that explains it, at most: a heading may stand between
_HELD = 0.4  # the least share of a content that another claim's makes up, if the two are about the same

_WORD = re.compile(r"\w+")
_FIRST_CLAUSE = re.compile(r"[^,;:.!?]+")


def with_propositions(annotation: Annotation, language: str) -> Annotation:
    """The annotation of a document with what each of its claims is about.

    A claim that points back to another is about the same as that: "Det afviser X", "X kalder det løgn", and
    "Det skriver Y" after a sentence that says what X says.
    """
    found = _Reader(annotation, language).read()
    claims = (
        dataclasses.replace(claim, proposition=proposition if proposition.terms else None)
        for claim, proposition in zip(annotation.claims, found, strict=True)
    )
    return dataclasses.replace(annotation, claims=tuple(claims))


class _Reader:
    def __init__(self, annotation: Annotation, language: str) -> None:
        self._claims = annotation.claims
        self._entities = annotation.entities
        self._mentions = sorted(
            (mention for mention in annotation.mentions if mention.entity is not None),
            key=lambda m: (m.start, -m.end),
        )
        self._language = language
        self._known: PropositionWords = proposition_words(language)
        self._words = [[word.lower() for word in _WORD.findall(claim.text)] for claim in self._claims]
        self._speakers = [_speakers(claim) for claim in self._claims]
        self._contents = [_ranges(claim, "content") for claim in self._claims]
        self._parts = [_ranges(claim, "cue", "content") for claim in self._claims]
        self._in_order = sorted((parts[0][0], index) for index, parts in enumerate(self._parts))
        self._found = [self._own(index) for index in range(len(self._claims))]

    def read(self) -> list[Proposition]:
        """What each claim is about; the ones that others hold first, which may point back themselves."""
        for index in range(len(self._claims)):
            self._found[index] = self._pointed_at(index) or self._explained(index) or self._found[index]
        for index in sorted(range(len(self._claims)), key=lambda i: len(self._claims[i].text)):
            self._found[index] = self._held(index) or self._found[index]
        return self._found

    def _own(self, index: int) -> Proposition:
        """What the content itself says."""
        claim, words = self._claims[index], self._words[index]
        within = [mention for part in content_parts(claim) for mention in self._within(part.start, part.end)]
        terms = claim_terms(claim, self._entities, within, words, self._language)
        rank = self._title_rank(claim, words, named=any(m.form in ("name", "demonym") for m in within))
        return Proposition(terms, is_negated=self._is_negated(claim), title_rank=rank)

    def _title_rank(self, claim: Claim, words: Sequence[str], *, named: bool) -> int:
        """How far a content is from one that is clear by itself: it names, says who, and is no long read."""
        known = self._known
        first = words[:1]
        leaves_out = claim.act in TARGETED or not (known.subjectless | known.pronouns).isdisjoint(first)
        unclear = leaves_out + bool(known.own & set(words)) + (not named)
        return _UNCLEAR * unclear + abs(len(claim.text) - _TITLE) // _STEP

    def _within(self, start: int, end: int) -> Iterator[Mention]:
        first = bisect.bisect_left(self._mentions, start, key=lambda mention: mention.start)
        for mention in self._mentions[first:]:
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def _is_negated(self, claim: Claim) -> bool:
        """Whether the first clause says that something is not so; "for ikke at" says why."""
        clause = _FIRST_CLAUSE.search(claim.text)
        words = [word.lower() for word in _WORD.findall(clause[0])] if clause else []
        negations = set(self._known.negation)
        if claim.polarity != "denied":
            negations |= self._known.neither
        around = zip(["", *words], words, [*words[1:], ""], strict=False)
        found = [
            w
            for before, w, after in around
            if w in negations and after != "at" and before not in self._known.again
        ]
        return len(found) % 2 == 1

    # Claims that point back.

    def _pointed_at(self, index: int) -> Proposition | None:
        """The claim that a content of nothing but pointing words and verdicts is about."""
        known, words = self._known, set(self._words[index])
        nouns, verdicts = known.pointing | known.pointing_many, known.untrue | known.true
        telling = {
            w for w in words - nouns - verdicts - known.pronouns if terms_of(w, language=self._language)
        }
        is_affirmed = self._claims[index].polarity == "affirmed"
        if telling or not words & (nouns if is_affirmed and not words & verdicts else nouns | known.pronouns):
            is_short = words & verdicts and len(self._words[index]) <= _VERDICT
            if telling or not is_short:
                return None
        other = self._answered(index, words)
        if other is None:
            return None
        is_false = self._found[index].is_negated ^ (is_affirmed and self._is_untrue(index, words))
        return dataclasses.replace(
            self._found[other],
            is_negated=self._found[other].is_negated ^ is_false,
            answers=other,
            title_rank=_LAST_TITLE,
        )

    def _is_untrue(self, index: int, words: set[str]) -> bool:
        """Whether a content calls what it points back to untrue; "rygter" does in "dem rygter" only."""
        known = self._known
        calls = words & known.untrue
        return bool(calls) and (
            bool(calls - known.pointing - known.pointing_many)
            or bool(words & known.pronouns)
            or not known.asides.isdisjoint(self._words[index][:1])
        )

    def _explained(self, index: int) -> Proposition | None:
        """The denial that a quotation comes after, which says of it what its speaker has to say."""
        claim, other = self._claims[index], self._claims[index - 1] if index else None
        if (
            other is None
            or claim.quotation != "direct"
            or (claim.polarity, other.polarity) != ("affirmed", "denied")
        ):
            return None
        denied = self._found[index - 1]
        is_own = bool(self._speakers[index] & self._speakers[index - 1])
        is_next = claim.paragraph - other.paragraph <= _NEXT and is_own
        if not is_next or not denied.terms:
            return None
        return dataclasses.replace(
            denied, is_negated=not denied.is_negated, answers=index - 1, title_rank=_LAST_TITLE
        )

    def _answered(self, index: int, words: set[str]) -> int | None:
        """The claim before one that it points back to: somebody else's, and none that points back itself."""
        others = [
            other
            for other in range(max(0, index - _FAR), index)
            if self._found[other].terms
            and self._found[other].answers is None
            and self._speakers[index].isdisjoint(self._speakers[other])
        ]
        if words & self._known.accusing:
            others = [i for i in others if self._claims[i].act == "accusation"] or others
        if words & self._known.pointing_many:
            return max(others, key=lambda i: (self._support(i, others), -i), default=None)
        return others[-1] if others else None

    def _support(self, index: int, others: Sequence[int]) -> int:
        """How much of what a claim says other claims say too."""
        terms = dict(self._found[index].terms)
        told = (term for other in others if other != index for term, _ in self._found[other].terms)
        return sum(terms.get(term, 0) for term in told)

    def _held(self, index: int) -> Proposition | None:
        """The last claim that the content holds, with the word that makes it one."""
        claim, held = self._claims[index], self._last_within(index)
        if held is None:
            return None
        told, proposition = self._claims[held], self._found[held]
        is_passed_on = claim.polarity == "affirmed"
        is_own = bool(self._speakers[index] & self._speakers[held])
        if not proposition.terms or (is_passed_on and (is_own or len(told.text) < _HELD * len(claim.text))):
            return None
        return dataclasses.replace(
            proposition,
            is_negated=proposition.is_negated ^ (told.polarity == "denied"),
            answers=held,
            is_passed_on=is_passed_on,
            title_rank=_LAST_TITLE,
        )

    def _last_within(self, index: int) -> int | None:
        """The last claim whose words, its cue among them, stand within a claim's content."""
        contents = self._contents[index]
        first = bisect.bisect_left(self._in_order, (contents[0][0], 0))
        end = bisect.bisect_left(self._in_order, (contents[-1][1], 0))
        others = sorted((other for _, other in self._in_order[first:end] if other != index), reverse=True)
        return next((other for other in others if _are_within(self._parts[other], contents)), None)


def _speakers(claim: Claim) -> set[str]:
    return {part.name for part in claim.parts if part.role == "speaker" and part.name}


def _ranges(claim: Claim, *roles: PartRole) -> list[Range]:
    return [(part.start, part.end) for part in claim.parts if part.role in roles]


def _are_within(inner: Sequence[Range], outer: Sequence[Range]) -> bool:
    return all(any(first <= start and end <= last for first, last in outer) for start, end in inner)
