"""Gold articles: what people say that an article's annotation must hold."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.edtf import parse_period
from corpus.errors import NotFoundError, RejectedInputError
from corpus.records import ACTS, POLARITIES, QUOTATIONS

__all__ = ["Gold", "GoldClaim", "read_gold"]


@dataclasses.dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that must be found.

    Attributes:
        paragraph: The number of its cue's paragraph, from 1.
        cue: The words that make it a claim.
        speaker: Whose content it is; several, or none.
        via: Who stands between, nearest the speaker first.
        polarity: `affirmed`, `denied` or `uncommitted`.
        content: A few words that the content must hold.
        text: All of the content, pieces parted by " … "; None where the gold does not tell.
        quotation: `direct`, `indirect` or `mixed`; None where the gold does not tell.
        act: `statement`, `denial` ...; None where the gold does not tell.
        target: Who is accused or threatened; None where the gold does not tell.
        addressee: Who is told or urged and is no medium; None where the gold does not tell.
        thread: What it says, by a label that claims on one proposition share; None where the gold does not
            tell.
        said: When it was said, as EDTF text; empty where the article does not say, None where the gold does
            not tell.
    """

    paragraph: int
    cue: str
    speaker: tuple[str, ...]
    via: tuple[str, ...]
    polarity: str
    content: str
    text: str | None = None
    quotation: str | None = None
    act: str | None = None
    target: tuple[str, ...] | None = None
    addressee: tuple[str, ...] | None = None
    thread: str | None = None
    said: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Gold:
    """What one article must give.

    Attributes:
        published: Its date as EDTF text, or None.
        kinds: Paragraph number to kind, of those that are not `body`.
        entities: Kind and fullest name of each; the kind `any` is not compared.
        claims: In any order.
        optional: Paragraph and cue of claims that may be found or not.
    """

    published: str | None
    kinds: Mapping[int, str]
    entities: tuple[tuple[str, str], ...]
    claims: tuple[GoldClaim, ...]
    optional: tuple[tuple[int, str], ...]

    def kind_of(self, paragraph: int) -> str:
        """The kind of a paragraph by its number."""
        return self.kinds.get(paragraph, "body")


def read_gold(path: Path) -> dict[str, Gold]:
    """Read a gold file: its articles by the start of their texts' file names.

    Raises:
        NotFoundError: if there is no such file.
        RejectedInputError: if it is no gold file, with the entry that is wrong.
    """
    try:
        entries = json.loads(path.read_bytes())
    except OSError as error:
        raise NotFoundError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise RejectedInputError(str(path), f"it is no JSON: {error}") from error
    if not isinstance(entries, dict):
        raise RejectedInputError(str(path), "it is no JSON object of articles")
    gold = {key: _checked(path, key, entry) for key, entry in entries.items()}
    for label in ("quotation", "act"):
        if len({getattr(claim, label) is None for one in gold.values() for claim in one.claims}) > 1:
            raise RejectedInputError(str(path), f"only some of its claims have the key {label!r}")
    return gold


def _checked(path: Path, key: str, entry: Any) -> Gold:
    try:
        return _gold(entry)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = f"the article {key!r} is not annotated as gold is: {type(error).__name__} {error}"
        raise RejectedInputError(str(path), reason) from error


def _gold(entry: Any) -> Gold:
    return Gold(
        published=entry["published"],
        kinds={int(seq): str(kind) for seq, kind in entry["kinds"].items()},
        entities=tuple((str(kind), str(name)) for kind, names in entry["entities"].items() for name in names),
        claims=tuple(map(_claim, entry["claims"])),
        optional=tuple((int(paragraph), str(cue)) for paragraph, cue in entry.get("optional", ())),
    )


def _claim(claim: Any) -> GoldClaim:
    return GoldClaim(
        paragraph=int(claim["p"]),
        cue=str(claim["cue"]),
        speaker=tuple(claim["speaker"]),
        via=tuple(claim["via"]),
        polarity=_one_of(POLARITIES, claim["polarity"]),
        content=str(claim["content"]),
        text=claim.get("text"),
        quotation=_one_of(QUOTATIONS, claim["quotation"]) if "quotation" in claim else None,
        act=_one_of(ACTS, claim["act"]) if "act" in claim else None,
        target=tuple(claim["target"]) if "target" in claim else None,
        addressee=tuple(claim["addressee"]) if "addressee" in claim else None,
        thread=claim.get("thread"),
        said=_said(claim["said"]) if "said" in claim else None,
    )


def _one_of(words: Sequence[str], word: Any) -> str:
    if word not in words:
        raise ValueError(f"{word!r} is none of {', '.join(words)}")
    return str(word)


def _said(text: str | None) -> str:
    if text is None:
        return ""
    return parse_period(text).text
