"""The language work: text in, paragraphs, names and claims out. It knows no database."""

from corpus.annotation.pipeline import annotate, annotate_all
from corpus.annotation.version import rules_version

__all__ = ["annotate", "annotate_all", "rules_version"]
