import csv
import decimal
import html.parser
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cli._rendering import (
    Column,
    Table,
    as_csv,
    as_html,
    as_json,
    as_jsonl,
    as_markdown,
    as_table,
    printable,
)

COLUMNS = (Column("name", "Name"), Column("n", "Count"))
ROWS: list[tuple[Any, ...]] = [('Kim; "Jong"\nun', 1), ("a|b <i>", None), (b"\x00\xff", 2.5)]

OBJECTS = [
    '{"name": "Kim; \\"Jong\\"\\nun", "n": 1}',
    '{"name": "a|b <i>", "n": null}',
    '{"name": "AP8=", "n": 2.5}',
]

MARKDOWN = [
    "| Name | Count |",
    "| --- | --- |",
    '| Kim; "Jong"<br>un | 1 |',
    "| a\\|b &lt;i&gt; |  |",
    "| &lt;2 bytes&gt; | 2.5 |",
]


def table(rows: list[tuple[Any, ...]] = ROWS, **options: str) -> Table:
    return Table(COLUMNS, iter(rows), **options)


@pytest.mark.parametrize(
    ("render", "expected"),
    [
        (as_csv, 'name,n\n"Kim; ""Jong""\nun",1\na|b <i>,\nAP8=,2.5\n'),
        (as_jsonl, "\n".join([*OBJECTS, ""])),
        (as_json, "[\n  " + ",\n  ".join(OBJECTS) + "\n]\n"),
        (as_markdown, "\n".join([*MARKDOWN, ""])),
    ],
)
def test_renders(render: Callable[[Table], Iterator[str]], expected: str) -> None:
    assert "".join(render(table())) == expected


@pytest.mark.parametrize(
    ("render", "expected"),
    [
        (as_csv, "name,n\n"),
        (as_jsonl, ""),
        (as_json, "[]\n"),
        (as_markdown, "| Name | Count |\n| --- | --- |\n"),
    ],
)
def test_renders_no_rows(render: Callable[[Table], Iterator[str]], expected: str) -> None:
    assert "".join(render(table([]))) == expected


def test_a_table_without_a_terminal_has_one_line_a_row() -> None:
    assert "".join(as_table(table(), width=None, is_terminal=False)).splitlines() == [
        "Name             Count",
        "──────────────────────",
        'Kim; "Jong" un       1',
        "a|b <i>",
        "<2 bytes>          2.5",
    ]


def test_a_table_on_a_terminal_wraps_and_never_cuts() -> None:
    words = " ".join(f"ord{number}" for number in range(40)) + " " + "x" * 100
    lines = list(as_table(table([(words, "#")]), width=40, is_terminal=False))
    assert all(len(line) <= 40 + len("\n") for line in lines)
    assert "".join("".join(lines[2:]).replace("#", "").split()) == words.replace(" ", "")


def test_a_table_of_nothing_is_nothing() -> None:
    assert list(as_table(table([]), width=80, is_terminal=False)) == []


def test_a_page_is_whole_and_lets_nothing_out() -> None:
    page = "".join(as_html(table([("<script>alert(1)</script>", 3)], title="A & B", description="<b>")))
    parser = _Tags()
    parser.feed(page)
    assert parser.opened == parser.closed
    assert "script" not in parser.opened
    assert "<title>A &amp; B</title>" in page
    assert "http" not in page  # nothing is fetched from elsewhere
    assert '<td>&lt;script&gt;alert(1)&lt;/script&gt;</td><td class="number">3</td>' in page


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.closed: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag != "meta":
            self.opened = sorted([*self.opened, tag])

    def handle_endtag(self, tag: str) -> None:
        self.closed = sorted([*self.closed, tag])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (decimal.Decimal(3), "3"),
        (decimal.Decimal("3.5"), "3.5"),
        (float("nan"), '"nan"'),
        (True, "1"),
        (memoryview(b"abc"), '"YWJj"'),
    ],
)
def test_what_databases_return_becomes_plain_json(value: object, expected: str) -> None:
    (line,) = as_jsonl(Table((Column("x", "X"),), [(value,)]))
    assert line == f'{{"x": {expected}}}\n'


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.none() | st.integers()), max_size=5))
def test_what_is_written_can_be_read_back(rows: list[tuple[Any, ...]]) -> None:
    assert json.loads("".join(as_json(table(rows)))) == [{"name": name, "n": n} for name, n in rows]
    read = list(csv.reader(io.StringIO("".join(as_csv(table(rows))), newline="")))
    assert read[1:] == [[name, "" if n is None else str(n)] for name, n in rows]


@given(st.text())
def test_printable_text_holds_no_control_but_line_ends_and_tabs(text: str) -> None:
    assert {sign for sign in printable(text) if ord(sign) < 32 or 127 <= ord(sign) < 160} <= {"\n", "\t"}
