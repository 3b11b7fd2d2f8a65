"""Which reports there are."""

from collections.abc import Iterable
from pathlib import Path

from corpus.errors import SettingsError
from corpus.reports.report import Report, read_report

__all__ = ["find_reports", "report_files"]

_BUNDLED = Path(__file__).parent


def report_files(folders: Iterable[str] = ()) -> dict[str, Path]:
    """The file of every report by its name, sorted; of two with one name the earlier folder's counts.

    Args:
        folders: The user's own folders, searched before the bundled reports.

    Raises:
        SettingsError: if a folder is not there.
    """
    files: dict[str, Path] = {}
    for folder in (*map(Path, folders), _BUNDLED):
        if not folder.is_dir():
            raise SettingsError(
                f"there is no folder of reports at {folder}", hint="see the setting `reports`"
            )
        for path in folder.glob("*.sql"):
            files.setdefault(path.stem, path)
    return dict(sorted(files.items()))


def find_reports(folders: Iterable[str] = ()) -> list[Report]:
    """Every report, by name.

    Raises:
        SettingsError: if a folder is not there, or a file is no report.
    """
    return [read_report(path) for path in report_files(folders).values()]
