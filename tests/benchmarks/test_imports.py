"""The benchmark at a small size; what it measures then says nothing, but that it measures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = 200


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """What the benchmark prints, and what it writes as JSON."""
    path = tmp_path_factory.mktemp("benchmark") / "imports.json"
    command = [sys.executable, "-m", "tests.benchmarks.imports", "--articles", str(ARTICLES), "--annotate"]
    done = subprocess.run(
        [*command, "--json", str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout, json.loads(path.read_text(encoding="utf-8"))


def test_synthetic_articles_are_annotated_like_articles(outcome: tuple[str, dict[str, Any]]) -> None:
    _, result = outcome
    counts = result["counts"]
    assert (counts["articles"], counts["rejections"], counts["undated"]) == (ARTICLES, 0, 0)
    assert counts["paragraphs"] > 7 * ARTICLES
    assert counts["mentions"] > 6 * ARTICLES
    assert counts["names"] > 2 * ARTICLES
    assert counts["claims"] > 2 * ARTICLES


@pytest.mark.parametrize("kind", ["import", "annotate"])
def test_figures_agree_with_each_other(outcome: tuple[str, dict[str, Any]], kind: str) -> None:
    figures = outcome[1]["passes"][kind]
    marks = figures["marks"]
    assert [mark["articles"] for mark in marks] == list(range(0, ARTICLES + 1, ARTICLES // 10))
    for name in ("seconds", "cpu_seconds", "peak_mb"):
        values = [mark[name] for mark in marks]
        assert values == sorted(values)
    assert figures["articles_per_second"] == pytest.approx(ARTICLES / figures["seconds"], rel=0.05)
    early, late = figures["cpu_ms_per_article_early"], figures["cpu_ms_per_article_late"]
    assert figures["growth"] == pytest.approx(late / early, rel=0.05)
    assert 0 < figures["peak_mb_at_tenth"] <= figures["peak_mb"]


def test_the_figures_are_printed_as_markdown(outcome: tuple[str, dict[str, Any]]) -> None:
    printed, result = outcome
    assert printed.startswith(f"{ARTICLES} articles, {result['input_mb']} MB: ")
    assert "| | import | annotate |\n| --- | ---: | ---: |\n" in printed
    rate = result["passes"]["import"]["articles_per_second"]
    assert f"| articles a second | {rate:,} | " in printed
