"""Copies of an archive and the way back."""

import contextlib
import sqlite3
from pathlib import Path

from corpus.storage.failures import driver_errors

__all__ = ["copy_sqlite"]


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a SQLite file with SQLite's backup API, whoever reads or writes it meanwhile.

    Raises:
        DatabaseError: what the driver raised, translated.
    """
    location = f"{source.resolve().as_uri()}?mode=ro"
    with (
        driver_errors(str(target)),
        contextlib.closing(sqlite3.connect(location, uri=True)) as reader,
        contextlib.closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(writer)
