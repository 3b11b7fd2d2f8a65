"""corpus sql."""

import sys

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._state import State


@click.command(
    name="sql",
    cls=Command,
    examples=(
        'corpus sql "SELECT speaker, count(*) FROM attributed_claims GROUP BY speaker"',
        'corpus sql "SELECT origin, text FROM articles" --format jsonl --output texts.jsonl',
        "corpus sql - < query.sql",
    ),
)
@click.argument("statement")
@click.option(
    "--seconds",
    default=60.0,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    help="Give up after so long.",
)
@output_options
@click.pass_obj
def command(state: State, statement: str, seconds: float, format_: str | None, output: str | None) -> None:
    """Ask the archive directly, by one SELECT.

    It can read everything and change nothing.

    STATEMENT is SQL of the archive's database, or - for standard input. The tables and views to rely on are
    those of the SQL contract: articles, paragraphs, entities, entity_names, and the views entity_mentions,
    attributed_claims and claim_threads.
    """
    from corpus.storage.sql import Limits, run_readonly  # noqa: PLC0415 -- loads SQLAlchemy

    text = sys.stdin.read() if statement == "-" else statement
    names, rows = run_readonly(state.settings.db, text, limits=Limits(seconds=seconds))
    columns = [Column(name, name) for name in names]
    write_rows(state, Table(columns, rows, title="Query", description=text), format_=format_, output=output)
