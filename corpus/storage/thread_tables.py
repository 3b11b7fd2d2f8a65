"""The tables behind threads: what claims are about, where they look for each other, and on whom they rest."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from corpus.propositions import ORIGIN_KINDS
from corpus.storage.base import STRICT, Base, Flag, Key, from_one, one_of, reference

__all__ = ["ClaimBlock", "ClaimOrigin", "Proposition"]


class Proposition(Base):
    """What a claim is about; its key is the claim's. A claim that is too vague has none, and no thread.

    `place` orders claims, `terms` is a JSON list of pairs, a term and its weight, and `wording` is shared by
    those of the same terms. `answers_id` is the claim that this one points back to. `joins_id` is the claim
    of its thread that it joined, `block` the block in which it found that one; see `corpus.propositions`.
    """

    __tablename__ = "propositions"
    __table_args__ = (
        CheckConstraint("is_negated IN (0, 1)", name="is_negated"),
        CheckConstraint("is_passed_on IN (0, 1)", name="is_passed_on"),
        STRICT,
    )

    id: Mapped[Key] = mapped_column(reference("claims.id", cascade=True))
    place: Mapped[int]
    terms: Mapped[str]
    wording: Mapped[int]
    is_negated: Mapped[Flag]
    answers_id: Mapped[int | None]
    is_passed_on: Mapped[Flag]
    title_rank: Mapped[int]
    joins_id: Mapped[int | None]
    block: Mapped[int | None]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))


class ClaimBlock(Base):
    """The claims of current articles in each block, in order: an index, its rows without a key."""

    __tablename__ = "claim_blocks"
    __table_args__ = ({**STRICT, "sqlite_with_rowid": False},)

    block: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ClaimOrigin(Base):
    """A first source of a claim; `key` is the same for the same source. See `corpus.propositions`."""

    __tablename__ = "claim_origins"
    __table_args__ = (
        one_of("kind", ORIGIN_KINDS),
        from_one("seq"),
        UniqueConstraint("claim_id", "seq"),
        Index(None, "entity_id"),
        STRICT,
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(reference("claims.id", cascade=True))
    seq: Mapped[int]
    kind: Mapped[str]
    key: Mapped[str]
    name: Mapped[str | None]
    entity_id: Mapped[int | None] = mapped_column(reference("entities.id"))
    run_id: Mapped[int] = mapped_column(reference("runs.id"))
