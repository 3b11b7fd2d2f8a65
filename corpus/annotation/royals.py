"""Royals and popes: people of one name, called with their title wherever a text mentions them."""

from corpus.annotation.capitals import Capitals
from corpus.annotation.name_spans import NameSpan

__all__ = ["titled"]


def titled(capitals: Capitals, span: NameSpan) -> NameSpan:
    """The span, named with the title before it where that is a monarch's: "Dronning Mary", not "Mary".

    Whom the lists know by title and name is meant.
    """
    is_single = span.last - span.first == 1 and span.kind in ("person", None) and not span.known
    if not is_single or span.before not in capitals.keywords["royal_title"]:
        return span
    title = span.before.capitalize()
    for form in capitals.forms(span.first):
        for words, known in capitals.names.names.get(title, ()):
            if words == (title, form) and known.kind == "person":
                name, is_genitive = f"{title} {form}", form != span.name
                return span._replace(name=name, kind="person", known=known, is_genitive=is_genitive)
    return span._replace(name=f"{title} {span.name}", kind="person", is_told=True)
