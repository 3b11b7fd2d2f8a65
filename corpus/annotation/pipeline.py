"""One document through all steps: paragraphs, tokens, names, entities, noun phrases, claims."""

import bisect
import dataclasses
from collections.abc import Sequence

from corpus.annotation.article_names import ArticleName, name_article
from corpus.annotation.claims import find_claims
from corpus.annotation.contents import Sentence
from corpus.annotation.discourse import Discourse
from corpus.annotation.entities import Resolution
from corpus.annotation.grammar import grammar_of
from corpus.annotation.items import NamedSpan, chunk, itemize
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
    resolution, names = name_article(
        [sentence.tokens for sentence in read],
        rules,
        recognizer,
        scope=document.hash[:16],
        credits_at={index for index, sentence in enumerate(read) if sentence.paragraph.kind == "credit"},
    )
    named = list(zip(read, names, strict=True))
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
    mentions += findings.references
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
