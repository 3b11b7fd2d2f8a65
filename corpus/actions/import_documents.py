"""Import: find the inputs, read them, annotate what is new, store it, and account for every one."""

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Engine

from corpus.actions._annotating import current_version, pool_of
from corpus.actions._archive import open_current
from corpus.actions._pool import Annotate, Pool, ahead
from corpus.actions._runs import concluded
from corpus.annotation.plugged import chosen_recognizer
from corpus.errors import MissingArchiveError, RejectedInputError
from corpus.formats import Input, find_inputs, is_readable, read_documents
from corpus.languages import DEFAULT_LANGUAGE
from corpus.records import Annotation, Document
from corpus.settings import Settings
from corpus.storage.engine import optimize, read_transaction, write_transaction
from corpus.storage.queries import run_query
from corpus.storage.runs import RunCounts, finish_run, record_rejections, start_run
from corpus.storage.schema import upgrade
from corpus.storage.writer import known_hashes, write_batch

__all__ = ["Annotate", "ImportSummary", "Progress", "import_documents"]

Progress = Callable[[str, str | None], None]
Rejection = tuple[str, str]

# One transaction: large enough to be fast, small enough for little memory and little lost to Ctrl-C.
BATCH_DOCUMENTS = 500
BATCH_CHARACTERS = 5_000_000


@dataclasses.dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of an import: read = imported + unchanged + rejected.

    Attributes:
        run_id: The run that its rows name.
        read: Documents read, and inputs rejected.
        imported: Documents stored.
        unchanged: Documents that the archive had already.
        rejected: Inputs that could not be stored.
        new_versions: How many of those imported replace an older article of the same origin.
        skipped: Files of the folders given that no reader takes, counted by the ending of their names.
        not_read: Documents stored in which neither names nor claims were looked for, since there are no
            rules for their language, counted by its code.
        seconds: How long it took.
        interrupted: Whether Ctrl-C ended it; what is counted here is stored.
    """

    run_id: int
    read: int
    imported: int
    unchanged: int
    rejected: int
    new_versions: int
    skipped: Counter[str]
    not_read: Counter[str]
    seconds: float
    interrupted: bool


def import_documents(  # noqa: PLR0913 -- all but two by keyword
    db: str,
    paths: Iterable[str],
    *,
    settings: Settings | None = None,
    root: str | None = None,
    annotate: Annotate | None = None,
    workers: int | None = 1,
    progress: Progress | None = None,
) -> ImportSummary:
    """Read files, folders, globs and `-` into an archive, which is made if there is none.

    What is stored is stored whole: an input's documents and all that is found in them, or nothing of it.

    Args:
        db: The archive's path or URL.
        paths: What to import.
        settings: Language, largest input and model; the defaults where it is not given.
        root: The folder that origins are relative to; see `find_inputs`.
        annotate: Finds paragraphs, names and claims in documents instead of `corpus.annotation.annotate_all`.
        workers: How many processes annotate: 1 for none but this one, None for one a processor where there
            is much to do. With more than one, a script must keep its own work under `if __name__ ==
            "__main__"`, since each process imports it.
        progress: Called for each input with its origin, and with the reason where it is rejected.

    Raises:
        NotFoundError: if a path leads nowhere; nothing is imported.
        SettingsError: if there is no such model; nothing is imported.
        DatabaseError: if the archive cannot be used; what was counted before is stored.
    """
    settings = settings or Settings()
    inputs = find_inputs(paths, root=root)
    if annotate:
        model, pool = None, Pool(annotate, language=settings.told_language, workers=workers)
    else:
        recognizer = chosen_recognizer(settings)
        model = current_version(settings.told_language or DEFAULT_LANGUAGE, recognizer)
        pool = pool_of(settings, recognizer, workers)
    work = _Import(_archive(db), settings, progress or _no_progress)
    work.start(model)
    work.run(inputs, pool)
    return work.summary()


def _no_progress(_origin: str, _reason: str | None) -> None:
    pass


def _archive(db: str) -> Engine:
    try:
        return open_current(db, mode="write")
    except MissingArchiveError:
        upgrade(db)
        return open_current(db, mode="write")


@dataclasses.dataclass(frozen=True, slots=True)
class _Begun:
    """A batch on its way into the archive; its annotations are of its fresh documents, in their order."""

    documents: list[Document]
    rejections: list[Rejection]
    fresh: list[Document]
    annotations: Iterator[Annotation]


class _Import:
    """One import, from its run's first row to its last.

    Attributes:
        counts: What is stored, and so counted, so far.
    """

    def __init__(self, engine: Engine, settings: Settings, progress: Progress) -> None:
        self._engine = engine
        self._settings = settings
        self._progress = progress
        self._skipped: Counter[str] = Counter()
        self._not_read: Counter[str] = Counter()
        self._started = time.monotonic()
        self._interrupted = False
        self._run_id = 0
        self.counts = RunCounts()

    def start(self, model: str | None) -> None:
        """Record that it begins."""
        asked = {name: getattr(self._settings, name) for name in ("language", "max_input_mb", "model")}
        with write_transaction(self._engine) as connection:
            self._run_id = start_run(connection, kind="import", model=model, settings=asked)

    def run(self, inputs: Iterable[Input], pool: Pool) -> None:
        """Read and store everything; Ctrl-C ends it between two batches."""

        def work() -> None:
            with pool:
                batches = (self._begun(*batch, pool) for batch in self._batches(inputs))
                for batch in ahead(batches, 1):
                    self._store(batch)
            if self.counts.imported >= BATCH_DOCUMENTS:
                optimize(self._engine)

        self._interrupted = concluded(work, self._finish) == "interrupted"

    def summary(self) -> ImportSummary:
        """What became of it."""
        statement = "SELECT COUNT(*) FROM articles WHERE run_id = :run AND previous_id IS NOT NULL"
        with read_transaction(self._engine) as connection:
            _, [(new_versions,)] = run_query(connection, statement, {"run": self._run_id})
        return ImportSummary(
            run_id=self._run_id,
            read=self.counts.inputs_read,
            imported=self.counts.imported,
            unchanged=self.counts.unchanged,
            rejected=self.counts.rejected,
            new_versions=new_versions,
            skipped=self._skipped,
            not_read=self._not_read,
            seconds=time.monotonic() - self._started,
            interrupted=self._interrupted,
        )

    def _batches(self, inputs: Iterable[Input]) -> Iterator[tuple[list[Document], list[Rejection]]]:
        documents: list[Document] = []
        rejections: list[Rejection] = []
        characters = 0
        for found in inputs:
            if not found.named and not is_readable(found):
                self._skipped[_ending(found)] += 1
                continue
            try:
                read = list(read_documents(found, max_bytes=self._settings.max_input_mb * 1_000_000))
            except RejectedInputError as error:
                rejections.append((error.origin, error.reason))
                self._progress(error.origin, error.reason)
            else:
                documents += read
                characters += sum(len(document.text) for document in read)
            if len(documents) + len(rejections) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
                yield documents, rejections
                documents, rejections, characters = [], [], 0
        yield documents, rejections

    def _begun(self, documents: list[Document], rejections: list[Rejection], pool: Pool) -> _Begun:
        """A batch of which each document that the archive lacks is being annotated, once."""
        by_hash: dict[str, Document] = {}
        for document in documents:
            by_hash.setdefault(document.hash, document)
        with read_transaction(self._engine) as connection:
            for known in known_hashes(connection, by_hash):
                del by_hash[known]
        fresh = list(by_hash.values())
        return _Begun(documents, rejections, fresh, pool.annotate(fresh))

    def _store(self, batch: _Begun) -> None:
        """Wait for annotations outside the transaction, which others may be waiting for; count after it."""
        pairs = list(self._annotated(batch))
        with write_transaction(self._engine) as connection:
            stored = write_batch(connection, self._run_id, pairs)
            record_rejections(connection, self._run_id, batch.rejections)
            counts = RunCounts(
                inputs_read=self.counts.inputs_read + len(batch.documents) + len(batch.rejections),
                imported=self.counts.imported + stored.imported,
                unchanged=self.counts.unchanged + len(batch.documents) - stored.imported,
                rejected=self.counts.rejected + len(batch.rejections),
            )
            finish_run(connection, self._run_id, counts, "running")
        self.counts = counts
        self._not_read.update(
            document.language or annotation.guessed_language or self._settings.language
            for document, annotation in pairs
            if annotation.language is None
        )

    def _annotated(self, batch: _Begun) -> Iterator[tuple[Document, Annotation]]:
        """The batch's fresh documents with their annotations; tells of every document."""
        fresh = {id(document) for document in batch.fresh}
        for document in batch.documents:
            if id(document) in fresh:
                yield document, next(batch.annotations)
            self._progress(document.origin, None)

    def _finish(self, status: str) -> None:
        with write_transaction(self._engine) as connection:
            finish_run(connection, self._run_id, self.counts, status)


def _ending(found: Input) -> str:
    return found.path.suffix.lower() if found.path else ""
