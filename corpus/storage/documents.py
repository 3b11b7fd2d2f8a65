"""A stored article as the document that it was read as."""

from typing import Any

from sqlalchemy import Row

from corpus.edtf import parse_edtf
from corpus.records import Document, Original

__all__ = ["document_of"]


def document_of(article: Row[*tuple[Any, ...]]) -> Document:
    """The document of a row of `articles`, without the bytes of its input.

    Its hash is the row's, unless the row is damaged.

    Raises:
        ValueError: if its date is none.
    """
    return Document(
        original=Original(article.origin, b""),
        origin=article.origin,
        text=article.text,
        format=article.format,
        encoding=article.encoding,
        title=article.title,
        published=parse_edtf(article.published) if article.published is not None else None,
        date_source=article.date_source,
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        language=article.language,
    )
