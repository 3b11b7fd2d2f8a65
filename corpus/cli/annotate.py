"""corpus annotate."""

from typing import TYPE_CHECKING

import click

from corpus.cli._examples import Command
from corpus.cli._params import INTERRUPTED, model_options, workers_option
from corpus.cli._state import State
from corpus.errors import DamagedArchiveError

if TYPE_CHECKING:
    from corpus.actions.annotate import AnnotateSummary


@click.command(
    name="annotate",
    cls=Command,
    examples=(
        "corpus annotate",
        "corpus --db news.db annotate --all --workers 4",
        "corpus annotate --model da_core_news_lg",
        "corpus annotate --model my-pipeline/ --gpu --batch-size 1000",
        "corpus annotate --model names.crfsuite",
    ),
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Annotate every article again, not only the stale ones; one that was interrupted goes on.",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language of articles that were imported without rules for theirs.  [default: as in their import]",
)
@model_options
@workers_option
@click.pass_context
def command(
    ctx: click.Context, /, *, everything: bool, language: str | None, workers: int | None, **flags: object
) -> None:
    """Find names and claims anew where the rules or the model have changed.

    After an update of the program, articles that older rules annotated are stale, and so are those that
    another model annotated than the one asked for: this reads their stored texts again and puts what is found
    in the place of the old rows, as if they were imported anew. The articles themselves stay as they are, and
    so do their ids; those of mentions and claims change.

    Ctrl-C keeps what was done so far, and the same command does the rest.
    """
    state: State = ctx.obj
    from corpus.actions import annotate  # noqa: PLC0415 -- loads SQLAlchemy

    settings = state.settings_with(flags)
    db = settings.db

    def total() -> int:
        return annotate.count_stale(db, everything=everything, language=language, settings=settings)

    with state.progress("annotating", total) as advance:
        summary = annotate.annotate_archive(
            db,
            everything=everything,
            language=language,
            settings=settings,
            workers=workers,
            progress=lambda origin, reason: advance(f"damaged {origin}: {reason}" if reason else ""),
        )
    _tell(state, summary)
    if summary.interrupted:
        ctx.exit(INTERRUPTED)
    if summary.damaged:
        count = f"{summary.damaged:,} {'article' if summary.damaged == 1 else 'articles'} of {db}"
        raise DamagedArchiveError(
            f"{count} could not be annotated", hint="corpus verify names every damaged row"
        )


def _tell(state: State, summary: "AnnotateSummary") -> None:
    if summary.annotated:
        rate = summary.annotated / max(summary.seconds, 0.001)
        state.say(f"read {summary.annotated:,} in {summary.seconds:,.1f} s, {rate:,.0f} a second")
    counts = f"annotated {summary.annotated:,}, up to date {summary.up_to_date:,}"
    state.say(f"interrupted: {counts}; run it again for the rest" if summary.interrupted else counts)
