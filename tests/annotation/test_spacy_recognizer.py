import shutil
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from corpus.annotation.spacy_recognizer import load_spacy
from corpus.annotation.tagging import tag_tokens
from corpus.errors import MissingExtraError, SettingsError

SENTENCES = (
    ("Kim Jong taler", ["B-PER", "I-PER", "O"]),
    ("Ruslands hær kommer", ["B-GPE", "O", "O"]),
    ("den danske avis skriver", ["O", "B-NORP", "O", "O"]),
    ("Reuters skriver torsdag", ["B-ORG", "O", "B-DATE"]),
    ("vi ser Hamlet", ["O", "O", "B-WORK_OF_ART"]),
)


def examples(pipeline: Language) -> list[Example]:
    return [
        Example(
            Doc(pipeline.vocab, words=words.split()),
            Doc(pipeline.vocab, words=words.split(), ents=list(tags)),
        )
        for words, tags in SENTENCES
    ]


@pytest.fixture(scope="module")
def pipeline_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a spaCy pipeline that has learned SENTENCES by heart."""
    spacy.util.fix_random_seed(1)
    pipeline = spacy.blank("da")
    pipeline.add_pipe("ner")
    learned = examples(pipeline)
    pipeline.initialize(lambda: learned)
    for _ in range(30):
        pipeline.update(learned)
    folder = tmp_path_factory.mktemp("pipeline") / "trained"
    pipeline.to_disk(folder)
    return folder


def test_names_are_aligned_with_the_tokens_given(pipeline_folder: Path) -> None:
    recognizer = load_spacy(str(pipeline_folder), batch_size=2)
    sentences = [
        ["Kim", "Jong", "taler"],
        [],
        ["Ruslands", "hær", "kommer"],
        ["den", "danske", "avis", "skriver"],
        ["Reuters", "skriver", "torsdag"],
        ["vi", "ser", "Hamlet"],
    ]
    assert recognizer.tag(sentences) == [
        [(0, 2, "person")],
        [],
        [(0, 1, "place")],
        [(1, 2, "demonym")],
        [(0, 1, "organization")],
        [(2, 3, "work")],
    ]
    assert recognizer.tag([]) == []


def test_the_pipeline_splits_no_token(pipeline_folder: Path) -> None:
    """Its own tokenizer would make three of the first word, and the name stand later."""
    words = ["(taler)", "Kim", "Jong", "taler"]
    assert (1, 3, "person") in load_spacy(str(pipeline_folder)).tag([words])[0]


def test_only_what_names_need_runs(pipeline_folder: Path, tmp_path: Path) -> None:
    """A pipe that cannot run shows that it is not run."""
    pipeline = spacy.load(pipeline_folder)
    pipeline.add_pipe("morphologizer")
    pipeline.to_disk(tmp_path / "more")
    with pytest.raises(ValueError, match="E109"):
        pipeline("Kim Jong taler")
    assert load_spacy(str(tmp_path / "more")).tag([["Kim", "Jong", "taler"]]) == [[(0, 2, "person")]]


def test_the_name_tells_pipelines_apart(pipeline_folder: Path, tmp_path: Path) -> None:
    name = load_spacy(str(pipeline_folder)).name
    assert name.startswith("da_pipeline-0.0.0+")
    assert load_spacy(str(pipeline_folder)).name == name
    other = spacy.load(pipeline_folder)
    other.get_pipe("ner").add_label("EVENT")
    other.to_disk(tmp_path / "other")
    assert load_spacy(str(tmp_path / "other")).name != name


def test_it_takes_the_place_of_the_language_s_own_model(pipeline_folder: Path) -> None:
    recognizer = load_spacy(str(pipeline_folder))
    assert tag_tokens([["vi", "ser", "Hamlet"]], "da", recognizer=recognizer) == [[(2, 3, "work")]]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "da_core_news_lg",
            "the model da_core_news_lg is not installed",
            "python -m spacy download da_core_news_lg",
        ),
        ("da_some_news_sm", "there is no model da_some_news_sm", "the folder of a saved one"),
        ("nowhere/at_all", "there is no model nowhere/at_all", "the folder of a saved one"),
    ],
)
def test_a_missing_model_is_one_line_and_what_to_do(name: str, message: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_spacy(name)
    assert caught.value.message == message
    assert hint in caught.value.hint


def without_weights(folder: Path) -> None:
    (folder / "ner" / "model").write_bytes(b"rubbish")


def without_config(folder: Path) -> None:
    (folder / "config.cfg").unlink()


def with_a_transformer(folder: Path) -> None:
    config = (folder / "config.cfg").read_text(encoding="utf-8")
    (folder / "config.cfg").write_text(
        config.replace('factory = "ner"', 'factory = "transformer"'), encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("damage", "reason", "hint"),
    [
        (without_weights, "cannot be loaded: ", "is it whole, and of this version of spaCy?"),
        (without_config, "cannot be loaded: ", "is it whole, and of this version of spaCy?"),
        (with_a_transformer, "factory for 'transformer'", "pip install spacy-transformers"),
    ],
)
def test_a_model_that_cannot_be_loaded_is_one_line(
    damage, reason: str, hint: str, pipeline_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(pipeline_folder, tmp_path / "damaged"))
    damage(folder)
    with pytest.raises(SettingsError) as caught:
        load_spacy(str(folder))
    assert reason in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint == hint


def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    pipeline = spacy.blank("da")
    pipeline.add_pipe("sentencizer")
    pipeline.to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="recognizes no names"):
        load_spacy(str(tmp_path / "blank"))


def test_a_model_that_cannot_be_run_is_one_line(tmp_path: Path) -> None:
    pipeline = spacy.blank("da")
    pipeline.add_pipe("ner")
    pipeline.to_disk(tmp_path / "untrained")
    recognizer = load_spacy(str(tmp_path / "untrained"))
    with pytest.raises(SettingsError, match="cannot be run: ") as caught:
        recognizer.tag([["Kim", "taler"]])
    assert "\n" not in caught.value.message
    assert caught.value.hint.startswith("is it trained?")


def test_it_keeps_no_word_that_it_read(pipeline_folder: Path) -> None:
    recognizer = load_spacy(str(pipeline_folder))
    strings = recognizer._pipeline.vocab.strings
    before = len(strings)
    recognizer.tag([[f"ord{number}" for number in range(1000)]])
    assert len(strings) == before


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError) as caught:
        load_spacy("da_core_news_lg")
    assert caught.value.message == "the model da_core_news_lg needs a package that is not installed"
    assert caught.value.hint == "pip install 'corpus-archive[spacy]'"


def test_without_a_gpu_asking_for_one_is_an_error(
    monkeypatch: pytest.MonkeyPatch, pipeline_folder: Path
) -> None:
    monkeypatch.setattr("thinc.util.has_cupy", False)
    monkeypatch.setattr("thinc.util.has_gpu", False)
    with pytest.raises(SettingsError, match="no GPU can be used") as caught:
        load_spacy(str(pipeline_folder), gpu=True)
    assert "pip install" in caught.value.hint
