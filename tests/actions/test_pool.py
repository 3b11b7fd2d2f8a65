"""Annotating in processes; what they run is in this module, so that they can import it."""

import gc
import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.actions import _pool as module
from corpus.actions._pool import Pool, ahead, cores
from corpus.errors import CorpusError, MissingExtraError
from corpus.records import Annotation, Document, Original


def document(text: str) -> Document:
    return Document(
        original=Original("a", b"x" * 1000), origin=text, text=text, format="text", encoding="utf-8"
    )


def echo(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    """Tells what it got, among how many, and in which process."""
    for document in documents:
        told = f"{document.text} {len(documents)} {len(document.original.content)} {os.getpid()}"
        yield Annotation(language=language, model=told, paragraphs=())


def tell_thresholds(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    yield Annotation(language=language, model=str(gc.get_threshold()), paragraphs=())


def fail(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    yield from echo(documents[:1], language=language)
    raise ZeroDivisionError("our bug")


def refuse(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    raise MissingExtraError("this", "extra")


def die(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    os._exit(1)


def sleep(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    Path(documents[0].text).touch()
    time.sleep(60)
    raise AssertionError("nobody ended it")


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunk", [1, 30_000])
def test_annotations_come_in_the_order_of_the_documents(
    workers: int, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    words = [f"word{n}" for n in range(20)]
    with Pool(echo, language="da", workers=workers) as pool:
        begun = [pool.annotate([document(word) for word in words[start::2]]) for start in (0, 1)]
        found = [[*annotation.model.split(), annotation.language] for part in begun for annotation in part]
    assert [word for word, *_ in found] == words[0::2] + words[1::2]
    assert {language for *_, language in found} == {"da"}
    assert {(together, size) for _, together, size, *_ in found} == {("1" if chunk == 1 else "10", "0")}
    assert (str(os.getpid()) in {process for *_, process, _ in found}) == (workers == 1)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("sentences", "together"),
    [(1, [1, 1, 1, 1]), (330, [1, 1, 1, 1]), (331, [2, 2, 2, 2]), (661, [3, 3, 3, 1]), (9999, [4, 4, 4, 4])],
)
def test_as_many_sentences_as_are_wanted_are_annotated_together(
    workers: int, sentences: int, together: list[int]
) -> None:
    documents = [document("x" * 33_000)] * 4
    with Pool(echo, language="da", workers=workers, sentences=sentences) as pool:
        found = list(pool.annotate(documents))
    assert [int(annotation.model.split()[1]) for annotation in found] == together


@pytest.mark.parametrize(
    ("workers", "processors", "least", "is_here"),
    [
        (None, 2, 5, True),
        (None, 1, 4, True),
        (None, 2, 4, False),
        (1, 2, 0, True),
        (2, 1, 99, False),
    ],
)
def test_processes_are_started_where_it_is_worth_it(
    workers: int | None, processors: int, least: int, is_here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "cores", lambda: processors)
    monkeypatch.setattr(module, "WORTH_A_POOL", least)
    with Pool(echo, language="da", workers=workers) as pool:
        (annotation,) = pool.annotate([document("word")])
    assert annotation.model.endswith(str(os.getpid())) == is_here


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bug_keeps_its_traceback(workers: int) -> None:
    with (
        pytest.raises(ZeroDivisionError, match="our bug") as raised,
        Pool(fail, language="da", workers=workers) as pool,
    ):
        list(pool.annotate([document(letter) for letter in "abc"]))
    place = raised.traceback[-1].name if workers == 1 else str(raised.value.__cause__)
    assert "fail" in place


@pytest.mark.parametrize("workers", [1, 2])
def test_our_own_errors_are_the_same_from_anywhere(workers: int) -> None:
    with pytest.raises(MissingExtraError) as raised, Pool(refuse, language="da", workers=workers) as pool:
        list(pool.annotate([document("a")]))
    assert raised.value.hint == "pip install 'corpus-archive[extra]'"


@pytest.mark.parametrize("thresholds", [(600, 11, 9), (30_000, 5, 7)])
def test_a_worker_collects_garbage_as_seldom_as_the_parent(thresholds: tuple[int, int, int]) -> None:
    before = gc.get_threshold()
    gc.set_threshold(*thresholds)
    try:
        with Pool(tell_thresholds, language="da", workers=2) as pool:
            (annotation,) = pool.annotate([document("a")])
    finally:
        gc.set_threshold(*before)
    assert annotation.model == str(thresholds)


def test_a_worker_that_dies_is_one_line() -> None:
    with pytest.raises(CorpusError) as raised, Pool(die, language="da", workers=2) as pool:
        list(pool.annotate([document("a")]))
    assert raised.value.message == "a worker process was ended from outside"
    assert raised.value.hint.endswith("--workers 1")


def test_ctrl_c_ends_workers_in_the_middle_of_their_work(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupt_sleepers(tmp_path / "begun")
    assert multiprocessing.active_children() == []


def interrupt_sleepers(begun: Path) -> None:
    with Pool(sleep, language="da", workers=2) as pool:
        pool.annotate([document(str(begun))])
        while not begun.exists():
            time.sleep(0.02)
        raise KeyboardInterrupt


@pytest.mark.parametrize(("count", "asked"), [(0, 1), (1, 2), (2, 3), (9, 5)])
def test_items_are_asked_for_ahead(count: int, asked: int) -> None:
    seen: list[int] = []

    def items() -> Iterator[int]:
        for n in range(5):
            seen.append(n)
            yield n

    taken = ahead(items(), count)
    assert next(taken) == 0
    assert len(seen) == asked
    assert list(taken) == [1, 2, 3, 4]


def test_there_is_a_processor() -> None:
    assert cores() >= 1
