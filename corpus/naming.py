"""Names of entities: how they are compared, and which one is shown."""

from collections.abc import Collection

__all__ = ["name_key", "shown_name"]


def shown_name(kind: str, listed: str | None, used: Collection[str]) -> str:
    """Choose the name that an entity is shown under; only the names themselves decide, not their order.

    The canonical name of the bundled lists, where documents use it; else the fullest name that they use,
    since readers look for what the articles say. A person is shown under more than one word if possible.

    >>> shown_name("organization", "FN", {"FN", "De Forenede Nationer"})
    'FN'
    >>> shown_name("person", "Vladimir Putin", {"Putin"})
    'Vladimir Putin'

    Raises:
        ValueError: if there is no name at all.
    """
    if listed is not None and (listed in used or not used):
        return listed
    fullest = min(used, key=lambda name: (-len(name.split()), name))
    if kind == "person" and listed is not None and " " not in fullest:
        return listed
    return fullest


def name_key(name: str) -> str:
    """The form in which names are compared: case folded, white space collapsed.

    >>> name_key("Den  Europæiske Union")
    'den europæiske union'
    """
    return " ".join(name.split()).casefold()
