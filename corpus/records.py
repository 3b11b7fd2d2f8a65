"""What passes between the layers before it is rows: frozen values, no behaviour beyond their own shape.

Every range is `[start, end)` in code points of the document's text, from 0, end exclusive.
"""

import dataclasses
import hashlib
import json
from typing import Literal

from corpus.edtf import EdtfDate
from corpus.naming import name_key
from corpus.propositions import ClaimOrigin, Proposition

__all__ = [
    "ACTS", "CERTAINTIES", "DATE_KINDS", "ENTITY_KINDS", "MENTION_FORMS", "PARAGRAPH_KINDS", "PART_ROLES",
    "POLARITIES", "QUOTATIONS", "Act", "Annotation", "Certainty", "Claim", "ClaimPart", "DateKind",
    "DateMention", "Document", "Entity", "EntityKind", "Mention", "MentionForm", "Original", "Paragraph",
    "ParagraphKind", "PartRole", "Polarity", "Quotation",
]  # fmt: skip

ParagraphKind = Literal["heading", "body", "caption", "byline", "credit", "boilerplate"]
EntityKind = Literal["person", "organization", "place", "event", "work", "other"]
MentionForm = Literal["name", "demonym", "nominal", "pronoun"]
Act = Literal[
    "statement", "denial", "accusation", "promise", "warning", "expectation", "belief", "question", "demand"
]
Polarity = Literal["affirmed", "denied", "uncommitted"]
Quotation = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "alleged"]
PartRole = Literal["speaker", "via", "addressee", "target", "cue", "content", "time"]
DateKind = Literal["absolute", "relative"]

PARAGRAPH_KINDS: tuple[ParagraphKind, ...] = ("heading", "body", "caption", "byline", "credit", "boilerplate")
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "work", "other")
MENTION_FORMS: tuple[MentionForm, ...] = ("name", "demonym", "nominal", "pronoun")
ACTS: tuple[Act, ...] = (
    "statement", "denial", "accusation", "promise", "warning", "expectation", "belief", "question", "demand",
)  # fmt: skip
POLARITIES: tuple[Polarity, ...] = ("affirmed", "denied", "uncommitted")
QUOTATIONS: tuple[Quotation, ...] = ("direct", "indirect", "mixed")
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "alleged")
PART_ROLES: tuple[PartRole, ...] = ("speaker", "via", "addressee", "target", "cue", "content", "time")
DATE_KINDS: tuple[DateKind, ...] = ("absolute", "relative")


@dataclasses.dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one input, so that it can be given back identical.

    Attributes:
        origin: Path relative to the import root, with `/`, or URL.
        content: The bytes as read.
    """

    origin: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, 64 hex digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader yields: one article before it is stored.

    Attributes:
        original: The input it was read from; several documents may share one.
        origin: Where this document came from: the input's origin, or one that names its place in it.
        text: The article's text, as read.
        format: The reader's name.
        encoding: The character encoding the bytes were read with.
        title: The title the source gives.
        published: The publication date the source gives.
        date_source: Where the date stands: `header`, `metadata`, `file name` ...; None without a date.
        outlet: The medium that published it, as the source gives it.
        author: As the source gives it.
        url: As the source gives it.
        language: ISO 639-1 code, or None for the archive's default.
    """

    original: Original
    origin: str
    text: str
    format: str
    encoding: str
    title: str | None = None
    published: EdtfDate | None = None
    date_source: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None

    @property
    def hash(self) -> str:
        """SHA-256 of what makes it this document and no other: text, title, date, outlet; 64 hex digits."""
        published = self.published.text if self.published else None
        identity = json.dumps([self.text, self.title, published, self.outlet], ensure_ascii=True)
        return hashlib.sha256(identity.encode("ascii")).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of the text between blank lines.

    Attributes:
        seq: Its number in the document, from 1, whatever its kind.
        kind: What part it plays.
        text: The words of its range.
        start: First code point in the document's text.
        end: One past the last.
        stems: Its words folded and stemmed for search, one for each word of the text, parted by blanks.
    """

    seq: int
    kind: ParagraphKind
    text: str
    start: int
    end: int
    stems: str


@dataclasses.dataclass(frozen=True, slots=True)
class Entity:
    """One real thing as far as one document shows it.

    Attributes:
        kind: What it is.
        name: The name it is shown under, as `shown_name` chooses it.
        names: Every name that the document gives it.
        listed_name: Its canonical name where a bundled list knows it.
        wikidata_id: `Q...` where a bundled list gives it.
        key: What it is known by across documents, one key one entity; its kind and name if not given.
    """

    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    wikidata_id: str | None = None
    listed_name: str | None = None
    key: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", f"{self.kind}:{name_key(self.name)}")


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or points at an entity.

    Attributes:
        paragraph: The `seq` of its paragraph.
        start: First code point in the document's text.
        end: One past the last.
        text: The words of its range.
        kind: What kind of thing it names.
        form: How it does so.
        entity: Index into `Annotation.entities`, or None where it stays unresolved.
    """

    paragraph: int
    start: int
    end: int
    text: str
    kind: EntityKind
    form: MentionForm
    entity: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class DateMention:
    """Words that speak of a day or a longer time, whatever happened or will happen then.

    Attributes:
        paragraph: The `seq` of its paragraph.
        start: First code point in the document's text.
        end: One past the last.
        text: The words of its range.
        kind: `absolute` where the words say it all, `relative` where they count from the article's own date.
        date: What they mean, as far as that is known: never a day where only the month can be told.
    """

    paragraph: int
    start: int
    end: int
    text: str
    kind: DateKind
    date: EdtfDate


@dataclasses.dataclass(frozen=True, slots=True)
class ClaimPart:
    """One part of a claim, where it stands in the text.

    Attributes:
        role: Which part.
        start: First code point in the document's text.
        end: One past the last.
        text: The words of its range.
        name: Whom or what it names, resolved: "hun" to "Mette Krag", "kilderne" to the source's first
            full description. None for cue, content and time.
        entity: Index into `Annotation.entities`, or None where the source is described and not named.
    """

    role: PartRole
    start: int
    end: int
    text: str
    name: str | None = None
    entity: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One place where the text attributes content to a source.

    Attributes:
        paragraph: The `seq` of the cue's paragraph.
        act: What the source does by saying it.
        polarity: Whether the source says it is so, says it is not so, or neither.
        quotation: Whether the content is the source's own words.
        certainty: How sure the source or the narrator is of the content.
        pattern: The name of the language pattern that found it.
        text: The content: its parts' words, parted by a blank.
        parts: In order within each role; a source chain has its via nearest the speaker first.
        said: When the source said it, where the text tells; its words are the part of role `time`.
        proposition: What it is about; None where the content is too vague to tell.
        origins: Its first sources: on whom it rests, once those who only pass it on are left out.
    """

    paragraph: int
    act: Act
    polarity: Polarity
    quotation: Quotation
    certainty: Certainty
    pattern: str
    text: str
    parts: tuple[ClaimPart, ...]
    said: EdtfDate | None = None
    proposition: Proposition | None = None
    origins: tuple[ClaimOrigin, ...] = ()

    @property
    def cue_start(self) -> int:
        """First code point of the word that makes it a claim."""
        return min(part.start for part in self.parts if part.role == "cue")

    @property
    def start(self) -> int:
        """First code point of the content."""
        return min(part.start for part in self.parts if part.role == "content")

    @property
    def end(self) -> int:
        """One past the last code point of the content."""
        return max(part.end for part in self.parts if part.role == "content")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the language work finds in one document.

    Attributes:
        language: The ISO 639-1 code of the rules that were used, or None where there are none for it.
        model: Name and version of the rules or model.
        paragraphs: Every non-empty block, in order.
        entities: What the mentions refer to.
        mentions: In text order.
        claims: In order of their cues.
        guessed_language: The code of the language that its words show, where nobody said which it is in and
            they show it for sure.
        dates: What the text speaks of, in text order.
    """

    language: str | None
    model: str
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    guessed_language: str | None = None
    dates: tuple[DateMention, ...] = ()
