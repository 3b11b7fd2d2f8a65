"""The languages that `corpus` has rules for: a folder each, data first."""

from corpus.languages.calendar import Calendar, Frame, Saying, Tense
from corpus.languages.guessing import DEFAULT_LANGUAGE, guess_language
from corpus.languages.language import (
    Chunk,
    Cue,
    Heading,
    Language,
    LexiconName,
    ParagraphRule,
    Pattern,
    Reference,
    load_language,
)
from corpus.languages.reading import available_languages
from corpus.languages.stemming import stem_words

__all__ = [
    "DEFAULT_LANGUAGE",
    "Calendar",
    "Chunk",
    "Cue",
    "Frame",
    "Heading",
    "Language",
    "LexiconName",
    "ParagraphRule",
    "Pattern",
    "Reference",
    "Saying",
    "Tense",
    "available_languages",
    "guess_language",
    "load_language",
    "stem_words",
]
