"""A SQL archive of news articles: who claimed what, when, through whom, and who denied it."""

__version__ = "0.1.0"

__all__ = ["__version__"]
