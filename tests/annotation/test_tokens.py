import pytest

from corpus.annotation.tokens import sentences, tokenize
from corpus.languages import load_language

DANISH = load_language("da")


def split(text: str) -> list[str]:
    return [token.text for token in tokenize(text, 0, len(text), DANISH)]


def split_sentences(text: str) -> list[str]:
    tokens = tokenize(text, 0, len(text), DANISH)
    ranges = sentences(tokens, [False] * len(tokens))
    return [text[tokens[first].start : tokens[last - 1].end] for first, last in ranges]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" \n\t ", []),
        ("Broen åbner.", ["Broen", "åbner", "."]),
        ("FN-sanktioner mod Nato-lande", ["FN-sanktioner", "mod", "Nato-lande"]),
        ("nord- og sydkoreanere", ["nord-", "og", "sydkoreanere"]),
        ("Danske Bank-chefer", ["Danske", "Bank-chefer"]),
        ("Kim Jong-un", ["Kim", "Jong-un"]),
        ("bl.a. kl. 12.30, ca. 3 pct.", ["bl.a.", "kl.", "12.30", ",", "ca.", "3", "pct."]),
        ("Poul M. Hansen", ["Poul", "M.", "Hansen"]),
        ("Chr. Lund og Th. Madsen", ["Chr.", "Lund", "og", "Th.", "Madsen"]),
        ("Han hed X.", ["Han", "hed", "X", "."]),
        ("B.T. og U.S.A. rejser", ["B.T.", "og", "U.S.A.", "rejser"]),
        ("1.250.000 kr. og 3,5 mio.", ["1.250.000", "kr.", "og", "3,5", "mio."]),
        ("2-0 i 90. minut", ["2-0", "i", "90", ".", "minut"]),
        ("A/S Lund", ["A/S", "Lund"]),
        ("Lund A/S.", ["Lund", "A/S", "."]),
        ("/ritzau/AFP", ["/", "ritzau", "/", "AFP"]),
        ("Ritzau/AFP/dpa", ["Ritzau", "/", "AFP", "/", "dpa"]),
        ("A/S-direktør", ["A", "/", "S-direktør"]),
        ("Lars' bil og Putins tale", ["Lars'", "bil", "og", "Putins", "tale"]),
        ("DR's avis, TV 2’s studie", ["DR's", "avis", ",", "TV", "2’s", "studie"]),
        ("H&M og B&O", ["H&M", "og", "B&O"]),
        ("»Nej,« sagde hun", ["»", "Nej", ",", "«", "sagde", "hun"]),
        ("Hvad?! Nej ... Jo…", ["Hvad", "?", "!", "Nej", "...", "Jo", "…"]),
        ("a\u00a0b\u2028c", ["a", "b", "c"]),
        ("ok 👍🏽!", ["ok", "👍", "🏽", "!"]),
        ("\x00a", ["\x00", "a"]),
    ],
)
def test_words_numbers_and_marks(text: str, tokens: list[str]) -> None:
    assert split(text) == tokens


def test_only_the_range_is_read() -> None:
    text = "Broen åbner. Vejen lukker."
    tokens = tokenize(text, 6, 12, DANISH)
    assert [(token.text, token.start, token.end) for token in tokens] == [("åbner", 6, 11), (".", 11, 12)]


@pytest.mark.parametrize(
    ("word", "lower", "is_capitalized"),
    [("Ærø", "ærø", True), ("ø", "ø", False), ("FN", "fn", True), ("12", "12", False), ("«", "«", False)],
)
def test_case(word: str, lower: str, is_capitalized: bool) -> None:
    (token,) = tokenize(word, 0, len(word), DANISH)
    assert token.lower == lower
    assert token.is_capitalized is is_capitalized


@pytest.mark.parametrize(
    "text",
    [
        "Broen åbner. | Vejen lukker!",
        "Kommer hun? | Ja. | 12 andre kommer også.",
        "Mødet den 3. maj er aflyst. | Det næste er den 12. juni.",
        "Det koster 3 mio. kr. om året. | Det er dyrt.",
        "Formand Poul M. Hansen gik. | Han er træt.",
        "Dr. Lund mødte hr. Friis kl. 12. | De talte.",
        "Han læser B.T. og hører P1.",
        "Hun sagde »ja.« | Så gik hun.",
        "Han råbte (højt!). | Ingen hørte ham.",
        "Er det slut?! | Nej ... det er ikke slut.",
        "Det er slut... | Ikke alle er glade.",
        "Uden punktum",
        "– Ja. | – Nej.",
    ],
)
def test_sentences(text: str) -> None:
    assert split_sentences(text.replace(" | ", " ")) == text.split(" | ")


def test_no_sentence_ends_inside_a_quotation() -> None:
    text = "»Ja. Nej. Jo.« Slut. Nu."
    tokens = tokenize(text, 0, len(text), DANISH)
    quoted = [0 <= token.start < text.index("«") for token in tokens]
    assert [last for _, last in sentences(tokens, quoted)] == [8, 10, 12]  # the last one ends with it


def test_a_table_without_stops_is_cut() -> None:
    text = "12 34 " * 2000
    tokens = tokenize(text, 0, len(text), DANISH)
    ranges = sentences(tokens, [False] * len(tokens))
    assert [first for first, _ in ranges[1:]] == [last for _, last in ranges[:-1]]
    assert (ranges[0][0], ranges[-1][1]) == (0, 4000)
    assert max(last - first for first, last in ranges) == 500
