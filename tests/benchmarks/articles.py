"""Synthetic articles: no sense, but the shape of short Danish news with names and claims.

Words follow Zipf's law. Names come from the bundled lists: some that every other article names, and some that
few do, so that the number of distinct names grows with the number of articles as it does in real archives.
"""

import bisect
import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.languages import load_language

__all__ = ["Writer", "write_articles"]

FOLDER_SIZE = 1_000  # files in one folder
WORDS = 50_000
FUNCTION_WORDS = """
    og i at det er en den til på de med han af for som et der var ikke har om men sig fra så hun ved kan vi
    efter ud eller nu over skal blev også hvor mod under meget da ham hendes kun mere end hvis alle før
"""
ONSETS = "b bl br d dr f fl fr g gl gr h j k kl kr l m n p pl r s sk sl sm sp st str t tr v"
NUCLEI = "a e i o u y æ ø å ei au"
CODAS = "- - d g k l ld lt m n nd ng r rd rk s st t"  # "-" for none
WELL_KNOWN = (
    "Danmark, Sverige, Norge, Tyskland, Frankrig, Polen, USA, Kina, Rusland, Ukraine, Nordkorea, Sydkorea, "
    "Japan, Indien, Iran, Israel, København, Aarhus, Odense, Aalborg, Stockholm, Berlin, Paris, London, "
    "Moskva, Beijing, Reuters, Ritzau, AFP, KCNA, Tass, FN, Nato, EU, Folketinget, Venstre"
)
CLAIMS = (
    "{name} siger, at {words}.",
    "{name} afviser, at {words}.",
    "Ifølge {name} {words}.",
    "- {Words}, siger {name}.",
    "»{Words},« skriver {name} i en erklæring.",
    "{name} beskylder {other} for at {words}.",
    "Det oplyser {name}.",
)


class Writer:
    """Writes articles; the same number gives the same article."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        chance = random.Random(seed)
        made = ("".join(_syllables(chance)) for _ in itertools.count())
        rare = list(itertools.islice(dict.fromkeys(itertools.islice(made, 3 * WORDS)), WORDS))
        self._words = FUNCTION_WORDS.split() + rare
        self._chances = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        names = load_language("da").names
        self._first = sorted(names.first_names)
        self._last = sorted(names.last_names)
        chance.shuffle(self._first)
        chance.shuffle(self._last)

    def article(self, number: int) -> str:
        """An article of some ten paragraphs, three quarters of them with names, half with a claim."""
        chance = random.Random(self._seed * 1_000_003 + number)
        day = f" date 20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02} "
        people = [self._person(2 * number), self._person(2 * number + 1)]
        people += [self._person(-_zipf(chance, 2_000)) for _ in range(3)]
        names = people + [chance.choice(WELL_KNOWN.split(", ")) for _ in range(4)]
        return day + "\n\n".join(self._paragraph(chance, names) for _ in range(chance.randrange(7, 14)))

    def _person(self, number: int) -> str:
        """One of some hundred million full names, each number another one; half have a middle name."""
        first, rest = number % len(self._first), number // len(self._first)
        last = (rest * 7_919 + number) % len(self._last)
        middle = [self._last[(number * 31) % len(self._last)]] if number % 2 else []
        return " ".join([self._first[first], *middle, self._last[last]]).title()

    def _paragraph(self, chance: random.Random, names: Sequence[str]) -> str:
        sentences = [f"{self._phrase(chance).capitalize()}." for _ in range(chance.randrange(1, 3))]
        if chance.random() < 0.75:
            sentences.append(f"{chance.choice(names)} {self._phrase(chance)} i {chance.choice(names)}.")
        if chance.random() < 0.5:
            words = self._phrase(chance)
            name, other = chance.sample(names, 2)
            claim = chance.choice(CLAIMS)
            sentences.append(claim.format(name=name, other=other, words=words, Words=words.capitalize()))
        return " ".join(sentences)

    def _phrase(self, chance: random.Random) -> str:
        count = chance.randrange(5, 13)
        return " ".join(chance.choices(self._words, cum_weights=self._chances, k=count))


def _syllables(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.choice((1, 2, 2, 2, 3, 3, 4))):
        for letters in (ONSETS, NUCLEI, CODAS):
            yield chance.choice(letters.split()).strip("-")


def _zipf(chance: random.Random, most: int) -> int:
    """A rank from 1 to `most`, a rank's chance about in proportion to 1 / rank."""
    return bisect.bisect_left(_harmonic(most), chance.random() * _harmonic(most)[-1]) + 1


_HARMONICS: dict[int, list[float]] = {}


def _harmonic(most: int) -> list[float]:
    if most not in _HARMONICS:
        _HARMONICS[most] = list(itertools.accumulate(1 / rank for rank in range(1, most + 1)))
    return _HARMONICS[most]


def write_articles(folder: Path, count: int, *, seed: int = 1) -> int:
    """Write articles as files of the seed format, and return how many bytes they have."""
    writer = Writer(seed)
    size = 0
    for number in range(count):
        path = folder / f"{number // FOLDER_SIZE:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(writer.article(number).encode())
    return size
