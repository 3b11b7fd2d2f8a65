"""corpus import."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from corpus.cli._examples import Command
from corpus.cli._params import INTERRUPTED, model_options, workers_option
from corpus.cli._state import State

if TYPE_CHECKING:
    from corpus.actions.import_documents import ImportSummary

REJECTED = 4


@click.command(
    name="import",
    cls=Command,
    examples=(
        "corpus import seeds/",
        'corpus --db news.db import "2023/*.txt" extra.txt',
        "corpus import --root archive archive/2023 archive/2024",
        "corpus import news/ --model da_core_news_lg",
        "cat article.txt | corpus import -",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False),
    help="Name articles by their paths from this folder.  [default: the folder given]",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language of articles that do not say theirs.  [default: what their words tell, else da]",
)
@model_options
@workers_option
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], root: str | None, workers: int | None, **flags: object
) -> None:
    """Read articles into the archive; make it if there is none.

    PATH is a file, a folder with all its subfolders, a glob in quotes, or - for standard input. Files end in
    .txt; one may begin with `date 2023-09` (or 2023, or 2023-09-13). What is stored already is left as it is,
    so that the same command can run again; a file that changed becomes a new version.

    Rejected inputs are named with the reason, and exit code 4 says that there were some. Ctrl-C keeps what
    was stored so far.
    """
    state: State = ctx.obj
    settings = state.settings_with(flags)
    from corpus.actions.import_documents import import_documents  # noqa: PLC0415 -- loads SQLAlchemy

    with state.progress("importing", lambda: _count(paths, root)) as advance:

        def progress(origin: str, reason: str | None) -> None:
            advance(f"rejected {origin}: {reason}" if reason else "")

        summary = import_documents(
            settings.db, paths, settings=settings, root=root, workers=workers, progress=progress
        )
    _tell(state, summary)
    if summary.interrupted:
        ctx.exit(INTERRUPTED)
    if summary.rejected:
        ctx.exit(REJECTED)


def _count(paths: Iterable[str], root: str | None) -> int:
    from corpus.formats import find_inputs, is_readable  # noqa: PLC0415

    return sum(found.named or is_readable(found) for found in find_inputs(paths, root=root))


def _tell(state: State, summary: "ImportSummary") -> None:
    if summary.skipped:
        endings = ", ".join(
            f"{count} {ending or 'without ending'}" for ending, count in sorted(summary.skipped.items())
        )
        total = sum(summary.skipped.values())
        state.say(f"skipped {total} {'file' if total == 1 else 'files'} that no reader takes: {endings}")
    if summary.not_read:
        codes = ", ".join(f"{count:,} {code}" for code, count in sorted(summary.not_read.items()))
        total = summary.not_read.total()
        state.say(
            f"{total:,} {'article' if total == 1 else 'articles'} in a language without rules ({codes}):"
            " neither names nor claims were looked for"
        )
    if summary.new_versions:
        state.say(f"{summary.new_versions} of those imported replace an older version of the same origin")
    if summary.read:
        rate = summary.read / max(summary.seconds, 0.001)
        state.say(f"read {summary.read:,} in {summary.seconds:,.1f} s, {rate:,.0f} a second")
    counts = f"imported {summary.imported:,}, unchanged {summary.unchanged:,}, rejected {summary.rejected:,}"
    state.say(f"interrupted: {counts}; run it again for the rest" if summary.interrupted else counts)
