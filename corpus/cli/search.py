"""corpus search."""

import os
import sys
from typing import TYPE_CHECKING

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._params import selection_options
from corpus.cli._rendering import printable
from corpus.cli._state import State
from corpus.edtf import EdtfDate

if TYPE_CHECKING:
    from corpus.actions.search import SearchView, Snippet


@click.command(
    name="search",
    cls=Command,
    examples=(
        "corpus search våben",
        "corpus search '\"Vladimir Putin\" besøg' --since 2023-09",
        "corpus search ammunition --format csv --limit 1000",
    ),
)
@click.argument("query")
@selection_options
@click.option(
    "--limit", "-n", default=20, show_default=True, type=click.IntRange(1), help="At most so many paragraphs."
)
@output_options
@click.pass_obj
def command(  # noqa: PLR0913 -- one for each option
    state: State,
    query: str,
    *,
    since: EdtfDate | None,
    until: EdtfDate | None,
    outlet: str | None,
    origin: str | None,
    limit: int,
    format_: str | None,
    output: str | None,
) -> None:
    """Find the paragraphs that hold every word of QUERY.

    A word also finds its other endings; "words in quotes" must follow each other. Other signs part words and
    mean nothing. The best hits come first.
    """
    from corpus.actions.search import search  # noqa: PLC0415 -- loads SQLAlchemy
    from corpus.storage.selection import Selection  # noqa: PLC0415

    selection = Selection(
        since=since.earliest if since else None,
        until=until.latest if until else None,
        outlet=outlet,
        origin=origin,
    )
    settings = state.settings
    found = search(settings.db, query, language=settings.told_language, selection=selection, limit=limit)
    if format_ or output:
        write_rows(state, _table(query, found), format_=format_, output=output)
    else:
        for snippet in found.snippets:
            click.echo(_listed(snippet))
    state.say(_summary(found))


def _listed(snippet: "Snippet") -> str:
    hit = snippet.hit
    place = click.style(f"{hit.origin}, paragraph {hit.seq}", bold=True)
    head = f"{place} (article {hit.article_id}, {hit.published or 'no date'})"
    return "\n".join([head, *(f"    {line}" for line in _marked(snippet).splitlines()), ""])


def _marked(snippet: "Snippet") -> str:
    """The snippet with the words that hit in colour, or between stars where no colour can be seen."""
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    pieces, place = [], 0
    for start, end in snippet.marks:
        word = printable(snippet.text[start:end])
        pieces += [printable(snippet.text[place:start])]
        pieces += [click.style(word, fg="yellow", bold=True) if coloured else f"*{word}*"]
        place = end
    return "".join([*pieces, printable(snippet.text[place:])])


def _table(query: str, found: "SearchView") -> Table:
    columns = (
        Column("article_id", "Article"),
        Column("origin", "Origin"),
        Column("published", "Published"),
        Column("paragraph", "Paragraph"),
        Column("kind", "Kind"),
        Column("text", "Text"),
        Column("rank", "Rank"),
    )
    hits = (snippet.hit for snippet in found.snippets)
    rows = ((h.article_id, h.origin, h.published, h.seq, h.kind, h.text, h.rank) for h in hits)
    return Table(columns, rows, title="Search", description=query)


def _summary(found: "SearchView") -> str:
    shown = len(found.snippets)
    if found.only_newest:
        return f"the best {shown:,} of the {found.found:,} stored last; there are more: add a word or --since"
    if shown < found.found:
        return f"the best {shown:,} of {found.found:,} paragraphs; --limit shows more"
    return f"{shown:,} {'paragraph' if shown == 1 else 'paragraphs'}" if shown else "nothing found"
