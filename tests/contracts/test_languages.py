"""What every folder in corpus/languages promises, shown on the examples that it carries."""

import dataclasses
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from corpus.annotation import annotate
from corpus.annotation.chains import add_vias
from corpus.annotation.grammar import BASIC, PHRASE_MARKS, expand, grammar_of
from corpus.annotation.paragraphs import paragraph_kind
from corpus.annotation.tokens import tokenize
from corpus.errors import SettingsError
from corpus.languages import Language, Pattern, available_languages, load_language, stem_words
from corpus.languages.reading import folder_of, phrases, toml
from corpus.records import (
    ACTS,
    CERTAINTIES,
    ENTITY_KINDS,
    PARAGRAPH_KINDS,
    PART_ROLES,
    POLARITIES,
    Claim,
    Document,
    Original,
)

LANGUAGES = {code: load_language(code) for code in available_languages()}
CODES = pytest.mark.parametrize("code", LANGUAGES)

SOURCES = ("speaker", "via", "addressee", "target")
CONTENTS = ("group", "before", "rest", "antecedent", "after", "speech")
CLASSES = re.compile(r"<([a-z_|&!]+)>")
CUES = re.compile(r"\(\?P<cue><[a-z_|&!]+>\)")
GROUPS = re.compile(r"\(\?P<([a-z]+)>")
MACROS = re.compile(r"\{([a-z_]+)[ }]")


def rules(language: Language) -> tuple[Pattern, ...]:
    return (*language.patterns, *language.vias)


def matches(language: Language) -> list[str]:
    """Every regular expression over word classes."""
    return [rule.match for rule in rules(language)] + [chunk.match for chunk in language.chunks]


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(code, rule.name, example, id=f"{code}-{rule.name}-{number}")
        for code, language in LANGUAGES.items()
        for rule in getattr(language, kind)
        for number, example in enumerate(rule.examples, start=1)
    ]


def claims(text: str, code: str) -> tuple[Claim, ...]:
    document = Document(
        original=Original("example", b""), origin="example", text=text, format="text", encoding="utf-8"
    )
    return annotate(document, language=code).claims


def parts(claim: Claim, example: Mapping[str, Any]) -> dict[str, Any]:
    """Of a claim, what the example says something about."""
    found: dict[str, Any] = {
        role: [part.name for part in claim.parts if part.role == role] for role in SOURCES
    }
    found["cue"] = next(part.text for part in claim.parts if part.role == "cue")
    found["content"] = claim.text
    for name in ("act", "polarity", "quotation", "certainty"):
        found[name] = getattr(claim, name)
    return {key: found[key] for key in example if key != "text"}


# Patterns.


@CODES
def test_every_pattern_carries_an_example(code: str) -> None:
    assert [rule.name for rule in rules(LANGUAGES[code]) if not rule.examples] == []


@CODES
def test_no_two_patterns_share_a_name(code: str) -> None:
    names = [rule.name for rule in rules(LANGUAGES[code])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("code", "name", "example"), examples("patterns"))
def test_the_pattern_finds_its_example(code: str, name: str, example: Mapping[str, Any]) -> None:
    found = [parts(claim, example) for claim in claims(example["text"], code) if claim.pattern == name]
    assert {key: value for key, value in example.items() if key != "text"} in found


@pytest.mark.parametrize(("code", "name", "example"), examples("vias"))
def test_the_via_is_found_in_its_example(code: str, name: str, example: Mapping[str, Any]) -> None:
    assert example["via"] or example["addressee"]
    found = [parts(claim, example) for claim in claims(example["text"], code)]
    assert {key: value for key, value in example.items() if key != "text"} in found


@pytest.mark.parametrize(("code", "name", "example"), examples("vias"))
def test_no_other_via_would_do(
    code: str, name: str, example: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = tuple(via for via in LANGUAGES[code].vias if via.name != name)

    def add_other_vias(*arguments: Any) -> None:
        *rest, language = arguments
        add_vias(*rest, dataclasses.replace(language, vias=others))

    monkeypatch.setattr("corpus.annotation.claims.add_vias", add_other_vias)
    found = [parts(claim, example) for claim in claims(example["text"], code)]
    assert {key: value for key, value in example.items() if key != "text"} not in found


@CODES
def test_examples_speak_of_parts_and_properties(code: str) -> None:
    known = {"text", "act", "polarity", "quotation", "certainty", *PART_ROLES}
    for rule in rules(LANGUAGES[code]):
        for example in rule.examples:
            assert {"text", "cue"} <= example.keys() <= known, rule.name


@CODES
def test_patterns_say_what_the_program_knows(code: str) -> None:
    language = LANGUAGES[code]
    frames = {frame for entries in language.cues.values() for cue in entries for frame in cue.frames}
    subkinds = {name.subkind for found in language.names.names.values() for _, name in found}
    for rule in rules(language):
        assert set(rule.frames) <= frames, rule.name
        assert rule.content in CONTENTS, rule.name
        assert set(rule.where) <= set(PARAGRAPH_KINDS), rule.name
        assert set(rule.only) <= subkinds | {"unlisted"}, rule.name
        assert rule.otherwise in {"", *SOURCES}, rule.name


@CODES
def test_patterns_name_the_parts_they_must(code: str) -> None:
    language = LANGUAGES[code]
    for rule in rules(language):
        groups = set(GROUPS.findall(expand(rule.match, language.macros)))
        assert groups <= {*PART_ROLES, "aside", "issuer"}, rule.name
        assert "via" in groups if rule in language.vias else "cue" in groups, rule.name
        if rule in language.patterns and rule.content in {"group", "after"}:
            assert "content" in groups, rule.name


@CODES
def test_a_cue_is_one_word_class(code: str) -> None:
    """By its cues the grammar tells which patterns can match in a sentence."""
    language = LANGUAGES[code]
    for rule in language.patterns:
        pattern = expand(rule.match, language.macros)
        assert pattern.count("(?P<cue>") == len(CUES.findall(pattern)), rule.name


@CODES
def test_every_pattern_compiles(code: str) -> None:
    language = LANGUAGES[code]
    for match in matches(language):
        assert grammar_of(language).find(match, "") == []


# Words in patterns: a class or macro that nobody defines would match nothing, silently.


def known_classes(language: Language) -> set[str]:
    sets = itertools.chain(language.words.values(), language.endings.values(), language.marks.values(), BASIC)
    kinds = {chunk.kind for chunk in language.chunks}
    return {"np", *kinds, *PHRASE_MARKS, *itertools.chain.from_iterable(sets)}


def unknown_classes(language: Language) -> set[str]:
    """What the angle brackets of patterns hold and no list does."""
    named: set[str] = set()
    for match in matches(language):
        pattern = GROUPS.sub("(", expand(match, language.macros))
        named.update(name for classes in CLASSES.findall(pattern) for name in re.split("[|&]", classes))
        named.update(re.findall("[^(<]*[<>]", re.sub(r"\(\?<[=!]", "(", CLASSES.sub("", pattern))))
    return {name.removeprefix("!") for name in named} - known_classes(language)


@CODES
def test_every_class_in_a_pattern_exists(code: str) -> None:
    assert unknown_classes(LANGUAGES[code]) == set()


@pytest.mark.parametrize(
    ("pattern", "unknown"),
    [
        ("<clss>", {"clss"}),
        ("(?P<cue><say&finit>)", {"finit"}),
        ("<he|!thy>", {"thy"}),
        ("(?<!<prp>)<say>", {"prp"}),
        ("<Say>", {"<", "Say>"}),
        ("<say finite", {"<"}),
        ("(?P<cue><say&finite>)(?<!<prep>)(?<=<he>)", set()),
    ],
)
def test_a_slip_of_the_pen_in_a_class_is_seen(pattern: str, unknown: set[str]) -> None:
    language = dataclasses.replace(LANGUAGES["da"], patterns=(Pattern(name="new", match=pattern),))
    assert unknown_classes(language) == unknown


@CODES
def test_every_macro_is_used_and_none_is_missing(code: str) -> None:
    language = LANGUAGES[code]
    used = set(MACROS.findall(" ".join([*matches(language), *language.macros.values()])))
    assert used == set(language.macros)


def test_a_slip_of_the_pen_in_a_macro_is_told() -> None:
    with pytest.raises(SettingsError) as caught:
        expand("{svvo say}", LANGUAGES["da"].macros)
    assert "{svvo}" in caught.value.message
    assert "svo" in caught.value.hint


# Cues, words and names.


def verbs(code: str) -> Iterator[tuple[Mapping[str, Any], list[str]]]:
    for group in toml(folder_of(code) / "cues.toml")["group"]:
        for line in group["verbs"].strip().splitlines():
            yield group, phrases(line)


@CODES
def test_every_cue_has_a_finite_or_passive_form_that_is_known(code: str) -> None:
    language = LANGUAGES[code]
    for group, forms in verbs(code):
        form = next((form for form in (*forms[1:3], *forms[4:]) if form != "-"), None)
        if form is None:  # "be- eller afkræfte" stands after a modal verb only
            assert forms[0] != "-", forms
            continue
        classes = language.words[form]
        assert {"cue", *group["frames"]} <= classes, forms
        assert classes & {"finite", "passive"}, forms
        assert any(set(group["frames"]) == cue.frames for cue in language.cues[form]), forms


@CODES
def test_cues_do_what_records_have_words_for(code: str) -> None:
    for entries in LANGUAGES[code].cues.values():
        for cue in entries:
            assert cue.act in ACTS, cue
            assert cue.polarity in POLARITIES, cue


@CODES
def test_every_frame_is_asked_for(code: str) -> None:
    language = LANGUAGES[code]
    asked = {frame for rule in language.patterns for frame in rule.frames}
    assert {frame for group, _ in verbs(code) for frame in group["frames"]} == asked


@CODES
def test_words_are_lower_case(code: str) -> None:
    language = LANGUAGES[code]
    for words in (language.words, language.endings, language.lemmas, language.certainty, language.references):
        assert [word for word in words if word != word.lower()] == []


@CODES
def test_words_and_phrases_are_what_tokens_can_spell(code: str) -> None:
    language = LANGUAGES[code]
    for word in (*language.words, *language.certainty):
        spelled = " ".join(token.text for token in tokenize(word, 0, len(word), language))
        assert spelled == word
    for mark in language.marks:
        text = f"x {mark} x"
        assert [token.text for token in tokenize(text, 0, len(text), language)] == ["x", mark, "x"]


@CODES
def test_certainties_are_certainties(code: str) -> None:
    assert set(LANGUAGES[code].certainty.values()) <= set(CERTAINTIES)


@CODES
def test_what_points_back_is_a_noun(code: str) -> None:
    language = LANGUAGES[code]
    assert set(language.references) <= set(language.lemmas.values())


@CODES
def test_names_are_read(code: str) -> None:
    names = LANGUAGES[code].names
    assert names.first_names
    assert names.last_names
    assert names.demonyms
    for first, entries in names.names.items():
        for words, name in entries:
            assert words[0] == first
            assert all(words), name
            assert name.name.strip(), words
            assert name.kind in ENTITY_KINDS, name
            assert name.gender in {None, "m", "f"}, name
    assert set(names.first_names.values()) <= {"m", "f", "u"}


@CODES
def test_words_are_stemmed(code: str) -> None:
    language = LANGUAGES[code]
    assert language.code == code
    for form, lemma in list(language.lemmas.items())[:100]:
        assert len(stem_words(f"{form} {lemma}", language=code).split()) == 2


# Paragraphs.


@CODES
def test_paragraph_rules_carry_examples_of_known_kinds(code: str) -> None:
    language = LANGUAGES[code]
    assert all(rule.examples for rule in language.paragraph_rules)
    assert language.heading.examples
    assert {rule.kind for rule in language.paragraph_rules} <= set(PARAGRAPH_KINDS)


@pytest.mark.parametrize(
    ("code", "kind", "example"),
    [
        (code, rule.kind, example)
        for code, language in LANGUAGES.items()
        for rule in language.paragraph_rules
        for example in rule.examples
    ]
    + [
        (code, "heading", example)
        for code, language in LANGUAGES.items()
        for example in language.heading.examples
    ],
)
def test_a_paragraph_is_of_its_kind(code: str, kind: str, example: str) -> None:
    assert paragraph_kind(example, LANGUAGES[code]) == kind
