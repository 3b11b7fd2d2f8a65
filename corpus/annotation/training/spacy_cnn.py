"""Train a small spaCy pipeline on the name model's own sentences, to compare the two.

`python -m corpus.annotation.training.spacy_cnn --help` says how. `corpus evaluate GOLD --model DIR
--model-only` then scores it as it scores the name model.
"""

import argparse
import pathlib
import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.annotation.crf_recognizer import tags_of
from corpus.annotation.training.corpora import Sentence, read_uner
from corpus.annotation.training.fitting import training_set
from corpus.errors import MissingExtraError
from corpus.languages import load_language
from corpus.languages.reading import folder_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

__all__ = ["main", "train_cnn"]

_LANGUAGE = "da"
_EPOCHS = 11  # chosen on the development part
_DROPOUT = 0.2
_BATCH_WORDS = 500


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the parts that the name model is trained on, and save the pipeline."""
    options = _parser().parse_args(arguments)
    language = load_language(_LANGUAGE)
    uner = [
        sentence for part in options.on for sentence in read_uner(options.uner / f"da_ddt-ud-{part}.iob2")
    ]
    sentences = training_set(uner, options.norne, folder_of(_LANGUAGE) / "training", language, options.seed)
    train_cnn(
        (*sentences.danish, *sentences.norwegian), options.out, epochs=options.epochs, seed=options.seed
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m corpus.annotation.training.spacy_cnn", description=__doc__.partition("\n")[0]
    )
    parser.add_argument(
        "--uner", type=pathlib.Path, required=True, metavar="DIR", help="UNER Danish-DDT: da_ddt-ud-*.iob2"
    )
    parser.add_argument(
        "--norne", type=pathlib.Path, required=True, metavar="DIR", help="NorNE Bokmål: ndt/nob with *.conll"
    )
    parser.add_argument(
        "--out", type=pathlib.Path, required=True, metavar="DIR", help="the folder to save in"
    )
    parser.add_argument("--epochs", type=int, default=_EPOCHS, metavar="N", help=f"default: {_EPOCHS}")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of all that is drawn (default: 1)")
    parser.add_argument("--on", nargs="+", choices=("train", "dev"), default=("train", "dev"))
    return parser


def train_cnn(sentences: Sequence[Sentence], folder: pathlib.Path, *, epochs: int, seed: int) -> None:
    """Train spaCy's default name recognizer, a convolutional network 96 wide and 4 deep, and save it.

    Raises:
        MissingExtraError: if spaCy is not installed.
    """
    try:
        import spacy  # noqa: PLC0415 -- an extra
        from spacy.training.batchers import minibatch_by_words  # noqa: PLC0415
        from thinc.api import fix_random_seed  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("a spaCy pipeline", "spacy") from error
    fix_random_seed(seed)
    pipeline = spacy.blank(_LANGUAGE)
    pipeline.add_pipe("ner")
    examples = list(_examples(pipeline, sentences))
    optimizer = pipeline.initialize(lambda: examples)
    chance = random.Random(seed)  # noqa: S311 -- repeatable order, nothing secret
    for _ in range(epochs):
        chance.shuffle(examples)
        for batch in minibatch_by_words(examples, size=_BATCH_WORDS, discard_oversize=False):
            pipeline.update(batch, drop=_DROPOUT, sgd=optimizer)
    with pipeline.use_params(optimizer.averages):
        pipeline.to_disk(folder)


def _examples(pipeline: "Language", sentences: Sequence[Sentence]) -> Iterator["Example"]:
    from spacy.tokens import Doc  # noqa: PLC0415
    from spacy.training import Example  # noqa: PLC0415

    for words, spans in sentences:
        tagged = Doc(pipeline.vocab, words=list(words), ents=tags_of(len(words), spans))
        yield Example(Doc(pipeline.vocab, words=list(words)), tagged)


if __name__ == "__main__":
    main()
