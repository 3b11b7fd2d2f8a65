"""The command line: each module of this folder is a command, imported only when it is asked for.

Modules that begin with an underscore are no commands. A command's module holds a `command`; a trailing
underscore keeps a command's name from being a word of Python's (`import_`).
"""

import gc
import importlib
import io
import pkgutil
import sys
from pathlib import Path

import click

import corpus
from corpus.cli._errors import one_line_errors
from corpus.cli._examples import Group
from corpus.cli._state import State

__all__ = ["COLLECTING", "main"]

_FOLDER = str(Path(__file__).parent)
# Objects between two searches for cycles that nothing refers to, as for `gc.set_threshold`. Annotating makes
# few, and with Python's own 700 spends a tenth of its time on looking through names and words that stay.
COLLECTING = (20_000, 20, 100)


class _CommandFolder(Group):
    """A group whose commands are the modules of this folder."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        names = (module.name for module in pkgutil.iter_modules([_FOLDER]))
        return sorted(name.rstrip("_") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        names = (module.name for module in pkgutil.iter_modules([_FOLDER]))
        module = next(name for name in names if name.rstrip("_") == cmd_name)
        command: click.Command = importlib.import_module(f"{__name__}.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(
                error.command_name, possibilities=self.list_commands(ctx), ctx=ctx
            ) from error

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        with one_line_errors():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        with one_line_errors():
            return super().invoke(ctx)


@click.group(
    cls=_CommandFolder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    examples=(
        "corpus import news/",
        "corpus report claims --speaker Putin",
        'corpus --db news.db search "våben"',
    ),
    epilog="""
    Settings: a flag wins over CORPUS_DB, CORPUS_LANGUAGE, CORPUS_REPORTS, CORPUS_MAX_INPUT_MB, CORPUS_MODEL,
    CORPUS_GPU and CORPUS_BATCH_SIZE, those over corpus.toml in the working folder.
    """,
)
@click.option(
    "--db",
    type=click.Path(),
    metavar="PATH_OR_URL",
    help="The archive: a SQLite file, or postgresql://user@host/database.  [default: corpus.db]",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors and rejected inputs.")
@click.version_option(corpus.__version__, "-V", "--version", prog_name="corpus")
@click.pass_context
def main(ctx: click.Context, db: str | None, *, quiet: bool) -> None:
    """Keep news articles as a SQL archive; ask who claimed what, when, through whom, and who denied it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # rather than fail at "→" where there is no UTF-8
    gc.set_threshold(*COLLECTING)
    ctx.obj = State(db=db, quiet=quiet)
