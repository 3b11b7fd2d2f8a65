from pathlib import Path

import pytest

from corpus.languages.lexicon import Vocabulary, read_keywords, read_names, read_vocabulary

WORDS = """
[classes]
art = "en et"
to = "til 'over for'"
adv = "til"
[marks]
comma = ","
stop = ". !"
[compounds]
short = "chef"
never = "billeder"
[certainty]
possible = "måske 'kan være'"
"""
NOUNS = '''
human = """
minister ministeren ministre ministrene
chef chefen chefer cheferne
gud guden guder guderne
"""
medium = """
radio radioen - -
"""
'''
CUES = '''
[[group]]
act = "statement"
frames = ["say"]
verbs = """
sige siger sagde sagt siges
- forlyder forlød -
"""
[[group]]
act = "denial"
polarity = "denied"
frames = ["deny", "object"]
verbs = """
'tage afstand fra' 'tager afstand fra' 'tog afstand fra' -
sige siger sagde sagt
"""
'''


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    for name, text in (("words", WORDS), ("nouns", NOUNS), ("cues", CUES)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return read_vocabulary(tmp_path)


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("en", {"art"}),
        ("til", {"to", "adv"}),
        ("over for", {"to"}),
        ("minister", {"noun", "human", "title", "singular"}),
        ("ministeren", {"noun", "human", "definite", "singular"}),
        ("ministre", {"noun", "human", "plural"}),
        ("ministrene", {"noun", "human", "definite", "plural"}),
        ("radioen", {"noun", "medium", "definite", "singular"}),
        ("sagt", {"cue", "say", "deny", "object", "participle"}),
        ("forlød", {"cue", "say", "finite"}),
        ("siges", {"cue", "say", "passive"}),
        ("tager afstand fra", {"cue", "deny", "object", "finite"}),
        ("billeder", set()),
    ],
)
def test_classes_of_words(vocabulary: Vocabulary, word: str, classes: set[str]) -> None:
    assert vocabulary.words[word] == classes


def test_a_dash_is_no_word(vocabulary: Vocabulary) -> None:
    assert "-" not in vocabulary.words
    assert "-" not in vocabulary.lemmas


def test_endings_of_compounds(vocabulary: Vocabulary) -> None:
    assert {"minister", "ministeren", "radio", "chef", "chefen"} <= vocabulary.endings.keys()
    assert "gud" not in vocabulary.endings  # too short: it would end too many words that are no compounds
    assert "billeder" not in vocabulary.endings
    assert vocabulary.endings["minister"] == vocabulary.words["minister"]


def test_lemmas(vocabulary: Vocabulary) -> None:
    assert vocabulary.lemmas["ministrene"] == "minister"
    assert vocabulary.lemmas["minister"] == "minister"


def test_cues(vocabulary: Vocabulary) -> None:
    say, deny = vocabulary.cues["sagde"]
    assert (say.lemma, say.act, say.polarity, say.frames) == ("sige", "statement", "affirmed", {"say"})
    assert (deny.act, deny.polarity, deny.frames) == ("denial", "denied", {"deny", "object"})
    assert [cue.lemma for cue in vocabulary.cues["tog afstand fra"]] == ["tage afstand fra"]


def test_marks_and_certainty(vocabulary: Vocabulary) -> None:
    assert vocabulary.marks == {",": {"comma"}, ".": {"stop"}, "!": {"stop"}}
    assert vocabulary.certainty == {"måske": "possible", "kan være": "possible"}


def test_keywords(tmp_path: Path) -> None:
    (tmp_path / "keywords.toml").write_text("place_before = \"byen 'nær ved'\"\n", encoding="utf-8")
    assert read_keywords(tmp_path) == {"place_before": {"byen", "nær ved"}}


TABLES = {
    "countries.tsv": "name\taliases\tdemonyms\tambiguous\twikidata\n"
    "Rusland\t\trussisk|russer\t\tQ159\n"
    "Polen\t\tpolsk|pol\tpol\t\n",
    "public_people.tsv": "name\taliases\tshort_forms\tgender\twikidata\n"
    "Mette Krag\tMette K. Krag\tKrag\tf\t\n",
    "organizations.tsv": "name\taliases\tkind\tsubkind\tambiguous\twikidata\n"
    "Reuters\t\torganization\tagency\t\t\n"
    "Politiken\tpolitiken.dk\torganization\tmedia\tPolitiken\t\n"
    "Rusland\t\torganization\tclub\t\t\n",
    "regions.tsv": "name\tkind\taliases\tdemonyms\tambiguous\twikidata\nFyn\tplace\t\tfynsk\t\t\n",
    "cities.tsv": "name\taliases\tcountry\tdemonyms\tambiguous\twikidata\n"
    "Ry\t\tDanmark\t\t1\t\n"
    "New York\t\tUSA\t\t0\t\n"
    "New\t\tUSA\t\t0\t\n",
    "first_names.tsv": "name\tgender\tambiguous\nMette\tf\t0\nBo\tm\t1\n",
    "last_names.tsv": "name\tambiguous\nKrag\t0\nBjerg\t1\n",
    "events.tsv": "name\taliases\tkind\tambiguous\twikidata\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "names").mkdir()
    for name, text in TABLES.items():
        (tmp_path / "names" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_names_known_in_advance(folder: Path) -> None:
    lists = read_names(folder)
    entries = {" ".join(words): name for found in lists.names.values() for words, name in found}
    assert (entries["Rusland"].kind, entries["Rusland"].wikidata_id) == (
        "place",
        "Q159",
    )  # the first list wins
    assert (entries["Mette K. Krag"].name, entries["Mette K. Krag"].gender) == ("Mette Krag", "f")
    assert (entries["politiken.dk"].name, entries["politiken.dk"].subkind) == ("Politiken", "media")
    assert entries["Politiken"].ambiguous
    assert not entries["politiken.dk"].ambiguous
    assert entries["Ry"].ambiguous
    assert not entries["New York"].ambiguous


def test_longer_names_come_first(folder: Path) -> None:
    assert [words for words, _ in read_names(folder).names["New"]] == [("New", "York"), ("New",)]


def test_demonyms_and_people(folder: Path) -> None:
    lists = read_names(folder)
    assert {form: name.name for form, name in lists.demonyms.items()} == {
        "russisk": "Rusland",
        "russer": "Rusland",
        "polsk": "Polen",
    }
    assert lists.first_names == {"Mette": "f", "Bo": "m"}
    assert lists.last_names == {"Krag", "Bjerg"}
    assert {"Bo", "Bjerg"} <= lists.ambiguous
    assert lists.agencies["reuters"].name == "Reuters"
    assert "rusland" not in lists.agencies
