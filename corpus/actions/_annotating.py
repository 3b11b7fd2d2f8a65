"""What annotates, with the model that the settings name, and how runs record it."""

import functools

from corpus import annotation
from corpus.actions._pool import Pool
from corpus.annotation.recognition import Recognizer
from corpus.languages import available_languages
from corpus.settings import Settings

__all__ = ["current_version", "pool_of"]


def current_version(language: str, recognizer: Recognizer | None) -> str | None:
    """Name and version of what annotates a language now, None where there are no rules for it."""
    if language not in available_languages():
        return None
    return annotation.rules_version(language, recognizer)


def pool_of(settings: Settings, recognizer: Recognizer | None, workers: int | None) -> Pool:
    """What annotates documents.

    Args:
        settings: Language, batch size and GPU.
        recognizer: What recognizes names instead of the models that come with the languages.
        workers: As for `Pool`; None is 1 where each process would load the model on the GPU.
    """
    is_plugged = recognizer is not None
    return Pool(
        functools.partial(annotation.annotate_all, recognizer=recognizer),
        language=settings.told_language,
        workers=1 if workers is None and is_plugged and settings.gpu else workers,
        sentences=settings.batch_size if is_plugged else 0,
    )
