"""Claims: every place where a text attributes content to a source."""

import dataclasses
from collections.abc import Iterator, Sequence

from corpus.annotation import contents
from corpus.annotation.chains import add_vias, without_reporters
from corpus.annotation.claim_records import claim_of
from corpus.annotation.contents import Range, Sentence
from corpus.annotation.continued_speech import continue_speech
from corpus.annotation.discourse import Discourse
from corpus.annotation.drafts import Draft, survives_negation
from corpus.annotation.grammar import Grammar, PatternMatch, grammar_of
from corpus.annotation.items import Item
from corpus.annotation.memory import GENDERED
from corpus.annotation.phrases import named_after
from corpus.annotation.sources import Source
from corpus.languages import Language, Pattern
from corpus.records import Claim, Mention, MentionForm

__all__ = ["Findings", "find_claims"]


_TOLD = frozenset({"heading", "body"})  # whom a caption or a credit names is not spoken of


@dataclasses.dataclass(frozen=True, slots=True)
class Findings:
    """What reading a document's sentences in order brings to light.

    Attributes:
        claims: In order of their cues.
        references: Nouns and pronouns that point back to entities, in text order.
    """

    claims: list[Claim]
    references: list[Mention]


def find_claims(
    text: str, sentences: Sequence[Sentence], discourse: Discourse, language: Language
) -> Findings:
    """Read the claims of a document, in order of their cues, and what its nouns and pronouns point back to.

    Args:
        text: The document's text.
        sentences: All its sentences, in order.
        discourse: What noun phrases mean; it learns as the text goes on.
        language: The patterns.
    """
    reader = _Reader(text, sentences, discourse, language)
    for sentence in sentences:
        discourse.roles.note(sentence.items)
    for index in range(len(sentences)):
        reader.read(index)
    claims = continue_speech(text, sentences, reader.findings.claims)
    return Findings(claims, reader.findings.references)


class _Reader:
    def __init__(
        self, text: str, sentences: Sequence[Sentence], discourse: Discourse, language: Language
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.discourse = discourse
        self.language = language
        self.grammar: Grammar = grammar_of(language)
        self.taken_until = 0
        self.findings = Findings([], [])

    def read(self, index: int) -> None:
        """Add the claims and references of one sentence."""
        sentence = self.sentences[index]
        matched = self._drafts(sentence)
        drafts = self._told(matched, index) if matched else []
        self.findings.claims.extend(
            claim_of(draft, sentence, self.text, self.sentences, self.language) for draft in drafts
        )
        self.findings.references.extend(self._references(sentence))
        if drafts:
            self.taken_until = max(sentence.items[draft.match.last - 1].end for draft in drafts)
        if sentence.kind in _TOLD:
            self.discourse.observe(sentence.items, is_speech=sentence.is_speech)
        for draft in drafts:
            if draft.speakers:
                self.discourse.spoke(draft.speakers)

    def _told(self, matched: Sequence[Draft], index: int) -> list[Draft]:
        """What is claimed, and through whom, by those who do not only pass on another's claim."""
        sentence = self.sentences[index]
        drafts = without_reporters(sentence, matched, self.discourse)
        asides = [self._range(draft, sentence) for draft in matched if draft not in drafts]
        ends = list(self._ends(matched, sentence))
        for draft in drafts:
            ranges = self._content(draft, index)
            draft.content = [r for found in ranges for r in contents.outside(self.text, found, asides, ends)]
        drafts = [draft for draft in drafts if draft.content]
        add_vias(self.text, sentence, drafts, self.discourse, self.language)
        return drafts

    def _references(self, sentence: Sentence) -> Iterator[Mention]:
        """Nouns and pronouns that point back to one entity; those inside direct speech are the speaker's."""
        for item in sentence.items if not sentence.is_speech else ():
            form: MentionForm = "pronoun" if "pronoun" in item.classes else "nominal"
            if form == "nominal" and "described" not in item.classes:
                continue
            sources = self.discourse.resolve(item, guess=False)
            if len(sources) == 1 and sources[0].entity is not None:
                entity = sources[0].entity
                kind = self.discourse.kind(entity)
                yield Mention(sentence.paragraph, item.start, item.end, item.text, kind, form, entity)

    def _drafts(self, sentence: Sentence) -> list[Draft]:
        encoded = self.grammar.encode(item.classes for item in sentence.items)
        used: set[int] = set()
        drafts: list[Draft] = []
        for pattern in self.grammar.likely(encoded):
            if sentence.kind not in pattern.where:
                continue
            for match in self.grammar.find(pattern.match, encoded):
                cue = match.groups["cue"][0]
                is_said = sentence.is_speech and not pattern.speech and not _follows(match, drafts)
                draft = None if cue in used or is_said else self._draft(pattern, match, sentence, drafts)
                if draft is not None:
                    used.add(cue)
                    drafts.append(draft)
        return sorted(drafts, key=lambda draft: draft.cue.start)

    def _draft(
        self, pattern: Pattern, match: PatternMatch, sentence: Sentence, earlier: Sequence[Draft]
    ) -> Draft | None:
        cue = sentence.items[match.groups["cue"][0]]
        entries = [e for word in (cue.phrase, cue.lower) for e in self.language.cues.get(word, ())]
        entry = next((e for e in entries if e.frames & set(pattern.frames)), None)
        speakers = self._named_aside(match, sentence) or self._sources(pattern, match, "speaker", sentence)
        speakers = speakers or self._issuers(match, sentence)
        if pattern.ahead:
            speakers = [self.discourse.named_later(source) for source in speakers]
        if not speakers and pattern.carry:
            speakers = self._carried(pattern, match, sentence, earlier)
        is_negated = self._is_negated(match, sentence)
        if is_negated and not survives_negation(entry):
            return None
        targets, vias, addressees = (
            self._sources(pattern, match, group, sentence) for group in ("target", "via", "addressee")
        )
        return Draft(pattern, match, cue, entry, speakers, targets, is_negated, vias, addressees)

    def _named_aside(self, match: PatternMatch, sentence: Sentence) -> list[Source]:
        """The name that follows a description: "lederen af efterforskningen, kommissær Lene Holm, siger"."""
        first, last = match.groups.get("speaker", (0, 0))
        name = named_after(sentence.items, last - 1) if last - first == 1 else None
        return self.discourse.resolve(name) if name else []

    def _issuers(self, match: PatternMatch, sentence: Sentence) -> list[Source]:
        """Who speaks in a publication: "lyder det i en udtalelse fra X"."""
        first, last = match.groups.get("issuer", (0, 0))
        return [source for item in sentence.items[first:last] for source in self.discourse.issuers(item)]

    def _carried(
        self, pattern: Pattern, match: PatternMatch, sentence: Sentence, earlier: Sequence[Draft]
    ) -> list[Source]:
        """Who goes on speaking: the last speaker of the sentence, its subject, or the last before it.

        What stands before "..., lyder det" is what is said, so its subject is not who says it.
        """
        if earlier:
            return list(earlier[-1].speakers)
        said = pattern.content == "before"
        subject = None if said else self.discourse.subject(sentence.items[: match.first], only_people=False)
        return self.discourse.resolve(subject) if subject else list(self.discourse.last_speakers)

    def _sources(self, pattern: Pattern, match: PatternMatch, group: str, sentence: Sentence) -> list[Source]:
        """Whom a group of a match means; what stands before a pronoun helps, unless it is what is said."""
        first, last = match.groups.get(group, (0, 0))
        items = sentence.items[first:last]
        before = () if pattern.content == "before" and pattern.speech else sentence.items[:first]
        found = [
            source
            for item in items
            if "np" in item.classes
            for source in self.discourse.resolve(item, before=before)
        ]
        if not found and items and not any("np" in item.classes for item in items):
            return self._unphrased(items)
        return found

    def _unphrased(self, items: Sequence[Item]) -> list[Source]:
        """A name in the genitive ("efter Putins opfattelse"), or words whose noun no list holds."""
        named = [self.discourse.named(item) for item in items if item.named and not item.named.is_demonym]
        named += [
            source for item in items if item.classes & GENDERED for source in self.discourse.resolve(item)
        ]
        return named or [Source.of_words(self.text, items)]

    def _is_negated(self, match: PatternMatch, sentence: Sentence) -> bool:
        skipped = [
            match.groups[name] for name in ("content", "target", "addressee", "aside") if name in match.groups
        ]
        return any(
            "neg" in sentence.items[index].classes
            for index in range(match.first, match.last)
            if not any(first <= index < last for first, last in skipped)
        )

    # Contents.

    def _range(self, draft: Draft, sentence: Sentence) -> Range:
        """The words that a draft's pattern matched."""
        return sentence.items[draft.match.first].start, sentence.items[draft.match.last - 1].end

    def _ends(self, matched: Sequence[Draft], sentence: Sentence) -> Iterator[int]:
        """Where attributions begin that end what is claimed before them, one after "og" among them."""
        for draft in matched:
            first = draft.match.first
            if draft.pattern.ends:
                yield self._end(draft, sentence)
            elif first and sentence.items[first - 1].classes & contents.CONNECTIVES:
                yield sentence.items[first - 1].start

    def _end(self, draft: Draft, sentence: Sentence) -> int:
        """Where what is said before an attribution ends: a quotation that it begins with is part of that."""
        opening = sentence.items[draft.match.first]
        return opening.end if "quotation" in opening.classes else opening.start

    def _content(self, draft: Draft, index: int) -> list[Range]:
        """Where the claimed words stand, as the pattern says; attributions may still lie among them."""
        sentence = self.sentences[index]
        _, last = self._range(draft, sentence)
        found: list[Range | None]
        match draft.pattern.content:
            case "antecedent":
                found = [contents.antecedent(self.sentences, index), self._group(draft, sentence)]
            case "before":
                start, end = contents.before(sentence, self._end(draft, sentence), self.taken_until)
                said = (start, end) if start < end else contents.antecedent(self.sentences, index)
                found = [said, self._group(draft, sentence)]
            case "rest":
                found = [*self._said_before(draft, sentence), (last, sentence.end)]
            case "speech":
                found = [contents.following_speech(self.sentences, index)]
            case "after":
                found = [self._group(draft, sentence) or contents.following(self.sentences, index)]
            case _:
                found = [self._group(draft, sentence)]
        return [content for content in found if content is not None]

    def _said_before(self, draft: Draft, sentence: Sentence) -> list[Range]:
        """What stands before an attribution in its clause; nothing where a conjunction begins it."""
        first = draft.match.first
        if first and sentence.items[first - 1].classes & contents.CONNECTIVES:
            return []
        return [(sentence.start, sentence.items[first].start)]

    def _group(self, draft: Draft, sentence: Sentence) -> Range | None:
        first, last = draft.match.groups.get("content", (0, 0))
        if "at" not in sentence.items[first - 1].classes:
            last = contents.clause_end(sentence.items, first, last)
        elif "subordinator" in sentence.items[0].classes:
            last = contents.subclause_end(sentence.items, first, last)
        return (sentence.items[first].start, sentence.items[last - 1].end) if first < last else None


def _follows(match: PatternMatch, drafts: Sequence[Draft]) -> bool:
    """Whether words come after an attribution; in direct speech those before it are the speaker's."""
    return any(draft.match.groups["cue"][0] < match.groups["cue"][0] for draft in drafts)
