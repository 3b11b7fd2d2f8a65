"""The tables that say where everything comes from: upgrades, runs, rejections, originals."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from corpus.storage.base import STRICT, Base, Key, one_of, reference

__all__ = ["Original", "Rejection", "Run", "Upgrade"]


class Upgrade(Base):
    """One step of the archive's tables: which program version brought them to which revision."""

    __tablename__ = "upgrades"
    __table_args__ = (STRICT,)

    id: Mapped[Key]
    revision: Mapped[str]
    program_version: Mapped[str]
    applied: Mapped[str]


class Run(Base):
    """One import or annotation pass.

    `model` names the rules and models that annotated, parted by `, `. An annotation pass counts the stored
    articles it looked at as `inputs_read`, those annotated again as `imported`, those that were up to date as
    `unchanged`, and the damaged ones as `rejected`.
    """

    __tablename__ = "runs"
    __table_args__ = (
        one_of("kind", ("import", "annotate")),
        one_of("status", ("running", "done", "interrupted", "failed")),
        STRICT,
    )

    id: Mapped[Key]
    kind: Mapped[str]
    started: Mapped[str]
    finished: Mapped[str | None]
    status: Mapped[str]
    program_version: Mapped[str]
    model: Mapped[str | None]
    settings: Mapped[str]
    inputs_read: Mapped[int]
    imported: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]

    rejections: Mapped[list["Rejection"]] = relationship(back_populates="run", order_by="Rejection.id")


class Rejection(Base):
    """An input that a run could not store, and why."""

    __tablename__ = "rejections"
    __table_args__ = (Index(None, "run_id"), STRICT)

    id: Mapped[Key]
    run_id: Mapped[int] = mapped_column(reference("runs.id", cascade=True))
    origin: Mapped[str]
    reason: Mapped[str]

    run: Mapped[Run] = relationship(back_populates="rejections")


class Original(Base):
    """The bytes of one input, once, so that they can be given back identical."""

    __tablename__ = "originals"
    __table_args__ = (
        one_of("compression", ("none", "zlib")),
        CheckConstraint("size >= 0", name="size"),
        UniqueConstraint("sha256"),
        STRICT,
    )

    id: Mapped[Key]
    sha256: Mapped[str]
    size: Mapped[int]
    compression: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)
    run_id: Mapped[int] = mapped_column(reference("runs.id"))
