"""Names that say of themselves what they are: "Aarhus Kommune", "Retten i Holbæk", "Ribe Domkirke"."""

from collections.abc import Callable

from corpus.annotation.capitals import Capitals

__all__ = ["association_end", "landmark_end", "organization_end", "seated_end"]


def organization_end(capitals: Capitals, index: int, run_end: int) -> tuple[int, str] | None:
    """One past the word that says that the capitalised sequence is an organization, and the nominative.

    >>> from corpus.annotation.tokens import tokenize
    >>> from corpus.languages import load_language
    >>> text, danish = "Xyq Kommunes plan", load_language("da")
    >>> organization_end(Capitals(tokenize(text, 0, len(text), danish), danish), 0, 2)
    (2, 'Xyq Kommune')
    """
    if run_end - index > 1 and capitals.is_compound(run_end - 1):
        return run_end, capitals.written(index, run_end)
    if run_end - index > 1 and capitals.tokens[index].text in capitals.keywords["organization_first"]:
        return run_end, " ".join([capitals.written(index, run_end - 1), capitals.nominative(run_end - 1)])
    may_be_noun = not capitals.is_mid_sentence(index) and (
        capitals.is_common(index) or capitals.is_noun(index)
    )
    for last in range(run_end, index + 1 + may_be_noun, -1):
        word = capitals.tokens[last - 1].text
        for form in capitals.forms(last - 1):
            is_whole = last == run_end or form != word or capitals.begins_person(last)
            if is_whole and form in capitals.keywords["organization_last"]:
                return last, f"{capitals.written(index, last - 1)} {form}"
    return None


def landmark_end(capitals: Capitals, index: int, run_end: int) -> int | None:
    """One past the word that says that the capitalised sequence is a place: "Københavns Rådhus"."""
    if capitals.begins_person(index):
        return None
    for last in range(run_end, index + 1, -1):
        if any(form.lower() in capitals.keywords["place_last"] for form in capitals.forms(last - 1)):
            return last
    return None


def seated_end(capitals: Capitals, index: int) -> int | None:
    """Where an organization named by its seat or field ends: "Institut for Vilde Dyr"."""
    words = [token.text for token in capitals.tokens[index : index + 3]]
    if len(words) < 3 or not words[2][0].isupper():
        return None
    keywords = capitals.keywords
    is_seat = words[0] in keywords["organization_seated"] and words[1] in keywords["place_surely"]
    is_field = words[0].lower().endswith(tuple(keywords["organization_head"])) and (
        words[1] in keywords["organization_link"]
    )
    if not is_seat and not is_field:
        return None
    last = capitals.run_end(index + 2)
    return capitals.run_end(last + 1) if is_field and capitals.is_joined(last) else last


def association_end(
    capitals: Capitals, index: int, run_end: int, is_name: Callable[[int], bool]
) -> int | None:
    """Where a capitalised adjective of a country and what follows it end: "Danske Filminstruktører".

    Args:
        capitals: The sentence.
        index: The adjective, or the article before it.
        run_end: Where the row of capitals ends.
        is_name: Whether a name of its own begins at a word: "De Telegraaf" in "Hollandske De Telegraaf".
    """
    first = index + (run_end - index > 2 and capitals.is_article(index))
    lower = capitals.tokens[first].lower
    is_adjective = lower in capitals.names.demonyms and lower.endswith(
        tuple(capitals.keywords["adjective_ending"])
    )
    if run_end - first < 2 or not is_adjective:
        return None
    return None if not capitals.is_mid_sentence(first) and is_name(first + 1) else run_end
