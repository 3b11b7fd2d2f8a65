"""Which revision an archive's tables are at, and whether this program can work on it; without Alembic."""

import dataclasses
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

import corpus
from corpus.errors import ForeignDatabaseError, MissingArchiveError, NewerArchiveError, OutdatedArchiveError
from corpus.storage.engine import place_name, read_transaction
from corpus.storage.provenance import Upgrade

__all__ = [
    "Revision",
    "history",
    "migrations_folder",
    "missing_archive",
    "place_of",
    "refuse_newer",
    "require_current",
    "revision_of",
]

VERSION_TABLE = "alembic_version"


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """One step of the tables' history."""

    id: str
    title: str


def migrations_folder() -> Path:
    """The migrations: shipped inside the package, in an editable install beside it."""
    package = Path(corpus.__file__).parent
    shipped = package / "_migrations"
    return shipped if shipped.is_dir() else package.parent / "migrations"


def history(*, folder: Path | None = None) -> list[Revision]:
    """Every revision, oldest first; file names are `<revision>_<title>.py`."""
    versions = (folder or migrations_folder()) / "versions"
    names = (path.stem.partition("_") for path in sorted(versions.glob("[0-9]*.py")))
    return [Revision(revision, title.replace("_", " ")) for revision, _, title in names]


def require_current(engine: Engine) -> None:
    """Refuse any archive but one of the program's own revision.

    Raises:
        MissingArchiveError, ForeignDatabaseError, OutdatedArchiveError, NewerArchiveError: what it is.
    """
    known = [revision.id for revision in history()]
    with read_transaction(engine) as connection:
        revision = revision_of(connection)
        if revision is None:
            raise missing_archive(connection)
        refuse_newer(connection, revision, known)
        if revision != known[-1]:
            raise OutdatedArchiveError(
                f"{place_of(connection)} is at revision {revision}, {_maker(connection)}; "
                f"corpus {corpus.__version__} works on {known[-1]}",
                hint="corpus db upgrade (a SQLite archive is copied first)",
            )


def revision_of(connection: Connection) -> str | None:
    """The archive's revision, None where there is no table yet.

    Raises:
        ForeignDatabaseError: if `corpus` did not make what is there.
    """
    names = set(inspect(connection).get_table_names())
    if not names - {VERSION_TABLE}:
        return None
    version = text(f"SELECT version_num FROM {VERSION_TABLE}")
    is_ours = {VERSION_TABLE, Upgrade.__tablename__} <= names
    revision: str | None = connection.scalar(version) if is_ours else None
    if revision is None:
        raise ForeignDatabaseError(
            f"{place_of(connection)} is a database that corpus did not make",
            hint="name another with --db; corpus makes it if there is none",
        )
    return revision


def refuse_newer(connection: Connection, revision: str, known: list[str]) -> None:
    """Refuse a revision that this program does not know.

    Raises:
        NewerArchiveError: naming the version of the program that made it.
    """
    if revision not in known:
        raise NewerArchiveError(
            f"{place_of(connection)} is at revision {revision}, {_maker(connection)}, "
            f"newer than this corpus {corpus.__version__}",
            hint="pip install --upgrade corpus-archive",
        )


def _maker(connection: Connection) -> str:
    latest = select(Upgrade.program_version).order_by(Upgrade.id.desc()).limit(1)
    return f"made by corpus {connection.scalar(latest)}"


def missing_archive(connection: Connection) -> MissingArchiveError:
    """The error for a database without any table."""
    return MissingArchiveError(
        f"there is no archive at {place_of(connection)}", hint="corpus import makes one; --db names another"
    )


def place_of(connection: Connection) -> str:
    """The archive as messages name it."""
    return place_name(connection.engine.url)
