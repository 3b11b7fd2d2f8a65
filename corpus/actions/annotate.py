"""Annotate: find paragraphs, names and claims anew in stored articles, where the rules are not the same."""

import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection, Engine

from corpus.actions._annotating import current_version, pool_of
from corpus.actions._archive import open_current, reading
from corpus.actions._pool import Pool, ahead
from corpus.actions._runs import concluded
from corpus.annotation.plugged import chosen_recognizer
from corpus.annotation.recognition import Recognizer
from corpus.languages import DEFAULT_LANGUAGE
from corpus.records import Annotation
from corpus.settings import AUTO, Settings
from corpus.storage.engine import optimize, write_transaction
from corpus.storage.reannotation import (
    Group,
    StoredArticle,
    annotation_groups,
    forget_unused,
    rewrite_batch,
    stored_batches,
    unfinished_since,
)
from corpus.storage.runs import RunCounts, finish_run, record_rejections, start_run

__all__ = ["AnnotateSummary", "annotate_archive", "count_stale"]

Progress = Callable[[str, str | None], None]

BATCH_ARTICLES = 500
BATCH_CHARACTERS = 5_000_000
DAMAGED = "its words are not those that were stored"


@dataclasses.dataclass(frozen=True, slots=True)
class AnnotateSummary:
    """What became of an annotation pass.

    Attributes:
        run_id: The run that the new rows name.
        annotated: Articles annotated again, older versions too.
        up_to_date: Articles that were not stale.
        damaged: Articles that are no longer what their hash says; they were left as they are.
        seconds: How long it took.
        interrupted: Whether Ctrl-C ended it; what is counted here is stored.
    """

    run_id: int
    annotated: int
    up_to_date: int
    damaged: int
    seconds: float
    interrupted: bool


def annotate_archive(  # noqa: PLR0913 -- all but one by keyword
    db: str,
    *,
    everything: bool = False,
    language: str | None = None,
    settings: Settings | None = None,
    workers: int | None = 1,
    progress: Progress | None = None,
) -> AnnotateSummary:
    """Annotate again what other rules or another model annotated than those that are asked for now.

    The archive is then as if everything were imported anew, but for the keys of its rows.

    Args:
        db: The archive's path or URL.
        everything: Whether to annotate again what is up to date too. If the last such pass did not end, it
            goes on where that one was.
        language: ISO 639-1 code of articles that have none, for want of rules when they were imported; by
            default what their import was told.
        settings: The model; the one that comes with the language where it is not given.
        workers: How many processes annotate; as for `import_documents`.
        progress: Called for each article with its origin, and with the reason where it is damaged.

    Raises:
        SettingsError: if there is no such model; nothing is annotated.
        DatabaseError: if the archive cannot be used; what was counted before is stored.
    """
    settings = settings or Settings()
    engine = open_current(db, mode="write")
    recognizer = chosen_recognizer(settings)
    work = _Annotation(engine, progress or _no_progress)
    work.start(settings, recognizer, everything=everything, language=language)
    work.run(pool_of(settings, recognizer, workers))
    return work.summary()


def count_stale(
    db: str, *, everything: bool = False, language: str | None = None, settings: Settings | None = None
) -> int:
    """How many articles `annotate_archive` would annotate.

    Raises:
        SettingsError: if there is no such model.
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    with reading(db) as connection:
        recognizer = chosen_recognizer(settings or Settings())
        plan = _plan(connection, recognizer, everything=everything, language=language)
    return sum(group.articles for group in plan.stale)


def _no_progress(_origin: str, _reason: str | None) -> None:
    pass


@dataclasses.dataclass(frozen=True, slots=True)
class _Plan:
    """What there is to do.

    Attributes:
        stale: The articles to annotate.
        languages: The language of each group of articles, None for what their words tell.
        up_to_date: How many articles are not stale.
        oldest: The oldest run that annotated those; None if there are none.
    """

    stale: list[Group]
    languages: Mapping[tuple[str | None, int, int], str | None]
    up_to_date: int
    oldest: int | None


def _plan(
    connection: Connection, recognizer: Recognizer | None, *, everything: bool, language: str | None
) -> _Plan:
    groups = annotation_groups(connection)
    languages = {group.key: _told(group.language or language or group.asked_language) for group in groups}
    done_since = unfinished_since(connection) if everything else 0
    stale = [
        group
        for group in groups
        if done_since is None
        or group.annotation_run_id < done_since
        or _is_outdated(group, current_version(languages[group.key] or DEFAULT_LANGUAGE, recognizer))
    ]
    rest = [group for group in groups if group not in stale]
    return _Plan(
        stale=stale,
        languages=languages,
        up_to_date=sum(group.articles for group in rest),
        oldest=min((group.annotation_run_id for group in rest), default=None),
    )


def _told(language: str | None) -> str | None:
    return None if language == AUTO else language


def _is_outdated(group: Group, version: str | None) -> bool:
    """Whether there are rules for its language, and other ones than those that annotated it."""
    return version is not None and version not in group.models


@dataclasses.dataclass(frozen=True, slots=True)
class _Begun:
    """A batch on its way back into the archive; its annotations are of its whole articles, in their order."""

    articles: list[StoredArticle]
    annotations: Iterator[Annotation]


class _Annotation:
    """One annotation pass, from its run's first row to its last."""

    def __init__(self, engine: Engine, progress: Progress) -> None:
        self._engine = engine
        self._progress = progress
        self._started = time.monotonic()
        self._interrupted = False
        self._counts = RunCounts()

    def start(
        self, settings: Settings, recognizer: Recognizer | None, *, everything: bool, language: str | None
    ) -> None:
        """Record that it begins, and find out what there is to do."""
        with write_transaction(self._engine) as connection:
            self._plan = _plan(connection, recognizer, everything=everything, language=language)
            asked = {"all": everything, "language": language, "model": settings.model}
            self._run_id = start_run(connection, kind="annotate", settings=asked)
        self._counts = RunCounts(inputs_read=self._plan.up_to_date, unchanged=self._plan.up_to_date)

    def run(self, pool: Pool) -> None:
        """Annotate everything that is stale; Ctrl-C ends it between two batches."""

        def work() -> None:
            stored = stored_batches(
                self._engine, self._plan.stale, articles=BATCH_ARTICLES, characters=BATCH_CHARACTERS
            )
            with pool:
                for batch in ahead((self._begun(articles, pool) for articles in stored), 1):
                    self._store(batch)
            with write_transaction(self._engine) as connection:
                forget_unused(connection, self._run_id)
            if self._counts.imported >= BATCH_ARTICLES:
                optimize(self._engine)

        self._interrupted = concluded(work, self._finish) == "interrupted"

    def summary(self) -> AnnotateSummary:
        """What became of it."""
        return AnnotateSummary(
            run_id=self._run_id,
            annotated=self._counts.imported,
            up_to_date=self._counts.unchanged,
            damaged=self._counts.rejected,
            seconds=time.monotonic() - self._started,
            interrupted=self._interrupted,
        )

    def _begun(self, articles: list[StoredArticle], pool: Pool) -> _Begun:
        documents = [
            dataclasses.replace(article.document, language=self._plan.languages[article.group])
            for article in articles
            if article.document is not None
        ]
        return _Begun(articles, pool.annotate(documents))

    def _store(self, batch: _Begun) -> None:
        pairs = list(self._annotated(batch))
        damaged = [(article.origin, DAMAGED) for article in batch.articles if article.document is None]
        with write_transaction(self._engine) as connection:
            oldest = self._plan.oldest or self._run_id
            rewrite_batch(connection, self._run_id, pairs, oldest=oldest)
            record_rejections(connection, self._run_id, damaged)
            counts = RunCounts(
                inputs_read=self._counts.inputs_read + len(batch.articles),
                imported=self._counts.imported + len(pairs),
                unchanged=self._counts.unchanged,
                rejected=self._counts.rejected + len(damaged),
            )
            finish_run(connection, self._run_id, counts, "running")
        self._counts = counts

    def _annotated(self, batch: _Begun) -> Iterator[tuple[StoredArticle, Annotation]]:
        """The whole articles with their annotations; tells of every article."""
        for article in batch.articles:
            if article.document is not None:
                yield article, next(batch.annotations)
            self._progress(article.origin, DAMAGED if article.document is None else None)

    def _finish(self, status: str) -> None:
        with write_transaction(self._engine) as connection:
            finish_run(connection, self._run_id, self._counts, status)
