"""Capitals: what a sequence of capitalised words shows of itself and of its place in the sentence."""

from collections.abc import Sequence

from corpus.annotation.name_words import is_compound_name, word_forms
from corpus.annotation.tokens import Token
from corpus.annotation.words import common_class, word_classes
from corpus.languages import Language

__all__ = ["Capitals"]

_LONGEST_PERSON = 5  # words
_LONGEST_RUN = 20  # words; more capitals in a row are a list or shouting
_NEVER_NAMES = frozenset({"function", "he", "they", "art"})


class Capitals:
    """The tokens of one sentence, asked about their capitalised words by index."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.names = language.names
        self.keywords = language.keywords

    def forms(self, index: int) -> tuple[str, ...]:
        """The names that the word here may be a form of; see `word_forms`."""
        return word_forms(self.tokens[index].text, self.language)

    def written(self, first: int, last: int) -> str:
        """The words of a range, parted by blanks."""
        return " ".join(token.text for token in self.tokens[first:last])

    def before(self, index: int) -> str:
        """The lower-case word before, or an empty string."""
        return self.tokens[index - 1].lower if index else ""

    def run_end(self, index: int) -> int:
        """One past the last of the capitalised words in a row, with the particles between them."""
        last = index + 1
        while not self.is_compound(last - 1) and last - index < _LONGEST_RUN:
            following = last
            while (
                following < len(self.tokens) and self.tokens[following].text in self.language.name_particles
            ):
                following += 1
            if following - last > 2 or not self._continues(last, following):
                return last
            if self._begins_person(index, following):
                return last
            last = following + 1
        return last

    def _begins_person(self, first: int, index: int) -> bool:
        """Whether a person's name begins inside a row of capitals: "Tversted Købmandshandel Gerda Munk"."""
        if index + 1 >= len(self.tokens) or not self.tokens[index + 1].is_capitalized:
            return False
        is_parted = self.tokens[index + 1].start > self.tokens[index].end
        starts = [self.tokens[i].text in self.names.first_names for i in (first, index)]
        is_first_name = starts == [False, True] and self.tokens[index].text not in self.names.ambiguous
        return is_parted and is_first_name and (index - first > 1 or self._is_no_first_name(first))

    def _is_no_first_name(self, index: int) -> bool:
        """Whether the word is a common noun or a listed name, so that it begins nobody's name: "Avisen"."""
        is_listed = any(form in self.names.names for form in self.forms(index))
        is_common = not self.is_mid_sentence(index) and (self.is_noun(index) or self.is_common_word(index))
        return is_listed or is_common

    def _continues(self, first: int, index: int) -> bool:
        """Whether the word at this index is capitalised, with single blanks since the run's last word."""
        if index >= len(self.tokens) or not self._is_name_word(self.tokens[index]):
            return False
        if self.is_compound(index) and not self.is_institution(index):
            return False
        return all(self.tokens[i].start == self.tokens[i - 1].end + 1 for i in range(first, index + 1))

    def _is_name_word(self, token: Token) -> bool:
        """Whether the word is capitalised, perhaps after a particle: "al-Rantawi"."""
        particle, hyphen, rest = token.text.partition("-")
        is_particled = bool(hyphen) and particle in self.language.name_particles and rest[:1].isupper()
        return token.is_capitalized or is_particled

    def is_common_word(self, index: int) -> bool:
        """Whether it is a common word or made of two."""
        return bool(common_class(self.tokens[index].text, self.language))

    def is_nobody(self, index: int) -> bool:
        """Whether it is a compound of common words and no listed name of people: "Kystvind"."""
        is_compound = common_class(self.tokens[index].text, self.language) == "compound"
        return is_compound and not self.is_listed_person(index) and not self.follows_title(index)

    def is_listed_person(self, index: int) -> bool:
        """Whether it is a first or family name of the lists, perhaps in the genitive."""
        names = self.names
        return any(form in names.last_names or form in names.first_names for form in self.forms(index))

    def nominative(self, index: int) -> str:
        """The likeliest nominative: "Kohalen" of "Kohalens"."""
        return self.forms(index)[-1]

    def is_compound(self, index: int) -> bool:
        """Whether a common noun ends the word: "Hummel-milliardær"."""
        return is_compound_name(self.tokens[index].text, self.language)

    def is_institution(self, index: int) -> bool:
        """Whether the common noun that ends a compound says that it is an organization: "-gruppen"."""
        return "institution" in word_classes(self.tokens[index].lower.partition("-")[2], self.language)

    def is_mid_sentence(self, index: int) -> bool:
        """Whether a capital letter here can only mean a name."""
        if index == 0:
            return False
        before = self.tokens[index - 1].text
        is_credited = (
            before == ":" and index > 1 and self.tokens[index - 2].lower in self.keywords["credit_before"]
        )
        return before[-1].isalnum() or before in {",", "(", "/", "&"} or is_credited

    def is_common(self, index: int) -> bool:
        """Whether the word may be capitalised only because it begins the sentence."""
        token = self.tokens[index]
        if token.lower in self.language.words:
            return True
        if token.text in self.names.first_names and token.text not in self.names.ambiguous:
            return False
        endings = tuple(self.keywords["organization_compound"])
        if token.lower.endswith(endings) and token.lower not in endings:
            return False
        return bool(word_classes(token.lower, self.language))

    def is_function_word(self, index: int) -> bool:
        """Whether the word can be no name wherever it stands: a single letter, a pronoun, "IKKE"."""
        token = self.tokens[index]
        classes = word_classes(token.lower, self.language)
        is_shouted = token.text.isupper() and token.lower in self.language.words
        is_abbreviation = token.text.partition("-")[0] in self.keywords["abbreviation"]
        is_cut = token.text.endswith("-") and token.text[:-1] not in self.names.names
        return len(token.text) == 1 or is_abbreviation or is_cut or is_shouted or bool(classes & _NEVER_NAMES)

    def looks_like_person(self, index: int, last: int) -> bool:
        """Two or more words of which the first is a first name, or the last a family name."""
        if not 1 < last - index <= _LONGEST_PERSON:
            return False
        first_names = self.names.first_names
        return self.tokens[index].text in first_names or any(
            form in self.names.last_names for form in self.forms(last - 1)
        )

    def follows_title(self, index: int) -> bool:
        """Whether the word before is a title or a form of address."""
        before = self.before(index)
        classes = word_classes(before, self.language)
        return before in self.keywords["person_before"] or {"human", "title"} <= classes

    def is_opening_word(self, index: int) -> bool:
        """Whether it stands first and is a small word, a verb, or says what the next is: "Avisen Times"."""
        token = self.tokens[index]
        classes = self.language.words.get(token.lower)
        is_small = classes is not None and not classes & {"noun", "adj"}
        is_announcing = token.lower in self.keywords["organization_before"] or self._announces(index)
        return (is_small or is_announcing) and not token.text.isupper() and not self.is_mid_sentence(index)

    def _announces(self, index: int) -> bool:
        """Whether it is a definite noun before a name: "Skuespilleren" in "Skuespilleren Inge Lund"."""
        is_definite = {"noun", "definite"} <= word_classes(self.tokens[index].lower, self.language)
        return is_definite and index + 1 < len(self.tokens) and self.tokens[index + 1].is_capitalized

    def is_particle(self, index: int) -> bool:
        """Whether a small word here can stand inside a name or begin a part of it: "van", "al-Rantawi"."""
        text = self.tokens[index].text if index < len(self.tokens) else ""
        return text.partition("-")[0] in self.language.name_particles

    def may_be_definite(self, index: int) -> bool:
        """Whether the word that begins the sentence may be a common noun: "Bevægelsen"."""
        token = self.tokens[index]
        is_definite = token.lower.endswith(self.language.definite_endings) and not self.is_mid_sentence(index)
        return is_definite and not self._is_first_name(token.text)

    def _is_first_name(self, word: str) -> bool:
        """Whether it is a first name that means nothing else."""
        return word in self.names.first_names and word not in self.names.ambiguous

    def is_noun(self, index: int) -> bool:
        """Whether the word may be a common noun, known or by its ending: "Værtslandet"."""
        return "noun" in word_classes(self.tokens[index].lower, self.language) or self.may_be_definite(index)

    def is_article(self, index: int) -> bool:
        """Whether the word is a definite article: "Den"."""
        return "definite_article" in self.language.words.get(self.tokens[index].lower, ())

    def is_joined(self, index: int) -> bool:
        """Whether "og" and another capitalised word stand here."""
        following = self.tokens[index : index + 2]
        is_pair = len(following) == 2 and following[1].is_capitalized
        return is_pair and "and" in self.language.words.get(following[0].lower, ())

    def begins_person(self, index: int) -> bool:
        """Whether a first name that means nothing else stands here."""
        return index < len(self.tokens) and self._is_first_name(self.tokens[index].text)

    def begins_with_first_name(self, first: int, last: int) -> bool:
        """Whether two to five words begin with a first name that means nothing else."""
        return self._is_first_name(self.tokens[first].text) and 1 < last - first <= _LONGEST_PERSON
