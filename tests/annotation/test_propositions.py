import pytest
from hypothesis import given
from hypothesis import strategies as st

from .conftest import annotated

SENT = "USA siger, at Rusland har sendt soldater.\n\n"
CUES = ("siger", "afviser", "kalder", "kommenterer", "skriver", "beskylder")


def read(text: str) -> list[tuple[int | None, bool, bool]]:
    """Of each claim, which it points back to, whether that is then denied, and whether it is passed on."""
    return [
        (p.answers, p.is_negated, p.is_passed_on)
        for c in annotated(text).claims
        if (p := c.proposition) is not None
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # What stands before "Det" is what is denied, said or passed on.
        ("USA siger, at Rusland har sendt soldater. Det afviser Kreml.", (0, False, False)),
        (SENT + "Det afviser Kreml.", (0, False, False)),
        (SENT + "Det skriver Reuters.", (0, False, True)),
        ("Kreml afviser, at Rusland har sendt soldater. Det skriver Reuters.", (0, True, True)),
        # Nouns and verdicts point back.
        (SENT + "Rusland afviser beskyldningen.", (0, False, False)),
        (SENT + "Rusland afviser oplysningerne som falske nyheder.", (0, False, False)),
        (SENT + "Kreml kalder påstanden absurd.", (0, True, False)),
        (SENT + "- Det er løgn, siger Mette Krag.", (0, True, False)),
        (SENT + "- Det passer ikke, siger Mette Krag.", (0, True, False)),
        (SENT + "- Det passer, siger Mette Krag.", (0, False, False)),
        # A quotation after a denial is of the denial.
        (SENT + "Det afviser Mette Krag.\n\n- Vi har ingen fly derovre, siger hun.", (1, True, False)),
        # What has words of its own is about those.
        (SENT + "Kreml siger, at påstanden skader forholdet til Europa.", (None, False, False)),
        (SENT + "- Det er en trist dag for Europa, siger Mette Krag.", (None, False, False)),
        # Nobody points back to what he says himself.
        ("Kreml siger, at broen er lukket.\n\nKreml afviser kritikken.", (None, False, False)),
    ],
)
def test_claims_that_point_back(text: str, last: tuple[int | None, bool, bool]) -> None:
    assert read(text)[-1] == last


def test_several_accusations_are_pointed_back_to_by_what_most_say() -> None:
    text = (
        "USA siger, at Rusland har sendt soldater til Kursk.\n\n"
        "Norge siger, at Rusland har sendt soldater.\n\n"
        "Sverige siger, at høsten bliver god.\n\nKina afviser beskyldningerne."
    )
    assert read(text)[-1] == (0, False, False)


def test_an_accusation_goes_before_what_was_said_since() -> None:
    text = (
        "Mette Krag beskylder Norge for at have stjålet skibet.\n\n"
        "Ifølge Mette Krag er havnen lukket.\n\nNorge afviser anklagen."
    )
    assert read(text)[-1] == (0, False, False)


@pytest.mark.parametrize(
    ("content", "is_negated"),
    [
        ("Rusland har sendt soldater", False),
        ("Rusland ikke har sendt soldater", True),
        ("ingen har sendt soldater", True),
        ("ingen tror, at Rusland ikke har sendt soldater", True),  # of the first clause only
        ("broen er lukket for ikke at ruste", False),
        ("der hverken er soldater eller fly", True),
    ],
)
def test_negation(content: str, is_negated: bool) -> None:
    assert read(f"Mette Krag siger, at {content}.") == [(None, is_negated, False)]


def test_both_at_once_deny_no_more_than_one() -> None:
    """In what is denied "hverken" is no second denial."""
    assert read("Mette Krag afviser, at der er soldater, hverken her eller der.") == [(None, False, False)]


@pytest.mark.parametrize("text", ["Mette Krag siger, at det er godt.", "Det siger Mette Krag."])
def test_a_vague_claim_is_about_nothing(text: str) -> None:
    assert read(text) == []


def test_a_clear_content_is_the_better_title() -> None:
    def rank(text: str) -> int:
        (claim,) = annotated(text).claims
        assert claim.proposition is not None
        return claim.proposition.title_rank

    clear = rank("Mette Krag siger, at Rusland har sendt ti tusind soldater til Ukraine.")
    assert clear < rank("USA beskylder Rusland for at have sendt ti tusind soldater til byen.")
    assert clear < rank("- Vi har sendt ti tusind soldater til byen, siger Mette Krag.")
    assert clear < rank("Mette Krag siger, at de har sendt soldater.")


@given(
    words=st.lists(
        st.sampled_from(["Det", "ikke", "påstanden", "løgn", "Kreml", "USA", *CUES, ",", ".", "\n\n"])
    )
)
def test_no_claim_points_to_itself_or_in_a_circle(words: list[str]) -> None:
    claims = annotated(" ".join(words)).claims
    for index, claim in enumerate(claims):
        seen = {index}
        while claim.proposition is not None and claim.proposition.answers is not None:
            assert claim.proposition.answers not in seen
            seen.add(claim.proposition.answers)
            claim = claims[claim.proposition.answers]  # noqa: PLW2901
