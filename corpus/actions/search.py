"""Search: the paragraphs that hold every word of a query, with the words that hit."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from corpus.actions._archive import reading
from corpus.errors import UsageError
from corpus.languages import DEFAULT_LANGUAGE, available_languages, stem_words
from corpus.storage.search import Hit, search_paragraphs
from corpus.storage.selection import Selection

__all__ = ["SearchView", "Snippet", "parse_query", "search"]

SNIPPET = 280  # characters around the first hit; the paragraph goes on at "…"
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"\w+")

Range = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Snippet:
    """A hit, and the part of its paragraph to show.

    Attributes:
        hit: The paragraph.
        text: A part of its text around the first words that hit; "…" where it goes on.
        marks: The ranges of the words in `text` that hit.
    """

    hit: Hit
    text: str
    marks: list[Range]


@dataclasses.dataclass(frozen=True, slots=True)
class SearchView:
    """What a search found.

    Attributes:
        snippets: The best hits, best first.
        found: How many paragraphs hit, as far as they were looked at.
        only_newest: Whether there are more than were ranked, so that only those stored last were.
    """

    snippets: list[Snippet]
    found: int
    only_newest: bool


def search(
    db: str,
    query: str,
    *,
    language: str | None = None,
    selection: Selection | None = None,
    limit: int = 20,
) -> SearchView:
    """Find the paragraphs that hold every word and every quoted phrase, whatever the words' endings.

    Args:
        db: The archive's path or URL.
        query: Words, and phrases in double quotes; any other sign parts words and means nothing.
        language: ISO 639-1 code of the query, Danish by default; without rules for it, words hit only as
            they stand.
        selection: Which articles to look at.
        limit: How many hits to return.

    Raises:
        UsageError: if the query holds no word.
        DatabaseError: if there is no archive, or one that cannot be used.
    """
    language = language or DEFAULT_LANGUAGE
    rules = language if language in available_languages() else None
    terms = parse_query(query, rules)
    with reading(db) as connection:
        result = search_paragraphs(connection, terms, selection=selection or Selection(), limit=limit)
    snippets = [_snippet(hit, terms, rules) for hit in result.hits]
    return SearchView(snippets, result.found, result.only_newest)


def parse_query(query: str, language: str | None) -> list[str]:
    """The terms of a query, stemmed: a word, or several that must follow each other.

    >>> parse_query('"Vladimir Putin" EU-kommissionen C++', "da")
    ['vladimir putin', 'eu kommission', 'c']

    Raises:
        UsageError: if it holds no word.
    """
    parts = (phrase or word for phrase, word in _TERM.findall(query))
    terms = dict.fromkeys(filter(None, (stem_words(part, language=language) for part in parts)))
    if not terms:
        raise UsageError("the query holds no word", hint='give words, or "words in quotes" for a phrase')
    return list(terms)


def _snippet(hit: Hit, terms: Sequence[str], language: str | None) -> Snippet:
    marks = list(_marks(hit.text, terms, language))
    start, end = _window(hit.text, marks)
    before, after = "…" * (start > 0), "…" * (end < len(hit.text))
    shift = len(before) - start
    shown = [(first + shift, last + shift) for first, last in marks if start <= first and last <= end]
    return Snippet(hit, before + hit.text[start:end] + after, shown)


def _marks(text: str, terms: Sequence[str], language: str | None) -> Iterator[Range]:
    """The ranges of the words that are in a term, each once, in order."""
    words = [match.span() for match in _WORD.finditer(text)]
    stems = [stem_words(text[start:end], language=language) for start, end in words]
    hits: set[int] = set()
    for term in (term.split() for term in terms):
        for place in range(len(stems) - len(term) + 1):
            if stems[place : place + len(term)] == term:
                hits.update(range(place, place + len(term)))
    return (words[place] for place in sorted(hits))


def _window(text: str, marks: Sequence[Range]) -> Range:
    """Where to cut the text, between words, so that the first hit stands well inside."""
    if len(text) <= SNIPPET:
        return 0, len(text)
    first = marks[0][0] if marks else 0
    start = max(0, min(first - SNIPPET // 4, len(text) - SNIPPET))
    end = start + SNIPPET
    if start > 0:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + SNIPPET // 2)
    return start, end
