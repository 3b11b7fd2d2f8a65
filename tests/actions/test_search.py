from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actions import search as module
from corpus.actions.import_documents import Annotate, import_documents
from corpus.actions.search import parse_query, search
from corpus.errors import UsageError
from corpus.storage.selection import Selection

TEXTS = {
    "a.txt": " date 2023-09 Ministeren talte med Vladimir Putin om våben.\n\nPutin Vladimir svarede ikke.",
    "b.txt": " date 2024-01 EU-kommissionen vil købe flere våben. Våben er dyre.",
    "c.txt": "En ministers ord.",
}


@pytest.fixture
def archive(database: str, tmp_path: Path) -> str:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_documents(database, [str(tmp_path / name) for name in TEXTS])
    return database


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Ministerens svar", ["minist", "svar"]),
        ('"Vladimir Putin" besøger', ["vladimir putin", "besøg"]),
        ("EU-kommissionen", ["eu kommission"]),
        ("C++", ["c"]),
        ("50 %", ["50"]),
        ("o'hara", ["o hara"]),
        ('en "åben frase', ["en", "åben", "fras"]),
        ('""  "" ord', ["ord"]),
        ("ord Ord ORD", ["ord"]),
        ("a AND b NOT c", ["a", "and", "b", "not", "c"]),
    ],
)
def test_a_query_is_words_and_phrases(query: str, terms: list[str]) -> None:
    assert parse_query(query, "da") == terms


@pytest.mark.parametrize("query", ["", "   ", '"', '""', "% - +", "\x00"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="the query holds no word"):
        parse_query(query, "da")


FOUND: list[tuple[str, dict[str, str], list[tuple[str, int]]]] = [
    ("minister", {}, [("a.txt", 1), ("c.txt", 1)]),
    ("våben", {}, [("a.txt", 1), ("b.txt", 1)]),
    ("våben minister", {}, [("a.txt", 1)]),
    ('"Vladimir Putin"', {}, [("a.txt", 1)]),
    ("Vladimir Putin", {}, [("a.txt", 1), ("a.txt", 2)]),
    ("våben", {"since": "2023-10-01"}, [("b.txt", 1)]),
    ("ministers", {"origin": "c."}, [("c.txt", 1)]),
    ("kommissionen", {}, [("b.txt", 1)]),
    ("intet", {}, []),
]


def test_finds(archive: str, subtests: pytest.Subtests) -> None:
    for query, selection, found in FOUND:
        with subtests.test(query=query, **selection):
            view = search(archive, query, selection=Selection(**selection))
            assert sorted((each.hit.origin, each.hit.seq) for each in view.snippets) == found
            assert view.found == len(found)


def test_a_long_or_strange_query_is_only_words(archive: str) -> None:
    assert search(archive, "intet " * 2_500).snippets == []
    assert search(archive, " ".join(f"ord{number}" for number in range(1_200))).snippets == []
    assert search(archive, "våben' OR 1=1 -- * ^ : { } ~").snippets == []


MARKED = {
    "minister": ["Ministeren"],
    '"Vladimir Putin"': ["Vladimir", "Putin"],
    "putin ministeren": ["Ministeren", "Putin"],
}


def test_the_words_that_hit_are_marked(archive: str, subtests: pytest.Subtests) -> None:
    for query, marked in MARKED.items():
        with subtests.test(query=query):
            snippets = search(archive, query).snippets
            snippet = next(each for each in snippets if each.hit.origin == "a.txt")
            assert [snippet.text[start:end] for start, end in snippet.marks] == marked


@given(before=st.integers(0, 900), after=st.integers(0, 900), size=st.integers(3, 12))
def test_a_snippet_is_short_and_holds_the_first_hit(before: int, after: int, size: int) -> None:
    filler = "x" * size + " "
    text = filler * (before // size) + "våben " + filler * (after // size)
    hit = module.Hit(1, 1, "a", None, None, 1, "body", text.strip(), 1.0)
    snippet = module._snippet(hit, ["våb"], "da")
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["våben"]
    assert len(snippet.text) <= module.SNIPPET + len("……")
    assert snippet.text.removeprefix("…").removesuffix("…") in text


def test_a_language_without_rules_finds_words_as_they_stand(
    database: str, tmp_path: Path, small_annotation: Annotate
) -> None:
    (tmp_path / "a.txt").write_text("Ministers met.", encoding="utf-8")
    import_documents(database, [str(tmp_path / "a.txt")], annotate=small_annotation)
    assert search(database, "MINISTERS", language="en").found == 1
    assert search(database, "minister", language="en").found == 0
