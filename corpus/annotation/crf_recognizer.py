"""The trained name model: which words of a sentence are names, and of what kind."""

import functools
import hashlib
import pathlib
from collections.abc import Iterable, Sequence
from typing import cast

import pycrfsuite

from corpus.annotation.features import FeatureExtractor
from corpus.errors import SettingsError
from corpus.languages import Language
from corpus.languages.reading import folder_of
from corpus.spans import Span

__all__ = ["CrfRecognizer", "bundled_recognizer", "load_recognizer", "spans_of", "tags_of"]


class CrfRecognizer:
    """A trained model with the features it was trained on; not to be shared between threads.

    Attributes:
        name: That of its file, and a fingerprint of what is in it.
    """

    def __init__(self, name: str, tagger: pycrfsuite.Tagger, features: FeatureExtractor) -> None:
        self.name = name
        self._tagger = tagger
        self._features = features

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Find the names of sentences, in order; none overlap.

        Args:
            sentences: Each sentence's words and marks of punctuation, none of them empty.

        Returns:
            For each sentence spans of word indexes, of the kinds person, organization, place, demonym and
            other.
        """
        return [self._tag(words) if words else [] for words in sentences]

    def _tag(self, words: Sequence[str]) -> list[Span]:
        return cast("list[Span]", spans_of(self._tagger.tag(self._features(words))))


def load_recognizer(path: pathlib.Path, language: Language) -> CrfRecognizer:
    """Open a trained model.

    Args:
        path: The model file; it must stay in place while the recognizer is in use.
        language: The language whose lists the model was trained with.

    Raises:
        SettingsError: if the file is missing or is no model.
    """
    tagger = pycrfsuite.Tagger()
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"no name model in {str(path)!r}", hint="train one: python -m corpus.annotation.training --help"
        ) from error
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return CrfRecognizer(f"{path.stem}+{digest[:8]}", tagger, FeatureExtractor(language))


@functools.cache
def bundled_recognizer(language: Language) -> CrfRecognizer | None:
    """The model that comes with a language, opened once; None where there is none."""
    path = folder_of(language.code) / "model" / "names.crfsuite"
    return load_recognizer(path, language) if path.exists() else None


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Read spans from BIO tags; an `I-` that continues nothing begins a span.

    >>> spans_of(["B-person", "I-person", "O", "I-place"])
    [(0, 2, 'person'), (3, 4, 'place')]
    """
    spans: list[tuple[int, int, str]] = []
    previous = "O"
    for index, tag in enumerate(tags):
        if tag[0] == "I" and tag[2:] == previous[2:]:
            first, _, kind = spans.pop()
            spans.append((first, index + 1, kind))
        elif tag != "O":
            spans.append((index, index + 1, tag[2:]))
        previous = tag
    return spans


def tags_of(length: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Write spans as BIO tags.

    >>> tags_of(3, [(1, 3, "place")])
    ['O', 'B-place', 'I-place']
    """
    tags = ["O"] * length
    for first, last, kind in spans:
        tags[first:last] = ["B-" + kind] + ["I-" + kind] * (last - first - 1)
    return tags
