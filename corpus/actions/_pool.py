"""Annotating many documents, here or in processes of their own: the same annotations in the same order.

Processes are spawned, which is safe with threads and open connections. They get documents and give back
annotations; only this process reads files and writes to the archive.
"""

import collections
import contextlib
import dataclasses
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing.connection import Connection
from typing import TypeVar

from corpus.errors import CorpusError
from corpus.records import Annotation, Document, Original

__all__ = ["Annotate", "Pool", "ahead", "cores"]

Annotate = Callable[..., Iterable[Annotation]]
T = TypeVar("T")

# A process takes half a second to start, in which it could annotate 100,000 characters.
WORTH_A_POOL = 500_000  # characters
CHUNK = 30_000  # characters: some 0.2 s of work, thirty times what it takes to send them
SENTENCE = 100  # characters


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ahead(items: Iterable[T], count: int) -> Iterator[T]:
    """The items, each asked for when the one that comes `count` before it is needed.

    >>> list(ahead("abc", 1))
    ['a', 'b', 'c']
    """
    waiting: collections.deque[T] = collections.deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


class Pool(contextlib.AbstractContextManager["Pool"]):
    """Annotates documents with as many workers as it is given.

    Leaving it on an error or on Ctrl-C ends its processes at once; so does the end of this process, however
    it comes.

    Args:
        annotate: What annotates documents in order, called with a list of them and `language`; where there
            are processes, a function of a module, which they can import.
        language: ISO 639-1 code of the language of documents that do not say theirs, None for what their
            words tell.
        workers: How many processes; 1 for none but this one, None for one a processor where there is much
            to do.
        sentences: How many sentences, about, to annotate together at least.
    """

    def __init__(
        self, annotate: Annotate, *, language: str | None, workers: int | None, sentences: int = 0
    ) -> None:
        self._annotate = annotate
        self._chunk = max(CHUNK, sentences * SENTENCE)
        self._language = language
        self._workers = cores() if workers is None else workers
        self._least = WORTH_A_POOL if workers is None else 0
        self._executor: ProcessPoolExecutor | None = None
        self._stack = contextlib.ExitStack()

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None:
            self._stack.close()
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        self._stack.close()

    def annotate(self, documents: Sequence[Document]) -> Iterator[Annotation]:
        """Begin to annotate documents, and yield their annotations in order.

        They are annotated in the same lists by however many processes; without any, each list when it is
        asked for.

        Raises:
            CorpusError: if a process ended without having been asked to.
            Exception: what annotating a document raised.
        """
        if self._executor is None and self._is_worth_it(documents):
            self._executor = self._start()
        chunks = _chunks(documents, self._chunk)
        if self._executor is None:
            return chain.from_iterable(self._annotate(chunk, language=self._language) for chunk in chunks)
        return _results([self._submitted(self._executor, chunk) for chunk in chunks])

    def _is_worth_it(self, documents: Sequence[Document]) -> bool:
        return self._workers > 1 and sum(len(document.text) for document in documents) >= self._least

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        receiver, sender = context.Pipe(duplex=False)
        self._stack.callback(receiver.close)
        self._stack.callback(sender.close)
        return ProcessPoolExecutor(
            self._workers, mp_context=context, initializer=_begin, initargs=(receiver, gc.get_threshold())
        )

    def _submitted(
        self, executor: ProcessPoolExecutor, documents: Sequence[Document]
    ) -> Future[list[Annotation]]:
        with _ended_workers(), _without_ctrl_c():  # which processes started here inherit
            return executor.submit(_annotated_all, self._annotate, documents, self._language)


def _chunks(documents: Sequence[Document], least: int) -> Iterator[list[Document]]:
    """The documents in lists of some characters at least, without the bytes that they were read from."""
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(dataclasses.replace(document, original=Original(document.original.origin, b"")))
        size += len(document.text)
        if size >= least:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _results(futures: Iterable[Future[list[Annotation]]]) -> Iterator[Annotation]:
    with _ended_workers():
        for future in futures:
            yield from future.result()


@contextlib.contextmanager
def _ended_workers() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise CorpusError(
            "a worker process was ended from outside",
            hint="it may have wanted too much memory: run it again with --workers 1",
        ) from error


def _annotated_all(
    annotate: Annotate, documents: Sequence[Document], language: str | None
) -> list[Annotation]:
    return list(annotate(documents, language=language))


@contextlib.contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back for a moment; only this process is to answer it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(receiver: Connection, collecting: tuple[int, int, int]) -> None:
    """Be a worker: collect garbage as seldom as the parent does, and end with it."""
    gc.set_threshold(*collecting)
    _end_with_parent(receiver)


def _end_with_parent(receiver: Connection) -> None:
    """Let a worker end once the other end of the pipe is closed: by the parent, or because it is gone."""

    def wait() -> None:
        with contextlib.suppress(EOFError, OSError):
            receiver.recv_bytes()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
