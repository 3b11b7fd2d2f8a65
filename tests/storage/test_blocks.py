import pytest
from sqlalchemy import text

from corpus.storage.blocks import delete_blocks, insert_blocks, neighbours
from corpus.storage.engine import write_transaction

ROWS = [(1, 10, 100), (1, 20, 101), (1, 30, 102), (1, 40, 103), (2, 25, 104), (3, 5, 105), (3, 5, 106)]


@pytest.fixture
def connection(engine):
    with write_transaction(engine) as connection:
        insert_blocks(connection, ROWS)
        yield connection


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ((1, 30), [101, 100], [103]),  # the place itself is on neither side
        ((1, 35), [102, 101], [103]),
        ((1, 0), [], [100, 101]),
        ((1, 99), [103, 102], []),
        ((2, 25), [], []),
        ((3, 9), [106, 105], []),  # of one place the later is nearer
        ((4, 1), [], []),
    ],
)
def test_the_nearest_on_both_sides(connection, asked, before, after):
    found_before, found_after = neighbours(connection, [asked], window=2)
    assert [list(claims) for claims in (*found_before, *found_after)] == [before, after]


def test_many_are_asked_at_once(connection):
    before, after = neighbours(connection, [(1, 20), (4, 1), (1, 20), (1, 10)], window=8)
    assert [list(claims) for claims in before] == [[100], [], [100], []]
    assert [list(claims) for claims in after] == [[102, 103], [], [102, 103], [101, 102, 103]]
    assert [list(side) for side in neighbours(connection, [], window=8)] == [[], []]


def test_what_is_deleted_is_gone(connection):
    delete_blocks(connection, ROWS[:2])
    delete_blocks(connection, [])
    insert_blocks(connection, [])
    assert connection.scalar(text("SELECT COUNT(*) FROM claim_blocks")) == len(ROWS) - 2
    before, _ = neighbours(connection, [(1, 40)], window=8)
    assert [list(claims) for claims in before] == [[102]]
