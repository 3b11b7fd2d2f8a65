"""Names of text that is split into tokens already, such as a treebank's."""

from collections.abc import Iterator, Sequence

from corpus.annotation.article_names import ArticleName, name_article
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.recognition import Recognizer
from corpus.annotation.tokens import Token
from corpus.languages import load_language
from corpus.spans import Span

__all__ = ["tag_tokens"]


def tag_tokens(
    sentences: Sequence[Sequence[str]], language: str, *, recognizer: Recognizer | None = None
) -> list[list[Span]]:
    """Find the names of one article's sentences, with what the whole article tells of each.

    The steps are those of `annotate`, on other ground: words and sentences are taken as given, a blank stands
    between any two words, every sentence is running text (no heading, byline or credit), and a name that is
    part of a word covers the whole word.

    Args:
        sentences: The words of each sentence of the article.
        language: ISO 639-1 code.
        recognizer: What recognizes names; the model that comes with the language if none is given.

    Raises:
        SettingsError: if there are no rules for the language.
    """
    rules = load_language(language)
    model = recognizer or bundled_recognizer(rules)
    recognized = model.tag(sentences) if model else [[] for _ in sentences]
    _, names = name_article(list(_tokens(sentences)), recognized, rules, scope="")
    return [[_span(name) for name in found] for found in names]


def _tokens(sentences: Sequence[Sequence[str]]) -> Iterator[list[Token]]:
    """Each sentence's tokens, as if its words stood parted by blanks and the sentences by line ends."""
    start = 0
    for words in sentences:
        tokens = []
        for word in words:
            tokens.append(Token(word, start, start + len(word)))
            start += len(word) + 1
        yield tokens


def _span(name: ArticleName) -> Span:
    return name.span.first, name.span.last, "demonym" if name.span.is_demonym else name.kind
