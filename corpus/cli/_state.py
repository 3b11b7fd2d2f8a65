"""What every command gets to know: the settings, and how it may talk on stderr."""

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator, Mapping

import click

from corpus.settings import Settings, load_settings

__all__ = ["State"]

Advance = Callable[[str], None]


class State:
    """The global options of one call.

    Attributes:
        quiet: Whether to say nothing on stderr but errors.
    """

    def __init__(self, *, db: str | None, quiet: bool) -> None:
        self._db = db
        self.quiet = quiet

    @functools.cached_property
    def settings(self) -> Settings:
        """Read when first asked for, so that help is there even where corpus.toml is wrong."""
        return self.settings_with({})

    def settings_with(self, flags: Mapping[str, object]) -> Settings:
        """The settings with a command's own flags, by name; None is not given.

        Raises:
            SettingsError: as for `load_settings`.
        """
        return load_settings({"db": self._db, **flags})

    def say(self, message: str) -> None:
        """Tell the user something on stderr."""
        if not self.quiet:
            click.echo(message, err=True)

    @contextlib.contextmanager
    def progress(self, label: str, total: Callable[[], int]) -> Iterator[Advance]:
        """A progress bar on stderr, where that is a terminal.

        What it yields moves the bar on by one, and prints a line where it is given one, bar or not.

        Args:
            label: What is going on.
            total: Counts what there is to do; called only where a bar is shown.
        """
        if self.quiet or not sys.stderr.isatty():
            yield _echo
            return
        from corpus.cli._progress import progress_bar  # noqa: PLC0415 -- rich takes a while to load

        with progress_bar(label, total()) as advance:
            yield advance


def _echo(message: str) -> None:
    if message:
        click.echo(message, err=True)
