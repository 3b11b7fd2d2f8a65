"""How well an archive agrees with a gold annotation; README.md says what counts.

`read_gold` and `read_archive` read the two sides, `score` counts where they agree and lists where they do
not, and `Tally.figures` turns the counts into shares. The archive is read through its documented views.
"""

import dataclasses
import difflib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection, text

SCORED_KINDS = ("person", "organization", "place")
TEXT_KINDS = ("body", "caption", "credit")  # paragraphs whose names are scored
PARTS = ("speaker", "via", "polarity", "content")
LIKENESS = 0.8  # difflib ratio from which two names are the same


@dataclasses.dataclass(frozen=True)
class Claim:
    """A claim; in the gold, content is a few words of it, in an archive all of it."""

    paragraph: int
    cue: str
    speaker: tuple[str, ...]
    via: tuple[str, ...]
    polarity: str
    content: str


@dataclasses.dataclass(frozen=True)
class Gold:
    """What one article should give."""

    published: str | None
    kinds: Mapping[int, str]
    entities: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    optional: tuple[tuple[int, str], ...]

    def kind_of(self, paragraph: int) -> str:
        return self.kinds.get(paragraph, "body")


@dataclasses.dataclass(frozen=True)
class Entity:
    """What one article shows of an entity: its names and mentions, and the paragraphs they stand in."""

    kind: str
    names: frozenset[str]
    paragraphs: frozenset[int]

    def is_called(self, name: str, kind: str) -> bool:
        return kind in (self.kind, "any") and fold(name) in self.names


@dataclasses.dataclass(frozen=True)
class Found:
    """What an archive holds of one article."""

    published: str | None
    kinds: Mapping[int, str]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]


@dataclasses.dataclass
class Tally:
    """Counts of agreement, and what disagrees, one line each."""

    counts: Counter[str] = dataclasses.field(default_factory=Counter)
    misses: list[str] = dataclasses.field(default_factory=list)

    def check(self, name: str, where: str, found: object, wanted: object, *, right: bool) -> bool:
        """Count one comparison, and note it if it fails."""
        self.counts[name] += 1
        self.counts[f"{name} right"] += right
        if not right:
            self.misses.append(f"{where}: {name} {found!r}, not {wanted!r}")
        return right

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def figures(self) -> dict[str, float]:
        """All figures by name, each from 0 to 1."""
        return {
            "dates": self.share("date right", "date"),
            "paragraph_kinds": self.share("kind right", "kind"),
            **self._agreement("entity"),
            **self._agreement("claim"),
            **{part: self.share(f"{part} right", part) for part in PARTS},
            "whole_claim_recall": self.share("claim whole", "claim wanted"),
        }

    def _agreement(self, name: str) -> dict[str, float]:
        precision = self.share(f"{name} right", f"{name} found")
        recall = self.share(f"{name} right", f"{name} wanted")
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def fold(words: str) -> str:
    """Words to compare: case folded, white space collapsed."""
    return " ".join(words.casefold().split())


def same_name(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= LIKENESS


def same_names(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether each name on one side has its own partner on the other."""
    rest = list(found)
    for name in wanted:
        partner = next((other for other in rest if same_name(name, other)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return not rest


def same_cue(one: str, other: str) -> bool:
    """Whether one cue holds the other: "lyder" and "lyder det fra" are the same."""
    return fold(one) in fold(other) or fold(other) in fold(one)


def score(gold: Mapping[str, Gold], found: Mapping[str, Found]) -> Tally:
    """Compare all articles; one that the archive lacks counts as one with nothing found."""
    tally = Tally()
    for key, wanted in gold.items():
        if key in found:
            compare(key, wanted, found[key], tally)
        else:
            tally.counts.update(
                {"date": 1, "entity wanted": len(wanted.entities), "claim wanted": len(wanted.claims)}
            )
            tally.misses.append(f"{key}: not in the archive")
    return tally


def compare(key: str, gold: Gold, found: Found, tally: Tally) -> None:
    right = found.published == gold.published
    tally.check("date", key, found.published, gold.published, right=right)
    for seq, kind in found.kinds.items():
        tally.check("kind", f"{key} p{seq}", kind, gold.kind_of(seq), right=kind == gold.kind_of(seq))
    compare_entities(key, gold, found.entities, tally)
    compare_claims(key, gold, found.claims, tally)


def compare_entities(key: str, gold: Gold, found: Sequence[Entity], tally: Tally) -> None:
    rest = list(found)
    for kind, name in gold.entities:
        hit = next((entity for entity in rest if entity.is_called(name, kind)), None)
        tally.counts["entity wanted"] += 1
        if hit is None:
            tally.misses.append(f"{key}: entity {kind} {name} not found")
            continue
        rest.remove(hit)
        tally.counts.update(("entity right", "entity found"))
    for entity in rest:
        in_text = any(gold.kind_of(seq) in TEXT_KINDS for seq in entity.paragraphs)
        if in_text and entity.kind in SCORED_KINDS:
            tally.counts["entity found"] += 1
            tally.misses.append(f"{key}: entity {entity.kind} {sorted(entity.names)} not in gold")


def compare_claims(key: str, gold: Gold, found: Sequence[Claim], tally: Tally) -> None:
    rest = list(found)
    for claim in gold.claims:
        where = f"{key} p{claim.paragraph} {claim.cue}"
        hit = next((other for other in rest if _at(other, claim.paragraph, claim.cue)), None)
        tally.counts["claim wanted"] += 1
        if hit is None:
            tally.misses.append(f"{where}: claim not found")
            continue
        rest.remove(hit)
        tally.counts.update(("claim right", "claim found"))
        tally.counts["claim whole"] += compare_parts(where, claim, hit, tally)
    for other in rest:
        if not any(_at(other, paragraph, cue) for paragraph, cue in gold.optional):
            tally.counts["claim found"] += 1
            tally.misses.append(f"{key} p{other.paragraph} {other.cue}: claim not in gold: {other.content!r}")


def compare_parts(where: str, gold: Claim, found: Claim, tally: Tally) -> bool:
    """Whether speaker, via, polarity and content are all right."""
    right = {
        "speaker": same_names(gold.speaker, found.speaker),
        "via": same_names(gold.via, found.via),
        "polarity": gold.polarity == found.polarity,
        "content": fold(gold.content) in fold(found.content),
    }
    for part in PARTS:
        tally.check(part, where, getattr(found, part), getattr(gold, part), right=right[part])
    return all(right.values())


def _at(claim: Claim, paragraph: int, cue: str) -> bool:
    return claim.paragraph == paragraph and same_cue(claim.cue, cue)


def read_gold(path: Path) -> dict[str, Gold]:
    """The gold file's entries by the start of their file's name."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return {key: _gold(entry) for key, entry in entries.items()}


def _gold(entry: dict[str, Any]) -> Gold:
    claims = (
        Claim(paragraph=claim["p"], **{key: _frozen(value) for key, value in claim.items() if key != "p"})
        for claim in entry["claims"]
    )
    return Gold(
        published=entry["published"],
        kinds={int(seq): kind for seq, kind in entry["kinds"].items()},
        entities=tuple((kind, name) for kind, names in entry["entities"].items() for name in names),
        claims=tuple(claims),
        optional=tuple((paragraph, cue) for paragraph, cue in entry["optional"]),
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def read_archive(connection: Connection, keys: Iterable[str]) -> dict[str, Found]:
    """What the archive holds of the articles whose file names begin with these keys."""
    articles = connection.execute(text("SELECT id, origin, published FROM articles ORDER BY id")).all()
    return {
        key: _found(connection, row.id, row.published)
        for key in keys
        for row in articles
        if PurePosixPath(row.origin).name.startswith(key)
    }


def _found(connection: Connection, article: int, published: str | None) -> Found:
    select = "SELECT seq, kind FROM paragraphs WHERE article_id = :article ORDER BY seq"
    return Found(
        published=published,
        kinds={row.seq: row.kind for row in connection.execute(text(select), {"article": article})},
        entities=tuple(_entities(connection, article)),
        claims=tuple(_claims(connection, article)),
    )


def _entities(connection: Connection, article: int) -> Iterator[Entity]:
    select = (
        "SELECT entity_id, entity, kind, text, paragraph FROM entity_mentions"
        " WHERE article_id = :article ORDER BY mention_id"
    )
    names: dict[tuple[int | None, str], set[str]] = {}
    paragraphs: dict[tuple[int | None, str], set[int]] = {}
    for row in connection.execute(text(select), {"article": article}):
        key = (row.entity_id, row.kind)
        names.setdefault(key, set()).update({fold(row.entity or ""), fold(row.text)})
        paragraphs.setdefault(key, set()).add(row.paragraph)
    for key, known in names.items():
        yield Entity(kind=key[1], names=frozenset(known), paragraphs=frozenset(paragraphs[key]))


def _claims(connection: Connection, article: int) -> Iterator[Claim]:
    select = (
        "SELECT paragraph, cue, speaker, via, polarity, text AS content FROM attributed_claims"
        " WHERE article_id = :article ORDER BY paragraph, claim_id"
    )
    for row in connection.execute(text(select), {"article": article}):
        yield Claim(
            paragraph=row.paragraph,
            cue=row.cue or "",
            speaker=_names(row.speaker),
            via=_names(row.via),
            polarity=row.polarity,
            content=row.content or "",
        )


def _names(joined: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (joined or "").split(";") if name.strip())
