"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from corpus.edtf import EdtfDate, parse_edtf
from corpus.settings import BATCH_SIZE, BUNDLED

__all__ = ["DATE", "INTERRUPTED", "model_options", "selection_options", "workers_option"]

INTERRUPTED = 130  # 128 + SIGINT, as shells have it

_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Date(click.ParamType[EdtfDate]):
    """A year, a month or a day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> EdtfDate:
        try:
            return parse_edtf(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


DATE = _Date()


def selection_options(function: _Function) -> _Function:
    """Add --since, --until, --outlet and --origin to a command."""
    options = (
        click.option(
            "--since",
            type=DATE,
            metavar="DATE",
            help="Only articles published then or later, as far as dates tell: 2023, 2023-09, 2023-09-13.",
        ),
        click.option(
            "--until",
            type=DATE,
            metavar="DATE",
            help="Only articles published then or earlier, as far as dates tell.",
        ),
        click.option("--outlet", help="Only articles of this outlet, as it is stored."),
        click.option("--origin", metavar="WORDS", help="Only articles whose origin holds these words."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def model_options(function: _Function) -> _Function:
    """Add --model, --gpu and --batch-size to a command."""
    options = (
        click.option(
            "--model",
            metavar="NAME_OR_PATH",
            help="Recognize names by this spaCy pipeline or .crfsuite file.  "
            f"[default: {BUNDLED}, the model that comes with the language]",
        ),
        click.option(
            "--gpu/--no-gpu", default=None, help="Run a spaCy pipeline on the GPU.  [default: no-gpu]"
        ),
        click.option(
            "--batch-size",
            type=click.IntRange(min=1),
            metavar="N",
            help="Sentences that a spaCy pipeline reads at once; a GPU may want 1000.  "
            f"[default: {BATCH_SIZE}]",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def workers_option(function: _Function) -> _Function:
    """Add --workers to a command."""
    return click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help="Annotate in this many processes.  [default: one a core, for much work; else 1]",
    )(function)
