import os
from pathlib import Path

import pytest

from corpus.errors import NotFoundError, UsageError
from corpus.formats import Input, find_inputs

FILES = (
    "b.txt",
    "a.txt",
    "README.md",
    "2023/a.txt",
    "2023/09/c.txt",
    "2024/a.txt",
    "x[1].txt",
    ".hidden/h.txt",
    ".h.txt",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Tekst.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


IN_FOLDER = ["2023/09/c.txt", "2023/a.txt", "2024/a.txt", "README.md", "a.txt", "b.txt", "x[1].txt"]


@pytest.mark.parametrize(
    ("paths", "root", "origins"),
    [
        (["news"], None, IN_FOLDER),
        (["news/"], None, IN_FOLDER),
        (["./news/2023/.."], None, IN_FOLDER),
        (["news"], ".", ["news/" + origin for origin in IN_FOLDER]),
        (["news/b.txt", "news/a.txt"], None, ["b.txt", "a.txt"]),
        (["news/2023/a.txt"], "news", ["2023/a.txt"]),
        (["news/*.txt"], None, ["a.txt", "b.txt", "x[1].txt"]),
        (["news/202?/**/*.txt"], "news", ["2023/09/c.txt", "2023/a.txt", "2024/a.txt"]),
        (["news/x[1].txt"], None, ["x[1].txt"]),  # a file of that name is no glob
        (["news/202?"], "news", ["2023/09/c.txt", "2023/a.txt", "2024/a.txt"]),  # a glob may match folders
        (["news/.h.txt"], None, [".h.txt"]),  # named, so not passed over
        (["news", "news/a.txt", "-"], None, [*IN_FOLDER, "-"]),  # each file once
        (["-", "-"], None, ["-"]),
        ([], None, []),
    ],
)  # fmt: skip
def test_origins_are_relative_to_the_root(
    folder: Path, paths: list[str], root: str | None, origins: list[str]
) -> None:
    assert [found.origin for found in find_inputs(paths, root=root)] == origins


@pytest.mark.parametrize(
    ("paths", "root", "error", "message"),
    [
        (["news", "nowhere"], None, NotFoundError, "nowhere: there is no such file or folder"),
        (["news/*.pdf"], None, NotFoundError, r"news/\*.pdf: matches no file"),
        ([""], None, NotFoundError, "no such file"),
        (["news/a.txt"], "news/2023", UsageError, "a.txt lies outside the root"),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error(
    folder: Path, paths: list[str], root: str | None, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        list(find_inputs(paths, root=root))


def test_a_missing_path_is_found_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(NotFoundError):
        find_inputs(["news", "nowhere"])  # not yet iterated


def test_only_what_the_user_named_is_marked_as_named(folder: Path) -> None:
    found = {each.origin: each.named for each in find_inputs(["news/2023", "news/b.txt", "-"])}
    assert found == {"09/c.txt": False, "a.txt": False, "b.txt": True, "-": True}


def test_two_files_of_one_origin_are_told_apart(folder: Path) -> None:
    first, second = find_inputs(["news/2023/a.txt", "news/2024"])
    assert (first.origin, first.twin) == ("a.txt", None)
    assert (second.origin, second.twin) == ("a.txt", Path("news/2023/a.txt"))


def test_links_are_followed_but_never_in_a_circle(folder: Path) -> None:
    (folder / "2023" / "up").symlink_to(folder)
    (folder / "2024" / "old").symlink_to(folder / "2023" / "09")
    origins = [found.origin for found in find_inputs(["news"])]
    assert origins == [
        *("2023/09/c.txt", "2023/a.txt", "2024/a.txt", "2024/old/c.txt"),
        *("README.md", "a.txt", "b.txt", "x[1].txt"),
    ]


def test_a_name_that_is_no_utf8_gets_an_origin_that_is(folder: Path) -> None:
    (folder / "odd").mkdir()
    (folder / "odd" / os.fsdecode(b"\xe5r.txt")).touch()
    assert [found.origin for found in find_inputs(["news/odd"])] == ["\\xe5r.txt"]


def test_standard_input_has_no_path() -> None:
    assert list(find_inputs(["-"])) == [Input("-", None)]
