import io
import os
import sys
from pathlib import Path

import pytest

from corpus.errors import RejectedInputError
from corpus.formats import Input, find_inputs, is_readable, read_documents

UNREADABLE = Path("/proc/self/mem")  # a regular file on Linux whose first byte nobody can read


def reason_of(path: Path, **options: int) -> str:
    with pytest.raises(RejectedInputError) as caught:
        list(read_documents(Input("origin", path), **options))
    assert caught.value.origin == "origin"
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \r\n\t\n", "no text, only white space"),
        ("a.txt", "\ufeff".encode(), "no text, only white space"),
        ("a.txt", b"Nul\0tegn", "a NUL byte at position 3: binary, or UTF-16 without a byte order mark"),
        ("a.txt", b"\xff\xfeA\0\0\0", "a NUL character at position 1"),
        ("a.txt", b"x" * 1001, "larger than the limit of 1,000 bytes"),
        ("a.pdf", b"%PDF-1.7", "no reader for .pdf files"),
        ("a.MD", b"# Titel", "no reader for .md files"),
    ],
)
def test_rejects(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert reason_of(path, max_bytes=1000) == reason


def test_rejects_what_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert reason_of(tmp_path / "gone.txt") == "a symbolic link to nowhere.txt, which is not there"
    assert reason_of(tmp_path / "pipe.txt") == "no regular file; pipe it in as -"
    assert reason_of(tmp_path / "folder.txt") == "a folder that cannot be listed"
    assert reason_of(tmp_path / "missing.txt") == "cannot be read: No such file or directory"


@pytest.mark.skipif(not UNREADABLE.exists(), reason="this system has no file that even root cannot read")
def test_rejects_what_the_system_will_not_give() -> None:
    assert reason_of(UNREADABLE).startswith("cannot be read: ")


def test_a_hundred_megabytes_on_one_line_are_rejected_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # sparse: no such bytes are written
    assert reason_of(path) == "larger than the limit of 10,000,000 bytes"


def test_a_line_longer_than_any_paragraph_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Kort.\n\n" + b"ord " * 60_000)
    assert reason_of(path) == "a paragraph of 240,000 characters; the limit is 200,000"
    path.write_bytes(b"ord ord ord\n\r\n" * 60_000)
    assert len(list(read_documents(Input("origin", path)))) == 1


def test_two_files_of_one_origin_are_not_versions_of_each_other(tmp_path: Path) -> None:
    for name in ("2023/a.txt", "2024/a.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(name, encoding="utf-8")
    _, second = find_inputs([str(tmp_path / "2023"), str(tmp_path / "2024")])
    with pytest.raises(RejectedInputError, match=r"2024/a.txt has the same origin as .*2023/a.txt; --root"):
        list(read_documents(second))


def test_standard_input_is_text_and_its_origin_is_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    origins = []
    for content in ("En tekst.", "En anden.", "En tekst."):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        (document,) = read_documents(Input("-", None))
        assert document.text == content
        origins.append(document.origin)
    assert origins[0] == origins[2] != origins[1]


@pytest.mark.parametrize(
    ("name", "named", "readable"),
    [
        ("a.txt", False, True),
        ("a.TXT", False, True),
        ("LICENSE", False, False),  # in a folder that was searched
        ("LICENSE", True, True),  # named
        ("a.json", True, False),
    ],
)
def test_a_reader_is_found_by_the_ending(name: str, named: bool, readable: bool) -> None:
    assert is_readable(Input(name, Path(name), named=named)) is readable
