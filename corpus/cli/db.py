"""corpus db: the archive as a whole, its tables' revisions and its backups."""

from pathlib import Path

import click

from corpus.cli._examples import Group
from corpus.cli._state import State
from corpus.errors import DamagedArchiveError

_FILE = click.Path(path_type=Path)


@click.group(
    name="db",
    cls=Group,
    examples=(
        "corpus db upgrade",
        "corpus db backup news-2024.db",
    ),
)
def command() -> None:
    """Upgrade, check, back up and restore the archive."""


@command.command(
    examples=(
        "corpus db upgrade",
        "corpus --db postgresql://me@localhost/news db upgrade",
    )
)
@click.option("--revision", default="head", show_default=True, help="Up to this revision only.")
@click.pass_obj
def upgrade(state: State, revision: str) -> None:
    """Bring the tables up to this program; make an empty archive if there is none.

    A SQLite archive that holds anything is copied first, and the copy is named. It works whole or changes
    nothing.
    """
    from corpus.storage.schema import upgrade as run  # noqa: PLC0415 -- loads SQLAlchemy

    result = run(state.settings.db, revision)
    _tell(state, result.before, result.after, result.backup)


@command.command(
    examples=(
        "corpus db downgrade 0001",
        "corpus db downgrade base --yes",
    )
)
@click.argument("revision")
@click.confirmation_option("--yes", prompt="Newer tables and columns are lost. Go on?", help="Do not ask.")
@click.pass_obj
def downgrade(state: State, revision: str) -> None:
    """Bring the tables back to an older REVISION; `base` removes every table.

    A SQLite archive that holds anything is copied first, and the copy is named.
    """
    from corpus.storage.schema import downgrade as run  # noqa: PLC0415 -- loads SQLAlchemy

    result = run(state.settings.db, revision)
    _tell(state, result.before, result.after, result.backup)


def _tell(state: State, before: str | None, after: str | None, backup: Path | None) -> None:
    if backup:
        state.say(f"copied first to {backup}")
    if before == after:
        state.say(f"{state.settings.db} is at revision {after} already")
    else:
        state.say(f"{state.settings.db}: {before or 'no tables'} to {after or 'no tables'}")


@command.command(examples=("corpus db current",))
@click.pass_obj
def current(state: State) -> None:
    """Print the revision of the archive's tables."""
    from corpus.storage.schema import current as run  # noqa: PLC0415 -- loads SQLAlchemy

    click.echo(run(state.settings.db))


@command.command(examples=("corpus db history",))
def history() -> None:
    """List the revisions that this program knows, oldest first."""
    from corpus.storage.revisions import history as run  # noqa: PLC0415 -- loads SQLAlchemy

    for revision in run():
        click.echo(f"{revision.id}  {revision.title}")


@command.command(examples=("corpus db check",))
@click.pass_obj
def check(state: State) -> None:
    """Compare the archive's tables with those that this program expects.

    Prints one line for each difference, and exit code 5 says that there are some. What the rows hold is for
    `corpus verify` to look at.
    """
    from corpus.storage.schema import check as run  # noqa: PLC0415 -- loads SQLAlchemy

    differences = run(state.settings.db)
    for difference in differences:
        click.echo(difference)
    if differences:
        raise DamagedArchiveError(
            f"the tables of {state.settings.db} are not as expected",
            hint="corpus db restore brings a backup back",
        )
    state.say(f"the tables of {state.settings.db} are as expected")


@command.command(
    examples=(
        "corpus db backup news-2024.db",
        "corpus --db postgresql://me@localhost/news db backup news.dump",
    )
)
@click.argument("target", type=_FILE)
@click.option(
    "--compact", is_flag=True, help="Leave free pages of a SQLite file out: slower, best for sharing."
)
@click.pass_obj
def backup(state: State, target: Path, *, compact: bool) -> None:
    """Copy the archive to a new file, whoever uses it meanwhile.

    SQLite: a copy that is an archive itself. PostgreSQL: a dump, made by pg_dump.
    """
    from corpus.storage.backup import backup as run  # noqa: PLC0415 -- loads SQLAlchemy

    run(state.settings.db, target, compact=compact)
    state.say(f"copied {state.settings.db} to {target}, {target.stat().st_size:,} bytes")


@command.command(
    examples=(
        "corpus --db restored.db db restore news-2024.db",
        "corpus db restore news-2024.db --overwrite",
    )
)
@click.argument("source", type=_FILE)
@click.option("--overwrite", is_flag=True, help="Replace the archive that is there.")
@click.pass_obj
def restore(state: State, source: Path, *, overwrite: bool) -> None:
    """Bring the archive back from a copy that `corpus db backup` made."""
    from corpus.storage.backup import restore as run  # noqa: PLC0415 -- loads SQLAlchemy

    run(source, state.settings.db, overwrite=overwrite)
    state.say(f"restored {state.settings.db} from {source}")
