"""How well names and claims agree with what people annotated. It knows neither the rules nor a database."""

from corpus.evaluation.articles import ARTICLE_FIGURES, ARTICLE_GROUPS, compare_article
from corpus.evaluation.figures import Figure, figures_of, measures
from corpus.evaluation.found import Found, found_in
from corpus.evaluation.gold import Gold, read_gold
from corpus.evaluation.names import NAME_FIGURES, compare_names
from corpus.evaluation.tallies import Miss, Tally
from corpus.evaluation.tokens import TaggedFile, TaggedSentence, read_tagged

__all__ = [
    "ARTICLE_FIGURES",
    "ARTICLE_GROUPS",
    "NAME_FIGURES",
    "Figure",
    "Found",
    "Gold",
    "Miss",
    "TaggedFile",
    "TaggedSentence",
    "Tally",
    "compare_article",
    "compare_names",
    "figures_of",
    "found_in",
    "measures",
    "read_gold",
    "read_tagged",
]
