"""corpus articles."""

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._params import selection_options
from corpus.cli._state import State
from corpus.edtf import EdtfDate

_COLUMNS = {
    "id": "Id",
    "published": "Published",
    "origin": "Origin",
    "version": "Version",
    "outlet": "Outlet",
    "title": "Title",
    "language": "Language",
    "characters": "Characters",
    "paragraphs": "Paragraphs",
    "mentions": "Mentions",
    "claims": "Claims",
}


@click.command(
    name="articles",
    cls=Command,
    examples=(
        "corpus articles --since 2023-09 --until 2023-12",
        "corpus articles --origin kcna --format csv",
    ),
)
@selection_options
@click.option("--all-versions", is_flag=True, help="Also list versions that a later one has replaced.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.  [default: all]")
@output_options
@click.pass_obj
def command(  # noqa: PLR0913 -- one for each option
    state: State,
    *,
    since: EdtfDate | None,
    until: EdtfDate | None,
    outlet: str | None,
    origin: str | None,
    all_versions: bool,
    limit: int | None,
    format_: str | None,
    output: str | None,
) -> None:
    """List the articles, by date; those without one come last."""
    from corpus.actions.articles import list_articles  # noqa: PLC0415 -- loads SQLAlchemy
    from corpus.storage.selection import Selection  # noqa: PLC0415

    selection = Selection(
        since=since.earliest if since else None,
        until=until.latest if until else None,
        outlet=outlet,
        origin=origin,
        all_versions=all_versions,
    )
    found = list_articles(state.settings.db, selection, limit=limit)
    rows = (tuple(getattr(article, name) for name in _COLUMNS) for article in found)
    columns = [Column(name, heading) for name, heading in _COLUMNS.items()]
    write_rows(state, Table(columns, rows, title="Articles"), format_=format_, output=output)
