"""Any spaCy pipeline that recognizes names, as a recognizer; the only module that knows spaCy."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.annotation.recognition import Recognizer
from corpus.errors import MissingExtraError, SettingsError
from corpus.settings import BATCH_SIZE
from corpus.spans import Span, kind_of_label

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["load_spacy"]

_FINDS_NAMES = "doc.ents"
_FEATURES = frozenset({"tok2vec", "transformer", "curated_transformer"})  # factories that others listen to
# spaCy's own pipelines, which its downloader knows: da_core_news_lg.
_OFFICIAL = re.compile(r"[a-z]{2,3}_(?:core|dep|ent)_(?:news|web|wiki)_(?:sm|md|lg|trf)")


def load_spacy(name_or_path: str, *, batch_size: int = BATCH_SIZE, gpu: bool = False) -> Recognizer:
    """Load a spaCy pipeline, of which only what its names need will run.

    Args:
        name_or_path: An installed pipeline's name (`da_core_news_lg`) or the folder of a saved one.
        batch_size: Sentences that the model reads at once.
        gpu: Whether to run on the GPU; without one, that is an error.

    Raises:
        MissingExtraError: if spaCy is not installed.
        SettingsError: if there is no such pipeline, it cannot be loaded here, or it recognizes no names.
    """
    try:
        import spacy  # noqa: PLC0415 -- takes a second to load, and is an extra
    except ImportError as error:
        raise MissingExtraError(f"the model {name_or_path}", "spacy") from error
    if gpu:
        _require_gpu()
    try:
        pipeline = spacy.load(name_or_path)
    except Exception as error:  # of any class: it runs the pipeline's own code on the pipeline's own files
        raise _failure(name_or_path, error) from error
    _keep_what_names_need(pipeline, name_or_path)
    return _SpacyRecognizer(pipeline, batch_size)


def _require_gpu() -> None:
    from thinc.api import require_gpu  # noqa: PLC0415 -- spaCy's own way to a GPU

    try:
        require_gpu()
    except ValueError as error:
        raise SettingsError(
            f"no GPU can be used: {error}", hint="pip install 'spacy[cuda12x]', or do without"
        ) from error


def _failure(name: str, error: Exception) -> SettingsError:
    """What went wrong, in one line, and the command that mends it where there is one."""
    message = str(error).strip()
    if "[E050]" in message and _OFFICIAL.fullmatch(name):
        return SettingsError(f"the model {name} is not installed", hint=f"python -m spacy download {name}")
    if "[E050]" in message:
        hint = "give the name of an installed spaCy pipeline or the folder of a saved one"
        return SettingsError(f"there is no model {name}", hint=hint)
    reason = _reason(error)
    is_transformer = "[E002]" in message and "transformer" in reason
    hint = (
        "pip install spacy-transformers" if is_transformer else "is it whole, and of this version of spaCy?"
    )
    return SettingsError(f"the model {name} cannot be loaded: {reason}", hint=hint)


def _reason(error: Exception) -> str:
    """The first sentence of an error, in one line."""
    return re.sub(r"\s+", " ", str(error).strip()).partition(". ")[0] or type(error).__name__


def _keep_what_names_need(pipeline: "Language", name: str) -> None:
    metas = {pipe: pipeline.get_pipe_meta(pipe) for pipe in pipeline.pipe_names}
    if not any(_FINDS_NAMES in meta.assigns for meta in metas.values()):
        raise SettingsError(f"the model {name} recognizes no names", hint="choose one with a pipe like ner")
    for pipe, meta in metas.items():
        if _FINDS_NAMES not in meta.assigns and meta.factory not in _FEATURES:
            pipeline.remove_pipe(pipe)


class _SpacyRecognizer:
    def __init__(self, pipeline: "Language", batch_size: int) -> None:
        self._pipeline = pipeline
        self._batch_size = batch_size
        self.name = _name(pipeline)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """The names of each sentence, in order; none overlap.

        Raises:
            SettingsError: if the pipeline cannot be run.
        """
        try:
            with self._pipeline.memory_zone():  # or it would keep every word that it ever read
                docs = self._pipeline.pipe(map(self._doc, sentences), batch_size=self._batch_size)
                return [list(_spans(doc)) for doc in docs]
        except Exception as error:  # of any class, as above
            raise SettingsError(
                f"the model {self.name} cannot be run: {_reason(error)}",
                hint="is it trained? on a GPU, a smaller --batch-size wants less memory",
            ) from error

    def _doc(self, words: Sequence[str]) -> "Doc":
        from spacy.tokens import Doc  # noqa: PLC0415

        return Doc(self._pipeline.vocab, words=list(words))


def _spans(doc: "Doc") -> Iterator[Span]:
    for entity in doc.ents:
        kind = kind_of_label(entity.label_)
        if kind is not None:
            yield entity.start, entity.end, kind


def _name(pipeline: "Language") -> str:
    """Name and version as the pipeline gives them, and what tells apart two that give the same.

    Pipelines that somebody trained are mostly called `pipeline`, version 0.0.0: their weights are not.
    """
    meta = pipeline.meta
    weights = hashlib.sha256()
    for name, pipe in pipeline.pipeline:
        if _FINDS_NAMES in pipeline.get_pipe_meta(name).assigns and hasattr(pipe, "to_bytes"):
            weights.update(pipe.to_bytes())
    return f"{meta['lang']}_{meta['name']}-{meta['version']}+{weights.hexdigest()[:8]}"
