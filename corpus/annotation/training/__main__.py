"""The command that trains the name model and prints its figures."""

import argparse
import pathlib
import sys
import time
from collections.abc import Iterator, Sequence

from corpus.annotation.crf_recognizer import CrfRecognizer, load_recognizer
from corpus.annotation.features import FeatureExtractor
from corpus.annotation.training.corpora import Sentence, read_uner
from corpus.annotation.training.fitting import fit, training_set
from corpus.annotation.training.scoring import NAME_KINDS, score
from corpus.languages import load_language
from corpus.languages.reading import folder_of

_LANGUAGE = "da"
_UNER_FILE = "da_ddt-ud-{part}.iob2"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write the model, and print how well it does on the parts it was not trained on."""
    options = _parser().parse_args(arguments)
    language = load_language(_LANGUAGE)
    parts = {
        part: read_uner(options.uner / _UNER_FILE.format(part=part)) for part in ("train", "dev", "test")
    }
    uner = [sentence for part in options.on for sentence in parts[part]]
    rules = folder_of(_LANGUAGE) / "training"
    sentences = training_set(uner, options.norne, rules, language, options.seed)
    fit(sentences, FeatureExtractor(language), options.out)
    recognizer = load_recognizer(options.out, language)
    for part in ("dev", "test"):
        if part not in options.on:
            sys.stdout.writelines(f"{part}\t{line}\n" for line in _figures(recognizer, parts[part]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus.annotation.training", description=__doc__)
    parser.add_argument(
        "--uner", type=pathlib.Path, required=True, metavar="DIR", help="UNER Danish-DDT: da_ddt-ud-*.iob2"
    )
    parser.add_argument(
        "--norne", type=pathlib.Path, required=True, metavar="DIR", help="NorNE Bokmål: ndt/nob with *.conll"
    )
    parser.add_argument(
        "--out", type=pathlib.Path, required=True, metavar="FILE", help="the model file to write"
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


def _figures(recognizer: CrfRecognizer, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Lines of kind, precision, recall, F1 and its 95 % interval; last the words tagged in a second."""
    began = time.process_time()
    found = recognizer.tag([sentence.words for sentence in sentences])
    seconds = time.process_time() - began
    gold = [sentence.spans for sentence in sentences]
    for kinds in (NAME_KINDS, *((kind,) for kind in (*NAME_KINDS, "demonym", "other"))):
        result = score(gold, found, kinds)
        yield "\t".join(["+".join(kinds), *(f"{value:.3f}" for value in result)])
    yield f"words/s\t{sum(len(s.words) for s in sentences) / seconds:.0f}"


if __name__ == "__main__":
    main()
