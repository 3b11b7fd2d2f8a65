"""The tables of an archive, as SQLAlchemy models; migrations/ makes them, the SQL contract documents them.

Conventions: plural names, `id` keys given by the writer, ISO text dates, 0/1 for yes and no, ranges
`[start_char, end_char)` in code points of `articles.text`. No generated columns and every CHECK named, so
that a later migration can rebuild a table in SQLite without loss.
"""

from typing import Annotated, get_args

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from corpus import records

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
STRICT = {"sqlite_strict": True}

_Id = BigInteger().with_variant(Integer, "sqlite")
Key = Annotated[int, mapped_column(_Id, primary_key=True, autoincrement=False)]
Flag = Annotated[int, mapped_column(Integer)]


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A named CHECK that a column holds one of the words of `records`."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def _reference(target: str, *, cascade: bool = False) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE" if cascade else None)


class Base(DeclarativeBase):
    """Base of all models."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {str: Text(), bytes: LargeBinary(), int: _Id}  # noqa: RUF012
