"""The table of the dates that articles speak of."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from corpus import records
from corpus.storage.base import STRICT, Base, Key, one_of, ranged, reference

__all__ = ["DateMention"]


class DateMention(Base):
    """Words that speak of a day or a longer time: what an article is about, not when it was published.

    `value` is EDTF, `earliest` and `latest` are the first and the last day that it can mean.
    """

    __tablename__ = "dates"
    __table_args__ = (
        one_of("kind", records.DATE_KINDS),
        CheckConstraint("earliest <= latest", name="days"),
        ranged(),
        Index(None, "article_id"),
        Index(None, "paragraph_id"),
        Index(None, "earliest"),
        STRICT,
    )

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(reference("articles.id", cascade=True))
    paragraph_id: Mapped[int] = mapped_column(reference("paragraphs.id", cascade=True))
    kind: Mapped[str]
    text: Mapped[str]
    value: Mapped[str]
    earliest: Mapped[str]
    latest: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    run_id: Mapped[int] = mapped_column(reference("runs.id"))
