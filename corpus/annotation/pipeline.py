"""One document through all steps: paragraphs, tokens, names, entities, noun phrases, claims."""

import bisect
import dataclasses
from collections.abc import Sequence
from itertools import chain

from corpus.annotation.claims import find_claims
from corpus.annotation.contents import Sentence
from corpus.annotation.crf_recognizer import bundled_recognizer
from corpus.annotation.discourse import Discourse
from corpus.annotation.entities import Resolution, resolve_names
from corpus.annotation.grammar import grammar_of
from corpus.annotation.items import NamedSpan, chunk, itemize
from corpus.annotation.name_spans import NameSpan
from corpus.annotation.names import find_names
from corpus.annotation.paragraphs import paragraph_kind, split_paragraphs
from corpus.annotation.quotes import Quotation, find_quotations, is_speech
from corpus.annotation.recognition import Recognizer
from corpus.annotation.tokens import Token, sentences, tokenize
from corpus.languages import Language, available_languages, load_language, stem_words
from corpus.records import Annotation, Document, Mention, MentionForm, Paragraph

__all__ = ["annotate", "rules_version"]

_READ_KINDS = frozenset({"heading", "body", "caption", "credit"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its tokens."""

    paragraph: Paragraph
    tokens: list[Token]
    quotations: list[tuple[int, int]]
    is_speech: bool


def rules_version(language: str, recognizer: Recognizer | None = None) -> str:
    """Name and version of what annotates a language, as runs and annotations carry it.

    Args:
        language: ISO 639-1 code.
        recognizer: What recognizes names instead of the model that comes with the language.
    """
    rules = f"rules-{language}-{load_language(language).version}"
    return f"{rules} {recognizer.name}" if recognizer else rules


def annotate(document: Document, *, language: str = "da", recognizer: Recognizer | None = None) -> Annotation:
    """Find paragraphs, entities, mentions and claims in a document.

    Args:
        document: What a reader yielded; its own language wins over `language`.
        language: ISO 639-1 code of the language of documents that do not say.
        recognizer: What recognizes names; the model that comes with the language if none is given.

    Returns:
        The annotation. Without rules for the document's language it holds paragraphs only, all of kind
        `body`, and its language is None.
    """
    code = document.language or language
    if code not in available_languages():
        return Annotation(language=None, model="none", paragraphs=_plain_paragraphs(document.text))
    rules = load_language(code)
    paragraphs = _paragraphs(document.text, rules)
    read = [sentence for paragraph in paragraphs for sentence in _read(document.text, paragraph, rules)]
    names = _names(read, rules, recognizer or bundled_recognizer(rules))
    resolution = resolve_names(list(chain.from_iterable(names)), rules, scope=document.hash[:16])
    parsed = [
        _parse(document.text, sentence, spans, rules)
        for sentence, spans in zip(read, _named_spans(names, resolution), strict=True)
    ]
    findings = find_claims(document.text, parsed, Discourse(resolution, rules), rules)
    mentions = [*_mentions(document.text, read, names, resolution), *findings.references]
    return Annotation(
        language=code,
        model=rules_version(code, recognizer),
        paragraphs=tuple(paragraphs),
        entities=resolution.entities,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        claims=tuple(findings.claims),
    )


def _plain_paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(seq, "body", text[start:end], start, end, stem_words(text[start:end], language=None))
        for seq, (start, end) in enumerate(split_paragraphs(text), start=1)
    )


def _paragraphs(text: str, rules: Language) -> list[Paragraph]:
    return [
        Paragraph(
            seq=seq,
            kind=paragraph_kind(text[start:end], rules),
            text=text[start:end],
            start=start,
            end=end,
            stems=stem_words(text[start:end], language=rules.code),
        )
        for seq, (start, end) in enumerate(split_paragraphs(text), start=1)
    ]


def _read(text: str, paragraph: Paragraph, rules: Language) -> list[_Sentence]:
    """The sentences of a paragraph; none of what is no part of the article."""
    if paragraph.kind not in _READ_KINDS:
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


def _names(read: Sequence[_Sentence], rules: Language, recognizer: Recognizer | None) -> list[list[NameSpan]]:
    """The names of each sentence."""
    words = [[token.text for token in sentence.tokens] for sentence in read]
    recognized = recognizer.tag(words) if recognizer else [[] for _ in read]
    return [
        find_names(s.tokens, rules, recognized=spans, is_credit=s.paragraph.kind == "credit")
        for s, spans in zip(read, recognized, strict=True)
    ]


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[bool]:
    quoted = [False] * len(tokens)
    for quotation in quotations:
        quoted[quotation.first : quotation.last] = [True] * (quotation.last - quotation.first)
    return quoted


def _named_spans(names: Sequence[Sequence[NameSpan]], resolution: Resolution) -> list[list[NamedSpan]]:
    """For each sentence, the names that turned out to be names, as claims need them."""
    position, spans = 0, []
    for sentence in names:
        found = []
        for name in sentence:
            kind, entity = resolution.kind_of[position], resolution.entity_of[position]
            position += 1
            if kind is None or (entity is None and not name.is_demonym and kind != "person") or name.is_part:
                continue
            found.append(_named_span(name, entity, position - 1, resolution))
        spans.append(found)
    return spans


def _named_span(name: NameSpan, entity: int | None, position: int, resolution: Resolution) -> NamedSpan:
    return NamedSpan(
        first=name.first,
        last=name.last,
        kind=resolution.kind_of[position] or "other",
        subkind=resolution.subkinds[entity] if entity is not None else "",
        entity=entity,
        name=resolution.nominatives[position],
        is_genitive=resolution.genitives[position],
        is_demonym=name.is_demonym,
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
        items=tuple(chunk(items, text, grammar_of(rules), rules)),
    )


def _mentions(
    text: str, read: Sequence[_Sentence], names: Sequence[Sequence[NameSpan]], resolution: Resolution
) -> list[Mention]:
    position, found = 0, []
    for sentence, spans in zip(read, names, strict=True):
        for name in spans:
            kind, entity = resolution.kind_of[position], resolution.entity_of[position]
            position += 1
            if kind is not None and (entity is not None or kind == "person"):
                form: MentionForm = "demonym" if name.is_demonym else "name"
                words = text[name.start : name.end]
                found.append(Mention(sentence.paragraph.seq, name.start, name.end, words, kind, form, entity))
    return found
