"""Copies of an archive and the way back: SQLite's own backup, or PostgreSQL's pg_dump and pg_restore."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL

from corpus.errors import (
    DamagedArchiveError,
    DatabaseError,
    LockedArchiveError,
    MissingArchiveError,
    SettingsError,
    UsageError,
)
from corpus.storage.engine import archive_url, open_archive, place_name, read_transaction
from corpus.storage.failures import driver_errors
from corpus.storage.revisions import missing_archive, revision_of
from corpus.storage.sqlite import WAIT, connect_sqlite

__all__ = ["backup", "copy_sqlite", "restore"]


def backup(where: str | URL, target: Path, *, compact: bool = False) -> None:
    """Write a copy of an archive to a new file, whoever reads or writes the archive meanwhile.

    Args:
        where: The archive's path or URL.
        target: A SQLite file, or a dump in pg_dump's custom format.
        compact: Leave SQLite's free pages out: twice the time, best for sharing.

    Raises:
        UsageError: if the target is there already.
        SettingsError: if PostgreSQL's tools are not installed.
        DatabaseError: what the database said, translated.
    """
    url = archive_url(where)
    _require_archive(url)
    if target.exists():
        raise UsageError(f"{target} is there already", hint="name a new file, or move that one away")
    if url.get_backend_name() == "sqlite":
        copy_sqlite(Path(url.database or ""), target, compact=compact)
    else:
        with _whole_file(target) as part:
            _run_tool("pg_dump", url, "--format=custom", f"--file={part}")


def restore(source: Path, where: str | URL, *, overwrite: bool = False) -> None:
    """Bring an archive back from a copy that `backup` made; it works whole or changes nothing.

    Args:
        source: The copy.
        where: The path or URL of the archive to make.
        overwrite: Replace an archive that is there.

    Raises:
        MissingArchiveError: if there is no such copy.
        UsageError: if there is an archive and `overwrite` is not given.
        DatabaseError: what the database said, translated.
    """
    url = archive_url(where)
    if not source.is_file():
        raise MissingArchiveError(f"there is no backup at {source}", hint="name the file that was made")
    if url.get_backend_name() == "sqlite":
        _restore_sqlite(source, url, overwrite=overwrite)
    else:
        _restore_postgresql(source, url, overwrite=overwrite)


def copy_sqlite(source: Path, target: Path, *, compact: bool = False) -> None:
    """Copy a SQLite file and prove the copy; the target appears whole or not at all.

    Raises:
        DatabaseError: what the driver raised, translated.
    """
    with _whole_file(target) as part, _reading(source) as reader, driver_errors(str(target)):
        if compact:
            reader.execute("PRAGMA query_only = OFF")  # VACUUM writes, though to the new file only
            reader.execute("VACUUM INTO ?", [str(part)])
        else:
            with contextlib.closing(sqlite3.connect(part)) as writer:
                reader.backup(writer)
        with contextlib.closing(sqlite3.connect(part)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedArchiveError(
                f"{source} is damaged: {found}", hint="corpus db restore brings a backup back"
            )


def _require_archive(url: URL) -> None:
    with read_transaction(open_archive(url, mode="read")) as connection:
        if revision_of(connection) is None:
            raise missing_archive(connection)


def _restore_sqlite(source: Path, url: URL, *, overwrite: bool) -> None:
    _require_archive(archive_url(str(source)))
    target = Path(url.database or "")
    if not target.exists():
        copy_sqlite(source, target)
    else:
        _refuse_unless(url, overwrite=overwrite)
        _overwrite(source, target)
    with contextlib.closing(connect_sqlite(target, "write")) as restored:
        restored.execute("PRAGMA journal_mode = WAL")  # which a compact copy is without


def _overwrite(source: Path, target: Path) -> None:
    """Copy over an archive that others may be reading: they see the old one or the new one."""
    deadline = time.monotonic() + WAIT

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise LockedArchiveError(f"{target}: somebody else is using it", hint="wait and run it again")

    with (
        _reading(source) as reader,
        driver_errors(str(target)),
        contextlib.closing(connect_sqlite(target, "write", WAIT)) as writer,
    ):
        reader.backup(writer, progress=give_up)


def _restore_postgresql(source: Path, url: URL, *, overwrite: bool) -> None:
    options = ["--single-transaction", "--exit-on-error"]
    with read_transaction(open_archive(url, mode="read")) as connection:
        is_there = revision_of(connection) is not None
    if is_there:
        _refuse_unless(url, overwrite=overwrite)
        options += ["--clean", "--if-exists"]
    _run_tool("pg_restore", url, *options, str(source))


def _refuse_unless(url: URL, *, overwrite: bool) -> None:
    if not overwrite:
        raise UsageError(f"there is an archive at {place_name(url)}", hint="say that it may be overwritten")
    with read_transaction(open_archive(url, mode="read")) as connection:
        revision_of(connection)  # refuses what is no archive of ours


def _run_tool(name: str, url: URL, *arguments: str) -> None:
    """Run one of PostgreSQL's own tools; the password goes by the environment, which others cannot see."""
    tool = shutil.which(name)
    if tool is None:
        raise SettingsError(
            f"{name} is not installed", hint="install PostgreSQL's client programs and have them on PATH"
        )
    plain = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    environment = os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
    command = [tool, "--no-owner", "--no-privileges", f"--dbname={plain}", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = "; ".join(line.removeprefix(f"{name}: ") for line in done.stderr.splitlines()[:2])
        raise DatabaseError(f"{name} on {place_name(url)}: {reason}", hint="nothing was changed")


@contextlib.contextmanager
def _whole_file(target: Path) -> Iterator[Path]:
    """A file beside the target to write to, which takes the target's name when all went well."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with (
        driver_errors(str(path)),
        contextlib.closing(connect_sqlite(path, "read")) as connection,
    ):
        yield connection
