"""What all tables share: how constraints are named, and the kinds of columns and checks they are made of.

Text, Integer, REAL and BLOB only, as SQLite's STRICT tables want; no generated columns and every CHECK
named, so that a later migration can rebuild a table in SQLite without loss.
"""

from typing import Annotated, Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

__all__ = ["STRICT", "Base", "Flag", "Key", "from_one", "one_of", "ranged", "reference"]

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
STRICT: dict[str, Any] = {"sqlite_strict": True}

_Id = BigInteger().with_variant(Integer, "sqlite")
# By code point, as SQLite does, so that the same query orders the same rows alike on both databases.
_Words = Text().with_variant(Text(collation="C"), "postgresql")
Key = Annotated[int, mapped_column(_Id, primary_key=True, autoincrement=False)]
Flag = Annotated[int, mapped_column(Integer)]


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A named CHECK that a column holds one of the words of `records`."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def ranged() -> CheckConstraint:
    """A named CHECK that a row's range is one."""
    return CheckConstraint("start_char >= 0 AND start_char < end_char", name="range")


def from_one(column: str) -> CheckConstraint:
    """A named CHECK that a column counts from 1."""
    return CheckConstraint(f"{column} >= 1", name=column)


def reference(target: str, *, cascade: bool = False) -> ForeignKey:
    """A reference to a row; with `cascade` a row goes when the one it refers to goes."""
    return ForeignKey(target, ondelete="CASCADE" if cascade else None)


class Base(DeclarativeBase):
    """Base of all models."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {str: _Words, bytes: LargeBinary(), int: _Id}  # noqa: RUF012
