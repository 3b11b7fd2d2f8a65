"""Bytes to text, with the encoding that gives the same text back: never a guess that damages letters."""

import codecs
import re

__all__ = ["decode"]

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# https://datatracker.ietf.org/doc/html/rfc3629#section-4, without the rare overlong forms
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f]")


def decode(content: bytes) -> tuple[str, str]:
    """The text, without a byte order mark, and the Python name of its encoding.

    A mark decides; without one it is UTF-8, or Windows-1252, which holds all of Latin-1 but its control
    characters. `content.decode(encoding)` gives the same text again.

    Raises:
        ValueError: if it is no text in one of these, with the reason.

    >>> decode("Århus".encode("cp1252"))
    ('Århus', 'cp1252')
    """
    for mark, encoding, name in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding, f"a {name} byte order mark, but no {name} after it")
    if b"\0" in content:
        raise ValueError(
            f"a NUL byte at position {content.index(0)}: binary, or UTF-16 without a byte order mark"
        )
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows(content, error.start)


def _windows(content: bytes, broken: int) -> tuple[str, str]:
    """Windows-1252, unless it is rather UTF-8 with an error, which would come out as `Ã¦` for `æ`."""
    letters = len(_UTF8_LETTER.findall(content))
    strays = len(_HIGH_BYTE.findall(_UTF8_LETTER.sub(b"", content)))
    if letters > strays:
        raise ValueError(f"damaged UTF-8: byte {content[broken]:#04x} at position {broken}")
    if _CONTROL.search(content):
        raise ValueError("binary: neither UTF-8 nor Windows-1252 text")
    return _strict(content, "cp1252", "neither UTF-8 nor Windows-1252")


def _strict(content: bytes, encoding: str, reason: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise ValueError(f"{reason} (byte {content[error.start]:#04x} at position {error.start})") from error
