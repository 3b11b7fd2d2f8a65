import pytest

from corpus.errors import SettingsError
from corpus.languages import Pattern, Reference, load_language

DANISH = load_language("da")


def test_a_language_is_read_once() -> None:
    assert load_language("da") is DANISH
    assert len({DANISH, load_language("da")}) == 1


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(SettingsError) as caught:
        load_language("xx")
    assert "'xx'" in caught.value.message


def test_what_a_language_holds() -> None:
    assert (DANISH.code, DANISH.name) == ("da", "Danish")
    assert DANISH.version.startswith("1+")
    assert "kl." in DANISH.abbreviations
    assert "van" in DANISH.name_particles
    assert "say" in DANISH.words["siger"]
    assert DANISH.lemmas["ministeren"] == "minister"
    assert DANISH.marks[","] == {"comma"}


def test_lists_of_rules_cannot_be_changed() -> None:
    assert isinstance(DANISH.patterns, tuple)
    for rule in (*DANISH.patterns, *DANISH.vias):
        assert isinstance(rule.frames, tuple)
        assert isinstance(rule.where, tuple)
        assert isinstance(rule.examples, tuple)


@pytest.mark.parametrize("ending", DANISH.genitive_endings)
def test_longer_genitive_endings_come_first(ending: str) -> None:
    index = DANISH.genitive_endings.index(ending)
    assert not any(later.endswith(ending) and later != ending for later in DANISH.genitive_endings[index:])


@pytest.mark.parametrize(
    ("outer", "content", "expected"),
    [(True, "before", True), (True, "rest", False), (False, "before", False), (True, "after", True)],
)
def test_which_patterns_end_what_is_claimed_before_them(outer: bool, content: str, expected: bool) -> None:
    assert Pattern(name="new", match="<say>", outer=outer, content=content).ends is expected


def test_references() -> None:
    assert DANISH.references["avis"] == Reference(subkinds=("media",))
    assert DANISH.references["hospital"] == Reference(words=("hospital", "sygehus"))
