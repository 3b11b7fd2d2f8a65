"""Tables as text, one function a format; all but `table` pass rows on as they come."""

import base64
import csv
import dataclasses
import decimal
import html
import io
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

__all__ = [
    "Column",
    "Table",
    "as_csv",
    "as_html",
    "as_json",
    "as_jsonl",
    "as_markdown",
    "as_table",
    "printable",
]

Row = tuple[Any, ...]

# All but tab and line feed: an article must not be able to move the cursor or recolour the terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GAP = "   "  # between the columns of a table


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, for programs, and its heading, for readers."""

    name: str
    heading: str


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """What to render.

    Attributes:
        columns: In order.
        rows: May be read only once.
        title: For formats that show it.
        description: For formats that show it.
    """

    columns: Sequence[Column]
    rows: Iterable[Row]
    title: str = ""
    description: str = ""


def printable(text: str) -> str:
    r"""Text that can do nothing to a terminal but be read.

    >>> printable("red: \x1b[31m")
    'red: �[31m'
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def as_table(table: Table, *, width: int | None, is_terminal: bool) -> Iterator[str]:
    """Aligned columns; cells are wrapped to a terminal's width, and never cut.

    Args:
        table: What to render.
        width: Columns of the terminal; None puts every row on one line, however long.
        is_terminal: Whether colour can be seen.
    """
    rows = [[_cell(value, one_line=width is None) for value in row] for row in table.rows]
    if not rows:
        return iter(())
    headings = [column.heading for column in table.columns]
    is_number = [all(row[place][1] for row in rows) for place in range(len(headings))]
    texts = [[text for text, _ in row] for row in rows]
    if width is None:
        return _aligned(headings, texts, is_number)
    return _wrapped(headings, texts, is_number, width, is_terminal=is_terminal)


def _aligned(headings: list[str], rows: list[list[str]], is_number: list[bool]) -> Iterator[str]:
    """A line for each row; by hand, since rich takes half a minute for 50,000 of them."""
    from rich.cells import cell_len  # noqa: PLC0415 -- rich takes a while to load

    widths = [max(map(cell_len, column)) for column in zip(headings, *rows, strict=True)]
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    yield _line(headings, widths, is_number, cell_len)
    yield f"{rule}\n"
    for row in rows:
        yield _line(row, widths, is_number, cell_len)


def _line(cells: list[str], widths: list[int], is_number: list[bool], cell_len: Callable[[str], int]) -> str:
    filled = []
    for cell, width, right in zip(cells, widths, is_number, strict=True):
        blanks = " " * (width - cell_len(cell))
        filled.append(blanks + cell if right else cell + blanks)
    return _GAP.join(filled).rstrip() + "\n"


def _wrapped(
    headings: list[str], rows: list[list[str]], is_number: list[bool], width: int, *, is_terminal: bool
) -> Iterator[str]:
    from rich import box  # noqa: PLC0415 -- rich takes a while to load
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading, right in zip(headings, is_number, strict=True):
        grid.add_column(Text(heading), justify="right" if right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    page = io.StringIO()
    Console(file=page, width=width, force_terminal=is_terminal, legacy_windows=False).print(grid)
    for line in page.getvalue().removesuffix("\n").split("\n"):
        yield line.rstrip() + "\n"


def _cell(value: object, *, one_line: bool) -> tuple[str, bool]:
    """A value as a table shows it, and whether it could be aligned as a number."""
    if value is None:
        return "", True
    if isinstance(value, bytes | memoryview):
        return f"<{len(bytes(value)):,} bytes>", False
    text = printable(str(value))
    return " ".join(text.split("\n")) if one_line else text, isinstance(value, int | float | decimal.Decimal)


def as_csv(table: Table) -> Iterator[str]:
    """Comma-separated values (RFC 4180, but lines end in LF alone), names of columns first."""
    yield _csv_line(tuple(column.name for column in table.columns))
    for row in table.rows:
        yield _csv_line(tuple(plain(value) for value in row))


def _csv_line(row: Row) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(row)  # which has it quote both signs where they stand
    return line.getvalue().removesuffix("\r\n") + "\n"


def as_json(table: Table) -> Iterator[str]:
    """One array of objects."""
    opening = "[\n  "
    for line in as_jsonl(table):
        yield opening + line.rstrip("\n")
        opening = ",\n  "
    yield "[]\n" if opening.startswith("[") else "\n]\n"


def as_jsonl(table: Table) -> Iterator[str]:
    """One object a line; a column's name that comes again gets a number."""
    names = _distinct([column.name for column in table.columns])
    for row in table.rows:
        values = (plain(value) for value in row)
        yield json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n"


def _distinct(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    distinct = []
    for name in names:
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return distinct


def plain(value: object) -> str | int | float | None:
    """A value as CSV and JSON have it; bytes in Base64."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float | decimal.Decimal) and math.isfinite(value):
        is_whole = isinstance(value, decimal.Decimal) and value == int(value)
        return int(value) if is_whole else float(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return str(value)


def as_markdown(table: Table) -> Iterator[str]:
    """A title, a description and a table as GitHub reads it."""
    if table.title:
        yield f"# {_markdown(table.title)}\n\n"
    if table.description:
        yield f"{_markdown(table.description)}\n\n"
    yield "| " + " | ".join(_markdown(column.heading) for column in table.columns) + " |\n"
    yield "|" + " --- |" * len(table.columns) + "\n"
    for row in table.rows:
        yield "| " + " | ".join(_markdown(_cell(value, one_line=False)[0]) for value in row) + " |\n"


def _markdown(text: str) -> str:
    escaped = re.sub(r"([\\|`*_\[\]])", r"\\\1", html.escape(text, quote=False))
    return escaped.replace("\n", "<br>")


_PAGE_START = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }}
h1 {{ font-size: 1.5rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; vertical-align: top; }}
th {{ border-bottom: 2px solid #888; position: sticky; top: 0; background: Canvas; }}
td.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
td {{ white-space: pre-line; overflow-wrap: anywhere; }}
:root {{ color-scheme: light dark; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{description}</p>
<table>
<thead><tr>{headings}</tr></thead>
<tbody>
"""


def as_html(table: Table) -> Iterator[str]:
    """A page that needs nothing but itself."""
    yield _PAGE_START.format(
        title=html.escape(table.title or "corpus"),
        description=html.escape(table.description),
        headings="".join(f"<th>{html.escape(column.heading)}</th>" for column in table.columns),
    )
    for row in table.rows:
        yield "<tr>" + "".join(map(_html_cell, row)) + "</tr>\n"
    yield "</tbody>\n</table>\n</body>\n</html>\n"


def _html_cell(value: object) -> str:
    text, is_number = _cell(value, one_line=False)
    opening = '<td class="number">' if is_number and value is not None else "<td>"
    return f"{opening}{html.escape(text)}</td>"
