"""When claims were made, in an article of Wednesday 19 June 2024; `saying` tells whether a date is that."""

from collections.abc import Callable

import pytest

from corpus.annotation import annotate
from corpus.records import Annotation

from .conftest import document

Said = Callable[..., list[tuple[str, str | None, str | None]]]


def annotated(text: str, published: str | None = "2024-06-19") -> Annotation:
    return annotate(document(text, published))


def said(text: str, published: str | None = "2024-06-19") -> list[tuple[str, str | None]]:
    """The cue of each claim, and when it was made."""
    return [
        (
            next(part.text for part in claim.parts if part.role == "cue"),
            claim.said.text if claim.said else None,
        )
        for claim in annotated(text, published).claims
    ]


@pytest.mark.parametrize(
    ("text", "cue", "when"),
    [
        # Before the cue: at the start of its clause, or after an auxiliary.
        ("Onsdag sagde Mette Krag, at broen er slidt.", "sagde", "2024-06-19"),
        ("Onsdag klokken 14 oplyste politiet, at broen er spærret.", "oplyste", "2024-06-19"),
        ("I går aftes afviste Mette Krag, at broen er slidt.", "afviste", "2024-06-18"),
        ("Så sent som i tirsdags afviste Mette Krag, at broen er slidt.", "afviste", "2024-06-18"),
        ("Allerede i 2013 advarede Mette Krag om, at broen er slidt.", "advarede", "2013"),
        ("For to år siden sagde Mette Krag, at broen var slidt.", "sagde", "2022~"),
        ("Mette Krag har tidligere på ugen sagt, at broen er slidt.", "sagt", "2024-06-17/2024-06-23"),
        ("Mette Krag har siden mandag afvist, at broen er slidt.", "afvist", "2024-06-17/2024-06-19"),
        ("Mette Krag blev i 2019 beskyldt for at have løjet.", "beskyldt", "2019"),
        ("Broen lukker, siger Lars Holt, som i weekenden sagde, at den holder.", "sagde",
         "2024-06-15/2024-06-16"),
        # After it and its people, and what is said of them.
        ("Broen lukker fredag, sagde trafikminister Mette Krag (S) onsdag.", "sagde", "2024-06-19"),
        ("Broen lukker, sagde Mette Krag, formand for Danske Heste, tirsdag til DR.", "sagde", "2024-06-18"),
        ("Broen lukker, skriver Mette Krag på Facebook tirsdag aften.", "skriver", "2024-06-18"),
        ("Mette Krag advarede i sidste uge mod en ny bro.", "advarede", "2024-06-10/2024-06-16"),
        ("- Vi lukker broen fredag, siger Mette Krag onsdag til DR.", "siger", "2024-06-19"),
        ("Broen er slidt, siger landets efterretningstjeneste, NIS, i en meddelelse fredag.", "siger",
         "2024-06-14"),
        # Occasions to speak, and publications.
        ("På et pressemøde i Ry mandag sagde Mette Krag, at broen er slidt.", "sagde", "2024-06-17"),
        ("Mette Krag sagde på mandagens pressemøde, at broen er slidt.", "sagde", "2024-06-17"),
        ("Efter et møde i Kreml i 2014 lovede Mette Krag at bygge en bro.", "lovede", "2014"),
        ("Ifølge en rapport fra 2019 er broen slidt.", "Ifølge", "2019"),
        ("Det fremgår af en mail fra maj 2019, at broen er slidt.", "fremgår", "2019-05"),
        # A clause beside.
        ("Da sagen begyndte mandag ved Retten i Ry, nægtede Lars Holt at have stjålet.", "nægtede",
         "2024-06-17"),
        ("Broen er slidt, fortalte Mette Krag, da sagen mandag begyndte.", "fortalte", "2024-06-17"),
        ("Rygterne begyndte i maj, da Ekstra Bladet skrev, at broen er slidt.", "skrev", "2024-05"),
        ("Det var i maj, at Ekstra Bladet afslørede, at broen er slidt.", "afslørede", "2024-05"),
        # The date before.
        ("Broen brast 3. maj. Dagen efter afviste Mette Krag, at den var slidt.", "afviste", "2024-05-04"),
        ("Broen brast i maj.\n\nMette Krag sagde dengang, at den var slidt.", "sagde", "2024-05"),
    ],
)  # fmt: skip
def test_words_tell_when(text: str, cue: str, when: str) -> None:
    assert (cue, when) in said(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        # What is said, and what else the words date.
        ("Mette Krag sagde, at broen lukkede onsdag.", "sagde"),
        ("»Vi lukkede broen onsdag«, siger Mette Krag.", "siger"),
        ("Broen lukkede onsdag, siger Mette Krag.", "siger"),
        ("Mette Krag, der onsdag blev valgt, siger, at broen er slidt.", "siger"),
        ("Mette Krag sagde efter stormen i går, at broen er slidt.", "sagde"),
        ("Efter stormen i går siger Mette Krag, at broen er slidt.", "siger"),
        ("Mette Krag siger om valget i maj, at det blev tæt.", "siger"),
        ("Forud for mødet onsdag siger Mette Krag, at broen er slidt.", "siger"),
        ("Broen brast onsdag, og nu siger Mette Krag, at den var slidt.", "siger"),
        ("Ifølge en rapport om valget i 2019 er broen slidt.", "Ifølge"),
        # What lies ahead, and what nobody can tell.
        ("Broen er slidt, siger Mette Krag forud for valget i 2027.", "siger"),
        ("Dagen efter afviste Mette Krag, at broen er slidt.", "afviste"),
        ("Mette Krag sagde dengang, at broen var slidt.", "sagde"),
    ],
)
def test_words_that_do_not_tell_when(text: str, cue: str) -> None:
    assert (cue, None) in said(text)


@pytest.mark.parametrize(
    ("published", "when"),
    [("2018-09", "[2018-08-29..2018-09-26]"), ("2017", "[2016-12-28..2017-12-27]"), (None, None)],
)
def test_a_day_of_an_article_that_is_known_less_exactly(published: str | None, when: str | None) -> None:
    assert said("Broen er slidt, sagde Mette Krag onsdag.", published) == [("sagde", when)]


def test_what_a_source_says_in_one_sentence_is_said_at_one_time() -> None:
    text = "Mette Krag sagde onsdag, at broen er slidt, og hun tilføjede, at den skal lukkes."
    assert said(text) == [("sagde", "2024-06-19"), ("tilføjede", "2024-06-19")]
    text = "Mette Krag sagde onsdag, at broen er slidt, og Lars Holt tilføjede, at den skal lukkes."
    assert said(text) == [("sagde", "2024-06-19"), ("tilføjede", None)]


def test_the_words_that_tell_are_a_part_of_the_claim() -> None:
    text = "Broen lukker fredag, sagde Mette Krag onsdag."
    (claim,) = annotated(text).claims
    (time,) = (part for part in claim.parts if part.role == "time")
    assert (time.text, time.start, time.name, time.entity) == ("onsdag", text.index("onsdag"), None, None)
    assert claim.text == "Broen lukker fredag"


def test_a_claim_without_words_that_tell_stays_as_it_was() -> None:
    (claim,) = annotated("Broen lukker fredag, sagde Mette Krag.").claims
    assert claim.said is None
    assert {part.role for part in claim.parts} == {"speaker", "cue", "content"}
