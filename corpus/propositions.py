"""When two claims are on one proposition: how alike they are, where to look for others, and who joins whom.

Claims are in one order, that of their `place`: by the first day of their article, then by where they stand.
Each claim joins the one before it that it is most like, if it is like enough; a thread is a claim that joins
none, with all that join it or each other. So a thread grows at its end as the news does, and a claim that is
a little like two threads joins one of them and does not tie them together.

No claim is compared with all others. Any two of its heaviest terms are a block, and it looks at the nearest
claims before it in each of its blocks only. So the work for a claim is bounded, however often it is said.

All of this depends on the claims alone: not on when they were stored, nor on what else is in the archive.
"""

import dataclasses
import datetime
import hashlib
import itertools
import zlib
from collections.abc import Iterable, Mapping
from typing import Literal

__all__ = [
    "LEAST",
    "ORIGIN_KINDS",
    "WINDOW",
    "ClaimOrigin",
    "OriginKind",
    "Proposition",
    "Terms",
    "blocks",
    "join_claims",
    "likeness",
    "nearest",
    "place",
    "wording",
]

LEAST = 0.65  # likeness from which a claim joins another
WINDOW = 5  # claims before it in a block that a claim is compared with
_HEAVIEST = 5  # terms of which any two are a block
# What the shorter of two claims counts where it is asked how much of their words or names is common; which
# names a claim leaves out says little.
_SHORTER_WORDS = 0.6
_SHORTER_NAMES = 0.8
_WORDS = 2 / 3  # what words count beside names
_ALONE = 0.8  # what words count where one of the claims names nothing
_ENOUGH = 24  # the least weight that must then be common, about that of two rare words
_PART = 0.5  # the least of both that must be common

_DAY_BITS, _ARTICLE_BITS, _START_BITS = 22, 21, 20  # of the 63 that a database's integers have

OriginKind = Literal["speaker", "medium", "agency", "outlet", "article"]
ORIGIN_KINDS: tuple[OriginKind, ...] = ("speaker", "medium", "agency", "outlet", "article")


@dataclasses.dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim is about, so that claims on the same thing are found whoever makes them.

    Attributes:
        terms: Each with what it weighs, the heaviest first: `=` and a name, or a word's stem.
        is_negated: Whether the content says that it is not so: "at Rusland ikke har sendt noget".
        answers: Index into `Annotation.claims` of the claim that this one points back to, and whose terms it
            has: "Det afviser X", "X kalder påstanden absurd".
        is_passed_on: Whether the claim only passes on the one that it points back to, as its speaker's.
        title_rank: How well its content does as a thread's title; the lowest does best.
    """

    terms: tuple[tuple[str, int], ...]
    is_negated: bool = False
    answers: int | None = None
    is_passed_on: bool = False
    title_rank: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """A first source of a claim.

    Attributes:
        kind: `speaker`: who is named as saying it. Where nobody is: the `medium` that had it from somebody,
            the `agency` that the article credits, the `outlet` that published it, or else the `article`.
        key: The same for the same source, whatever it is called; of an article, the same for the same words.
        name: What to show where it is no entity.
        entity: Index into `Annotation.entities`, or None.
    """

    kind: OriginKind
    key: str
    name: str | None = None
    entity: int | None = None


class Terms(dict[str, int]):
    """What a claim is about, to compare: each term with what it weighs.

    Attributes:
        named: What its names weigh together.
        words: What its other words weigh together.
    """

    __slots__ = ("named", "words")

    def __init__(self, weights: Mapping[str, int] | Iterable[tuple[str, int]]) -> None:
        super().__init__(weights)
        self.named = self.words = 0
        for term, weight in self.items():
            if term[0] == "=":
                self.named += weight
            else:
                self.words += weight


def place(day: str | None, article: str, start: int) -> int:
    """Where a claim stands in the order of all claims, as a number of 63 bits.

    Args:
        day: The first day that its article may be of, ISO 8601; None without a date.
        article: The article's hash.
        start: First code point of its cue.
    """
    days = (1 << _DAY_BITS) - 1 if day is None else datetime.date.fromisoformat(day).toordinal()
    tie = int(article[:16], 16) >> (64 - _ARTICLE_BITS)
    return ((days << _ARTICLE_BITS) | tie) << _START_BITS | min(start, (1 << _START_BITS) - 1)


def blocks(terms: Mapping[str, int]) -> list[int]:
    """The numbers of the blocks in which a claim looks for others, and is found by them; 63 bits each."""
    heaviest = sorted(sorted(terms, key=lambda term: (-terms[term], term))[:_HEAVIEST])
    sums = [zlib.crc32(term.encode()) for term in heaviest]
    return [one << 31 ^ other for one, other in itertools.combinations(sums, 2)]


def wording(terms: Iterable[str]) -> int:
    """A number that claims share which say the same in the same words."""
    digest = hashlib.blake2b("\n".join(sorted(terms)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def likeness(one: Terms, other: Terms) -> float:
    """How alike two propositions are, from 0 to 1.

    Words and names are compared apart, each by how much of both is common, more by how much of the shorter.
    Both must be alike: a claim on other people and places is another claim, whatever its words.
    """
    common = one.keys() & other.keys()
    if len(common) < 2:
        return float(one == other)
    named = words = 0
    for term in common:
        weight = min(one[term], other[term])
        if term[0] == "=":
            named += weight
        else:
            words += weight
    if not (one.words and other.words):
        return float(one == other)
    words_alike = words / _length(one.words, other.words, _SHORTER_WORDS)
    if not (one.named and other.named):
        return _ALONE * words_alike if words + named >= _ENOUGH or one == other else 0.0
    named_alike = named / _length(one.named, other.named, _SHORTER_NAMES)
    if min(words_alike, named_alike) < _PART:
        return 0.0
    return _WORDS * words_alike + (1 - _WORDS) * named_alike


def _length(one: int, other: int, shorter: float) -> float:
    """What two weights are taken for where it is asked how much of them is common."""
    return shorter * min(one, other) + (1 - shorter) * max(one, other)


def nearest(terms: Terms, others: Iterable[tuple[int, Terms]]) -> tuple[int | None, float]:
    """The place of the most alike of other claims, the earliest of several, and how alike it is.

    None, with 0, where none is alike enough.
    """
    best, at = max(((likeness(terms, found), -at) for at, found in others), default=(0.0, 0))
    return (-at, best) if best >= LEAST else (None, 0.0)


def join_claims(claims: Mapping[int, Mapping[str, int]]) -> dict[int, int]:
    """The thread of each claim, of claims that are all in memory.

    Args:
        claims: Each claim's terms by its place.

    Returns:
        For each place, that of the first claim of its thread.
    """
    about = {at: Terms(claims[at]) for at in sorted(claims)}
    members: dict[int, list[int]] = {}
    threads: dict[int, int] = {}
    for at, terms in about.items():
        numbers = blocks(terms)
        found = {other for number in numbers for other in members.get(number, ())[-WINDOW:]}
        joined, _ = nearest(terms, ((other, about[other]) for other in found))
        threads[at] = at if joined is None else threads[joined]
        for number in numbers:
            members.setdefault(number, []).append(at)
    return threads
