import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats._decoding import decode

TEXT = "På øen sagde Åse: »Æblet« – 50 €.\r\n"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (TEXT.encode("utf-8"), TEXT, "utf-8"),
        (TEXT.encode("utf-8-sig"), TEXT, "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT, "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), TEXT, "utf-32"),
        (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), TEXT, "utf-32"),
        (TEXT.encode("cp1252"), TEXT, "cp1252"),
        ("Blåbærgrød".encode("latin-1"), "Blåbærgrød", "cp1252"),
        ("»PÅ”".encode("cp1252"), "»PÅ”", "cp1252"),  # C5 94 would be a UTF-8 letter by itself
        (b"form\x0cfeed\x0b\x1a", "form\x0cfeed\x0b\x1a", "utf-8"),
        (b"", "", "utf-8"),
    ],
)
def test_decodes(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04\x00\x00", "a NUL byte at position 4: binary"),
        ("Åben".encode("utf-16-le"), "a NUL byte at position 1: binary, or UTF-16 without a byte order mark"),
        (b"\xff\xfeA", "a UTF-16 byte order mark, but no UTF-16 after it"),
        (b"\xff\xfe\x00\xd8A\x00", "no UTF-16"),  # a lone surrogate
        (b"\xef\xbb\xbf\xe5r", "a UTF-8 byte order mark, but no UTF-8 after it"),
        ("blåbærgrød på ø".encode() + b"\xc3", "damaged UTF-8: byte 0xc3 at position 20"),
        (b"\x1f\x8b\x08\xe6\xf8\x05", "binary"),
        (b"\xe5r \x81", "neither UTF-8 nor Windows-1252 (byte 0x81 at position 3)"),
    ],
)
def test_refuses_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 -- the reason is the point, and it is compared
        decode(content)
    assert reason in str(caught.value)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_whatever_is_decoded_decodes_the_same_by_the_encoding_named(content: bytes) -> None:
    try:
        text, encoding = decode(content)
    except ValueError:
        return
    assert content.decode(encoding) == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=60))
def test_every_utf8_text_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode())[0] == text
