"""The names of a whole article."""

import pytest

from corpus.annotation.article_names import name_article
from corpus.annotation.tokens import tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def named(*sentences: str, credits_at: tuple[int, ...] = ()) -> list[list[tuple[str, str]]]:
    tokens = [tokenize(text, 0, len(text), DANISH) for text in sentences]
    resolution, names = name_article(tokens, [()] * len(tokens), DANISH, scope="x", credits_at=credits_at)
    return [
        [(n.nominative, resolution.entities[n.entity].name if n.entity is not None else "") for n in found]
        for found in names
    ]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ((), []),
        (("Der er ingen.", "Heller ikke her."), [[], []]),
        (
            ("I dag taler minister Karen Holm.", "Det regner.", "Siden tog Holm til Odense."),
            [[("Karen Holm", "Karen Holm")], [], [("Holm", "Karen Holm"), ("Odense", "Odense")]],
        ),
    ],
)
def test_each_sentence_has_its_own(sentences: tuple[str, ...], found: list[list[tuple[str, str]]]) -> None:
    assert named(*sentences) == found


def test_only_credit_lines_have_agencies_in_lower_case() -> None:
    assert named("/ritzau/", "/ritzau/", credits_at=(1,)) == [[], [("Ritzau", "Ritzau")]]
