"""Spans of tokens that name something, and the labels by which treebanks and models call what they name."""

from typing import Literal

from corpus.records import EntityKind

__all__ = ["LABELS", "Span", "SpanKind", "kind_of_label"]

SpanKind = EntityKind | Literal["demonym"]
Span = tuple[int, int, SpanKind]  # token indexes from 0, end exclusive

# What is in none of them ("DATE", "MONEY") is no name.
LABELS: dict[SpanKind, tuple[str, ...]] = {
    "person": ("PERSON", "PER", "PERS", "PERPART"),
    "organization": ("ORGANIZATION", "ORGANISATION", "ORG", "ORGPART", "GPE_ORG"),
    "place": ("PLACE", "LOC", "LOCATION", "LOCPART", "GPE", "GPE_LOC", "FAC", "FACILITY"),
    "demonym": ("DEMONYM", "DEM", "NORP", "LOCDERIV", "DRV"),
    "event": ("EVENT", "EVT"),
    "work": ("WORK", "WORK_OF_ART", "LAW"),
    "other": ("OTHER", "MISC", "MISCPART", "PRODUCT", "PROD"),
}
_KINDS = {label: kind for kind, labels in LABELS.items() for label in labels}


def kind_of_label(label: str) -> SpanKind | None:
    """What names of this label name, in any case of letters; None where it labels no names.

    Known are the labels of CoNLL-2003 and UNER (`PER`), OntoNotes (`PERSON`, `NORP`), DaN+ (`LOCderiv`,
    `ORGpart`), NorNE (`GPE_LOC`, `DRV`) and our own kinds.

    >>> kind_of_label("LOCderiv")
    'demonym'
    >>> kind_of_label("DATE")
    """
    return _KINDS.get(label.upper())
