"""The command that trains the name model.

`corpus evaluate GOLD --model FILE --model-only` then says how good it is.
"""

import argparse
import pathlib
from collections.abc import Sequence

from corpus.annotation.features import FeatureExtractor
from corpus.annotation.training.corpora import read_uner
from corpus.annotation.training.fitting import fit, training_set
from corpus.languages import load_language
from corpus.languages.reading import folder_of

_LANGUAGE = "da"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the model."""
    options = _parser().parse_args(arguments)
    language = load_language(_LANGUAGE)
    uner = [
        sentence for part in options.on for sentence in read_uner(options.uner / f"da_ddt-ud-{part}.iob2")
    ]
    sentences = training_set(uner, options.norne, folder_of(_LANGUAGE) / "training", language, options.seed)
    fit(sentences, FeatureExtractor(language), options.out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus.annotation.training", description=__doc__)
    parser.add_argument(
        "--uner", type=pathlib.Path, required=True, metavar="DIR", help="UNER Danish-DDT: da_ddt-ud-*.iob2"
    )
    parser.add_argument(
        "--norne", type=pathlib.Path, required=True, metavar="DIR", help="NorNE Bokmål: ndt/nob with *.conll"
    )
    parser.add_argument(
        "--out", type=pathlib.Path, required=True, metavar="FILE", help="the model file to write: *.crfsuite"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the names drawn (default: 1)")
    parser.add_argument(
        "--on",
        nargs="+",
        choices=("train", "dev"),
        default=("train", "dev"),
        help="the parts of UNER to train on (default: train dev); the test part never is",
    )
    return parser


if __name__ == "__main__":
    main()
