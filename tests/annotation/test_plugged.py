import pickle
import shutil
from pathlib import Path

import pytest

from corpus.annotation.plugged import PluggedModel, chosen_recognizer
from corpus.errors import SettingsError
from corpus.languages.reading import folder_of
from corpus.settings import Settings

WORDS = [["Vibeke", "Tranemose", "bor", "i", "Plovrup", "."]]
TRAINED = folder_of("da") / "model" / "names.crfsuite"


def test_the_model_that_comes_with_the_language_is_no_choice() -> None:
    assert chosen_recognizer(Settings()) is None
    assert chosen_recognizer(Settings(model="bundled", gpu=True, batch_size=7)) is None


def test_a_pipeline_is_chosen_by_its_folder(spacy_model: str) -> None:
    recognizer = chosen_recognizer(Settings(model=spacy_model))
    assert recognizer is not None
    assert recognizer.name.startswith("da_plovrup-0.0.0+")
    assert recognizer.tag(WORDS) == [[(4, 5, "place")]]


def test_a_trained_file_is_chosen_by_its_path_and_named_by_its_content(tmp_path: Path) -> None:
    copies = [tmp_path / name for name in ("a.crfsuite", "b.crfsuite")]
    for copy in copies:
        shutil.copyfile(TRAINED, copy)
    first, second = (chosen_recognizer(Settings(model=str(copy))) for copy in copies)
    assert first is not None
    assert second is not None
    assert (0, 2, "person") in first.tag(WORDS)[0]
    assert first.name.removeprefix("a") == second.name.removeprefix("b")
    assert len(first.name) == len("a+12345678")


def test_a_copy_in_another_folder_and_process_is_the_same_model(
    spacy_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(spacy_model).parent)
    chosen = chosen_recognizer(Settings(model=Path(spacy_model).name, batch_size=7))
    monkeypatch.chdir("/")
    sent = pickle.dumps(chosen)
    assert len(sent) < 1000
    assert pickle.loads(sent) == chosen == PluggedModel(spacy_model, "da", 7, gpu=False)
    assert pickle.loads(sent).tag(WORDS) == [[(4, 5, "place")]]


def test_a_model_is_loaded_once(spacy_model: str, tmp_path: Path) -> None:
    folder = shutil.copytree(spacy_model, tmp_path / "once")
    chosen = chosen_recognizer(Settings(model=str(folder)))
    shutil.rmtree(folder)
    assert pickle.loads(pickle.dumps(chosen)).tag(WORDS) == [[(4, 5, "place")]]


@pytest.mark.parametrize(
    ("model", "message", "hint"),
    [
        ("da_core_news_lg", "the model da_core_news_lg is not installed", "python -m spacy download"),
        ("nowhere", "there is no model nowhere", "the folder of a saved one"),
        ("none.crfsuite", "no name model in 'none.crfsuite'", "python -m corpus.annotation.training --help"),
    ],
)
def test_a_model_that_is_missing_is_told_at_once(model: str, message: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        chosen_recognizer(Settings(model=model))
    assert caught.value.message == message
    assert hint in caught.value.hint
