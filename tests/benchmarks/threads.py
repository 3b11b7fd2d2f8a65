"""How long threads take, and whether that depends on how many claims there are already.

    python -m tests.benchmarks.threads --articles 100000

Stores synthetic claims, five an article, without any language work: half of them on something of their own,
the others on some thousand running stories, told again in other words, the largest of which has one claim in
a hundred; and a phrase that stands in every tenth article. Articles come in no order of their dates. Prints,
for each tenth of them, the milliseconds of processor that an article took in all, and what of it went to its
threads.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus.edtf import parse_edtf
from corpus.propositions import ClaimOrigin, Proposition
from corpus.records import Annotation, Claim, ClaimPart, Document, Original, Paragraph
from corpus.storage import writer
from corpus.storage.engine import open_archive, read_transaction, write_transaction
from corpus.storage.queries import run_query
from corpus.storage.runs import start_run
from corpus.storage.schema import upgrade
from corpus.storage.threading import enter_threads

BATCH = 500
CLAIMS = 5
WORDS = [f"ord{number}" for number in range(20_000)]
NAMES = [f"=navn{number}" for number in range(5_000)]
BOILERPLATE = ("=bureau", "artikel", "opdater")


def stories(count: int, chance: random.Random) -> list[tuple[list[str], list[str]]]:
    """Names and words of each story; the first ones share much with each other."""
    return [
        (chance.sample(NAMES[: 50 + number], 6), chance.sample(WORDS[: 1_000 + 6 * number], 40))
        for number in range(count)
    ]


def article(number: int, told: list[tuple[list[str], list[str]]], seed: int) -> tuple[Document, Annotation]:
    chance = random.Random(seed * 1_000_003 + number)
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    about = [terms(chance, told) for _ in range(CLAIMS)]
    text = "\n\n".join([f"Nr. {number}", *(f"Kim siger {' '.join(one)}." for one in about)])
    document = Document(
        original=Original(f"{number}.txt", text.encode()), origin=f"{number}.txt", text=text, format="text",
        encoding="utf-8", published=parse_edtf(day),
    )  # fmt: skip
    claims, start = [], text.index("\n\n") + 2
    for one in about:
        end = start + len(f"Kim siger {' '.join(one)}.")
        parts = (
            ClaimPart("cue", start + 4, start + 9, "siger"),
            ClaimPart("content", start + 10, end, text[start + 10 : end]),
        )
        claims.append(claim(one, parts))
        start = end + 2
    paragraph = Paragraph(1, "body", text, 0, len(text), "")
    return document, Annotation(language="da", model="none", paragraphs=(paragraph,), claims=tuple(claims))


def terms(chance: random.Random, told: list[tuple[list[str], list[str]]]) -> list[str]:
    """What one claim is about: one or two names and two to six words."""
    if chance.random() < 0.02:
        return list(BOILERPLATE)
    if chance.random() < 0.5:
        return [chance.choice(NAMES), *chance.sample(WORDS, chance.randrange(3, 6))]
    rank = int(10 * (len(told) / 10) ** chance.random()) - 10  # as Zipf and Mandelbrot have it
    names, words = told[rank]
    noise = [WORDS[min(int(chance.paretovariate(0.3)), len(WORDS) - 1)] for _ in range(chance.randrange(3))]
    return [
        *chance.sample(names, chance.randrange(1, 3)),
        *chance.sample(words, chance.randrange(2, 5)),
        *noise,
    ]


def claim(about: list[str], parts: tuple[ClaimPart, ...]) -> Claim:
    weights = {term: 15 if term.startswith("=") else 8 + hash_of(term) for term in about}
    ordered = tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
    return Claim(
        1, "statement", "affirmed", "indirect", "certain", "none", parts[1].text, parts,
        proposition=Proposition(ordered), origins=(ClaimOrigin("speaker", "~kim", "Kim"),),
    )  # fmt: skip


def hash_of(term: str) -> int:
    """From 0 to 9, the same in every process."""
    return sum(map(ord, term)) % 10


def batches(articles: int, seed: int) -> Iterator[list[tuple[Document, Annotation]]]:
    told = stories(3_000, random.Random(seed))
    for start in range(0, articles, BATCH):
        yield [article(number, told, seed) for number in range(start, min(start + BATCH, articles))]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000, help="how many to store")
    parser.add_argument("--db", help="path or URL of a new archive; a temporary SQLite file if not given")
    parser.add_argument("--seed", type=int, default=1, help="other articles for another number")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        benchmark(options, options.db or str(Path(folder) / "threads.db"))


def benchmark(options: argparse.Namespace, db: str) -> None:
    spent = [0.0]

    def timed(*given: object, **named: object) -> None:
        started = time.process_time()
        enter_threads(*given, **named)  # type: ignore[arg-type]
        spent[0] += time.process_time() - started

    writer.enter_threads = timed  # type: ignore[assignment]
    upgrade(db)
    engine = open_archive(db, mode="write")
    part, done, total, threads = max(options.articles // 10, 1), 0, 0.0, 0.0
    sys.stdout.write("| articles | ms an article | of it threads |\n| ---: | ---: | ---: |\n")
    for batch in batches(options.articles, options.seed):
        started, before = time.process_time(), spent[0]
        with write_transaction(engine) as connection:
            run = start_run(connection, kind="import")
            writer.write_batch(connection, run, batch)
        total += time.process_time() - started
        threads += spent[0] - before
        done += len(batch)
        if done % part < BATCH:
            count = min(part, done)
            sys.stdout.write(f"| {done:,} | {1000 * total / count:.2f} | {1000 * threads / count:.2f} |\n")
            sys.stdout.flush()
            total = threads = 0.0
    writer.enter_threads = enter_threads
    statement = "SELECT COUNT(*), MAX(n) FROM (SELECT COUNT(*) AS n FROM claims GROUP BY thread_id) AS t"
    with read_transaction(engine) as connection:
        ((count, largest),) = run_query(connection, statement)[1]
    sys.stdout.write(f"\n{done * CLAIMS:,} claims in {count:,} threads, {largest:,} in the largest.\n")


if __name__ == "__main__":
    main()
