from collections.abc import Sequence

import pytest

from corpus.annotation import annotate
from corpus.annotation.recognition import Span
from corpus.annotation.tagging import tag_tokens
from corpus.annotation.tokens import sentences, tokenize
from corpus.errors import SettingsError
from corpus.languages import load_language
from corpus.records import Document, Original


class Nothing:
    """A model that recognizes no names, so that only the rules do."""

    name = "nothing-1"

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        return [[] for _ in sentences]


class Always(Nothing):
    """A model that takes the first word of every sentence for a place."""

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        return [[(0, 1, "place")] for _ in sentences]


@pytest.mark.parametrize(
    ("article", "spans"),
    [
        ([], []),
        ([[]], [[]]),
        (["Det gik godt ."], [[]]),
        (
            ["Den russiske præsident , Vladimir Putin , kom til Pyongyang ."],
            [[(1, 2, "demonym"), (4, 6, "person"), (9, 10, "place")]],
        ),
        (["Mette Krag kom .", "Så talte Krag ."], [[(0, 2, "person")], [(2, 3, "person")]]),
        (["Landet er med i en FN-mission ."], [[(5, 6, "organization")]]),
    ],
)
def test_the_names_of_given_tokens(article: Sequence[str], spans: list[list[Span]]) -> None:
    words = [sentence.split() if isinstance(sentence, str) else sentence for sentence in article]
    assert tag_tokens(words, "da", recognizer=Nothing()) == spans


def test_a_model_is_listened_to() -> None:
    words = [["Plovrup", "ligger", "der", "."]]
    assert tag_tokens(words, "da", recognizer=Always()) == [[(0, 1, "place")]]


def test_names_are_those_that_the_text_itself_has() -> None:
    text = "Direktør Mette Krag fra Danske Bank besøger USA. Krag siger til Ritzau, at tyske kunder kommer."
    document = Document(
        original=Original("a.txt", b""), origin="a.txt", text=text, format="text", encoding="utf-8"
    )
    tokens = tokenize(text, 0, len(text), load_language("da"))
    split = [tokens[first:last] for first, last in sentences(tokens, [False] * len(tokens))]
    tagged = tag_tokens([[token.text for token in sentence] for sentence in split], "da")
    ranges = [
        (sentence[first].start, sentence[last - 1].end, kind)
        for sentence, spans in zip(split, tagged, strict=True)
        for first, last, kind in spans
    ]
    assert ranges == [
        (mention.start, mention.end, "demonym" if mention.form == "demonym" else mention.kind)
        for mention in annotate(document).mentions
        if mention.form in ("name", "demonym")
    ]
    assert [text[start:end] for start, end, _ in ranges] == [
        "Mette Krag", "Danske Bank", "USA", "Krag", "Ritzau", "tyske",
    ]  # fmt: skip


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(SettingsError, match="'xx'"):
        tag_tokens([["A"]], "xx")
