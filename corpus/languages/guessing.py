"""Which language a text is written in, by its most frequent words."""

import functools
import pathlib
from collections import Counter, defaultdict
from collections.abc import Mapping

from corpus.languages import reading

__all__ = ["DEFAULT_LANGUAGE", "guess_language"]

DEFAULT_LANGUAGE = "da"  # of texts whose words do not tell

LEAST_WORDS = 50
# Shares of all words. In running text of each language some 0.4 of them are in its list. Danish and Norwegian
# have most of them in common; the wrong one of the two never led by as much in passages of 60 words and more
# of their treebanks (Universal Dependencies: Danish-DDT, Norwegian-Bokmaal, Norwegian-Nynorsk).
LEAST_SHARE = 0.2
LEAST_LEAD = 0.03
_FILE = pathlib.Path(__file__).parent / "common_words.toml"


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where its words do not tell for sure.

    That is so for fewer than 50 words, for lists of names and numbers, for languages that common_words.toml
    does not have, and for texts in several languages of which none prevails.
    """
    words = text.casefold().split()  # those with a mark of punctuation are seldom among the frequent ones
    total = len(words)
    if total < LEAST_WORDS:
        return None
    known: Counter[str] = Counter()
    for codes, count in Counter(map(_languages().get, words)).items():
        known.update(dict.fromkeys(codes or (), count))
    (code, most), (_, second) = [*known.most_common(2), ("", 0), ("", 0)][:2]
    is_sure = most >= LEAST_SHARE * total and most - second >= LEAST_LEAD * total
    return code if is_sure else None


@functools.cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """Each frequent word with the languages that it is frequent in."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, words in reading.toml(_FILE).items():
        for word in dict.fromkeys(words.split()):
            found[word].append(code)
    return {word: tuple(codes) for word, codes in found.items()}
