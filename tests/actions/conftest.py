"""An annotation small enough to foresee: two people, and what stands after "siger, at"."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from corpus.actions.import_documents import Annotate, import_documents
from corpus.annotation import annotate as paragraphs_of
from corpus.records import Annotation, Claim, ClaimPart, Document, Entity, Mention
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import run_query

PEOPLE = (
    Entity("person", "Kim Jong-un", ("Kim Jong-un", "Kim")),
    Entity("person", "Putin", ("Putin",)),
)
NAMED = re.compile(r"\b(Kim Jong-un|Kim|Putin)\b")
CLAIMED = re.compile(r"(?P<speaker>Kim Jong-un|Kim|Putin) (?P<cue>siger), at (?P<content>[^.]+)")


@pytest.fixture
def small_annotation() -> Annotate:
    return annotated_all


def annotated_all(documents: Sequence[Document], *, language: str) -> Iterator[Annotation]:
    return (annotated(document, language=language) for document in documents)


def annotated(document: Document, *, language: str) -> Annotation:
    plain = paragraphs_of(document, language="none")
    mentions = [
        mention(found, p.seq)
        for p in plain.paragraphs
        for found in NAMED.finditer(document.text, p.start, p.end)
    ]
    claims = [
        claim(found, p.seq)
        for p in plain.paragraphs
        for found in CLAIMED.finditer(document.text, p.start, p.end)
    ]
    return Annotation(
        language=language,
        model="small",
        paragraphs=plain.paragraphs,
        entities=PEOPLE,
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def mention(match: re.Match[str], paragraph: int) -> Mention:
    return Mention(paragraph, *match.span(), match[0], "person", "name", int(match[0] == "Putin"))


def claim(match: re.Match[str], paragraph: int) -> Claim:
    speaker = PEOPLE[match["speaker"] == "Putin"]
    parts = (
        ClaimPart("speaker", *match.span("speaker"), match["speaker"], speaker.name, PEOPLE.index(speaker)),
        ClaimPart("cue", *match.span("cue"), match["cue"]),
        ClaimPart("content", *match.span("content"), match["content"]),
    )
    return Claim(paragraph, "statement", "affirmed", "indirect", "certain", "siger", match["content"], parts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what a folder may hold."""
    folder = tmp_path / "news"
    files = {
        "2023/a.txt": " date 2023-09 Kim siger, at Putin kommer.\n\nPutin siger, at det passer.",
        "2023/b.txt": " date 2023-10-01 Putin siger, at Kim er en ven.",
        "undated.txt": "Kim Jong-un siger, at alt er godt.",
        "README.md": "# Om artiklerne",
        "empty.txt": "",
        "wrong-date.txt": " date 2023-13 Kim siger, at intet passer.",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


SEEDS = Path(__file__).parents[2] / "seeds"
# Everything that the archive holds, but for the keys of its rows and for when and by which run it came.
CONTENTS = {
    "articles": """
        SELECT a.hash, a.origin, a.version, a.is_current, b.hash, a.title, a.published, a.earliest, a.latest,
               a.month, a.date_source, a.language, a.outlet, a.author, a.url, a.format, a.encoding, a.text
        FROM articles AS a LEFT JOIN articles AS b ON b.id = a.previous_id
    """,
    "paragraphs": """
        SELECT a.hash, p.seq, p.kind, p.text, p.stems, p.start_char, p.end_char
        FROM paragraphs AS p JOIN articles AS a ON a.id = p.article_id
    """,
    "entities": "SELECT key, kind, name, name_key, listed_name, wikidata_id FROM entities",
    "entity_names": """
        SELECT e.key, n.name, n.name_key, n.source
        FROM entity_names AS n JOIN entities AS e ON e.id = n.entity_id
    """,
    "mentions": """
        SELECT a.hash, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY m.id), p.seq, e.key, m.kind, m.form,
               m.text, m.start_char, m.end_char
        FROM mentions AS m JOIN articles AS a ON a.id = m.article_id
        JOIN paragraphs AS p ON p.id = m.paragraph_id LEFT JOIN entities AS e ON e.id = m.entity_id
    """,
    "dates": """
        SELECT a.hash, p.seq, d.kind, d.text, d.value, d.earliest, d.latest, d.start_char, d.end_char
        FROM dates AS d JOIN articles AS a ON a.id = d.article_id
        JOIN paragraphs AS p ON p.id = d.paragraph_id
    """,
    "claims": """
        SELECT a.hash, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY c.id), p.seq, c.act, c.polarity,
               c.quotation, c.certainty, c.pattern, c.text, c.start_char, c.end_char, c.said, c.said_earliest,
               c.said_latest
        FROM claims AS c JOIN articles AS a ON a.id = c.article_id
        JOIN paragraphs AS p ON p.id = c.paragraph_id
    """,
    "threads": """
        SELECT t.key, t.title, t.is_negated, a.hash, c.start_char, c.end_char, c.text
        FROM threads AS t LEFT JOIN claims AS c ON c.thread_id = t.id
        LEFT JOIN articles AS a ON a.id = c.article_id
    """,
    "propositions": """
        SELECT p.place, p.terms, p.wording, p.is_negated, p.is_passed_on, p.title_rank, b.place,
               o.place, (SELECT COUNT(*) FROM claim_blocks AS k WHERE k.place = p.place AND k.claim_id = p.id)
        FROM propositions AS p
        LEFT JOIN propositions AS b ON b.id = p.joins_id
        LEFT JOIN propositions AS o ON o.id = p.answers_id
    """,
    "claim_blocks": "SELECT block, place FROM claim_blocks",
    "claim_origins": """
        SELECT p.place, o.seq, o.kind, o.key, o.name, e.key
        FROM claim_origins AS o JOIN propositions AS p ON p.id = o.claim_id
        LEFT JOIN entities AS e ON e.id = o.entity_id
    """,
    "claim_parts": """
        SELECT c.hash, c.number, r.role, r.seq, r.text, r.start_char, r.end_char, r.name, e.key
        FROM claim_parts AS r LEFT JOIN entities AS e ON e.id = r.entity_id
        JOIN (SELECT a.hash, c.id, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY c.id) AS number
              FROM claims AS c JOIN articles AS a ON a.id = c.article_id) AS c ON c.id = r.claim_id
    """,
}


@pytest.fixture(scope="session")
def contents() -> Callable[[str], dict[str, list[str]]]:
    """What an archive holds, in an order of its own, so that two archives can be compared."""
    return archive_contents


def archive_contents(db: str) -> dict[str, list[str]]:
    with read_transaction(open_archive(db, mode="read")) as connection:
        found = {table: run_query(connection, query)[1] for table, query in CONTENTS.items()}
    return {table: sorted(map(repr, rows)) for table, rows in found.items()}


@pytest.fixture(scope="session")
def seeds() -> list[str]:
    """The files of the seeds."""
    return [str(path) for path in sorted(SEEDS.glob("*.txt"))]


@pytest.fixture(scope="session")
def fresh(seeds: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What an archive holds into which the seeds were imported in one go."""
    db = str(tmp_path_factory.mktemp("fresh") / "fresh.db")
    import_documents(db, seeds)
    return archive_contents(db)
