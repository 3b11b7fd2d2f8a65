"""The sets of gold articles, and how their figures are shown in README.md."""

import dataclasses
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclasses.dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles that people annotated.

    Attributes:
        name: As tests/gold/README.md calls it.
        texts: Where its articles are.
        is_open: Whether what is missed in it may be looked at.
    """

    name: str
    texts: Path
    is_open: bool

    @property
    def gold(self) -> Path:
        return HERE / self.name / "gold.json"

    def __str__(self) -> str:
        return self.name


SETS = (
    GoldSet("seeds", ROOT / "seeds", is_open=True),
    GoldSet("development", HERE / "development", is_open=True),
    GoldSet("held_out", HERE / "held_out", is_open=False),
)
