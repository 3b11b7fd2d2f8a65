import dataclasses
import itertools
import time
from collections.abc import Sequence
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.annotation import annotate, annotate_all, pipeline, rules_version
from corpus.edtf import parse_edtf
from corpus.records import Annotation, Document, Original
from corpus.spans import Span


def document(text: str, language: str | None = None) -> Document:
    return Document(
        original=Original("test", b""),
        origin="test",
        text=text,
        format="text",
        encoding="utf-8",
        published=parse_edtf("2024-06-19"),
        language=language,
    )


# Text with what the rules look for, and with what no newspaper prints.
# fmt: off
WORDS = [
    "Mette Krag", "Krag", "Ruslands", "den russiske", "DR", "Reuters", "Kim Jong-un", "Xyqas", "USA's",
    "Nato-soldater", "/ritzau/", "A/S", "minister", "ministeren", "politiet", "kilderne", "avisen",
    "en rapport fra", "talsmand for", "han", "hun", "de", "begge", "det", "Det", "Ifølge", "ifølge",
    "som", "der", "siger", "sagde", "oplyser", "afviser", "lyder", "fremgår", "beskylder", "beskyldes",
    "anklaget", "vil", "ikke", "har", "blev", "bekræfte", "kræver", "kalder", "at", "om", "for", "til",
    "onsdag", "i går", "den 3. maj 2019", "i 2014", "siden", "fra", "2019", "dagen efter", "dengang",
    "over for", "af", "fra", "i", "på", "med", "og", "men", "måske", "angiveligt", "regnen", "falder",
    "»", "«", '"', "“", "”", "„", "'", "’", ",", ".", ":", ";", "!", "?", "…", "-", "–", "(", ")", "[",
    "]", "/", "...", "3.", "kl.", "bl.a.", "12,5", "Foto:", "Annonce", "Af", "Læs også:", "\n", "\n\n",
    "\r\n", "\r\n\r\n", "\t", "\u00a0", "\u2028", "\ufeff", "\x00", "\x1c", "\x85", "\u200b",
    "\U0001f600", "\U0001f469\u200d\U0001f467", "é", "e\u0301", "İ", "ß", "ǅ", "中文", "ﬁ", "²", "_",
]
# fmt: on
PIECES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
TEXTS = st.one_of(PIECES, GLUED, st.text(max_size=80))
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_ranges(text: str, found: Annotation) -> None:
    """Everything lies where it says, in its paragraph, and in order."""
    for paragraph in found.paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text
    for mention in found.mentions:
        paragraph = found.paragraphs[mention.paragraph - 1]
        assert paragraph.start <= mention.start < mention.end <= paragraph.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.entity is None or 0 <= mention.entity < len(found.entities)
    for date in found.dates:
        paragraph = found.paragraphs[date.paragraph - 1]
        assert paragraph.start <= date.start < date.end <= paragraph.end
        assert text[date.start : date.end] == date.text
    for claim in found.claims:
        (cue,) = (part for part in claim.parts if part.role == "cue")
        paragraph = found.paragraphs[claim.paragraph - 1]
        assert paragraph.start <= cue.start < cue.end <= paragraph.end
        for part in claim.parts:
            assert text[part.start : part.end] == part.text != ""
            assert part.entity is None or found.entities[part.entity].name == part.name


def check_claims(found: Annotation) -> None:
    for claim in found.claims:
        contents = [part for part in claim.parts if part.role == "content"]
        assert claim.text == " ".join(part.text for part in contents)
        assert claim.text.strip() == claim.text != ""
        assert (claim.start, claim.end) == (contents[0].start, contents[-1].end)
        assert all(part.name for part in claim.parts if part.role not in ("cue", "content", "time"))
        times = [(part.start, part.end) for part in claim.parts if part.role == "time"]
        dates = {(date.start, date.end): date.date for date in found.dates}
        assert [dates[time] for time in times] == ([claim.said] if claim.said else [])
    cues = [next(part.start for part in claim.parts if part.role == "cue") for claim in found.claims]
    assert cues == sorted(set(cues))  # in order, and a cue makes one claim


def check_paragraphs(text: str, found: Annotation) -> None:
    assert [paragraph.seq for paragraph in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
    assert all(first.end < second.start for first, second in itertools.pairwise(found.paragraphs))
    outside, position = "", 0
    for paragraph in found.paragraphs:
        outside += text[position : paragraph.start]
        position = paragraph.end
    assert (outside + text[position:]).strip() == ""


@given(TEXTS)
@QUICK
def test_any_text_is_annotated(text: str) -> None:
    found = annotate(document(text))
    check_paragraphs(text, found)
    check_ranges(text, found)
    check_claims(found)
    assert {m.entity for m in found.mentions if m.entity is not None} == set(range(len(found.entities)))
    assert [m.start for m in found.mentions] == sorted(m.start for m in found.mentions)


@given(PIECES)
@QUICK
def test_the_same_text_is_annotated_the_same(text: str) -> None:
    assert annotate(document(text)) == annotate(document(text))


@given(PIECES, st.sampled_from(["\n", "\n\n", " \n\t\n", "\r\n\r\n", "\u00a0\n"]))
@QUICK
def test_blank_lines_at_the_end_change_nothing(text: str, blanks: str) -> None:
    found, longer = annotate(document(text)), annotate(document(text + blanks))
    assert longer.paragraphs == found.paragraphs
    # Whom they rest on is known by keys that hold the document's hash.
    assert [dataclasses.replace(claim, origins=()) for claim in longer.claims] == [
        dataclasses.replace(claim, origins=()) for claim in found.claims
    ]
    assert longer.mentions == found.mentions


def test_a_language_without_rules_has_paragraphs_only() -> None:
    found = annotate(document("One.\n\nMette Krag siger, at det regner.", language="xx"))
    assert (found.language, found.model) == (None, "none")
    assert [(p.seq, p.kind, p.text) for p in found.paragraphs] == [
        (1, "body", "One."),
        (2, "body", "Mette Krag siger, at det regner."),
    ]
    assert found.paragraphs[0].stems == "one"
    assert (found.entities, found.mentions, found.claims) == ((), (), ())


def test_a_documents_own_language_wins() -> None:
    text = "Mette Krag siger, at det regner."
    assert annotate(document(text, language="da"), language="xx").claims
    assert annotate(document(text), language="xx").language is None


ENGLISH = (
    "The ferry will not sail before Monday, because a fault has been found in one of its two engines. "
    "That is what the company says, and it will not promise that all of the passengers can come along. "
    "Ole Brink siger, at he is angry, and he thinks that somebody should have looked at the ship a long "
    "time before it came to this."
)
DANISH = (
    "Færgen sejler ikke før på mandag, fordi der er fundet en fejl i den ene af dens motorer. Mette Krag "
    "siger, at rederiet ikke vil love, at alle kan komme med, og at man nu må vente og se, hvad det "
    "kommer til at koste at få gjort den i stand igen. Hun mener også, at den skulle have været undersøgt "
    "noget før."
)


def test_the_words_of_a_document_tell_its_language() -> None:
    found = annotate(document(ENGLISH))
    assert (found.language, found.guessed_language, found.model) == (None, "en", "none")
    assert (found.mentions, found.claims) == ((), ())
    danish = annotate(document(DANISH))
    assert (danish.language, danish.guessed_language) == ("da", "da")
    assert [part.text for claim in danish.claims for part in claim.parts if part.role == "cue"] == [
        "siger",
        "mener",
    ]


@pytest.mark.parametrize(("own", "language"), [("da", None), (None, "da"), ("da", "en")])
def test_what_a_language_is_said_to_be_is_not_doubted(own: str | None, language: str | None) -> None:
    found = annotate(document(f"{DANISH} {DANISH}", language=own), language=language)
    assert (found.language, found.guessed_language) == ("da", None)


def test_a_long_paragraph_in_another_language_is_not_read() -> None:
    found = annotate(document(f"{DANISH}\n\n{ENGLISH}\n\n{DANISH}"))
    assert [paragraph.kind for paragraph in found.paragraphs] == ["body"] * 3
    assert {claim.paragraph for claim in found.claims} == {1, 3}
    assert {mention.paragraph for mention in found.mentions} == {1, 3}


def test_an_annotation_says_what_made_it() -> None:
    found = annotate(document("Det regner."))
    assert found.language == "da"
    assert found.model == rules_version("da")
    assert found.model.startswith("rules-da-")


ARTICLE = """Minister: Broen lukker

Af Anne Lund, Ritzau

Broen lukker i maj, siger trafikminister Mette Krag. Krag er ikke glad.

Annonce

Broen. Foto: Ole Friis/Ritzau Scanpix

- Den er slidt, siger hun til DR.

/ritzau/"""


def test_an_article_from_end_to_end() -> None:
    found = annotate(document(ARTICLE))
    assert [paragraph.kind for paragraph in found.paragraphs] == [
        "heading", "byline", "body", "boilerplate", "caption", "body", "credit",
    ]  # fmt: skip
    assert [(claim.paragraph, claim.text) for claim in found.claims] == [
        (1, "Broen lukker"),
        (3, "Broen lukker i maj"),
        (6, "Den er slidt"),
    ]
    speakers = [[part.name for part in claim.parts if part.role == "speaker"] for claim in found.claims]
    assert speakers[1:] == [["Mette Krag"], ["Mette Krag"]]
    names = [(m.text, m.form, found.entities[cast("int", m.entity)].name) for m in found.mentions]
    assert ("Krag", "name", "Mette Krag") in names
    assert ("ritzau", "name", "Ritzau") in names
    assert not any(m.paragraph in (2, 4) for m in found.mentions)


# Repeated, each makes a text on which a rule that looks too far ahead or back would take for ever.
LONG = {
    "a sentence of 10,000 words": ("vand og ild ", 3300),
    "quotations that nothing closes": ("hun »a ", 2500),
    "quotations that nothing opens": ("a« b” c’ ", 1500),
    "marks of every kind": ("»a “b ‘c ", 1500),
    "marks alone": ("» ", 3000),
    "apostrophes": ("hun 'a ", 2500),
    "one row of names": ("Ruslands ", 2000),
    "one row of people": ("Mette Krag ", 1000),
    "a list of names": ("Rusland, Kina og ", 1000),
    "a speaker in every clause": ("siger Mette Krag, ", 600),
    "a source in every clause": ("ifølge Reuters, ", 600),
    "a source in no clause": ("ifølge Reuters ", 300),
    "nobody's sources": ("ifølge ", 2000),
    "colons": ("Han siger: ", 700),
    "clauses in clauses": ("Mette Krag siger, at ", 500),
    "accusations in accusations": ("Mette Krag beskyldes af DR for at have sagt ", 300),
    "pointing back": ("Det regner.\n\nDet siger hun.\n\n", 400),
    "denials": ("Det regner.\n\nDet afviser hun.\n\n", 1000),
    "rumours and lies": ("Dem kalder Mette Krag rygter. Ole Friis siger, at det er løgn. ", 800),
    "quoted paragraphs": ("»Det regner«, siger Mette Krag.\n\n", 300),
    "one paragraph of quotations": ("»Det regner«, siger Mette Krag. ", 400),
    "roles": ("Så kom ministeren og sagde, at det regner. ", 300),
    "a blob": ("x", 120_000),
    "slashes": ("abc/", 5000),
    "a credit line": ("/ abc", 3000),
    "blank lines": (" \n", 50_000),
    "asides": ("Mette Krag, der er vand, ", 700),
    "prepositions": ("i det store vand hos den ", 800),
    "dates": ("onsdag den 3. maj ", 1200),
    "days without a month": ("den 3. og ", 1500),
    "a date for every claim": ("Onsdag sagde Mette Krag, at hun kom torsdag. ", 250),
    "claims in one sentence of dates": ("sagde Mette Krag onsdag, ", 500),
    "nouns": ("en minister for vand og ild hos den ", 500),
}


def seconds(text: str) -> float:
    """Processor time, which other programs do not lengthen."""
    start = time.process_time()
    annotate(document(text))
    return time.process_time() - start


@pytest.mark.parametrize(("piece", "count"), [pytest.param(*long, id=name) for name, long in LONG.items()])
def test_time_grows_with_the_text_and_no_faster(piece: str, count: int) -> None:
    """Twice the text takes twice the time, and quadratic work four times; a tenth of a second is noise."""
    seconds(piece)
    # Another letter each time, since the classes of a word that was read before are kept.
    pieces = [piece.replace("x", letter) for letter in "xyz"]
    assert any(seconds(p * count) < 3 * seconds(p * (count // 2)) + 0.1 for p in pieces)


# Each opens and closes so often, one inside the other.
NESTED = {
    "quotations": ("»", "«", 3000),
    "quotations of three kinds": ("»“‘", "’”«", 1000),
    "parted quotations": ("» ", " «", 3000),
    "quotations that begin with a name": ("Krag »", "«", 2000),
    "parentheses": ("(", ")", 3000),
    "quotations of quotations": ("Krag siger: »", "«", 300),
    "claims of claims": ("Mette Krag siger, at ", ", siger Ole Friis", 200),
}


@pytest.mark.parametrize(
    ("opening", "closing", "depth"), [pytest.param(*nested, id=name) for name, nested in NESTED.items()]
)
def test_time_grows_with_the_depth_and_no_faster(opening: str, closing: str, depth: int) -> None:
    def nested(depth: int) -> str:
        return f"{opening * depth}det regner{closing * depth}, siger Mette Krag."

    seconds(nested(1))
    assert any(seconds(nested(depth)) < 3 * seconds(nested(depth // 2)) + 0.1 for _ in range(3))


def test_many_people_are_told_apart_in_time() -> None:
    people = [f"Så kom Mette {a}{b}{c}sen." for a in "BDFGHKLM" for b in "aeiouyæøå" for c in "bdfgklmnpst"]
    assert any(seconds(" ".join(people)) < 3 * seconds(" ".join(people[::2])) + 0.1 for _ in range(3))


class Counting:
    """A recognizer that finds nothing, and tells of how many sentences it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[int] = []

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        self.asked.append(len(sentences))
        return [[] for _ in sentences]


DOCUMENTS = [
    document("Mette Krag taler. Krag tier.\n\nRegnen falder i Odense."),
    document("All is well.", "en"),
    document(""),
    document("Kim Jong-un siger, at Putin kommer."),
]


def test_documents_together_are_each_as_they_are_alone() -> None:
    assert list(annotate_all(DOCUMENTS)) == [annotate(one) for one in DOCUMENTS]
    assert list(annotate_all([])) == []


def test_a_recognizer_gets_the_sentences_of_all_documents_at_once() -> None:
    recognizer = Counting()
    found = list(annotate_all(DOCUMENTS, recognizer=recognizer))
    assert recognizer.asked == [4]
    assert found == [annotate(one, recognizer=Counting()) for one in DOCUMENTS]
    assert [one.model for one in found][:2] == [rules_version("da", recognizer), "none"]


@pytest.mark.parametrize("step", ["split_paragraphs", "name_article", "find_claims"])
def test_an_error_names_the_document(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, step, broken)
    with pytest.raises(ZeroDivisionError) as caught:
        annotate(DOCUMENTS[0])
    assert caught.value.__notes__ == ["while annotating test"]
