"""The benchmark on few articles; what it measures then says nothing, but that it measures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
STATES = ("cold", "warm")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """What the benchmark prints, and what it writes as JSON."""
    folder = tmp_path_factory.mktemp("benchmark")
    treebank = folder / "names.iob2"
    treebank.write_text("Mette\tB-PER\nKrag\tI-PER\nsover\tO\n\n" * 20, encoding="utf-8")
    command = [sys.executable, "-m", "tests.benchmarks.annotation", "--texts", "seeds", "--rounds", "1"]
    done = subprocess.run(
        [*command, "--treebank", str(treebank), "--json", str(folder / "annotation.json")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, json.loads((folder / "annotation.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("state", STATES)
def test_the_whole_takes_what_its_stages_do(outcome: tuple[str, dict[str, Any]], state: str) -> None:
    (figures,) = outcome[1]["rounds"]
    stages = {name: 1 / figure for name, figure in figures.items() if f"words/s, {state}" in name}
    assert len(stages) == 5
    assert min(stages.values()) > 0
    assert stages.pop(f"all, words/s, {state}") == pytest.approx(sum(stages.values()), rel=0.01)


def test_the_figures_are_printed_as_markdown(outcome: tuple[str, dict[str, Any]]) -> None:
    printed, result = outcome
    assert printed.startswith("Median of 1 rounds, ")
    cold, warm = (result["median"][f"names alone, tokens/s, {state}"] for state in STATES)
    assert f"| names alone, tokens/s | {cold:,} | {warm:,} |\n" in printed
