"""The language work: text in, paragraphs, names and claims out. It knows no database."""

from corpus.annotation.pipeline import annotate, rules_version

__all__ = ["annotate", "rules_version"]
