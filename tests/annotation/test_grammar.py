import dataclasses

import pytest

from corpus.annotation.grammar import Grammar, expand, grammar_of
from corpus.errors import SettingsError
from corpus.languages import Chunk, Pattern, load_language

DANISH = load_language("da")
WORDS = {
    "han": frozenset({"he", "np"}),
    "siger": frozenset({"say", "cue", "finite"}),
    "sagt": frozenset({"say", "cue", "participle"}),
    "ikke": frozenset({"neg"}),
    "at": frozenset({"at"}),
    "bil": frozenset({"lower"}),
    ".": frozenset({"stop"}),
}


def find(pattern: str, sentence: str, **macros: str) -> list[dict[str, str]]:
    """The named groups of each match, as words; the whole match under an empty name."""
    language = dataclasses.replace(
        DANISH,
        words={word: WORDS[word] for word in sorted(WORDS)},
        macros=macros,
        patterns=(Pattern(name="new", match=pattern),),
        vias=(),
        chunks=(Chunk(kind="person", match="<np>"),),
    )
    grammar = Grammar(language)
    words = sentence.split()
    found = grammar.find(pattern, grammar.encode(WORDS[word] for word in words))
    return [
        {
            "": " ".join(words[match.first : match.last]),
            **{name: " ".join(words[first:last]) for name, (first, last) in match.groups.items()},
        }
        for match in found
    ]


@pytest.mark.parametrize(
    ("pattern", "sentence", "matches"),
    [
        ("<say>", "han siger at bil", ["siger"]),
        ("<say&finite>", "sagt siger", ["siger"]),
        ("<say&!finite>", "sagt siger", ["sagt"]),
        ("<he|neg>", "han ikke siger", ["han", "ikke"]),
        ("<he|say&finite>", "han sagt siger", ["siger"]),  # `|` binds closer than `&`
        ("<!np>", "han bil", ["bil"]),
        ("<he> <say> <at>", "han siger at han siger", ["han siger at"]),
        ("<he><neg>?<say>", "han ikke siger", ["han ikke siger"]),
        ("^<he>.*<stop>$", "han siger at bil .", ["han siger at bil ."]),
        ("(?<!<neg>)<say>", "ikke siger sagt", ["sagt"]),
        ("<he>(?!<say>)", "han siger", []),
        ("<say>{2}", "sagt siger", ["sagt siger"]),
        ("<nobody>", "han siger", []),
        ("<!nobody>", "han siger", ["han", "siger"]),
    ],
)
def test_patterns_over_words(pattern: str, sentence: str, matches: list[str]) -> None:
    assert [found[""] for found in find(pattern, sentence)] == matches


def test_named_groups_are_ranges_of_words() -> None:
    (found,) = find(
        "(?P<speaker><he>)(?P<cue><say>)(?P<via><neg>)?<at>(?P<content>.+)", "han siger at bil bil ."
    )
    assert found == {"": "han siger at bil bil .", "speaker": "han", "cue": "siger", "content": "bil bil ."}


def test_a_group_may_stand_in_two_branches() -> None:
    pattern = "(?:{svo say}|{inv say})"
    macros = {
        "svo": "(?P<speaker><he>)(?P<cue><@&finite>)",
        "inv": "(?P<cue><@&finite>)(?P<speaker><he>)",
    }
    for sentence in ("han siger", "siger han"):
        assert find(pattern, sentence, **macros) == [{"": sentence, "speaker": "han", "cue": "siger"}]


@pytest.mark.parametrize(
    ("pattern", "expanded"),
    [
        ("<say>", "<say>"),
        (" <say> <at> ", "<say><at>"),
        ("{end}", "<stop>"),
        ("{say he|they}", "<he|they&say>"),
        ("{both}", "<stop><x&say>"),
        ("<say>{1,2}", "<say>{1,2}"),
    ],
)
def test_macros(pattern: str, expanded: str) -> None:
    assert expand(pattern, {"end": "<stop>", "say": "<@&say>", "both": "{end}{say x}"}) == expanded


def test_a_macro_that_is_not_there() -> None:
    with pytest.raises(SettingsError) as caught:
        expand("{nobody}", {"end": "<stop>"})
    assert caught.value.message == "patterns.toml: no macro {nobody}"
    assert caught.value.hint == "known: end"


def test_words_that_no_pattern_tells_apart_look_the_same() -> None:
    grammar = grammar_of(DANISH)
    first, second, third = grammar.encode(
        [frozenset({"lower"}), frozenset({"lower", "time"}), frozenset({"lower", "cue", "say", "finite"})]
    )
    assert first == second != third


def test_a_new_set_of_classes_is_seen_by_patterns_used_before() -> None:
    language = dataclasses.replace(
        DANISH, patterns=(Pattern(name="new", match="<say&he>"),), vias=(), chunks=()
    )
    grammar = Grammar(language)
    assert grammar.find("<say&he>", grammar.encode([frozenset({"say"})])) == []
    assert len(grammar.find("<say&he>", grammar.encode([frozenset({"say", "he", "new"})]))) == 1


@pytest.mark.parametrize(
    ("sentence", "likely"),
    [
        ("han siger at bil", ["says", "either"]),
        ("han har sagt ikke", ["said", "either"]),
        ("siger han sagt", ["says", "said", "either"]),
        ("han ikke at bil", []),
        ("", []),
    ],
)
def test_patterns_are_likely_where_a_cue_of_theirs_stands(sentence: str, likely: list[str]) -> None:
    patterns = {
        "says": "<he>(?P<cue><say&finite>)",
        "said": "<he>{cue participle}",
        "either": "(?:(?P<cue><say&finite>)<he>|{cue participle}<neg>)",
    }
    language = dataclasses.replace(
        DANISH,
        macros={"cue": "(?P<cue><say&@>)"},
        patterns=tuple(Pattern(name=name, match=match) for name, match in patterns.items()),
        vias=(),
        chunks=(),
    )
    grammar = Grammar(language)
    found = grammar.likely(grammar.encode(WORDS.get(word, frozenset()) for word in sentence.split()))
    assert [pattern.name for pattern in found] == likely


def test_phrases_have_the_kind_of_the_first_rule_that_fits() -> None:
    chunks = (Chunk(kind="pronoun", match="<he>"), Chunk(kind="person", match="<np><neg>?"))
    grammar = Grammar(dataclasses.replace(DANISH, macros={}, patterns=(), vias=(), chunks=chunks))
    sentence = grammar.encode([WORDS["han"], WORDS["siger"], frozenset({"np"}), WORDS["ikke"]])
    assert grammar.phrases(sentence) == [(0, 1, "pronoun"), (2, 4, "person")]


def test_the_grammar_of_a_language_is_kept() -> None:
    assert grammar_of(DANISH) is grammar_of(DANISH)
