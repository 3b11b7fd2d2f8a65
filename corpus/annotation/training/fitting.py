"""Put the training sentences together and fit the model to them."""

import dataclasses
import pathlib
import random
from collections.abc import Iterable, Iterator, Sequence

import pycrfsuite

from corpus.annotation.crf_recognizer import tags_of
from corpus.annotation.features import FeatureExtractor
from corpus.annotation.training.augmentation import fill, read_templates, swap
from corpus.annotation.training.corpora import Sentence, read_norne
from corpus.annotation.training.naming import NameMaker, read_stock
from corpus.annotation.training.respelling import load_respelling
from corpus.languages import Language

__all__ = ["TrainingSet", "fit", "training_set"]

_FILLINGS = 3  # of each template; chosen on the development part
# Chosen on the development part; more iterations no longer change the result there.
_PARAMETERS = {"c1": 0.1, "c2": 0.02, "max_iterations": 80, "feature.possible_transitions": True}
_NORWEGIAN = "N|"


@dataclasses.dataclass(frozen=True, slots=True)
class TrainingSet:
    """What a model is fitted to: Danish sentences, and Norwegian ones, annotated a little differently."""

    danish: tuple[Sentence, ...]
    norwegian: tuple[Sentence, ...]


def training_set(
    uner: Sequence[Sentence], norne: pathlib.Path, rules: pathlib.Path, language: Language, seed: int
) -> TrainingSet:
    """Put together Danish sentences, the same with other names, filled templates, and Norwegian sentences.

    Args:
        uner: The Danish sentences.
        norne: NorNE's folder for Bokmål, with `*.conll`.
        rules: The language's folder of templates.txt, name_parts.toml and respelling.toml.
        language: The name lists to draw from.
        seed: What the drawing begins from; the same seed gives the same sentences.
    """
    chance = random.Random(seed)  # noqa: S311  repeatable drawing, nothing secret
    maker = NameMaker(read_stock(rules / "name_parts.toml", language), chance)
    swapped = [other for sentence in uner if sentence.spans and (other := swap(sentence, maker))]
    templates = read_templates(rules / "templates.txt")
    filled = [fill(template, maker) for _ in range(_FILLINGS) for template in templates]
    respell = load_respelling(rules / "respelling.toml")
    norwegian = read_norne(norne, respell, _DemonymTest(language))
    return TrainingSet((*uner, *swapped, *filled), tuple(s for s in norwegian if s.spans))


class _DemonymTest:
    """Whether a word, or what it is the genitive of, is a demonym in lower case."""

    def __init__(self, language: Language) -> None:
        self._demonyms = language.names.demonyms

    def __call__(self, word: str) -> bool:
        return word[:1].islower() and (word in self._demonyms or word.removesuffix("s") in self._demonyms)


def fit(sentences: TrainingSet, features: FeatureExtractor, path: pathlib.Path) -> None:
    """Fit a model and write it to a file; the same sentences give the same model.

    Norwegian sentences carry a word's own features twice, once marked as Norwegian. The marked ones take up
    what holds only for Norwegian and never occur in use, so that the unmarked weights fit Danish: the easy
    domain adaptation of Daumé (2007), with the target's own copy left out.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for words, spans in sentences.danish:
        trainer.append(features(words), tags_of(len(words), spans))
    for words, spans in sentences.norwegian:
        trainer.append(list(_marked(features(words))), tags_of(len(words), spans))
    trainer.train(str(path))


def _marked(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (*row, *(_NORWEGIAN + feature for feature in row if feature[0] not in "+-"))
