"""Build a language's list of how rare words are: ``python -m corpus.languages.build_frequencies da``.

The counts are wordfreq's (Speer 2022), of words that at least one in a million is; the list holds stems, so
that reading it needs neither wordfreq nor a stemmer. Needs the ``frequencies`` extra.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Mapping

from corpus.languages.reading import folder_of
from corpus.languages.stemming import stem_words

STEPS = 4  # levels between two powers of ten


def levels(frequencies: Mapping[str, float], language: str) -> dict[float, list[str]]:
    """The stems of words at each level: 3.25 where one word in 10**3.25 is of the stem."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in frequencies.items():
        if word.isalpha():
            shares[stem_words(word, language=language)] += share
    found: defaultdict[float, list[str]] = defaultdict(list)
    for stem in sorted(shares):
        if len(stem) > 1:
            found[round(-math.log10(shares[stem]) * STEPS) / STEPS].append(stem)
    return dict(sorted(found.items()))


def main(code: str) -> None:
    """Write the list of a language."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 -- an extra, which the tests do without

    table = levels(get_frequency_dict(code), code)
    rows = "".join(f"{level}\t{' '.join(stems)}\n" for level, stems in table.items())
    (folder_of(code) / "frequencies.tsv").write_text(f"rarity\tstems\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
