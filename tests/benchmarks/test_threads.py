"""The benchmark at a small size; what it measures then says nothing, but that it measures."""

import re
from pathlib import Path

import pytest

from corpus.storage import writer
from corpus.storage.threading import enter_threads

from .threads import CLAIMS, main


def test_it_prints_what_threads_take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--articles", "1000", "--db", str(tmp_path / "threads.db")])
    printed = capsys.readouterr().out
    lines = re.findall(r"^\| ([\d,]+) \| ([\d.]+) \| ([\d.]+) \|$", printed, re.MULTILINE)
    assert [line[0] for line in lines] == ["500", "1,000"]
    assert all(0 < float(threads) < float(whole) for _, whole, threads in lines)
    found = re.search(r"([\d,]+) claims in ([\d,]+) threads, ([\d,]+) in the largest", printed)
    assert found is not None
    claims, threads, largest = (int(number.replace(",", "")) for number in found.groups())
    assert claims == 1000 * CLAIMS
    assert 1 < largest < claims > threads
    assert writer.enter_threads is enter_threads
