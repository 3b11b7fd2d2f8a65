from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.languages import available_languages
from corpus.languages.reading import fingerprint, folder_of, frozen, phrases, rows, toml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("nu da", ["nu", "da"]),
        ("nu\n  'i dag'\tda", ["nu", "i dag", "da"]),
        ("ngo'en 'tæt på' ngo'er", ["ngo'en", "tæt på", "ngo'er"]),
        ("'be- eller afkræfte' - -", ["be- eller afkræfte", "-", "-"]),
        ("'uden slut", ["'uden", "slut"]),
    ],
)
def test_phrases(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text('name\taliases\nAnne\t\n"Ole"\tO|Olle\n', encoding="utf-8")
    assert list(rows(path)) == [{"name": "Anne", "aliases": ""}, {"name": '"Ole"', "aliases": "O|Olle"}]


def test_a_row_with_a_column_too_few_or_many_is_told(tmp_path: Path) -> None:
    for line in ("Anne", "Anne\t\t"):
        path = tmp_path / "names.tsv"
        path.write_text(f"name\taliases\n{line}\n", encoding="utf-8")
        with pytest.raises(ValueError, match="zip"):
            list(rows(path))


def test_toml(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[classes]\nart = "en et"\n', encoding="utf-8")
    assert toml(path) == {"classes": {"art": "en et"}}


def test_lists_are_frozen() -> None:
    assert frozen({"where": ["body", "heading"], "name": "x"}) == {"where": ("body", "heading"), "name": "x"}


def test_languages_are_folders() -> None:
    assert "da" in available_languages()
    assert folder_of("da").name == "da"


@pytest.mark.parametrize("code", ["xx", "", "../da", "DA"])
def test_a_language_without_a_folder(code: str) -> None:
    with pytest.raises(SettingsError) as caught:
        folder_of(code)
    assert repr(code) in caught.value.message
    assert "da" in caught.value.hint


def test_the_fingerprint_changes_with_the_data_alone(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "words.toml").write_text("a = 1", encoding="utf-8")
    (tmp_path / "names" / "a.tsv").write_text("name", encoding="utf-8")
    first = fingerprint(tmp_path)
    assert len(first) == 8
    (tmp_path / "README.md").write_text("About.", encoding="utf-8")
    assert fingerprint(tmp_path) == first
    (tmp_path / "words.toml").write_text("a = 2", encoding="utf-8")
    second = fingerprint(tmp_path)
    (tmp_path / "names" / "a.tsv").rename(tmp_path / "names" / "b.tsv")
    assert len({first, second, fingerprint(tmp_path)}) == 3
