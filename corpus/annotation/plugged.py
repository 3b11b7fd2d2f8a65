"""A model of the user's choice as a recognizer: a spaCy pipeline, or a model file that was trained here."""

import dataclasses
import functools
import pathlib
from collections.abc import Sequence

from corpus.annotation.crf_recognizer import load_recognizer
from corpus.annotation.recognition import Recognizer
from corpus.annotation.spacy_recognizer import load_spacy
from corpus.languages import DEFAULT_LANGUAGE, load_language
from corpus.settings import BUNDLED, Settings
from corpus.spans import Span

__all__ = ["PluggedModel", "chosen_recognizer"]

_TRAINED = ".crfsuite"


@dataclasses.dataclass(frozen=True, slots=True)
class PluggedModel:
    """A recognizer that is no more than the description of a model, so that it passes between processes.

    Each process loads the model when it first needs it, and keeps it.

    Attributes:
        model: A spaCy pipeline's name or folder, or the path of a `.crfsuite` file.
        language: ISO 639-1 code of the language whose lists such a file was trained with.
        batch_size: Sentences that a pipeline reads at once.
        gpu: Whether a pipeline runs on the GPU.
    """

    model: str
    language: str
    batch_size: int
    gpu: bool

    @property
    def name(self) -> str:
        """Name and version of the model."""
        return _loaded(self).name

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """The names of each sentence, in order; none overlap.

        Raises:
            SettingsError: if the model cannot be loaded or run.
        """
        return _loaded(self).tag(sentences)


@functools.lru_cache(maxsize=1)  # a model may take a gigabyte
def _loaded(plugged: PluggedModel) -> Recognizer:
    if plugged.model.endswith(_TRAINED):
        return load_recognizer(pathlib.Path(plugged.model), load_language(plugged.language))
    return load_spacy(plugged.model, batch_size=plugged.batch_size, gpu=plugged.gpu)


def chosen_recognizer(settings: Settings) -> Recognizer | None:
    """The recognizer that the settings ask for; None for the models that come with the languages.

    Raises:
        SettingsError: if there is no such model, or what it needs is not there.
    """
    if settings.model == BUNDLED:
        return None
    path = pathlib.Path(settings.model)
    model = str(path.resolve()) if path.exists() else settings.model  # processes may start in another folder
    plugged = PluggedModel(
        model, settings.told_language or DEFAULT_LANGUAGE, settings.batch_size, settings.gpu
    )
    _loaded(plugged)
    return plugged
