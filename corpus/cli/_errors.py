"""An expected error is one line and a hint on stderr, and its own exit code; never a traceback."""

import contextlib
from collections.abc import Iterator
from typing import IO, Any

import click

from corpus.errors import CorpusError

__all__ = ["one_line_errors"]


class _Failure(click.ClickException):
    def __init__(self, message: str, hint: str, exit_code: int) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code  # type: ignore[misc]  # click reads it from the instance

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"{click.style('Error:', fg='red', bold=True)} {self.message}", file=file, err=True)
        if self.hint:
            click.echo(f"{click.style('Hint:', bold=True)} {self.hint}", file=file, err=True)


@contextlib.contextmanager
def one_line_errors() -> Iterator[None]:
    """Show our errors, and click's own about arguments, the same way."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except CorpusError as error:
        raise _Failure(error.message, error.hint, error.exit_code) from error
    except click.UsageError as error:
        hint = f"{error.ctx.command_path} --help" if error.ctx else ""
        raise _Failure(error.format_message(), hint, error.exit_code) from error
