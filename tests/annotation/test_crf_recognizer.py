import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.crf_recognizer import CrfRecognizer, load_recognizer, spans_of, tags_of
from corpus.errors import SettingsError
from corpus.languages import load_language
from corpus.languages.reading import folder_of

DANISH = load_language("da")


@pytest.fixture(scope="module")
def recognizer() -> CrfRecognizer:
    return load_recognizer(folder_of("da") / "model" / "names.crfsuite", DANISH)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Det siger Vibeke Tranemose til Politiken .", [(2, 4, "person"), (5, 6, "organization")]),
        ("Toget fra Vordingborg til Berlin er aflyst .", [(2, 3, "place"), (4, 5, "place")]),
        ("Det svenske firma flytter til Polens hovedstad .", [(1, 2, "demonym"), (5, 6, "place")]),
        ("Vi spiste aftensmad klokken syv .", []),
        ("", []),
    ],
)
def test_the_model_finds_names(
    recognizer: CrfRecognizer, sentence: str, wanted: list[tuple[int, int, str]]
) -> None:
    assert recognizer.tag([sentence.split()]) == [wanted]


def test_what_came_before_does_not_change_a_sentence(recognizer: CrfRecognizer) -> None:
    sentence = ["Forsker", "Ditlev", "Brandstrup", "fra", "Aalborg", "Universitet", "er", "enig", "."]
    alone = recognizer.tag([sentence])
    recognizer.tag([["Ditlev", "og", "Brandstrup", "er", "to", "byer", "i", "Sverige", "."]])
    assert recognizer.tag([sentence]) == alone


@pytest.mark.parametrize("content", [None, b"", b"no model"])
def test_what_is_no_model_is_refused(tmp_path: pathlib.Path, content: bytes | None) -> None:
    path = tmp_path / "names.crfsuite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match="no name model in"):
        load_recognizer(path, DANISH)


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        (["B-place", "B-place"], [(0, 1, "place"), (1, 2, "place")]),
        (["I-place", "I-person"], [(0, 1, "place"), (1, 2, "person")]),
        (["B-place", "O", "I-place"], [(0, 1, "place"), (2, 3, "place")]),
        (["B-person", "I-person", "I-person"], [(0, 3, "person")]),
    ],
)
def test_tags_become_spans(tags: list[str], wanted: list[tuple[int, int, str]]) -> None:
    assert spans_of(tags) == wanted


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "person", "place"])), max_size=8))
def test_spans_survive_being_written_as_tags(runs: list[tuple[int, str]]) -> None:
    spans, length = [], 0
    for size, kind in runs:
        if kind:
            spans.append((length, length + size, kind))
        length += size
    assert spans_of(tags_of(length, spans)) == spans
