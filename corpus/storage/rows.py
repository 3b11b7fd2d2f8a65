"""What queries return: frozen values, one a row; ranges are in code points of the article's text."""

import dataclasses

__all__ = [
    "ArchiveCounts",
    "ArticleRow",
    "ArticleSummary",
    "ClaimRow",
    "DateRow",
    "MentionRow",
    "ParagraphRow",
    "PartRow",
    "RejectionRow",
    "RunRow",
]


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of a listing; the counts are of its rows."""

    id: int
    origin: str
    version: int
    is_current: int
    title: str | None
    published: str | None
    outlet: str | None
    language: str | None
    characters: int
    paragraphs: int
    mentions: int
    claims: int


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleRow:
    """One stored version of a document."""

    id: int
    hash: str
    origin: str
    version: int
    previous_id: int | None
    is_current: int
    title: str | None
    published: str | None
    earliest: str | None
    latest: str | None
    date_source: str | None
    language: str | None
    outlet: str | None
    author: str | None
    url: str | None
    format: str
    encoding: str
    text: str
    run_id: int


@dataclasses.dataclass(frozen=True, slots=True)
class ParagraphRow:
    """One paragraph; its range is in code points of the article's text."""

    id: int
    seq: int
    kind: str
    text: str
    start_char: int
    end_char: int


@dataclasses.dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention; `entity` is the canonical name, None where it is unresolved."""

    id: int
    paragraph: int
    entity_id: int | None
    entity: str | None
    kind: str
    form: str
    text: str
    start_char: int
    end_char: int


@dataclasses.dataclass(frozen=True, slots=True)
class DateRow:
    """Words that speak of a time; `value` is EDTF."""

    id: int
    paragraph: int
    kind: str
    text: str
    value: str
    earliest: str
    latest: str
    start_char: int
    end_char: int


@dataclasses.dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a claim; `name` is the one to show: the entity's where it has one, else its own."""

    role: str
    seq: int
    text: str
    start_char: int
    end_char: int
    name: str | None
    entity_id: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with its parts, by role and order; `paragraph` is its cue's."""

    id: int
    paragraph: int
    act: str
    polarity: str
    quotation: str
    certainty: str
    pattern: str
    text: str
    start_char: int
    end_char: int
    thread_id: int | None
    said: str | None
    said_earliest: str | None
    said_latest: str | None
    parts: tuple[PartRow, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ArchiveCounts:
    """What an archive holds; articles are the current ones, versions all."""

    articles: int
    versions: int
    undated: int
    first: str | None
    last: str | None
    paragraphs: int
    mentions: int
    entities: int
    names: int
    dates: int
    claims: int
    threads: int
    originals: int
    original_bytes: int
    runs: int
    rejections: int


@dataclasses.dataclass(frozen=True, slots=True)
class RunRow:
    """One import or annotation pass; `settings` is JSON."""

    id: int
    kind: str
    started: str
    finished: str | None
    status: str
    program_version: str
    model: str | None
    settings: str
    inputs_read: int
    imported: int
    unchanged: int
    rejected: int


@dataclasses.dataclass(frozen=True, slots=True)
class RejectionRow:
    """An input that a run could not store."""

    run_id: int
    origin: str
    reason: str
