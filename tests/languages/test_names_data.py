"""The name lists hold what their README promises."""

import itertools
import re
from collections import Counter

import pytest

from corpus.languages.build_names import build, inflect_inhabitant, respellings, transliterator
from corpus.languages.reading import folder_of, rows

FOLDER = folder_of("da") / "names"

COLUMNS = {
    "cities.tsv": "name aliases country demonyms ambiguous wikidata",
    "cities_extra.tsv": "name code geonames aliases adjectives inhabitants wikidata",
    "countries.tsv": "name aliases demonyms languages ambiguous wikidata",
    "countries_extra.tsv": "code name aliases adjectives inhabitants ambiguous wikidata",
    "cyrillic.tsv": "letters russian ukrainian",
    "events.tsv": "name aliases kind ambiguous wikidata",
    "first_names.tsv": "name gender ambiguous",
    "first_names_extra.tsv": "name gender",
    "last_names.tsv": "name ambiguous",
    "last_names_extra.tsv": "name",
    "organizations.tsv": "name aliases kind subkind ambiguous wikidata",
    "public_people.tsv": "name aliases short_forms gender wikidata",
    "regions.tsv": "name kind aliases demonyms ambiguous wikidata",
}
PLACES = ("countries.tsv", "regions.tsv", "cities.tsv")
WORD_LISTS = ("common_words.txt", "vocabulary.txt")
FORMS_FLAGGED = ("countries.tsv", "countries_extra.tsv", "events.tsv", "regions.tsv", "organizations.tsv")
ROWS_FLAGGED = ("cities.tsv", "first_names.tsv", "last_names.tsv")
ENTITIES = (*PLACES, "events.tsv", "organizations.tsv", "public_people.tsv")
SUBKINDS = {
    "agency", "armed", "authority", "club", "company", "culture", "hospital", "international", "media",
    "ministry", "ngo", "party", "platform", "thinktank", "union", "university",
}  # fmt: skip
VALUES = {
    "gender": re.compile("[mfu]"),
    "kind": re.compile("place|organization|event|other"),
    "wikidata": re.compile(r"(Q[1-9]\d*)?"),
}


def table(file: str) -> list[dict[str, str]]:
    return list(rows(FOLDER / file))


def values(row: dict[str, str], *columns: str) -> list[str]:
    return [value for column in columns for value in row.get(column, "").split("|") if value]


def spellings(row: dict[str, str]) -> list[str]:
    return values(row, "name", "aliases", "short_forms")


def twice(found: list[str]) -> list[str]:
    return [value for value, count in Counter(found).items() if count > 1]


@pytest.fixture(scope="module")
def by_name() -> dict[tuple[str, str], dict[str, str]]:
    return {(file, row["name"]): row for file in ENTITIES for row in table(file)}


def test_every_file_is_known() -> None:
    found = {path.name for path in FOLDER.iterdir()}
    assert found == {*COLUMNS, *WORD_LISTS, "README.md"}


def test_the_readme_lists_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [file for file in (*COLUMNS, *WORD_LISTS) if f"`{file}`" not in readme] == []


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_500_000


@pytest.mark.parametrize("file", COLUMNS)
def test_the_table_is_well_formed(file: str) -> None:
    header, *lines = (FOLDER / file).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    columns = COLUMNS[file].split()
    assert header.split("\t") == columns
    cells = [line.split("\t") for line in lines]
    assert [line for line in cells if len(line) != len(columns)] == []
    assert cells == sorted(cells)
    assert twice([line[0] for line in cells]) == []
    parts = [part for line in cells for cell in line for part in cell.split("|")]
    assert [part for part in parts if part != part.strip()] == []
    assert [cell for line in cells for cell in line if "||" in cell or cell.strip("|") != cell] == []


@pytest.mark.parametrize("file", COLUMNS)
def test_values_are_of_their_column(file: str) -> None:
    wrong = [
        (row, column)
        for row, (column, pattern) in itertools.product(table(file), VALUES.items())
        if column in row and not pattern.fullmatch(row[column])
    ]
    assert wrong == []


def test_subkinds_are_the_documented_ones() -> None:
    assert {row["subkind"] for row in table("organizations.tsv")} == SUBKINDS


@pytest.mark.parametrize("file", ENTITIES)
def test_a_spelling_names_one_thing(file: str) -> None:
    found = [spelling for row in table(file) for spelling in spellings(row)]
    assert twice(found) == []


def test_a_spelling_in_two_tables_is_flagged() -> None:
    tables = {file: table(file) for file in ENTITIES}
    found = [spelling for file in tables for row in tables[file] for spelling in spellings(row)]
    flagged = {form for file in FORMS_FLAGGED for row in table(file) for form in values(row, "ambiguous")}
    assert set(twice(found)) <= flagged


def test_the_vocabulary_is_of_common_words() -> None:
    words = (FOLDER / "vocabulary.txt").read_text(encoding="utf-8").split()
    assert words == sorted(set(words))
    assert [word for word in words if not word.isalpha() or not word.islower()] == []
    assert {"hus", "avisen", "siger"} <= set(words)
    assert {"hansen", "aarhus", "peter"}.isdisjoint(words)


def test_a_demonym_points_at_one_place() -> None:
    found = [form for file in PLACES for row in table(file) for form in values(row, "demonyms")]
    assert twice(found) == []
    assert [form for form in found if form != form.lower()] == []


@pytest.mark.parametrize("file", FORMS_FLAGGED)
def test_flagged_forms_are_forms_of_the_row(file: str) -> None:
    for row in table(file):
        inhabitants = [form for noun in values(row, "inhabitants") for form in inflect_inhabitant(noun)]
        forms = {*spellings(row), *values(row, "demonyms", "adjectives"), *inhabitants}
        assert set(values(row, "ambiguous")) <= forms, row["name"]


@pytest.mark.parametrize("file", ROWS_FLAGGED)
def test_flags_are_0_or_1(file: str) -> None:
    assert {row["ambiguous"] for row in table(file)} == {"0", "1"}


def test_wikidata_ids_are_not_shared() -> None:
    assert twice([row["wikidata"] for file in ENTITIES for row in table(file) if row["wikidata"]]) == []


def test_cities_lie_in_listed_countries() -> None:
    countries = {row["name"] for row in table("countries.tsv")}
    assert {row["country"] for row in table("cities.tsv")} <= countries


def test_a_short_form_is_part_of_the_name() -> None:
    wrong = [
        (row["name"], form)
        for row in table("public_people.tsv")
        for form in values(row, "short_forms")
        if not any(name.endswith(form) or form in name.split() for name in values(row, "name", "aliases"))
    ]
    assert wrong == []


def test_common_words_are_sorted_and_concern_a_name() -> None:
    words = (FOLDER / "common_words.txt").read_text(encoding="utf-8").split("\n")[:-1]
    assert words == sorted(set(words))
    names = {row["name"].lower() for file in ROWS_FLAGGED for row in table(file)}
    assert set(words) <= names


@pytest.mark.parametrize(
    ("file", "name", "column", "expected"),
    [
        ("countries.tsv", "Nordkorea", "demonyms", "nordkoreansk nordkoreanske nordkoreaner nordkoreanerne"),
        ("countries.tsv", "Frankrig", "demonyms", "fransk franske franskmand franskmænd franskmændene"),
        ("countries.tsv", "Finland", "demonyms", "finsk finske finne finner finnerne"),
        ("countries.tsv", "Finland", "ambiguous", "finne finnen finner finnerne"),
        ("countries.tsv", "Polen", "demonyms", "polsk polak polakken polakker polakkerne"),
        ("countries.tsv", "Island", "demonyms", "islandsk islænding islændingene"),
        ("countries.tsv", "Danmark", "languages", "dansk"),
        ("countries.tsv", "Storbritannien", "aliases", "UK"),
        ("countries.tsv", "Holland", "aliases", "Nederlandene"),
        ("countries.tsv", "Belarus", "aliases", "Hviderusland"),
        ("countries.tsv", "Sovjetunionen", "demonyms", "sovjetisk sovjetiske"),
        ("cities.tsv", "Kyiv", "aliases", "Kiev Kijev"),
        ("cities.tsv", "Beijing", "aliases", "Peking"),
        ("cities.tsv", "Aarhus", "aliases", "Århus"),
        ("cities.tsv", "København", "demonyms", "københavnsk københavnere"),
        ("cities.tsv", "Skive", "ambiguous", "1"),
        ("cities.tsv", "Hobro", "ambiguous", "0"),
        ("regions.tsv", "Jylland", "demonyms", "jysk jyde jyderne"),
        ("regions.tsv", "Aarhus Kommune", "kind", "organization"),
        ("organizations.tsv", "Nato", "aliases", "NATO"),
        ("organizations.tsv", "FN", "aliases", "UN"),
        ("organizations.tsv", "The New York Times", "aliases", "NYT"),
        ("organizations.tsv", "Ritzau", "subkind", "agency"),
        ("organizations.tsv", "Venstre", "ambiguous", "Venstre"),
        ("public_people.tsv", "Sergej Sjojgu", "aliases", "Sergei|Shoigu"),
    ],
)
def test_lists_hold(
    by_name: dict[tuple[str, str], dict[str, str]], file: str, name: str, column: str, expected: str
) -> None:
    wanted = {word.replace("|", " ") for word in expected.split()}
    assert wanted <= set(by_name[file, name][column].split("|"))


@pytest.mark.parametrize(("name", "gender"), [("Mette", "f"), ("Lars", "m"), ("Kim", "m"), ("Andrea", "f")])
def test_first_names_have_their_danish_gender(name: str, gender: str) -> None:
    assert {row["gender"] for row in table("first_names.tsv") if row["name"] == name} == {gender}


@pytest.mark.parametrize(
    ("language", "name", "danish"),
    [
        ("russian", "Сергей", "Sergej"),
        ("russian", "Дмитрий", "Dmitrij"),
        ("russian", "Евгений", "Jevgenij"),
        ("russian", "Хрущёв", "Khrusjtjov"),
        ("russian", "Мария", "Maria"),
        ("ukrainian", "Володимир", "Volodymyr"),
        ("ukrainian", "Зеленський", "Zelenskyj"),
        ("ukrainian", "Сергій", "Serhij"),
    ],
)
def test_cyrillic_names_are_spelled_the_danish_way(language: str, name: str, danish: str) -> None:
    assert transliterator(FOLDER, language)(name) == danish


@pytest.mark.parametrize(
    ("name", "others"), [("Aalborg", ["Ålborg"]), ("Vrå", ["Vraa"]), ("Aså", ["Asaa"]), ("Odense", [])]
)
def test_places_have_both_spellings_of_aa(name: str, others: list[str]) -> None:
    assert respellings(name) == others


def test_generated_files_are_the_generators() -> None:
    differ = [
        name for name, text in build("da").items() if (FOLDER / name).read_text(encoding="utf-8") != text
    ]
    assert differ == [], "run: python -m corpus.languages.build_names da"
