"""The progress bar of long work."""

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["progress_bar"]


@contextlib.contextmanager
def progress_bar(label: str, total: int) -> Iterator[Callable[[str], None]]:
    """A bar on stderr that goes away at the end; calling what it yields moves it on, and may print a line.

    Args:
        label: What is going on.
        total: How many steps there are.
    """
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(label, total=total)

        def advance(message: str) -> None:
            progress.advance(task)
            if message:
                progress.console.print(message, markup=False, highlight=False)

        yield advance
