"""Every error that `corpus` raises on purpose, one tree.

    CorpusError                     exit 1
    ├── UsageError                  exit 2   an argument or option that cannot be used
    ├── NotFoundError               exit 3   an article, entity, report ... that is not there
    ├── RejectedInputError          exit 4   an input that cannot be stored, with the reason
    ├── DatabaseError               exit 5
    │   ├── MissingArchiveError              no archive at that place
    │   ├── ForeignDatabaseError             a database that `corpus` did not make
    │   ├── OutdatedArchiveError             made by an older version: upgrade it
    │   ├── NewerArchiveError                made by a newer version: update the program
    │   ├── LockedArchiveError               somebody else is writing
    │   ├── FullDiskError                    no room left; what was committed is intact
    │   ├── DamagedArchiveError              a check of the stored data failed
    │   └── QueryError                       a statement the database refused
    └── SettingsError               exit 6   a setting that cannot be used
        └── MissingExtraError                an optional package that is not installed

Each carries one line for the user (`message`), what to do next (`hint`) and the exit code of
the command line. Anything else that reaches the user is a bug of ours and keeps its traceback.
"""

import copyreg

__all__ = [
    "CorpusError",
    "DamagedArchiveError",
    "DatabaseError",
    "ForeignDatabaseError",
    "FullDiskError",
    "LockedArchiveError",
    "MissingArchiveError",
    "MissingExtraError",
    "NewerArchiveError",
    "NotFoundError",
    "OutdatedArchiveError",
    "QueryError",
    "RejectedInputError",
    "SettingsError",
    "UsageError",
]


class CorpusError(Exception):
    """An expected error: one line and a hint for the user, never a traceback.

    Attributes:
        message: What is wrong, in one line that names the value at hand.
        hint: What to do next, or an empty string.
        exit_code: The exit code of the command line.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Let it pass between processes, whatever arguments its class takes."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class UsageError(CorpusError):
    """An argument or option that cannot be used."""

    exit_code = 2


class NotFoundError(CorpusError):
    """Something the user named that is not there."""

    exit_code = 3


class RejectedInputError(CorpusError):
    """An input that cannot be stored.

    Attributes:
        origin: Where the input came from.
        reason: Why it is rejected, in a few words.
    """

    exit_code = 4

    def __init__(self, origin: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"{origin}: {reason}", hint=hint)
        self.origin = origin
        self.reason = reason


class DatabaseError(CorpusError):
    """The archive cannot be used as it is."""

    exit_code = 5


class MissingArchiveError(DatabaseError):
    """There is no archive at the place named."""


class ForeignDatabaseError(DatabaseError):
    """The database was not made by `corpus`."""


class OutdatedArchiveError(DatabaseError):
    """The archive was made by an older version and wants an upgrade."""


class NewerArchiveError(DatabaseError):
    """The archive was made by a newer version of the program."""


class LockedArchiveError(DatabaseError):
    """Somebody else is writing to the archive, for longer than we wait."""


class FullDiskError(DatabaseError):
    """There is no room left; whatever was committed is intact."""


class DamagedArchiveError(DatabaseError):
    """A check of the stored data failed."""


class QueryError(DatabaseError):
    """The database refused a statement, or it ran past its limits."""


class SettingsError(CorpusError):
    """A setting that cannot be used."""

    exit_code = 6


class MissingExtraError(SettingsError):
    """An optional package that is needed is not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(
            f"{purpose} needs a package that is not installed",
            hint=f"pip install 'corpus-archive[{extra}]'",
        )
