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
        self._definite = proposition_words(language).pronouns
        self._mentions = [m for m in annotation.mentions if m.form in ("name", "demonym")]
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
        """Speakers that are entities, and the organizations that described ones speak for."""
        for part in _parts(claim, "speaker"):
            entity = part.entity if part.entity is not None else self._represented(part)
            if entity is not None:
                yield ClaimOrigin("speaker", self._key(entity), entity=entity)
            elif part.name and self._is_known(part):
                yield ClaimOrigin("speaker", f"~{name_key(part.name)}", part.name)

    def _is_known(self, part: ClaimPart) -> bool:
        """Whether a description tells which one: "Ukraines generalstab", "det svenske akademi"."""
        starts = [m.start for m in self._mentions if part.start <= m.start and m.end <= part.end]
        first = part.text.split(maxsplit=1)[0].lower()
        return bool(starts) and (starts[0] == part.start or first in self._definite)

    def _represented(self, part: ClaimPart) -> int | None:
        within = (m.entity for m in self._organizations if part.start <= m.start and m.end <= part.end)
        return next(within, None)

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
        return ClaimOrigin("article", f"#{wording(dict.fromkeys(words, 1)):x}", described)

    def _key(self, entity: int) -> str:
        """The same for a country and its government; somebody whom one document alone knows stays apart."""
        key = self._entities[entity].key
        return key if "@" in key else entity_term(key, self._language)


def _parts(claim: Claim, role: str) -> list[ClaimPart]:
    return [part for part in claim.parts if part.role == role]
