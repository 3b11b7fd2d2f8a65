"""Commands whose help ends in examples."""

from collections.abc import Sequence
from typing import Any

import click

__all__ = ["Command", "Group"]


class _WithExamples:
    """What both kinds of commands have.

    Attributes:
        examples: Whole command lines.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then the epilog."""
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        super().format_epilog(ctx, formatter)  # type: ignore[misc]  # of click's class beside this one


class Command(_WithExamples, click.Command):
    """A command with examples."""


class Group(_WithExamples, click.Group):
    """A group of commands with examples."""

    command_class = Command
