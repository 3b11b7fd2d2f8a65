"""How fast articles are annotated on one core: names alone, claims with the names given, and all of it.

    python -m tests.benchmarks.annotation --treebank da_ddt-ud-test.iob2 --texts news/ --json annotation.json

Every round is a process of its own, which loads the rules and the model and then reads everything twice: cold
while no word has been seen before, then warm. Given is the median of the rounds; seconds are those of the
processor, which on a machine that others use too still are more than on an idle one.
"""

import argparse
import functools
import gc
import json
import multiprocessing
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from corpus.annotation import annotate, pipeline
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.grammar import grammar_of
from corpus.annotation.paragraphs import split_paragraphs
from corpus.annotation.tagging import tag_tokens
from corpus.annotation.tokens import sentences, tokenize
from corpus.cli import COLLECTING
from corpus.evaluation import read_tagged
from corpus.languages import Language, load_language
from corpus.records import Document, Original

GOLD = Path(__file__).parents[1] / "gold"
# What `annotate` does of each, of the functions that it calls by these names.
STAGES = {
    "paragraphs, stems and tokens": ("_paragraphs", "_read"),
    "names": ("_recognized_as_bundled", "name_article"),
    "claims, names given": ("_parse", "find_claims"),
}


class Stopwatch:
    """Adds up the processor time that the functions of each stage take, from now on."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        for stage, names in STAGES.items():
            for name in names:
                setattr(pipeline, name, self._timed(stage, getattr(pipeline, name)))

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            started = time.process_time()
            found = function(*arguments, **options)
            self.seconds[stage] += time.process_time() - started
            return found

        return timed


def measure_names(articles: Sequence[Sequence[Sequence[str]]]) -> Iterator[tuple[str, float]]:
    """Tokens a second, cold and warm, of names with the article-wide pass."""
    tokens = sum(len(words) for article in articles for words in article)
    for state in ("cold", "warm"):
        started = time.process_time()
        for article in articles:
            tag_tokens(article, "da")
        yield f"names alone, tokens/s, {state}", tokens / (time.process_time() - started)


def measure_all(documents: Sequence[Document]) -> Iterator[tuple[str, float]]:
    """Words a second, cold and warm, of each stage and of everything."""
    words = sum(len(document.text.split()) for document in documents)
    stopwatch = Stopwatch()
    for state in ("cold", "warm"):
        before, started = dict(stopwatch.seconds), time.process_time()
        for document in documents:
            annotate(document)
        seconds = time.process_time() - started
        spent = {stage: stopwatch.seconds[stage] - before[stage] for stage in STAGES}
        for stage, part in {**spent, "rest": seconds - sum(spent.values()), "all": seconds}.items():
            yield f"{stage}, words/s, {state}", words / part


def run(treebank: Path | None, texts: Path, *, is_names: bool) -> dict[str, float]:
    """One round; names and the rest are measured in processes of their own, or one would warm the other."""
    gc.set_threshold(*COLLECTING)
    language = load_language("da")
    bundled_recognizer(language)
    grammar_of(language).phrases("")
    for rule in (*language.patterns, *language.vias):
        grammar_of(language).find(rule.match, "")
    documents = [_document(path) for path in sorted(texts.rglob("*.txt"))]
    if not is_names:
        return dict(measure_all(documents))
    if treebank is None:
        return dict(measure_names([list(_words(document.text, language)) for document in documents]))
    tagged = read_tagged(treebank)
    return dict(measure_names([[sentence.words for sentence in article] for article in tagged.documents]))


def _document(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    original = Original(path.name, b"")
    return Document(original=original, origin=path.name, text=text, format="text", encoding="utf-8")


def _words(text: str, language: Language) -> Iterator[list[str]]:
    """The words of each sentence."""
    for start, end in split_paragraphs(text):
        tokens = tokenize(text, start, end, language)
        for first, last in sentences(tokens, [False] * len(tokens)):
            yield [token.text for token in tokens[first:last]]


def benchmark(options: argparse.Namespace) -> dict[str, object]:
    """The median of each figure over the rounds, and all of them."""
    rounds: list[dict[str, float]] = []
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as executor:
        for _ in range(options.rounds):
            found = [
                executor.submit(run, options.treebank, options.texts, is_names=is_names).result()
                for is_names in (True, False)
            ]
            rounds.append(found[0] | found[1])
    return {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "median": {name: round(statistics.median(each[name] for each in rounds)) for name in rounds[0]},
        "rounds": rounds,
    }


def as_markdown(result: dict[str, Any]) -> str:
    """The medians as a table."""
    medians = result["median"]
    lines = [
        f"Median of {len(result['rounds'])} rounds, {result['machine']}.",
        "",
        "| | cold | warm |",
        "| --- | ---: | ---: |",
    ]
    for name, cold in medians.items():
        title, _, state = name.rpartition(", ")
        if state == "cold":
            lines.append(f"| {title} | {cold:,} | {medians[f'{title}, warm']:,} |")
    return "".join(f"{line}\n" for line in lines)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--treebank", type=Path, help="tokens to find names in; by default those of the texts"
    )
    parser.add_argument("--texts", type=Path, default=GOLD, help="articles; our own gold ones by default")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, help="file to write all figures to")
    options = parser.parse_args(arguments)
    result = benchmark(options)
    if options.json:
        options.json.write_text(f"{json.dumps(result, indent=2)}\n", encoding="utf-8")
    sys.stdout.write(as_markdown(result))


if __name__ == "__main__":
    main()
