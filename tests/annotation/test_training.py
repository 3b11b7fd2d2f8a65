import pathlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.crf_recognizer import load_recognizer
from corpus.annotation.training.__main__ import main
from corpus.annotation.training.augmentation import fill, genitive, read_templates, swap
from corpus.annotation.training.corpora import Sentence, read_norne, read_uner
from corpus.annotation.training.naming import NAME_KINDS, NameMaker, read_stock
from corpus.annotation.training.respelling import load_respelling
from corpus.languages import load_language
from corpus.languages.reading import folder_of
from corpus.spans import Span

DANISH = load_language("da")
RULES = folder_of("da") / "training"
STOCK = read_stock(RULES / "name_parts.toml", DANISH)
RESPELL = load_respelling(RULES / "respelling.toml")

# word, UNER's tag, DaN+'s tag
UNER = """\
# sent_id = made-up
1\tDen\tO\tO#O\tx
2\tdanske\tO\tB-LOCderiv#O\tx
3\tkok\tO\tO#O\tx
4\tBirthe\tB-PER\tB-PER#O\tx
5\tKvist\tI-PER\tI-PER#O\tx
6\ttabte\tO\tO#O\tx
7\t10\tO\tO#O\tx
8\tkroner\tO\tB-MISC#O\tx
9\ti\tO\tO#O\tx
10\tAalborg\tB-LOC\tB-LOC#O\tx
11\ttil\tO\tO#O\tx
12\tMelodi\tO\tB-MISC#O\tx
13\tGrand\tO\tI-MISC#O\tx
14\t.\tO\tO#O\tx

"""
NORNE = [
    ("Statsministeren", "O"), ("møtte", "O"), ("norske", "O"), ("Ola", "B-PER"), ("Dunk", "I-PER"),
    ("i", "O"), ("EU", "B-ORG"), (",", "O"), ("EU-landene", "B-DRV"), ("og", "O"), ("Norge", "B-GPE_ORG"),
    (".", "O"),
]  # fmt: skip


def _norne_lines(rows: list[tuple[str, str]]) -> str:
    return "".join(
        f"{number}\t{word}\t_\t_\t_\t_\t0\t_\t_\tname={tag}\n" for number, (word, tag) in enumerate(rows, 1)
    )


@pytest.fixture
def data(tmp_path: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    uner, norne = tmp_path / "uner", tmp_path / "norne"
    uner.mkdir()
    norne.mkdir()
    for part in ("train", "dev", "test"):
        (uner / f"da_ddt-ud-{part}.iob2").write_text(UNER * 3, encoding="utf-8")
    (norne / "a.conll").write_text(_norne_lines(NORNE), encoding="utf-8")
    return uner, norne


def _named(sentence: Sentence) -> list[tuple[str, str]]:
    return [(" ".join(sentence.words[first:last]), kind) for first, last, kind in sentence.spans]


def test_uner_gives_names_demonyms_and_others_but_no_currencies(
    data: tuple[pathlib.Path, pathlib.Path],
) -> None:
    sentences = read_uner(data[0] / "da_ddt-ud-dev.iob2")
    assert len(sentences) == 3
    assert _named(sentences[0]) == [
        ("danske", "demonym"),
        ("Birthe Kvist", "person"),
        ("Aalborg", "place"),
        ("Melodi Grand", "other"),
    ]


def test_norne_is_respelled_and_labelled_as_danish(data: tuple[pathlib.Path, pathlib.Path]) -> None:
    (sentence,) = read_norne(data[1], RESPELL, lambda word: word == "norske")
    assert sentence.words[:2] == ("Statsministeren", "mødte")
    assert _named(sentence) == [
        ("norske", "demonym"),
        ("Ola Dunk", "person"),
        ("EU", "organization"),
        ("EU-landene", "organization"),
        ("Norge", "place"),
    ]


def test_a_sentence_with_a_derivation_of_no_known_kind_is_left_out(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.conll").write_text(_norne_lines([("Xyq-viken", "B-DRV"), (".", "O")]), encoding="utf-8")
    assert read_norne(tmp_path, RESPELL, str.isupper) == []


@pytest.mark.parametrize(
    ("norwegian", "danish"),
    [
        ("etter", "efter"),
        ("Etter", "Efter"),
        ("stasjonen", "stationen"),
        ("muligheten", "muligheden"),
        ("Stavanger", "Stavanger"),
        ("by", "by"),
    ],
)
def test_norwegian_words_are_spelled_as_danish(norwegian: str, danish: str) -> None:
    assert RESPELL(norwegian) == danish


@pytest.mark.parametrize(("name", "wanted"), [("Rusland", "Ruslands"), ("Paris", "Paris'"), ("FN", "FN's")])
def test_a_genitive_is_spelled_by_the_names_end(name: str, wanted: str) -> None:
    assert genitive(name) == wanted


@pytest.mark.parametrize("template", read_templates(RULES / "templates.txt"))
def test_every_template_can_be_filled(template: str) -> None:
    sentence = fill(template, NameMaker(STOCK, random.Random(1)))
    assert "{" not in "".join(sentence.words)
    assert len(sentence.spans) == template.count("{") > 0
    assert {kind for _, _, kind in sentence.spans} <= {*NAME_KINDS.values(), "organization"}


@given(st.integers())
def test_swapping_changes_names_and_nothing_else(seed: int) -> None:
    words = ("Kvist", "og", "Birthe", "Kvist", "fra", "Aalborgs", "bageri", "mødte", "Kvist", ".")
    spans: tuple[Span, ...] = ((0, 1, "person"), (2, 4, "person"), (5, 6, "place"), (8, 9, "person"))
    swapped = swap(Sentence(words, spans), NameMaker(STOCK, random.Random(seed)))
    assert swapped is not None
    assert [kind for _, _, kind in swapped.spans] == [kind for _, _, kind in spans]
    named = [name for name, _ in _named(swapped)]
    assert named[0] == named[3]
    assert named[2][-1] in "s'"
    inside = {index for first, last, _ in swapped.spans for index in range(first, last)}
    rest = [word for index, word in enumerate(swapped.words) if index not in inside]
    assert rest == ["og", "fra", "bageri", "mødte", "."]


def test_a_sentence_whose_names_are_not_plain_is_not_swapped() -> None:
    sentence = Sentence(("K2-toppen", "lokker"), ((0, 1, "place"),))
    assert swap(sentence, NameMaker(STOCK, random.Random(1))) is None


def test_training_twice_gives_the_same_model_and_it_has_learnt(
    data: tuple[pathlib.Path, pathlib.Path], tmp_path: pathlib.Path
) -> None:
    uner, norne = data
    models = [tmp_path / "one.crfsuite", tmp_path / "two.crfsuite"]
    for model in models:
        main(["--uner", str(uner), "--norne", str(norne), "--out", str(model)])
    assert models[0].read_bytes() == models[1].read_bytes()
    sentence = read_uner(uner / "da_ddt-ud-test.iob2")[0]
    assert load_recognizer(models[0], DANISH).tag([sentence.words]) == [list(sentence.spans)]
