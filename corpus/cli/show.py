"""corpus show."""

import dataclasses
import json
import sys
from typing import TYPE_CHECKING

import click

from corpus.cli._examples import Command
from corpus.cli._state import State

if TYPE_CHECKING:
    from rich.table import Table

    from corpus.actions.show import ArticleView
    from corpus.storage.rows import ArticleRow, ClaimRow

_PIPED_WIDTH = 100


@click.command(
    name="show",
    cls=Command,
    examples=(
        "corpus show 12",
        "corpus show 2023-09-kim-inviterer-putin.txt",
        "corpus show 12 --format json",
        "corpus show 12 --original > article.txt",
    ),
)
@click.argument("article")
@click.option(
    "--format", "-f", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="Text to read, or everything as JSON.",
)  # fmt: skip
@click.option("--original", is_flag=True, help="Give back the bytes of the input, as they were read.")
@click.pass_obj
def command(state: State, article: str, format_: str, *, original: bool) -> None:
    """Show an article with its names, dates and claims marked.

    ARTICLE is an id, an origin or its last part (the current version), or the first digits of a hash.
    """
    from corpus.actions import show  # noqa: PLC0415 -- loads SQLAlchemy

    if original:
        click.echo(show.original_of(state.settings.db, article), nl=False)
        return
    view = show.read_article(state.settings.db, article)
    if format_ == "json":
        click.echo(json.dumps(dataclasses.asdict(view), ensure_ascii=False, indent=2))
    else:
        _print(view)


def _print(view: "ArticleView") -> None:
    from rich.console import Console  # noqa: PLC0415 -- takes a while to load

    from corpus.cli._marking import LEGEND  # noqa: PLC0415
    from corpus.cli._output import terminal_width  # noqa: PLC0415

    console = Console(width=terminal_width(sys.stdout) or _PIPED_WIDTH, highlight=False, markup=False)
    coloured = console.is_terminal and not console.no_color
    for line in _head(view.article):
        console.print(line)
    console.print()
    console.print(_text(view, coloured=coloured))
    console.print(LEGEND[coloured])
    for number, claim in enumerate(view.claims, start=1):
        console.print()
        for line in _claim(number, claim):
            console.print(line)


def _head(article: "ArticleRow") -> list[str]:
    version = f"article {article.id}, version {article.version}"
    facts = {
        "title": article.title,
        "published": article.published or "unknown",
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "language": article.language,
    }
    known = ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    return [article.origin, version + ("" if article.is_current else " (replaced by a later one)"), known]


def _text(view: "ArticleView", *, coloured: bool) -> "Table":
    from rich.table import Table  # noqa: PLC0415

    from corpus.cli._marking import marked_paragraph, marks_of  # noqa: PLC0415

    grid = Table.grid(padding=(0, 2, 1, 0))
    grid.add_column(justify="right")
    grid.add_column()
    grid.add_column(overflow="fold")
    marks = marks_of(view.mentions, view.dates, view.claims)
    for paragraph in view.paragraphs:
        kind = "" if paragraph.kind == "body" else paragraph.kind
        grid.add_row(str(paragraph.seq), kind, marked_paragraph(paragraph, marks, coloured=coloured))
    return grid


def _claim(number: int, claim: "ClaimRow") -> list[str]:
    """A claim in a few lines: who, how, through whom, what."""
    from corpus.cli._rendering import printable  # noqa: PLC0415

    names = {
        role: "; ".join(part.name or part.text for part in claim.parts if part.role == role)
        for role in ("speaker", "via", "addressee", "target")
    }
    how = f"{claim.act}, {claim.polarity}, {claim.quotation}, {claim.certainty}"
    through = f" via {names['via'].replace('; ', ', ')}" if names["via"] else ""
    said = f", said {claim.said}" if claim.said else ""
    others = "".join(f", {role}: {names[role]}" for role in ("addressee", "target") if names[role])
    return [
        f"({number}) {names['speaker'] or 'nobody named'}{through}: {how}{said}{others}",
        f"    {printable(claim.text)}",
    ]
