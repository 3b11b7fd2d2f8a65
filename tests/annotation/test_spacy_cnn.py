from pathlib import Path

from corpus.annotation.spacy_recognizer import load_spacy
from corpus.annotation.training.corpora import Sentence
from corpus.annotation.training.spacy_cnn import train_cnn

SENTENCES = [
    Sentence(("Kim", "Jong", "taler"), ((0, 2, "person"),)),
    Sentence(("Reuters", "skriver", "om", "Kina"), ((0, 1, "organization"), (3, 4, "place"))),
    Sentence(("den", "danske", "avis"), ((1, 2, "demonym"),)),
    Sentence(("det", "går", "godt"), ()),
]


def test_it_learns_what_it_is_given_and_can_be_plugged_in(tmp_path: Path) -> None:
    train_cnn(SENTENCES, tmp_path / "cnn", epochs=60, seed=1)
    recognizer = load_spacy(str(tmp_path / "cnn"))
    assert recognizer.tag([sentence.words for sentence in SENTENCES]) == [list(s.spans) for s in SENTENCES]
