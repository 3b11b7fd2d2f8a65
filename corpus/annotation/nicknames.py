"""Nicknames in quotation marks inside a person's name: 'Brian "Buller" Thyssen'."""

from corpus.annotation.capitals import Capitals
from corpus.annotation.drafting import told_span
from corpus.annotation.name_spans import NameSpan

__all__ = ["nicknamed"]

_MARKS = frozenset("\"'»«”“’‘")
_LONGEST = 4  # tokens from the first mark to past the second


def nicknamed(capitals: Capitals, index: int) -> NameSpan | None:
    """A first name, a nickname in marks, and a family name; called without the nickname."""
    tokens = capitals.tokens
    opening = index + 1
    if tokens[index].text not in capitals.names.first_names or not _is_mark(capitals, opening):
        return None
    closings = (i for i in range(opening + 2, opening + _LONGEST) if _is_mark(capitals, i))
    closing = next(closings, None)
    if closing is None or closing + 1 >= len(tokens) or not tokens[closing + 1].is_capitalized:
        return None
    last = capitals.run_end(closing + 1)
    name = f"{tokens[index].text} {capitals.written(closing + 1, last)}"
    return told_span(capitals, index, last, "person")._replace(name=name)


def _is_mark(capitals: Capitals, index: int) -> bool:
    return index < len(capitals.tokens) and capitals.tokens[index].text in _MARKS
