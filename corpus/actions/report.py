"""Report: run one of the canned reports."""

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from corpus.actions._archive import reading
from corpus.errors import NotFoundError, SettingsError
from corpus.naming import name_key
from corpus.reports import Report, bind, read_report, report_files
from corpus.storage.queries import run_query

__all__ = ["ReportView", "get_report", "run_report"]

LOOKED_AT = 5_000  # names compared with one that nobody has


@dataclasses.dataclass(frozen=True, slots=True)
class ReportView:
    """What a report found.

    Attributes:
        report: The report.
        rows: In the order of its columns.
        is_cut: Whether its own limit may have left rows out.
    """

    report: Report
    rows: list[tuple[Any, ...]]
    is_cut: bool


def get_report(name: str, *, folders: Iterable[str] = ()) -> Report:
    """A report by its name.

    Raises:
        NotFoundError: if there is none of that name.
        SettingsError: if its file is no report.
    """
    files = report_files(folders)
    if name not in files:
        near = difflib.get_close_matches(name, files, n=1)
        hint = f"did you mean {near[0]}?" if near else "corpus report list names them"
        raise NotFoundError(f"there is no report {name!r}", hint=hint)
    return read_report(files[name])


def run_report(db: str, report: Report, values: Mapping[str, str | int | None]) -> ReportView:
    """Run a report.

    Args:
        db: The archive's path or URL.
        report: What to run.
        values: By parameter; None counts as not given.

    Raises:
        UsageError: if a value cannot be used.
        NotFoundError: if nothing is found because nobody has a name that was asked for.
        SettingsError: if the report's columns are not those that its head names.
        DatabaseError: if the archive cannot be used, or the database refuses the report.
    """
    bound = bind(report, values)
    with reading(db) as connection:
        columns, rows = run_query(connection, report.sql, bound)
        if not rows:
            _require_known_names(connection, report, values)
    headed = [column.name for column in report.columns]
    if columns != headed:
        reason = f"its SELECT gives {', '.join(columns)}, its head names {', '.join(headed)}"
        raise SettingsError(f"the report {report.name} is wrong: {reason}", hint="mend its file")
    return ReportView(report, rows, is_cut=bool(rows) and bound.get("limit") == len(rows))


def _require_known_names(
    connection: Connection, report: Report, values: Mapping[str, str | int | None]
) -> None:
    """Say so where a name is misspelt: no rows would look like no claims."""
    known = """
        SELECT 1 FROM entity_names WHERE name_key = :key
        UNION ALL
        SELECT 1 FROM claim_parts WHERE entity_id IS NULL AND name = :name
        LIMIT 1
    """
    for parameter in report.parameters:
        given = values.get(parameter.name)
        if parameter.type != "name" or given is None:
            continue
        name = " ".join(str(given).split())
        if not run_query(connection, known, {"key": name_key(name), "name": name})[1]:
            near = _near(connection, name_key(name))
            hint = f"did you mean {', '.join(near)}?" if near else "corpus report entities lists who is named"
            raise NotFoundError(f"nobody and nothing is named {name!r} in the archive", hint=hint)


def _near(connection: Connection, key: str) -> list[str]:
    """Up to three names that hold the words asked for, or have a word that is spelt nearly alike."""
    columns = "SELECT name_key, MIN(name) FROM entity_names WHERE"
    holding = f"{columns} replace(name_key, :key, '') <> name_key GROUP BY name_key ORDER BY name_key LIMIT 3"
    found = run_query(connection, holding, {"key": key})[1]
    if found:
        return [name for _, name in found]
    begin = f"{columns} name_key LIKE :first OR name_key LIKE :later GROUP BY name_key LIMIT {LOOKED_AT}"
    names = run_query(connection, begin, {"first": f"{key[:1]}%", "later": f"% {key[:1]}%"})[1]
    by_word = {word: name for name_key_, name in sorted(names) for word in (*name_key_.split(), name_key_)}
    return list(dict.fromkeys(by_word[word] for word in difflib.get_close_matches(key, by_word, n=3)))
