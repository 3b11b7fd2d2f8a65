"""Canned reports: each one a .sql file of this folder, or of a folder of the user's own.

See `corpus.reports.report` for what stands in such a file.
"""

from corpus.reports.binding import bind
from corpus.reports.finding import find_reports, report_files
from corpus.reports.report import CHOICES, PARAMETER_TYPES, Column, Parameter, Report, read_report

__all__ = [
    "CHOICES",
    "PARAMETER_TYPES",
    "Column",
    "Parameter",
    "Report",
    "bind",
    "find_reports",
    "read_report",
    "report_files",
]
