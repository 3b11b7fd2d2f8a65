import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import corpus
from corpus.annotation import rules_version
from corpus.annotation.version import _CODE, code_fingerprint
from corpus.errors import SettingsError
from corpus.languages import load_language
from corpus.spans import Span


class Named:
    """A recognizer that is no more than a name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("recognizer", "more"),
    [
        (None, ""),
        (Named("da_pipeline-0.0.0+1234abcd"), " da_pipeline-0.0.0+1234abcd"),
        (Named("my own, second\ttry+1"), " my-own-second-try+1"),  # a run parts its models by ", "
    ],
)
def test_the_version_names_data_code_and_recognizer(recognizer: Named | None, more: str) -> None:
    rules = f"rules-da-{load_language('da').version}.{code_fingerprint()}"
    assert rules_version("da", recognizer) == rules + more


def test_a_language_without_rules_has_none() -> None:
    with pytest.raises(SettingsError, match="no rules for the language 'xx'"):
        rules_version("xx")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, to change its code in."""
    source = Path(corpus.__file__).parent
    return Path(shutil.copytree(source, tmp_path / "corpus", ignore=shutil.ignore_patterns("names", "model")))


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("annotation/claims.py", True),
        ("annotation/another.py", True),
        ("languages/lexicon.py", True),
        ("naming.py", True),
        ("propositions.py", True),
        ("spans.py", True),
        ("annotation/training/fitting.py", False),
        ("languages/da/words.toml", False),  # which the language's own version is for
        ("storage/writer.py", False),
        ("cli/show.py", False),
    ],
)
def test_the_fingerprint_changes_with_the_code_that_annotates(
    package: Path, file: str, *, changes: bool
) -> None:
    before = code_fingerprint()
    assert code_fingerprint(package) == before
    code_fingerprint.cache_clear()
    with (package / file).open("a", encoding="utf-8") as code:
        code.write("\n")
    assert (code_fingerprint(package) != before) == changes


def test_all_code_that_the_annotation_loads_is_in_it() -> None:
    code = "import sys, corpus.annotation as _; print(*(m for m in sys.modules if m.startswith('corpus.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    package = Path(corpus.__file__).parent
    counted = {path for pattern in _CODE for path in package.glob(pattern)}
    loaded = {Path(*name.split(".")[1:]) for name in done.stdout.split()}
    files = {
        package / (f"{path}/__init__.py" if (package / path).is_dir() else f"{path}.py") for path in loaded
    }
    assert files - counted == {package / "errors.py"}
