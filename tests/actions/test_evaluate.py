import json
from pathlib import Path

import pytest

from corpus.actions.evaluate import evaluate
from corpus.errors import NotFoundError, RejectedInputError, SettingsError, UsageError
from corpus.settings import Settings

TREEBANK = """\
# newdoc
Mette B-PER
Krag I-PER
er O
dansk O

# newdoc
Plovrup B-LOC
torsdag B-DATE
"""
CLAIM = {
    "p": 1,
    "cue": "siger",
    "speaker": ["Mette Krag"],
    "via": [],
    "polarity": "affirmed",
    "content": "USA",
}
ENTRY = {
    "published": "2023-09",
    "kinds": {},
    "entities": {"person": ["Mette Krag"], "place": ["USA"]},
    "claims": [CLAIM],
}


@pytest.fixture
def treebank(tmp_path: Path) -> str:
    path = tmp_path / "gold.iob2"
    path.write_text(TREEBANK, encoding="utf-8")
    return str(path)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"krag": ENTRY, "lost": ENTRY}), encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "krag-i-usa.txt").write_text(
        " date 2023-09 Mette Krag siger, at USA er stort.", encoding="utf-8"
    )
    (texts / "other.txt").write_bytes(b"\x00 of no article, and so never read")
    return str(path)


def counts(evaluation) -> dict[str, tuple[int | None, int | None, int]]:
    return {figure.name: (figure.gold, figure.found, figure.right) for figure in evaluation.figures}


def test_a_treebank_s_names_are_scored(treebank: str, spacy_model: str) -> None:
    evaluation = evaluate(treebank, settings=Settings(model=spacy_model))
    assert counts(evaluation) == {"person": (1, 1, 1), "place": (1, 1, 1), "name": (2, 2, 2)}
    assert (evaluation.size, evaluation.unit, evaluation.misses) == (6, "tokens", ())
    assert evaluation.notes == ("not scored, being no names: 1 DATE",)
    assert evaluation.measures["name_f1"] == 1
    assert evaluation.measures["tokens_per_second"] == pytest.approx(6 / evaluation.seconds)


def test_a_model_can_be_scored_alone(treebank: str, spacy_model: str) -> None:
    evaluation = evaluate(treebank, settings=Settings(model=spacy_model), model_only=True)
    assert counts(evaluation) == {"person": (1, 0, 0), "place": (1, 1, 1), "name": (2, 1, 1)}
    assert [miss.place for miss in evaluation.misses] == ["sentence 1: Mette Krag"]
    own = evaluate(treebank, model_only=True)
    assert own.size == 6


def test_gold_articles_are_scored(gold: str, tmp_path: Path) -> None:
    evaluation = evaluate(gold, folder=str(tmp_path / "texts"))
    found = counts(evaluation)
    assert found["dates"] == (2, None, 1)
    assert found["paragraph_kinds"] == (1, None, 1)
    assert found["entity"] == (4, 2, 2)
    assert found["claim"] == found["whole_claim"] == (2, 1, 1)
    assert found["indirect"] == (None, 1, 1)
    assert evaluation.size == 1
    assert evaluation.notes == (f"not in {tmp_path / 'texts'}, and counted as not found: lost",)


def test_the_texts_may_lie_beside_the_gold(gold: str, tmp_path: Path) -> None:
    (tmp_path / "texts" / "krag-i-usa.txt").rename(tmp_path / "krag.txt")
    assert evaluate(gold).size == 1


def test_a_text_that_cannot_be_read_is_named(gold: str, tmp_path: Path) -> None:
    (tmp_path / "texts" / "lost.txt").write_bytes(b" date 2023-13 ")
    with pytest.raises(RejectedInputError, match=r"lost\.txt"):
        evaluate(gold, folder=str(tmp_path / "texts"))


@pytest.mark.usefixtures("gold", "treebank")
@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"gold": "none.iob2"}, NotFoundError, "none.iob2 cannot be read"),
        ({"gold": "none.json"}, NotFoundError, "none.json cannot be read"),
        ({"folder": "none"}, NotFoundError, "none: there is no such folder"),
        ({"folder": "empty"}, NotFoundError, "empty holds no text of gold.json"),
        ({"model_only": True}, UsageError, "a model alone finds no claims"),
        ({"gold": "gold.iob2", "folder": "texts"}, UsageError, "a folder of texts is for gold articles"),
        ({"gold": "gold.iob2", "settings": Settings(model="none")}, SettingsError, "there is no model none"),
        ({"settings": Settings(language="xx")}, SettingsError, "no rules for the language 'xx'"),
    ],
)
def test_what_cannot_be_is_refused(
    options, error, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    with pytest.raises(error, match=message):
        evaluate(**{"gold": "gold.json", **options})
