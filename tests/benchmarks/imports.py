"""How fast articles are imported, and whether that depends on how many there are already.

    python -m tests.benchmarks.imports --articles 20000 --json imports.json

Writes synthetic articles, imports them into a new archive, and prints the figures as Markdown. The cost of an
article is that of the processor in this process, which reads, stores, and with one worker annotates; on a
machine that others use too, the time on the clock says little. Growth means nothing where a tenth of the
articles is no more than a few batches of 500.
"""

import argparse
import dataclasses
import json
import platform
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus.actions.annotate import annotate_archive
from corpus.actions.import_documents import import_documents
from corpus.actions.status import archive_status
from tests.benchmarks.articles import write_articles

PARTS = 10


@dataclasses.dataclass(frozen=True)
class Mark:
    """How far an import was at a moment."""

    articles: int
    seconds: float
    cpu_seconds: float
    peak_mb: float


class Clock:
    """Takes a mark after each tenth of the articles; it is what an action reports its progress to."""

    def __init__(self, articles: int) -> None:
        self._every = max(articles // PARTS, 1)
        self._count = 0
        self._started = time.perf_counter()
        self._cpu = time.process_time()
        self.marks = [self._mark()]

    def __call__(self, _origin: str, _reason: str | None) -> None:
        self._count += 1
        if self._count % self._every == 0:
            self.marks.append(self._mark())

    def _mark(self) -> Mark:
        seconds, cpu = time.perf_counter() - self._started, time.process_time() - self._cpu
        return Mark(self._count, seconds, cpu, _peak_mb())

    def end(self) -> Mark:
        """What the whole took, with what came after the last article."""
        return self._mark()


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)  # bytes there, else units of 1,024 bytes


def measure(work: Callable[[Clock], object], articles: int, size: int) -> dict[str, object]:
    """Run an action that reports its progress, and say what it took."""
    clock = Clock(articles)
    work(clock)
    whole = clock.end()
    early, late = _cost(clock.marks, 2), _cost(clock.marks, len(clock.marks) - 1)
    return {
        "articles": articles,
        "seconds": round(whole.seconds, 2),
        "cpu_seconds": round(whole.cpu_seconds, 2),
        "articles_per_second": round(articles / whole.seconds, 1),
        "mb_per_second": round(size / 1e6 / whole.seconds, 3),
        "peak_mb_before": round(clock.marks[0].peak_mb, 1),
        "peak_mb_at_tenth": round(clock.marks[1].peak_mb, 1),
        "peak_mb": round(whole.peak_mb, 1),
        "cpu_ms_per_article_early": round(early, 3),
        "cpu_ms_per_article_late": round(late, 3),
        "growth": round(late / early, 3),
        "marks": [dataclasses.asdict(mark) for mark in clock.marks],
    }


def _cost(marks: list[Mark], part: int) -> float:
    """Milliseconds of the processor for an article of one part; the first part has loaded the rules."""
    before, after = marks[part - 1], marks[part]
    return 1_000 * (after.cpu_seconds - before.cpu_seconds) / (after.articles - before.articles)


def benchmark(options: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Write, import and, if asked to, annotate again."""
    size = write_articles(folder / "articles", options.articles, seed=options.seed)
    db = options.db or str(folder / "benchmark.db")

    def importing(clock: Clock) -> None:
        import_documents(db, [str(folder / "articles")], workers=options.workers, progress=clock)

    def annotating(clock: Clock) -> None:
        annotate_archive(db, everything=True, workers=options.workers, progress=clock)

    passes = {"import": measure(importing, options.articles, size)}
    if options.annotate:
        passes["annotate"] = measure(annotating, options.articles, size)
    status = archive_status(db, runs=0)
    python = platform.python_version()
    return {
        "machine": f"{platform.machine()}, Python {python}, SQLite {sqlite3.sqlite_version}",
        "workers": options.workers,
        "input_mb": round(size / 1e6, 3),
        "file_mb": status.file_bytes and round(status.file_bytes / 1e6, 3),
        "counts": dataclasses.asdict(status.counts),
        "passes": passes,
    }


FIGURES = {
    "articles_per_second": "articles a second",
    "mb_per_second": "MB of input a second",
    "cpu_ms_per_article_early": "ms of processor an article, second tenth",
    "cpu_ms_per_article_late": "ms of processor an article, last tenth",
    "growth": "growth of that",
    "peak_mb_at_tenth": "peak memory after a tenth, MB",
    "peak_mb": "peak memory at the end, MB",
}


def as_markdown(result: dict[str, object]) -> str:
    """The figures as a table, a column for each pass."""
    passes, counts = result["passes"], result["counts"]
    assert isinstance(passes, dict)
    assert isinstance(counts, dict)
    held = ", ".join(f"{counts[name]:,} {name}" for name in ("entities", "names", "mentions", "claims"))
    lines = [
        f"{counts['articles']:,} articles, {result['input_mb']} MB: {held}.",
        f"{result['workers']} workers, {result['machine']}.",
        "",
        f"| | {' | '.join(passes)} |",
        f"| --- |{' ---: |' * len(passes)}",
        *(
            f"| {title} | {' | '.join(f'{figures[name]:,}' for figures in passes.values())} |"
            for name, title in FIGURES.items()
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000, help="how many to import")
    parser.add_argument("--workers", type=int, default=1, help="processes that annotate")
    parser.add_argument("--db", help="path or URL of a new archive; a temporary SQLite file if not given")
    parser.add_argument("--annotate", action="store_true", help="annotate all of them again as well")
    parser.add_argument("--seed", type=int, default=1, help="other articles for another number")
    parser.add_argument("--json", type=Path, help="file to write all figures to")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        result = benchmark(options, Path(folder))
    if options.json:
        options.json.write_text(f"{json.dumps(result, indent=2)}\n", encoding="utf-8")
    sys.stdout.write(as_markdown(result))


if __name__ == "__main__":
    main()
