import os
from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "environ", "flags", "expected"),
    [
        (None, {}, {}, Settings()),
        ("db = 'file.db'", {}, {}, Settings(db="file.db")),
        ("db = 'file.db'", {"CORPUS_DB": "env.db"}, {}, Settings(db="env.db")),
        ("db = 'file.db'", {"CORPUS_DB": "env.db"}, {"db": "flag.db"}, Settings(db="flag.db")),
        ("db = 'file.db'", {"CORPUS_DB": ""}, {"db": None}, Settings(db="file.db")),
        (
            "language = 'nb'\nmax_input_mb = 2",
            {},
            {"db": "a.db"},
            Settings(db="a.db", language="nb", max_input_mb=2),
        ),
        ("reports = ['a', 'b']", {}, {}, Settings(reports=("a", "b"))),
        (None, {"CORPUS_REPORTS": f"a{os.pathsep}b"}, {}, Settings(reports=("a", "b"))),
        (None, {"CORPUS_MAX_INPUT_MB": "25", "CORPUS_UNKNOWN": "x"}, {}, Settings(max_input_mb=25)),
        (None, {"CORPUS_DB": "postgresql://me@host/news"}, {}, Settings(db="postgresql://me@host/news")),
        (
            "model = 'da_core_news_sm'\ngpu = true\nbatch_size = 64",
            {},
            {},
            Settings(model="da_core_news_sm", gpu=True, batch_size=64),
        ),
        (
            "model = 'da_core_news_sm'\ngpu = true",
            {"CORPUS_MODEL": "my/pipeline", "CORPUS_GPU": "no", "CORPUS_BATCH_SIZE": "32"},
            {"model": "bundled", "batch_size": 16},
            Settings(batch_size=16),
        ),
        ("gpu = true", {"CORPUS_GPU": "1"}, {"gpu": False}, Settings()),
        (None, {"CORPUS_GPU": "True"}, {"gpu": None}, Settings(gpu=True)),
    ],
)
def test_a_flag_wins_over_the_environment_over_the_file(
    folder: Path, file: str | None, environ: dict[str, str], flags: dict[str, str], expected: Settings
) -> None:
    if file is not None:
        (folder / "corpus.toml").write_text(file, encoding="utf-8")
    assert load_settings(flags, environ=environ) == expected


def test_words_tell_the_language_unless_it_is_set() -> None:
    assert Settings().told_language is None
    assert Settings(language="auto").told_language is None
    assert Settings(language="nb").told_language == "nb"


@pytest.mark.parametrize(
    ("file", "environ", "message", "hint"),
    [
        ("dbs = 'a.db'", {}, "corpus.toml: there is no setting 'dbs'", "did you mean db?"),
        (
            "x = 1",
            {},
            "corpus.toml: there is no setting 'x'",
            "there are db, language, reports, max_input_mb, model, gpu, batch_size",
        ),
        ("db = 7", {}, "corpus.toml: db cannot be 7", "it is a path or a database URL, as in 'news.db'"),
        ("db = ''", {}, "corpus.toml: db cannot be ''", "it is a path or a database URL, as in 'news.db'"),
        ("reports = 'a'", {}, "corpus.toml: reports cannot be 'a'", "it is a list of folders"),
        ("reports = [1]", {}, "corpus.toml: reports cannot be [1]", "it is a list of folders"),
        ("max_input_mb = true", {}, "corpus.toml: max_input_mb cannot be True", "megabytes from 1"),
        ("max_input_mb = 0", {}, "corpus.toml: max_input_mb cannot be 0", "megabytes from 1"),
        ("db = ", {}, "corpus.toml cannot be read: Invalid value", "it is a TOML file"),
        ("model = ''", {}, "corpus.toml: model cannot be ''", "a spaCy pipeline's name or folder"),
        ("gpu = 1", {}, "corpus.toml: gpu cannot be 1", "it is true or false"),
        ("batch_size = 0", {}, "corpus.toml: batch_size cannot be 0", "a number of sentences from 1"),
        ("batch_size = 1.5", {}, "corpus.toml: batch_size cannot be 1.5", "a number of sentences from 1"),
        ("", {"CORPUS_GPU": "maybe"}, "the environment: gpu cannot be 'maybe'", "it is true or false"),
        ("", {"CORPUS_BATCH_SIZE": "0"}, "the environment: batch_size cannot be 0", "from 1"),
        ("", {"CORPUS_MAX_INPUT_MB": "-1"}, "the environment: max_input_mb cannot be '-1'", "from 1"),
        ("", {"CORPUS_MAX_INPUT_MB": "ten"}, "the environment: max_input_mb cannot be 'ten'", "from 1"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_place(
    folder: Path, file: str, environ: dict[str, str], message: str, hint: str
) -> None:
    (folder / "corpus.toml").write_text(file, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(environ=environ)
    assert caught.value.message.startswith(message)
    assert hint in caught.value.hint
    assert "\n" not in caught.value.message


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "corpus.toml").write_bytes(b"db = '\xff'")
    with pytest.raises(SettingsError, match=r"corpus\.toml cannot be read"):
        load_settings(environ={})
