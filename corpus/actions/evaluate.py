"""Evaluate: compare what is found in texts with what people annotated in them; no archive is needed."""

import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from corpus.annotation import annotate_all
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.plugged import chosen_recognizer
from corpus.annotation.recognition import Recognizer
from corpus.annotation.tagging import tag_tokens
from corpus.errors import NotFoundError, SettingsError, UsageError
from corpus.evaluation import (
    ARTICLE_FIGURES,
    ARTICLE_GROUPS,
    NAME_FIGURES,
    THREAD_GROUPS,
    Figure,
    Miss,
    TaggedFile,
    Tally,
    compare_article,
    compare_names,
    compare_threads,
    figures_of,
    found_in,
    measures,
    read_gold,
    read_tagged,
)
from corpus.formats import find_inputs, read_documents
from corpus.languages import DEFAULT_LANGUAGE, load_language
from corpus.propositions import join_claims, place
from corpus.records import Annotation, Claim, Document
from corpus.settings import Settings
from corpus.spans import Span

__all__ = ["Evaluation", "evaluate"]

_Tagger = Callable[[Sequence[Sequence[str]]], list[list[Span]]]


@dataclasses.dataclass(frozen=True, slots=True)
class Evaluation:
    """What a comparison gave.

    Attributes:
        figures: In the order in which they are best shown.
        misses: Everything that lowers them.
        size: How many tokens or articles were read.
        unit: `tokens` or `articles`.
        seconds: How long the annotation took, without reading files and loading rules or models.
        notes: What of the gold was left out, a line each.
        groups: The names of the figures by the heading that they are best shown under; empty where there
            are few.
    """

    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...]
    size: int
    unit: str
    seconds: float
    notes: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    @property
    def per_second(self) -> float:
        """Tokens or articles annotated in a second."""
        return self.size / max(self.seconds, 1e-6)

    @property
    def measures(self) -> dict[str, float]:
        """Every number by its name: `claim_f1`, `speaker`, `tokens_per_second` ..."""
        return {**measures(self.figures), f"{self.unit}_per_second": self.per_second}


def evaluate(
    gold: str,
    *,
    folder: str | None = None,
    model_only: bool = False,
    settings: Settings | None = None,
) -> Evaluation:
    """Compare with a treebank's names, or with gold articles where the file's name ends in `.json`.

    Args:
        gold: The treebank or gold file; see `read_tagged` and `read_gold` of corpus.evaluation.
        folder: Where the texts of gold articles are; the gold file's own folder by default.
        model_only: Whether to score the names of the model alone, without word lists and what the rest of
            the article tells; of a treebank only.
        settings: Language, largest input and model; the defaults where it is not given.

    Raises:
        NotFoundError: if there is no such file or folder, or the folder holds none of the articles.
        RejectedInputError: if the gold file or a text cannot be read, with the reason.
        SettingsError: if there are no rules for the language, or no such model.
        UsageError: if an option is not for this kind of gold.
    """
    settings = settings or Settings()
    path = Path(gold)
    language = settings.told_language or DEFAULT_LANGUAGE
    recognizer = chosen_recognizer(settings) or bundled_recognizer(load_language(language))
    if path.suffix.lower() != ".json":
        if folder is not None:
            raise UsageError("a folder of texts is for gold articles", hint="leave --folder out")
        return _evaluate_names(read_tagged(path), _tagger(recognizer, language, alone=model_only))
    if model_only:
        raise UsageError("a model alone finds no claims", hint="leave --model-only out, or give a treebank")
    return _evaluate_articles(path, Path(folder) if folder else path.parent, settings, recognizer)


def _tagger(recognizer: Recognizer | None, language: str, *, alone: bool) -> _Tagger:
    """What finds names."""
    if not alone:
        return lambda sentences: tag_tokens(sentences, language, recognizer=recognizer)
    if recognizer is None:
        raise SettingsError(f"no model comes with the language {language!r}", hint="--model names one")
    return recognizer.tag


def _evaluate_names(file: TaggedFile, tag: _Tagger) -> Evaluation:
    started = time.perf_counter()
    tagged = [tag([sentence.words for sentence in document]) for document in file.documents]
    seconds = time.perf_counter() - started
    tallies = [
        compare_names(sentence.place, sentence.words, sentence.spans, spans, file.kinds)
        for document, found in zip(file.documents, tagged, strict=True)
        for sentence, spans in zip(document, found, strict=True)
    ]
    size = sum(len(sentence.words) for document in file.documents for sentence in document)
    left_out = ", ".join(f"{count:,} {label}" for label, count in sorted(file.ignored.items()))
    notes = (f"not scored, being no names: {left_out}",) if left_out else ()
    return _evaluation(tallies, NAME_FIGURES, size, "tokens", seconds, notes)


def _evaluate_articles(
    path: Path, folder: Path, settings: Settings, recognizer: Recognizer | None
) -> Evaluation:
    gold = read_gold(path)
    documents = dict(_documents(gold, folder, settings))
    if not documents:
        raise NotFoundError(
            f"{folder} holds no text of {path.name}", hint="--folder names the folder that does"
        )
    started = time.perf_counter()
    annotations = list(
        annotate_all(list(documents.values()), language=settings.told_language, recognizer=recognizer)
    )
    seconds = time.perf_counter() - started
    pairs = zip(documents.values(), annotations, strict=True)
    found = dict(zip(documents, found_in(pairs), strict=True))
    tallies = [compare_article(key, wanted, found.get(key)) for key, wanted in gold.items()]
    missing = ", ".join(key for key in gold if key not in found)
    notes = (f"not in {folder}, and counted as not found: {missing}",) if missing else ()
    evaluation = _evaluation(tallies, ARTICLE_FIGURES, len(found), "articles", seconds, notes)
    labels = dict(zip(documents, _threads(documents.values(), annotations), strict=True))
    threads, misses = compare_threads(gold, found, labels)
    return dataclasses.replace(
        evaluation,
        figures=(*evaluation.figures, *([threads] if threads else [])),
        misses=(*evaluation.misses, *misses),
        groups={**ARTICLE_GROUPS, **THREAD_GROUPS},
    )


def _threads(documents: Iterable[Document], annotations: Iterable[Annotation]) -> list[list[int | None]]:
    """Of each document the threads of its claims, by their paragraphs, as an archive of them has them."""
    claims = [
        [
            (_place(document, claim), claim)
            for claim in sorted(annotation.claims, key=lambda claim: claim.paragraph)
        ]
        for document, annotation in zip(documents, annotations, strict=True)
    ]
    about = {at: claim.proposition for of_one in claims for at, claim in of_one}
    threads = join_claims({at: dict(found.terms) for at, found in about.items() if found is not None})
    return [[threads.get(at) for at, _ in of_one] for of_one in claims]


def _place(document: Document, claim: Claim) -> int:
    day = document.published.earliest if document.published else None
    return place(day, document.hash, claim.cue_start)


def _documents(keys: Iterable[str], folder: Path, settings: Settings) -> Iterator[tuple[str, Document]]:
    """The documents of the files whose names begin with a key."""
    if not folder.is_dir():
        raise NotFoundError(f"{folder}: there is no such folder")
    for found in find_inputs([str(folder)]):
        name = PurePosixPath(found.origin).name
        for key in keys:
            if name.startswith(key) and found.path is not None and found.path.suffix.lower() != ".json":
                for document in read_documents(found, max_bytes=settings.max_input_mb * 1_000_000):
                    yield key, document


def _evaluation(  # noqa: PLR0913, PLR0917 -- one place where all of it meets
    tallies: Sequence[Tally],
    names: Sequence[str],
    size: int,
    unit: str,
    seconds: float,
    notes: tuple[str, ...],
) -> Evaluation:
    return Evaluation(
        figures=tuple(figures_of(tallies, names)),
        misses=tuple(miss for tally in tallies for miss in tally.misses),
        size=size,
        unit=unit,
        seconds=seconds,
        notes=notes,
    )
