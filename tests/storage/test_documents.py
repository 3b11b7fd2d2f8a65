import dataclasses

import pytest
from sqlalchemy import select, text

from corpus.records import Original
from corpus.storage.documents import document_of
from corpus.storage.engine import read_transaction, write_transaction
from corpus.storage.tables import Article

GIVEN = {"title": "Om Kim", "author": "Bo", "url": "https://dr.example/1"}


def first_row(engine):
    with read_transaction(engine) as connection:
        return connection.execute(select(Article.__table__)).one()


@pytest.mark.parametrize("published", [None, "2023", "2023-09-13"])
@pytest.mark.parametrize("given", [{}, GIVEN])
def test_a_row_is_the_document_that_was_read_but_for_its_bytes(engine, store, make, published, given):
    document, annotation = make(outlet="DR", published=published)
    document = dataclasses.replace(document, **given)
    store((document, annotation))
    row = first_row(engine)
    kept = dataclasses.replace(document, original=Original(document.origin, b""), language="da")
    assert document_of(row) == kept
    assert document_of(row).hash == row.hash


def test_a_row_whose_date_is_none_is_no_document(engine, store, make):
    store(make())
    with write_transaction(engine) as connection:
        connection.execute(text("UPDATE articles SET published = 'June'"))
    with pytest.raises(ValueError, match="'June' is not a date"):
        document_of(first_row(engine))
