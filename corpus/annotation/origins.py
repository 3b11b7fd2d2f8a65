"""Origins: the first sources of each claim, once those who only pass it on are left out.

Who is named as saying something is its first source, however many media carry it; so is an institution that
is known by its description ("Sydkoreas militær"). Of somebody who is not named only the medium can say who it
was, so the medium is: the one nearest to him that the text names, or else the agency that the article credits
(of several the last, from which the others have it), or else the outlet, or else the article itself. A claim
that only passes on another one has its first sources.
"""

import dataclasses
from collections.abc import Iterator

from corpus.annotation.claim_terms import content_parts, entity_term
from corpus.languages.terms import proposition_words, terms_of
from corpus.naming import name_key
from corpus.propositions import ClaimOrigin, wording
from corpus.records import Annotation, Claim, ClaimPart

__all__ = ["with_origins"]


def with_origins(annotation: Annotation, language: str, *, outlet: str | None) -> Annotation:
    """The annotation of a document with the first sources of each of its claims.

    Args:
        annotation: Its claims with what they are about.
        language: ISO 639-1 code.
        outlet: Who published the document.
    """
    reader = _Reader(annotation, language)
    fallback = reader.credited() or _outlet(outlet)
    claims = (
        dataclasses.replace(claim, origins=tuple(reader.origins(index, fallback)))
        for index, claim in enumerate(annotation.claims)
    )
    return dataclasses.replace(annotation, claims=tuple(claims))


def _outlet(outlet: str | None) -> ClaimOrigin | None:
    return None if outlet is None else ClaimOrigin("outlet", f"~{name_key(outlet)}", outlet)


class _Reader:
    def __init__(self, annotation: Annotation, language: str) -> None:
        self._claims = annotation.claims
        self._entities = annotation.entities
        self._credits = {p.seq for p in annotation.paragraphs if p.kind == "credit"}
        self._words = proposition_words(language)
        self._names = {m.text for m in annotation.mentions if m.form in ("name", "demonym")}
        self._organizations = [
            m for m in annotation.mentions if m.kind == "organization" and m.entity is not None
        ]
        self._language = language

    def origins(self, index: int, fallback: ClaimOrigin | None) -> list[ClaimOrigin]:
        """The first sources of one claim, each once."""
        claim = self._first_told(index)
        named = {origin.key: origin for origin in self._named(claim)}
        return list(named.values()) or [self._medium(claim) or fallback or self._article(claim)]

    def _first_told(self, index: int) -> Claim:
        """The claim that this one passes on, if it does."""
        seen = {index}
        while (passed := self._claims[index].proposition) and passed.is_passed_on:
            if passed.answers is None or passed.answers in seen:
                break
            index = passed.answers
            seen.add(index)
        return self._claims[index]

    def _named(self, claim: Claim) -> Iterator[ClaimOrigin]:
        """Speakers that are entities, what described ones speak for, and those known by a description."""
        for part in _parts(claim, "speaker"):
            description = part.name or ""
            entity = part.entity if part.entity is not None else self._represented(description)
            if entity is not None:
                yield ClaimOrigin("speaker", self._key(entity), entity=entity)
            elif self._is_known(description):
                yield ClaimOrigin("speaker", f"~{name_key(description)}", description)

    def _represented(self, description: str) -> int | None:
        """The organization that somebody speaks for: "en talsmand for Europol"."""
        for mention in self._organizations:
            before, named, _ = description.lower().partition(mention.text.lower())
            if named and before.split()[-1:] and before.split()[-1] in self._words.representing:
                return mention.entity
        return None

    def _is_known(self, description: str) -> bool:
        """Whether a description tells which one: "Ukraines generalstab", "det svenske akademi"."""
        names = [text for text in self._names if text in description]
        is_definite = (
            description.lower().split()[:1] and description.lower().split()[0] in self._words.pronouns
        )
        return bool(names) and (is_definite or any(description.startswith(text) for text in names))

    def _medium(self, claim: Claim) -> ClaimOrigin | None:
        via = next(iter(_parts(claim, "via")), None)
        if via is None:
            return None
        if via.entity is not None:
            return ClaimOrigin("medium", self._key(via.entity), entity=via.entity)
        return ClaimOrigin("medium", f"~{name_key(via.name or via.text)}", via.name or via.text)

    def credited(self) -> ClaimOrigin | None:
        """The last agency of the credits, which name first who sent the text and then whose it is."""
        named = (m.entity for m in self._organizations if m.paragraph in self._credits)
        agencies = [entity for entity in named if entity is not None]
        return ClaimOrigin("agency", self._key(agencies[-1]), entity=agencies[-1]) if agencies else None

    def _article(self, claim: Claim) -> ClaimOrigin:
        words = (
            term for part in content_parts(claim) for term in terms_of(part.text, language=self._language)
        )
        described = next((part.name for part in _parts(claim, "speaker")), None)
        return ClaimOrigin("article", f"#{wording(set(words)):x}", described)

    def _key(self, entity: int) -> str:
        """The same for a country and its government; somebody whom one document alone knows stays apart."""
        key = self._entities[entity].key
        return key if "@" in key else entity_term(key, self._language)


def _parts(claim: Claim, role: str) -> list[ClaimPart]:
    return [part for part in claim.parts if part.role == role]
