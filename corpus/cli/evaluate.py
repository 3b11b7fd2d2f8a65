"""corpus evaluate."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, chosen_format, output_options, write_rows
from corpus.cli._params import model_options
from corpus.cli._state import State
from corpus.errors import CorpusError, UsageError

if TYPE_CHECKING:
    from corpus.actions.evaluate import Evaluation
    from corpus.evaluation import Figure

_FIGURES = (
    Column("figure", "Figure"),
    Column("gold", "Gold"),
    Column("found", "Found"),
    Column("right", "Right"),
    Column("precision", "Precision"),
    Column("recall", "Recall"),
    Column("f1", "F1"),
    Column("low", "95 % from"),
    Column("high", "to"),
)
_MISSES = (
    Column("figure", "Figure"),
    Column("place", "Place"),
    Column("found", "Found"),
    Column("wanted", "Wanted"),
)


_Row = tuple[Any, ...]


class _Minimum(click.ParamType[tuple[str, float]]):
    """A figure's name and the least it may be."""

    name = "minimum"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float]:
        name, _, least = str(value).partition("=")
        try:
            return name, float(least)
        except ValueError:
            self.fail(f"{value!r} is not like claim_f1=0.9", param, ctx)


@click.command(
    name="evaluate",
    cls=Command,
    examples=(
        "corpus evaluate da_ddt-ud-test.iob2",
        "corpus evaluate da_ddt-ud-test.iob2 --model da_core_news_lg --model-only",
        "corpus evaluate da_ddt-ud-test.iob2 --model names.crfsuite --model-only",
        "corpus evaluate tests/gold/development/gold.json",
        "corpus evaluate tests/gold/seeds/gold.json --folder seeds",
        "corpus evaluate gold.json --errors --format csv --output misses.csv",
        "corpus evaluate gold.json --min claim_f1=0.9 --min direct_precision=0.97",
    ),
)
@click.argument("gold", type=click.Path(), metavar="GOLD")
@click.option(
    "--folder", type=click.Path(), help="Where the texts of gold articles are.  [default: GOLD's folder]"
)
@model_options
@click.option(
    "--model-only",
    is_flag=True,
    help="Score the model's own names, without word lists and what the rest of an article tells.",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language of the texts that do not say.  [default: what their words tell, else da]",
)
@click.option(
    "--errors", is_flag=True, help="List everything that lowers the figures, instead of the figures."
)
@click.option(
    "--min",
    "minima",
    type=_Minimum(),
    multiple=True,
    metavar="NAME=VALUE",
    help="End with exit code 1 if a figure is below; may be given again.",
)
@output_options
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 -- click's
    state: State,
    /,
    gold: str,
    folder: str | None,
    model_only: bool,
    errors: bool,
    minima: tuple[tuple[str, float], ...],
    format_: str | None,
    output: str | None,
    **flags: object,
) -> None:
    """Measure how well names and claims are found, against texts that people annotated.

    GOLD is a treebank file whose tokens carry names as IOB2 tags (Universal NER; CoNLL-U with name=B-PER; a
    word and its tag): a name is right if its first token, its last and its kind are. `name` is any person,
    organization or place. Or GOLD is a .json file of gold articles, as tests/gold/README.md describes it.
    No archive is read or made.

    The interval is a bootstrap over sentences or articles, of F1 where there is one. --min takes a figure's
    name, for F1, or that with _precision or _recall, or tokens_per_second.
    """
    settings = state.settings_with(flags)
    from corpus.actions.evaluate import evaluate  # noqa: PLC0415 -- loads the rules

    evaluation = evaluate(gold, folder=folder, model_only=model_only, settings=settings)
    if errors:
        table = _misses(evaluation)
    else:
        table = _figures(evaluation, grouped=chosen_format(format_, output) == "table")
    write_rows(state, table, format_=format_, output=output)
    _tell(state, evaluation)
    _hold(evaluation.measures, minima)


def _figures(evaluation: "Evaluation", *, grouped: bool) -> Table:
    rows = {figure.name: _row(figure) for figure in evaluation.figures}
    if grouped and evaluation.groups:
        return Table(_FIGURES, _under_headings(rows, evaluation.groups))
    return Table(_FIGURES, rows.values(), title="Figures")


def _row(figure: "Figure") -> _Row:
    shares = (figure.precision, figure.recall, figure.f1, figure.low, figure.high)
    return (figure.name, figure.gold, figure.found, figure.right, *map(_rounded, shares))


def _under_headings(rows: Mapping[str, _Row], groups: Mapping[str, Sequence[str]]) -> Iterator[_Row]:
    for heading, names in groups.items():
        of_group = [rows[name] for name in names if name in rows]
        if of_group:
            yield (heading, *(None for _ in _FIGURES[1:]))
        for name, *numbers in of_group:
            yield (f"  {name}", *numbers)


def _misses(evaluation: "Evaluation") -> Table:
    rows = ((miss.figure, miss.place, miss.found, miss.wanted) for miss in evaluation.misses)
    return Table(_MISSES, rows, title="Misses")


def _rounded(share: float | None) -> Decimal | None:
    return None if share is None else round(Decimal(share), 3)


def _tell(state: State, evaluation: "Evaluation") -> None:
    for note in evaluation.notes:
        state.say(note)
    size, unit = evaluation.size, evaluation.unit
    state.say(f"read {size:,} {unit} in {evaluation.seconds:,.1f} s, {evaluation.per_second:,.0f} a second")


def _hold(measures: dict[str, float], minima: Iterable[tuple[str, float]]) -> None:
    """End in an error where a figure is below its least.

    Raises:
        UsageError: if there is no such figure.
        CorpusError: if one is below.
    """
    below = []
    for name, least in minima:
        if name not in measures:
            near = difflib.get_close_matches(name, measures, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(measures)}"
            raise UsageError(f"there is no figure {name!r}", hint=hint)
        if measures[name] < least:
            below.append(f"{name} is {measures[name]:.3f}, not {least:g}")
    if below:
        raise CorpusError(f"below the minimum: {'; '.join(below)}", hint="--errors lists what lowers them")
