"""Status: what an archive holds, and how its last runs went."""

import dataclasses
from pathlib import Path

from corpus.actions._archive import reading
from corpus.errors import NotFoundError
from corpus.storage.engine import place_name
from corpus.storage.queries import annotation_counts, archive_counts, last_runs, run_query, run_rejections
from corpus.storage.revisions import revision_of
from corpus.storage.rows import ArchiveCounts, RejectionRow, RunRow

__all__ = ["Status", "archive_status", "rejections_of"]


@dataclasses.dataclass(frozen=True, slots=True)
class Status:
    """An archive at a glance.

    Attributes:
        place: Its path, or its URL without the password.
        revision: Of its tables.
        file_bytes: The size of a SQLite archive's file, None on PostgreSQL.
        counts: What it holds.
        annotated: Which rules and models annotated how many articles, older versions too, most first; None
            where there were no rules.
        runs: The last runs, newest first.
    """

    place: str
    revision: str | None
    file_bytes: int | None
    counts: ArchiveCounts
    annotated: list[tuple[str | None, int]]
    runs: list[RunRow]


def archive_status(db: str, *, runs: int = 5) -> Status:
    """What an archive holds, with its last runs.

    Raises:
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    with reading(db) as connection:
        url = connection.engine.url
        return Status(
            place=place_name(url),
            revision=revision_of(connection),
            file_bytes=_file_bytes(url.database or "") if url.get_backend_name() == "sqlite" else None,
            counts=archive_counts(connection),
            annotated=annotation_counts(connection),
            runs=last_runs(connection, runs),
        )


def rejections_of(db: str, run_id: int) -> list[RejectionRow]:
    """The inputs that a run rejected, in the order in which they were read.

    Raises:
        NotFoundError: if there is no such run.
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    with reading(db) as connection:
        _, found = run_query(connection, "SELECT 1 FROM runs WHERE id = :run", {"run": run_id})
        if not found:
            raise NotFoundError(f"there is no run {run_id}", hint="corpus status lists the last runs")
        return run_rejections(connection, run_id)


def _file_bytes(path: str) -> int:
    """With the write-ahead log, which holds what was written last."""
    return sum(file.stat().st_size for file in (Path(path), Path(f"{path}-wal")) if file.exists())
