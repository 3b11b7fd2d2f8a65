"""The rows that say what a run was asked to do and what became of it; in the caller's write transaction."""

import dataclasses
import datetime
import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, insert, select, update

import corpus
from corpus.records import Annotation
from corpus.storage.bulk import Batch
from corpus.storage.tables import Run

__all__ = ["RunCounts", "finish_run", "models_of", "record_models", "record_rejections", "start_run"]


@dataclasses.dataclass(frozen=True, slots=True)
class RunCounts:
    """What became of a run's inputs and documents."""

    inputs_read: int = 0
    imported: int = 0
    unchanged: int = 0
    rejected: int = 0


def start_run(
    connection: Connection,
    *,
    kind: str,
    model: str | None = None,
    settings: Mapping[str, object] | None = None,
) -> int:
    """Record that a run begins, and return its key; older runs that still count as running do so no longer.

    Those were killed. If one of them does run, in another process, it says so again with its next batch.

    Args:
        connection: In a write transaction.
        kind: `import` or `annotate`.
        model: Name and version of the rules or model.
        settings: What the run was asked to do, kept as JSON.
    """
    connection.execute(update(Run).where(Run.status == "running").values(status="interrupted"))
    key = connection.scalars(select(func.coalesce(func.max(Run.id), 0) + 1)).one()
    row = {
        "kind": kind,
        "started": _now(),
        "status": "running",
        "program_version": corpus.__version__,
        "model": model,
        "settings": json.dumps(settings or {}, ensure_ascii=False, sort_keys=True, default=str),
        **dataclasses.asdict(RunCounts()),
    }
    connection.execute(insert(Run).values(id=key, **row))
    return key


def finish_run(connection: Connection, run_id: int, counts: RunCounts, status: str) -> None:
    """Record how a run ended: `done`, `interrupted` or `failed`; or how far it is, while `running`."""
    row = {
        "finished": None if status == "running" else _now(),
        "status": status,
        **dataclasses.asdict(counts),
    }
    connection.execute(update(Run).where(Run.id == run_id).values(**row))


def record_rejections(connection: Connection, run_id: int, rejections: Iterable[tuple[str, str]]) -> None:
    """Record inputs that could not be stored, each an origin and a reason."""
    batch = Batch(connection, run_id)
    for origin, reason in rejections:
        batch.add("rejections", origin, reason)
    batch.insert()


def record_models(connection: Connection, run_id: int, annotations: Iterable[Annotation]) -> None:
    """Add to a run the rules and models that annotated for it; several are parted by `, `."""
    used = {annotation.model for annotation in annotations if annotation.language is not None}
    statement = select(Run.model).where(Run.id == run_id)
    known = models_of(connection.scalars(statement).one())
    if not used <= known:
        model = ", ".join(sorted(known | used))
        connection.execute(update(Run).where(Run.id == run_id).values(model=model))


def models_of(model: str | None) -> set[str]:
    """The rules and models of a run, from its `model`."""
    return set(model.split(", ")) if model else set()


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
