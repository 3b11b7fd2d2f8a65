"""Names to put into training sentences: drawn from the language's lists, or made up from them."""

import dataclasses
import pathlib
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from corpus.languages import Language
from corpus.spans import SpanKind

__all__ = ["NAME_KINDS", "NameMaker", "NameStock", "read_stock"]

_INITIALS = "ABCDEFGHIKLMNOPRSTUV"
_UNLISTED = 0.35  # of the names, blended from two: names that no list holds stand in every article

# What `NameMaker.make` makes besides organisations, to the kind of name it is.
NAME_KINDS: dict[str, SpanKind] = {
    "person": "person", "first": "person", "last": "person", "country": "place", "city": "place",
    "place": "place", "street": "place", "building": "place", "demonym": "demonym", "inhabitants": "demonym",
    "work": "other", "product": "other",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class NameStock:
    """Names of each kind to draw from, sorted so that the same seed draws the same.

    Attributes:
        organizations: Subkind to its names.
        parts: The language's name_parts.toml.
    """

    first: tuple[str, ...]
    last: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]
    towns: tuple[str, ...]
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    organizations: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, Any]


def read_stock(path: pathlib.Path, language: Language) -> NameStock:
    """Collect the names of the language's lists that are no common words, and read name_parts.toml."""
    with path.open("rb") as file:
        parts = tomllib.load(file)
    lists = language.names
    countries = {entry.name for entry in lists.demonyms.values()}
    written = re.compile(parts["place_letters"])
    places: set[str] = set()
    organizations: defaultdict[str, set[str]] = defaultdict(set)
    for words, entry in (pair for found in lists.names.values() for pair in found):
        name = " ".join(words)
        if entry.kind == "organization":
            organizations[entry.subkind].add(name)
        elif entry.kind == "place" and not entry.ambiguous and written.fullmatch(name):
            places.add(name)
    return NameStock(
        first=_plain(lists.first_names.keys() - lists.ambiguous),
        last=_plain(lists.last_names - lists.ambiguous),
        countries=tuple(sorted(countries)),
        places=tuple(sorted(places - countries)),
        towns=tuple(sorted(_towns(organizations["club"], places, parts))),
        adjectives=_ending(lists.demonyms, parts["demonym_ending"]),
        inhabitants=_ending(lists.demonyms, parts["inhabitants_ending"]),
        organizations={kind: tuple(sorted(names)) for kind, names in sorted(organizations.items())},
        parts=parts,
    )


def _towns(clubs: Iterable[str], places: set[str], parts: Mapping[str, Any]) -> set[str]:
    """The places that clubs are called by, and the home country's, which any club may be."""
    words = {word for club in clubs for word in club.split()}
    return {place for place in places if place in words or place.endswith(tuple(parts["home_endings"]))}


def _plain(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are one capital and small letters, sorted."""
    return tuple(sorted(name for name in names if len(name) > 2 and name[1:].islower()))


def _ending(names: Iterable[str], ending: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name.endswith(ending)))


class NameMaker:
    """Draws names of a kind; about a third are blended from two, so that no list holds them."""

    def __init__(self, stock: NameStock, chance: random.Random) -> None:
        self._stock = stock
        self._chance = chance
        self._makers: dict[str, Callable[[], str]] = {
            "person": self._person,
            "first": lambda: self._one(stock.first),
            "last": self._last,
            "country": lambda: chance.choice(stock.countries),
            "city": lambda: self._one(stock.places),
            "place": self._place,
            "demonym": lambda: chance.choice(stock.adjectives),
            "inhabitants": lambda: chance.choice(stock.inhabitants).capitalize(),
            "initials": self._initials,
            "any": self._organization,
            "firm": self._firm,
            "shop": self._shop,
            "town": lambda: self._one(stock.towns),
            "street": lambda: self._built("street_endings", "street_words"),
            "building": lambda: self._built("building_endings", "building_words"),
            "work": self._work,
            "product": lambda: self._blend(self._one(stock.last), self._one(stock.places)),
        }

    def make(self, kind: str) -> str:
        """Make a name.

        Args:
            kind: A key of `NAME_KINDS`; for an organisation `any`, `initials`, `firm`, `shop`, `town` (a club
                called by it) or a subkind.
        """
        make = self._makers.get(kind)
        return make() if make else self._listed(kind)

    def _one(self, names: Sequence[str]) -> str:
        name = self._chance.choice(names)
        if " " in name or self._chance.random() >= _UNLISTED:
            return name
        return self._blend(name, self._chance.choice(names))

    def _blend(self, one: str, other: str) -> str:
        """The first half of one name and the second half of another, each cut before its middle vowel."""
        vowels = self._stock.parts["vowels"]
        cuts = [index for index in range(2, len(one) - 1) if one[index] in vowels]
        ends = [index for index in range(1, len(other) - 1) if other[index] in vowels]
        if " " in other or not cuts or not ends:
            return one
        return one[: cuts[len(cuts) // 2]] + other[ends[len(ends) // 2] :]

    def _last(self) -> str:
        name = self._one(self._stock.last)
        return f"{name}-{self._one(self._stock.last)}" if self._chance.random() < 0.04 else name

    def _person(self) -> str:
        first, last, draw = self.make("first"), self._last(), self._chance.random()
        if draw < 0.12:
            return f"{first} {self._last()} {last}"
        if draw < 0.18:
            return f"{first} {self._chance.choice(_INITIALS)}. {last}"
        return f"{first} {last}"

    def _place(self) -> str:
        return self.make("country" if self._chance.random() < 0.45 else "city")

    def _initials(self) -> str:
        length = self._chance.choice((1, 2, 2, 3, 3, 3, 4))
        return "".join(self._chance.choice(_INITIALS) for _ in range(length))

    def _organization(self) -> str:
        draw = self._chance.random()
        if draw < 0.60:
            return self._listed(self._chance.choice(tuple(self._stock.organizations)))
        if draw < 0.72:
            return self._initials()
        if draw < 0.82:
            return self._company()
        if draw < 0.90:
            return f"{self.make('city')} {self._chance.choice(self._stock.parts['town_endings'])}"
        if draw < 0.95:
            return f"{self._chance.choice(self._stock.parts['town_beginnings'])} {self.make('city')}"
        return self._last()

    def _company(self) -> str:
        return f"{self._last()} {self._part('company_endings')}"

    def _part(self, key: str) -> str:
        return str(self._chance.choice(self._stock.parts[key]))

    def _firm(self) -> str:
        """A firm of no list, in one of the shapes that firms' names have."""
        blend = self._blend(self._one(self._stock.last), self._one(self._stock.places))
        shapes: tuple[Callable[[], str], ...] = (
            lambda: blend,
            lambda: blend,
            self._last,
            self._company,
            lambda: f"{self._last()} {self._part('trades')}",
            lambda: f"{self._part('english_beginnings')} {self._part('english_endings')}",
            lambda: f"{self._last()} & {self._last()}",
            lambda: f"{self._part('english_beginnings')}{self._part('english_endings')}",
            lambda: blend.lower().capitalize() + self._part("domains"),
        )
        return self._chance.choice(shapes)()

    def _shop(self) -> str:
        """A shop, inn or association by a common noun: "Ostehuset"."""
        name = self._part("noun_beginnings") + self._part("noun_endings")
        draw = self._chance.random()
        if draw < 0.2:
            return f"{self.make('first')}s {self._part('noun_beginnings')}{self._part('noun_endings')}"
        return f"{name} {self.make('city')}" if draw < 0.35 else name

    def _built(self, endings: str, words: str) -> str:
        """A street or building, in one word or several: "Holtevej", "Ole Holts Vej"."""
        draw = self._chance.random()
        if draw < 0.6:
            return self._blend(self._one(self._stock.last), self._one(self._stock.last)) + self._part(endings)
        name = self.make("person") if draw < 0.75 else self._last()
        return f"{name.rstrip('s')}s {self._part(words)}"

    def _work(self) -> str:
        """A title of one to four words."""
        draw = self._chance.random()
        if draw < 0.4:
            return self._part("noun_beginnings") + self._part("noun_endings")
        return self._part("titles").format(
            city=self.make("city"), first=self.make("first"), last=self._last()
        )

    def _listed(self, subkind: str) -> str:
        """An organisation of a subkind; a company or club sometimes made up."""
        if subkind in ("company", "club") and self._chance.random() < _UNLISTED:
            return self._firm() if subkind == "company" else self.make("town")
        return self._chance.choice(self._stock.organizations[subkind])
