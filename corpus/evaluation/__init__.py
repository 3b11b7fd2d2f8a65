"""How well names and claims agree with what people annotated. It knows neither the rules nor a database."""

from corpus.evaluation.articles import ARTICLE_FIGURES, ARTICLE_GROUPS, compare_article
from corpus.evaluation.figures import Figure, figures_of, measures
from corpus.evaluation.found import Found, FoundClaim, found_in
from corpus.evaluation.gold import Gold, GoldClaim, read_gold
from corpus.evaluation.names import NAME_FIGURES, compare_names
from corpus.evaluation.tallies import Miss, Tally
from corpus.evaluation.threads import THREAD_GROUPS, ThreadFigure, compare_threads
from corpus.evaluation.tokens import TaggedFile, TaggedSentence, read_tagged

__all__ = [
    "ARTICLE_FIGURES",
    "ARTICLE_GROUPS",
    "NAME_FIGURES",
    "THREAD_GROUPS",
    "Figure",
    "Found",
    "FoundClaim",
    "Gold",
    "GoldClaim",
    "Miss",
    "TaggedFile",
    "TaggedSentence",
    "Tally",
    "ThreadFigure",
    "compare_article",
    "compare_names",
    "compare_threads",
    "figures_of",
    "found_in",
    "measures",
    "read_gold",
    "read_tagged",
]
