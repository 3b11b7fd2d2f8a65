import dataclasses
import hashlib
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import records
from corpus.edtf import parse_edtf
from corpus.records import Claim, ClaimPart, Document, Entity, Original

DOCUMENT = Document(
    original=Original("a.txt", b"Tekst."), origin="a.txt", text="Tekst.", format="text", encoding="utf-8"
)


def test_every_public_name_is_listed() -> None:
    defined = {
        name for name, value in vars(records).items() if getattr(value, "__module__", "") == "corpus.records"
    }
    assert {name for name in defined if not name.startswith("_")} <= set(records.__all__)
    assert all(hasattr(records, name) for name in records.__all__)


@pytest.mark.parametrize(
    ("words", "literal"),
    [
        (records.PARAGRAPH_KINDS, records.ParagraphKind),
        (records.ENTITY_KINDS, records.EntityKind),
        (records.MENTION_FORMS, records.MentionForm),
        (records.ACTS, records.Act),
        (records.POLARITIES, records.Polarity),
        (records.QUOTATIONS, records.Quotation),
        (records.CERTAINTIES, records.Certainty),
        (records.PART_ROLES, records.PartRole),
        (records.DATE_KINDS, records.DateKind),
    ],
)
def test_the_words_of_a_type_are_its_values(words: tuple[str, ...], literal: object) -> None:
    assert words == get_args(literal)


@pytest.mark.parametrize(
    ("changes", "is_same"),
    [
        ({"origin": "b.txt"}, True),
        ({"original": Original("b.txt", b"\xef\xbb\xbfTekst."), "encoding": "utf-8-sig"}, True),
        ({"author": "Et navn", "url": "https://example.org", "language": "da"}, True),
        ({"text": "Tekst"}, False),
        ({"title": "Titel"}, False),
        ({"published": parse_edtf("2023")}, False),
        ({"outlet": "Avisen"}, False),
    ],
)
def test_a_document_is_known_by_text_title_date_and_outlet(changes: dict[str, Any], is_same: bool) -> None:
    assert (dataclasses.replace(DOCUMENT, **changes).hash == DOCUMENT.hash) is is_same


def test_one_field_cannot_pass_for_another() -> None:
    one = dataclasses.replace(DOCUMENT, title="x", outlet=None)
    other = dataclasses.replace(DOCUMENT, title=None, outlet="x")
    assert one.hash != other.hash


@given(st.binary())
def test_an_original_is_known_by_its_bytes(content: bytes) -> None:
    assert (
        Original("a", content).sha256 == Original("b", content).sha256 == hashlib.sha256(content).hexdigest()
    )


def test_a_claims_range_is_that_of_its_content() -> None:
    parts = (
        ClaimPart("speaker", 0, 3, "Kim"),
        ClaimPart("content", 20, 30, "to"),
        ClaimPart("content", 5, 9, "et"),
        ClaimPart("cue", 40, 45, "siger"),
    )
    claim = Claim(1, "statement", "affirmed", "indirect", "certain", "x", "et to", parts)
    assert (claim.start, claim.end) == (5, 30)


def test_an_entity_without_a_key_is_known_by_kind_and_name() -> None:
    assert Entity("person", "Åse  ØSTER").key == "person:åse øster"
    assert Entity("person", "Kim", key="Q1").key == "Q1"
