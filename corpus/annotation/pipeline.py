"""One document through all steps: paragraphs, tokens, names, entities, noun phrases, claims."""

import bisect
import contextlib
import dataclasses
import itertools
from collections.abc import Iterator, Sequence

from corpus.annotation.article_names import ArticleName, name_article
from corpus.annotation.claims import find_claims
from corpus.annotation.contents import Sentence
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.dates import find_dates
from corpus.annotation.discourse import Discourse
from corpus.annotation.entities import Resolution
from corpus.annotation.grammar import grammar_of
from corpus.annotation.items import NamedSpan, chunk, itemize
from corpus.annotation.origins import with_origins
from corpus.annotation.paragraphs import paragraph_kinds, split_paragraphs
from corpus.annotation.propositions import with_propositions
from corpus.annotation.quotes import Quotation, find_quotations, is_speech
from corpus.annotation.recognition import Recognizer
from corpus.annotation.said import date_claims
from corpus.annotation.tokens import Token, sentences, tokenize
from corpus.annotation.version import rules_version
from corpus.languages import (
    DEFAULT_LANGUAGE,
    Language,
    available_languages,
    guess_language,
    load_language,
    stem_words,
)
from corpus.records import Annotation, Document, Mention, MentionForm, Paragraph
from corpus.spans import Span

__all__ = ["annotate", "annotate_all"]

_READ_KINDS = frozenset({"heading", "body", "caption", "credit"})
_DATELESS = frozenset({"person", "organization", "work"})  # what the words of whose names are no date


@dataclasses.dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its tokens."""

    paragraph: Paragraph
    tokens: list[Token]
    quotations: list[tuple[int, int]]
    is_speech: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Reading:
    """A document as far as it can be read before its names are known; without rules no further than that."""

    document: Document
    guessed_language: str | None
    rules: Language | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[_Sentence, ...] = ()

    def words(self) -> list[list[str]]:
        """The words of each sentence."""
        return [[token.text for token in sentence.tokens] for sentence in self.sentences]


def annotate(
    document: Document, *, language: str | None = None, recognizer: Recognizer | None = None
) -> Annotation:
    """Find paragraphs, entities, mentions and claims in a document; see `annotate_all`."""
    (annotation,) = annotate_all([document], language=language, recognizer=recognizer)
    return annotation


def annotate_all(
    documents: Sequence[Document], *, language: str | None = None, recognizer: Recognizer | None = None
) -> Iterator[Annotation]:
    """Find paragraphs, entities, mentions and claims in documents, each by itself.

    Args:
        documents: What a reader yielded; a document's own language wins over `language`.
        language: ISO 639-1 code of the language of documents that do not say; by default what their words
            tell, or else Danish.
        recognizer: What recognizes names, given the sentences of all the documents at once; the model that
            comes with the language if none is given.

    Yields:
        The annotation of each, in order. Without rules for the document's language it holds paragraphs only,
        all of kind `body`, and its language is None.

    Raises:
        Exception: what the recognizer raised, or what reading a document did, which a note names.
    """
    readings = [_read_document(document, language) for document in documents]
    recognized = _recognized(readings, recognizer)
    for reading in readings:
        with _noted(reading.document.origin):
            annotation = _annotation(reading, next(recognized), recognizer)
        yield annotation


@contextlib.contextmanager
def _noted(origin: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        error.add_note(f"while annotating {origin}")
        raise


def _read_document(document: Document, language: str | None) -> _Reading:
    with _noted(document.origin):
        told = document.language or language
        guess = None if told else guess_language(document.text)
        code = told or guess or DEFAULT_LANGUAGE
        if code not in available_languages():
            return _Reading(document, guess, None, _plain_paragraphs(document.text))
        rules = load_language(code)
        paragraphs = tuple(_paragraphs(document.text, rules))
        read = (sentence for paragraph in paragraphs for sentence in _read(document.text, paragraph, rules))
        return _Reading(document, guess, rules, paragraphs, tuple(read))


def _recognized(readings: Sequence[_Reading], recognizer: Recognizer | None) -> Iterator[list[list[Span]]]:
    """The names that a model recognizes in each sentence of each reading."""
    if recognizer is None:
        return map(_recognized_as_bundled, readings)
    spans = iter(recognizer.tag([words for reading in readings for words in reading.words()]))
    return (list(itertools.islice(spans, len(reading.sentences))) for reading in readings)


def _recognized_as_bundled(reading: _Reading) -> list[list[Span]]:
    model = bundled_recognizer(reading.rules) if reading.rules else None
    return model.tag(reading.words()) if model else [[] for _ in reading.sentences]


def _annotation(
    reading: _Reading, recognized: Sequence[Sequence[Span]], recognizer: Recognizer | None
) -> Annotation:
    document, rules = reading.document, reading.rules
    if rules is None:
        return Annotation(
            language=None,
            model="none",
            paragraphs=reading.paragraphs,
            guessed_language=reading.guessed_language,
        )
    resolution, names = name_article(
        [sentence.tokens for sentence in reading.sentences],
        recognized,
        rules,
        scope=document.hash[:16],
        credits_at={i for i, sentence in enumerate(reading.sentences) if sentence.paragraph.kind == "credit"},
    )
    named = list(zip(reading.sentences, names, strict=True))
    parsed = [
        _parse(
            document.text,
            sentence,
            [_named_span(name, resolution) for name in found if not name.span.is_part],
            rules,
        )
        for sentence, found in named
    ]
    findings = find_claims(document.text, parsed, Discourse(resolution, rules), rules)
    mentions = [_mention(document.text, sentence, name) for sentence, found in named for name in found]
    of_names = [(mention.start, mention.end) for mention in mentions if mention.kind in _DATELESS]
    dates = find_dates(document, parsed, rules, names=of_names)
    mentions += findings.references
    annotation = Annotation(
        language=rules.code,
        model=rules_version(rules.code, recognizer),
        paragraphs=reading.paragraphs,
        entities=resolution.entities,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        claims=tuple(date_claims(document, findings.claims, dates, parsed, rules)),
        dates=tuple(dates),
        guessed_language=reading.guessed_language,
    )
    return with_origins(with_propositions(annotation, rules.code), rules.code, outlet=document.outlet)


def _plain_paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(seq, "body", text[start:end], start, end, stem_words(text[start:end], language=None))
        for seq, (start, end) in enumerate(split_paragraphs(text), start=1)
    )


def _paragraphs(text: str, rules: Language) -> list[Paragraph]:
    ranges = list(split_paragraphs(text))
    kinds = paragraph_kinds([text[start:end] for start, end in ranges], rules)
    return [
        Paragraph(
            seq=seq,
            kind=kind,
            text=text[start:end],
            start=start,
            end=end,
            stems=stem_words(text[start:end], language=rules.code),
        )
        for seq, ((start, end), kind) in enumerate(zip(ranges, kinds, strict=True), start=1)
    ]


def _read(text: str, paragraph: Paragraph, rules: Language) -> list[_Sentence]:
    """The sentences of a paragraph; none of what is no part of the article, or in another language."""
    if paragraph.kind not in _READ_KINDS or guess_language(paragraph.text) not in {None, rules.code}:
        return []
    tokens = tokenize(text, paragraph.start, paragraph.end, rules)
    quotations = find_quotations(tokens)
    spoken = is_speech(tokens)
    found = []
    for first, last in sentences(tokens, _quoted(tokens, quotations)):
        begin = bisect.bisect_left(quotations, first, key=lambda q: q.last)
        end = bisect.bisect_left(quotations, last, key=lambda q: q.first)
        inside = [(max(q.first, first) - first, min(q.last + 1, last) - first) for q in quotations[begin:end]]
        found.append(_Sentence(paragraph, tokens[first:last], inside, spoken))
    return found


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[bool]:
    quoted = [False] * len(tokens)
    for quotation in quotations:
        quoted[quotation.first : quotation.last] = [True] * (quotation.last - quotation.first)
    return quoted


def _named_span(name: ArticleName, resolution: Resolution) -> NamedSpan:
    """A name as patterns see it."""
    return NamedSpan(
        first=name.span.first,
        last=name.span.last,
        kind=name.kind,
        subkind=resolution.subkinds[name.entity] if name.entity is not None else "",
        entity=name.entity,
        name=name.nominative,
        is_genitive=name.is_genitive,
        is_demonym=name.span.is_demonym,
    )


def _parse(text: str, sentence: _Sentence, names: Sequence[NamedSpan], rules: Language) -> Sentence:
    """A sentence as the items that patterns read."""
    items = itemize(text, sentence.tokens, names, sentence.quotations, rules)
    return Sentence(
        paragraph=sentence.paragraph.seq,
        kind=sentence.paragraph.kind,
        start=sentence.tokens[0].start,
        end=sentence.tokens[-1].end,
        paragraph_start=sentence.paragraph.start,
        paragraph_end=sentence.paragraph.end,
        is_speech=sentence.is_speech,
        items=tuple(chunk(items, text, grammar_of(rules))),
    )


def _mention(text: str, sentence: _Sentence, name: ArticleName) -> Mention:
    form: MentionForm = "demonym" if name.span.is_demonym else "name"
    start, end = name.span.start, name.span.end
    return Mention(sentence.paragraph.seq, start, end, text[start:end], name.kind, form, name.entity)
