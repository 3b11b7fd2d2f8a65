"""The archive's tables over time: upgrade, downgrade, and how they differ from what they should be.

A migration is one transaction under the write lock: it works whole or leaves the archive as it was, and of
several at once one works while the rest wait and then find nothing to do.
"""

import contextlib
import dataclasses
import datetime
import warnings
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, inspect, text

import corpus
from corpus.errors import DamagedArchiveError, UsageError
from corpus.storage.backup import copy_sqlite
from corpus.storage.engine import archive_url, open_archive, read_transaction, write_transaction
from corpus.storage.provenance import Upgrade
from corpus.storage.revisions import (
    VERSION_TABLE,
    Revision,
    history,
    migrations_folder,
    missing_archive,
    place_of,
    refuse_newer,
    require_current,
    revision_of,
)
from corpus.storage.sqlite import Mode
from corpus.storage.tables import Base

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = [
    "Revision",
    "UpgradeResult",
    "check",
    "current",
    "downgrade",
    "history",
    "migration_transaction",
    "require_current",
    "upgrade",
]

MIGRATION_WAIT = 600.0  # seconds: the one before us may have a large archive to rebuild
SEARCH_TABLE = "paragraphs_fts"
VIEWS = ("entity_mentions", "attributed_claims", "claim_stances", "thread_origins", "claim_threads")


@dataclasses.dataclass(frozen=True, slots=True)
class UpgradeResult:
    """What an upgrade or downgrade did.

    Attributes:
        before: The revision it found, None for a new archive.
        after: The revision it left, None where every table is gone.
        backup: The copy made first, where there was anything to lose.
    """

    before: str | None
    after: str | None
    backup: Path | None


def upgrade(where: str | URL, revision: str = "head", *, folder: Path | None = None) -> UpgradeResult:
    """Bring an archive's tables to a revision, or make a new archive; a SQLite file is copied first.

    Raises:
        UsageError: if there is no such revision.
        ForeignDatabaseError: if `corpus` did not make it.
        NewerArchiveError: if a newer version of the program made it.
        DatabaseError: what the driver raised, translated.
    """
    return _migrate(where, "upgrade", revision, folder)


def downgrade(where: str | URL, revision: str, *, folder: Path | None = None) -> UpgradeResult:
    """Bring an archive's tables back to an older revision, or to `base`: no tables at all.

    Raises:
        MissingArchiveError: if there is no archive.
        DatabaseError: as for `upgrade`.
    """
    return _migrate(where, "downgrade", revision, folder)


def current(where: str | URL) -> str:
    """The revision of an archive, be it older or newer than the program.

    Raises:
        MissingArchiveError: if there is none.
        ForeignDatabaseError: if `corpus` did not make it.
    """
    with read_transaction(open_archive(where, mode="read")) as connection:
        revision = revision_of(connection)
        if revision is None:
            raise missing_archive(connection)
        return revision


def check(where: str | URL) -> list[str]:
    """How an archive's tables differ from what this program expects, a line each; empty when they do not.

    Raises:
        DatabaseError: as for `require_current`.
    """
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    engine = open_archive(where, mode="read")
    require_current(engine)
    with read_transaction(engine) as connection:
        context = MigrationContext.configure(connection, opts=context_options())
        with warnings.catch_warnings():
            ignore_search_index()
            differences = [str(difference) for difference in compare_metadata(context, Base.metadata)]
        return differences + [f"{name} is missing" for name in _missing_beside_tables(connection)]


def _missing_beside_tables(connection: Connection) -> list[str]:
    """The views, and in SQLite the search table and its triggers, that are not there."""
    wanted, there = set(VIEWS), set(inspect(connection).get_view_names())
    if connection.dialect.name == "sqlite":
        wanted |= {SEARCH_TABLE, *(f"{SEARCH_TABLE}_{event}" for event in ("insert", "update", "delete"))}
        there |= set(connection.scalars(text("SELECT name FROM sqlite_schema")))
    return sorted(wanted - there)


def ignore_search_index() -> None:
    """Keep Alembic from warning, on SQLite, that it cannot compare PostgreSQL's search index."""
    warnings.filterwarnings("ignore", message=".*skipping metadata-specified expression-based index 'ix_par")


def context_options() -> dict[str, Any]:
    """How Alembic is to compare and migrate an archive; also read by migrations/env.py."""
    return {
        "target_metadata": Base.metadata,
        "include_name": _is_ours,
        "autogenerate_plugins": ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
        "transactional_ddl": True,
        "on_version_apply": (_record_upgrade,),
    }


@contextlib.contextmanager
def migration_transaction(engine: Engine) -> Iterator[Connection]:
    """A write transaction in which SQLite can rebuild a table without losing the rows that refer to it.

    Raises:
        DamagedArchiveError: if a reference is broken at its end; everything is undone.
    """
    if engine.dialect.name == "sqlite":
        engine = engine.execution_options(corpus_foreign_keys=False)
    with write_transaction(engine) as connection:
        yield connection
        if engine.dialect.name == "sqlite":
            _require_whole_references(connection)


def _migrate(where: str | URL, direction: str, wanted: str, folder: Path | None) -> UpgradeResult:
    from alembic import command  # noqa: PLC0415 -- Alembic takes 0.1 s to load

    url = archive_url(where)
    known = [revision.id for revision in history(folder=folder)]
    target = _target(wanted, known)
    mode: Mode = "create" if direction == "upgrade" else "write"
    with migration_transaction(open_archive(url, mode=mode, wait=MIGRATION_WAIT)) as connection:
        before = revision_of(connection)
        if before is None and direction == "downgrade":
            raise missing_archive(connection)
        if before is not None:
            refuse_newer(connection, before, known)
        if not _lies_ahead(before, target, direction):
            return UpgradeResult(before, before, None)
        backup = _copy_first(connection, url, f"before-{direction}-to-{target or 'base'}")
        config = alembic_config(connection, folder)
        getattr(command, direction)(config, target or "base")
    return UpgradeResult(before, target, backup)


def _target(wanted: str, known: list[str]) -> str | None:
    """The revision meant by `head`, `base` or its own id."""
    if wanted == "base":
        return None
    if wanted == "head":
        return known[-1]
    if wanted not in known:
        raise UsageError(f"there is no revision {wanted}", hint=f"there are {', '.join(known)}")
    return wanted


def _lies_ahead(before: str | None, target: str | None, direction: str) -> bool:
    """Revision ids sort in their order; no table at all is before the first."""
    here, there = before or "", target or ""
    return there > here if direction == "upgrade" else there < here


def alembic_config(connection: Connection, folder: Path | None = None) -> "Config":
    """Alembic's configuration, made here so that an installed package needs no alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(folder or migrations_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _copy_first(connection: Connection, url: URL, name: str) -> Path | None:
    """A copy of a SQLite file that holds any rows; our lock keeps it from changing meanwhile."""
    if connection.dialect.name != "sqlite" or not _holds_rows(connection):
        return None
    path = Path(url.database or "")
    now = datetime.datetime.now(datetime.UTC)
    target = path.with_name(f"{path.stem}.{name}-{now:%Y%m%dT%H%M%S%fZ}{path.suffix}")
    copy_sqlite(path, target)
    return target


def _holds_rows(connection: Connection) -> bool:
    names = set(inspect(connection).get_table_names()) - {VERSION_TABLE, Upgrade.__tablename__}
    tables = (name for name in names if not name.startswith(SEARCH_TABLE))
    return any(connection.scalar(text(f'SELECT EXISTS (SELECT 1 FROM "{name}")')) for name in tables)


def _require_whole_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DamagedArchiveError(
            f"{place_of(connection)}: row {broken[1]} of {broken[0]} refers to a row that {broken[2]} lacks",
            hint="corpus verify names every such row",
        )


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """False for the FTS5 table and its shadow tables, which the metadata does not know."""
    return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLE))


def _record_upgrade(*, ctx: Any, heads: Collection[str], **_kw: object) -> None:
    """Alembic calls this after every step, so that an older program can say who made the archive."""
    applied = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    for revision in heads:
        values = {"revision": revision, "version": corpus.__version__, "applied": applied}
        ctx.connection.execute(_RECORD, values)


_RECORD = text(
    "INSERT INTO upgrades (id, revision, program_version, applied) "
    "SELECT coalesce(max(id), 0) + 1, :revision, :version, :applied FROM upgrades"
)
