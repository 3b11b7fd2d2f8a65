from pathlib import Path

import pytest

from corpus.actions.articles import list_articles
from corpus.actions.import_documents import Annotate, import_documents
from corpus.actions.show import original_of, read_article
from corpus.actions.status import archive_status, rejections_of
from corpus.actions.verify import verify_archive
from corpus.errors import NotFoundError
from corpus.storage.selection import Selection


@pytest.fixture
def archive(database: str, folder: Path, small_annotation: Annotate) -> str:
    import_documents(database, [str(folder)], annotate=small_annotation)
    return database


def test_status_counts_and_names_the_place(archive: str) -> None:
    status = archive_status(archive, runs=1)
    assert (status.counts.articles, status.counts.claims, status.counts.undated) == (3, 4, 1)
    assert [(run.imported, run.rejected) for run in status.runs] == [(3, 2)]
    assert "postgres:@" not in status.place
    assert (status.file_bytes is None) == archive.startswith("postgresql")


def test_rejections_belong_to_a_run(archive: str) -> None:
    assert [row.origin for row in rejections_of(archive, 1)] == ["empty.txt", "wrong-date.txt"]
    with pytest.raises(NotFoundError, match="there is no run 2"):
        rejections_of(archive, 2)


def test_articles_are_listed_by_date(archive: str) -> None:
    assert [row.origin for row in list_articles(archive)] == ["2023/a.txt", "2023/b.txt", "undated.txt"]
    chosen = list_articles(archive, Selection(since="2023-10-01"), limit=1)
    assert [row.origin for row in chosen] == ["2023/b.txt"]


def test_an_article_comes_with_what_was_found_in_it(archive: str, folder: Path) -> None:
    view = read_article(archive, "2023/a.txt")
    assert [mention.text for mention in view.mentions] == ["Kim", "Putin", "Putin"]
    assert [claim.text for claim in view.claims] == ["Putin kommer", "det passer"]
    assert original_of(archive, "a.txt") == (folder / "2023" / "a.txt").read_bytes()


def test_an_imported_archive_is_whole(archive: str) -> None:
    assert list(verify_archive(archive)) == []
