"""Gold articles: what people say that an article's annotation must hold."""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.errors import NotFoundError, RejectedInputError

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
    """

    paragraph: int
    cue: str
    speaker: tuple[str, ...]
    via: tuple[str, ...]
    polarity: str
    content: str


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
    return {key: _checked(path, key, entry) for key, entry in entries.items()}


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
        polarity=str(claim["polarity"]),
        content=str(claim["content"]),
    )
