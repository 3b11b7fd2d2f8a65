"""corpus verify."""

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._state import State
from corpus.errors import DamagedArchiveError


@click.command(
    name="verify",
    cls=Command,
    examples=(
        "corpus verify",
        "corpus --db news.db verify --format csv --output problems.csv",
    ),
)
@output_options
@click.pass_obj
def command(state: State, format_: str | None, output: str | None) -> None:
    """Prove that the archive is whole.

    Looks at every range against its text, at every hash and every reference. Prints one row for each problem;
    exit code 5 says that there are some.
    """
    from corpus.actions.verify import verify_archive  # noqa: PLC0415 -- loads SQLAlchemy

    problems = verify_archive(state.settings.db)
    found = [(problem.table, problem.id, problem.message) for problem in problems]
    if not found:
        state.say(f"{state.settings.db} is whole")
        return
    columns = (Column("table", "Table"), Column("id", "Id"), Column("message", "Problem"))
    write_rows(state, Table(columns, found, title="Problems"), format_=format_, output=output)
    count = f"{len(found):,} {'problem' if len(found) == 1 else 'problems'}"
    raise DamagedArchiveError(
        f"{count} in {state.settings.db}", hint="corpus db restore brings a backup back"
    )
