"""What every reader in corpus/formats promises, shown on the example that it carries."""

import pytest

from corpus.errors import RejectedInputError
from corpus.formats import find_readers
from corpus.records import Original

READERS = find_readers()


def test_there_are_readers() -> None:
    assert "text" in READERS


@pytest.mark.parametrize("name", READERS)
def test_the_example_is_read(name: str) -> None:
    reader = READERS[name]
    original = Original("folder/example", reader.EXAMPLE)
    documents = list(reader.read(original))
    assert documents
    assert documents == list(reader.read(original))  # the same every time
    assert len({document.origin for document in documents}) == len(documents)
    for document in documents:
        assert document.format == name
        assert document.original is original
        assert document.origin.startswith("folder/example")
        assert document.text.strip()
        assert (document.published is None) == (document.date_source is None)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("content", [b"\0\0\0\0", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_such_file_is_rejected_with_a_reason(name: str, content: bytes) -> None:
    with pytest.raises(RejectedInputError) as caught:
        list(READERS[name].read(Original("broken", content)))
    assert caught.value.origin == "broken"
    assert caught.value.reason


def test_no_ending_belongs_to_two_readers() -> None:
    suffixes = [suffix for reader in READERS.values() for suffix in reader.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)
