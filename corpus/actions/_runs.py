"""How a run ends."""

import contextlib
from collections.abc import Callable

from corpus.errors import CorpusError

__all__ = ["concluded"]


def concluded(work: Callable[[], None], finish: Callable[[str], None]) -> str:
    """Do the work of a run, have its end recorded, and return it: `done`, or `interrupted` by Ctrl-C.

    Args:
        work: What the run does; what it stored before an error stays.
        finish: Records the end: one of these, or `failed`.

    Raises:
        Exception: what the work raised.
    """
    status = "done"
    try:
        work()
    except KeyboardInterrupt:
        status = "interrupted"
    except BaseException:
        with contextlib.suppress(CorpusError):
            finish("failed")
        raise
    finish(status)
    return status
