import pytest

from corpus.annotation.claim_terms import entity_term

from .conftest import annotated


def terms(text: str) -> dict[str, int]:
    (claim,) = annotated(text).claims
    assert claim.proposition is not None
    assert list(claim.proposition.terms) == sorted(claim.proposition.terms, key=lambda t: (-t[1], t[0]))
    return dict(claim.proposition.terms)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # What is named, a country by its government too; the words beside it.
        ("Mette Krag siger, at Kreml har sendt soldater.", {"=rusland", "send", "soldat"}),
        ("Mette Krag siger, at svenske soldater er på vej.", {"=sverige", "soldat", "vej"}),
        # Who is accused is who it is about.
        ("USA beskylder Nordkorea for at levere våben.", {"=nordkorea", "send", "våb"}),
        # Who denies having done it is who it is about, and so is who says "vi".
        ("Nordkorea nægter at have leveret våben.", {"=nordkorea", "send", "våb"}),
        ("- Vi sender ikke våben, siger Mette Krag.", {"=mete krag", "send", "våb"}),
        ("Rusland og Nordkorea afviser, at de sender våben.", {"=rusland", "=nordkorea", "send", "våb"}),
    ],
)
def test_terms(text: str, found: set[str]) -> None:
    assert terms(text).keys() == found


def test_what_only_comes_after_what_is_claimed_weighs_less() -> None:
    plain = terms("Mette Krag siger, at broen lukker.")
    more = terms("Mette Krag siger, at broen lukker, fordi kablerne ruster.")
    assert all(more[term] == weight for term, weight in plain.items())
    apart = terms("Mette Krag siger, at kablerne ruster.")
    assert all(more[term] < weight for term, weight in apart.items())


def test_what_is_implied_weighs_less_than_what_is_named() -> None:
    implied = terms("USA beskylder Nordkorea for at levere våben.")
    assert implied["=nordkorea"] < terms("USA siger, at Nordkorea leverer våben.")["=nordkorea"]


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("place:rusland", "=rusland"),
        ("organization:kreml", "=rusland"),
        ("person:kim iong un", "=kim iong un"),
        ("person:krag@0123456789abcdef", "=krag"),
    ],
)
def test_an_entity_is_a_term(key: str, term: str) -> None:
    assert entity_term(key, "da") == term
