import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
MANY = 700  # articles: seconds of work, so that there is time to interrupt it


def change(archive: Path, statement: str) -> None:
    connection = sqlite3.connect(archive)
    with connection:
        connection.execute(statement)
    connection.close()


def test_only_what_is_stale_is_annotated(run: Run, archive: Path) -> None:
    assert run("annotate").stderr == "annotated 0, up to date 3\n"
    change(archive, "UPDATE runs SET model = 'rules-da-0' WHERE id = 1")
    result = run("annotate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("read 3 in ")
    assert result.stderr.splitlines()[-1] == "annotated 3, up to date 0"
    assert run("annotate").stderr == "annotated 0, up to date 3\n"
    assert run("annotate", "--all").stderr.splitlines()[-1] == "annotated 3, up to date 0"
    assert run("verify").exit_code == 0


def test_what_another_model_annotated_is_stale(run: Run, archive: Path, spacy_model: str) -> None:
    assert run("annotate", "--model", spacy_model).stderr.splitlines()[-1] == "annotated 3, up to date 0"
    assert re.search(
        r"^annotated +3 by rules-da-\S+ da_plovrup-0\.0\.0\+\w+$", run("status").stdout, re.MULTILINE
    )
    again = run("annotate", "--batch-size", "2", env={"CORPUS_MODEL": spacy_model})
    assert again.stderr == "annotated 0, up to date 3\n"
    assert run("annotate", "--model", "bundled").stderr.splitlines()[-1] == "annotated 3, up to date 0"
    assert re.search(r"^annotated +3 by rules-da-\S+$", run("status").stdout, re.MULTILINE)


@pytest.mark.usefixtures("archive", "folder")
@pytest.mark.parametrize("command", [("annotate",), ("import", "news")])
@pytest.mark.parametrize(
    ("model", "error", "hint"),
    [
        (
            "da_core_news_lg",
            "the model da_core_news_lg is not installed",
            "python -m spacy download da_core_news_lg",
        ),
        (
            "names.crfsuite",
            "no name model in 'names.crfsuite'",
            "train one: python -m corpus.annotation.training --help",
        ),
    ],
)
def test_a_missing_model_is_one_line_and_a_hint(
    run: Run, command: tuple[str, ...], model: str, error: str, hint: str
) -> None:
    for result in (run(*command, "--model", model), run(*command, env={"CORPUS_MODEL": model})):
        assert (result.exit_code, result.stdout) == (6, "")
        assert result.stderr == f"Error: {error}\nHint: {hint}\n"


@pytest.mark.parametrize("command", [("annotate",), ("import", "news")])
def test_without_spacy_a_pipeline_needs_the_extra(
    run: Run, archive: Path, folder: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    result = run(*command, "--model", "da_core_news_md")
    assert result.exit_code == 6
    assert result.stderr == (
        "Error: the model da_core_news_md needs a package that is not installed\n"
        "Hint: pip install 'corpus-archive[spacy]'\n"
    )


def test_without_a_gpu_asking_for_one_is_one_line(
    run: Run, archive: Path, spacy_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thinc.util.has_cupy", False)
    monkeypatch.setattr("thinc.util.has_gpu", False)
    result = run("annotate", "--model", spacy_model, "--gpu", "--batch-size", "1000")
    assert result.exit_code == 6
    assert re.fullmatch(
        r"Error: no GPU can be used: .*\nHint: pip install 'spacy\[cuda12x\]', or do without\n", result.stderr
    )
    assert run("annotate", "--gpu").stderr == "annotated 0, up to date 3\n"


def test_status_names_what_became_of_it(run: Run, archive: Path) -> None:
    run("annotate", "--all")
    shown = run("status").stdout
    assert "annotate with rules-da-" in shown
    assert "done: read 3, annotated 3, up to date 0, damaged 0" in shown


def test_articles_without_rules_can_be_given_a_language(run: Run, folder: Path) -> None:
    run("import", "--language", "en", folder)
    assert run("annotate").stderr == "annotated 0, up to date 3\n"
    assert run("annotate", "--language", "da").stderr.splitlines()[-1] == "annotated 3, up to date 0"


def test_a_damaged_article_is_named(run: Run, archive: Path) -> None:
    change(archive, "UPDATE articles SET title = 'x' WHERE origin = 'a.txt'")
    result = run("annotate", "--all")
    assert result.exit_code == 5
    lines = result.stderr.splitlines()
    assert lines[0] == "damaged a.txt: its words are not those that were stored"
    assert lines[-3:] == [
        "annotated 2, up to date 0",
        "Error: 1 article of corpus.db could not be annotated",
        "Hint: corpus verify names every damaged row",
    ]


def test_there_must_be_an_archive(run: Run) -> None:
    result = run("annotate")
    assert (result.exit_code, Path("corpus.db").exists()) == (5, False)


@pytest.fixture
def started(folder: Path, tmp_path: Path) -> Callable[[], tuple[subprocess.Popen[str], list[int]]]:
    """Start an import of many articles; its process, and the workers that it started."""
    words = (folder / "sub" / "b.txt").read_text(encoding="utf-8")
    for n in range(MANY):
        (folder / f"{n}.txt").write_text("\n\n".join([*[words] * 8, f"Nr. {n}."]), encoding="utf-8")
    command = [sys.executable, "-m", "corpus", "import", str(folder), "--workers", "2"]

    def start() -> tuple[subprocess.Popen[str], list[int]]:
        process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
            if len(workers := [int(pid) for pid in found.split() if "spawn_main" in words_of(int(pid))]) == 2:
                return process, workers
            time.sleep(0.02)
        raise TimeoutError("no workers were started")

    return start


def words_of(pid: int) -> str:
    """The command line of a process, empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return ""


def wait_until_gone(workers: list[int]) -> None:
    deadline = time.monotonic() + 30
    while any(map(words_of, workers)):
        assert time.monotonic() < deadline, "a worker is left"
        time.sleep(0.02)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
@pytest.mark.parametrize("after", [0.0, 1.0])  # seconds: while the workers start, and while they work
def test_ctrl_c_in_a_terminal_ends_the_workers_too(
    started: Callable[[], tuple[subprocess.Popen[str], list[int]]], tmp_path: Path, after: float
) -> None:
    process, workers = started()
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    wait_until_gone(workers)
    assert process.returncode == 130
    last = told.splitlines()[-1]
    assert last.startswith("interrupted: imported ")
    assert last.endswith(", unchanged 0, rejected 0; run it again for the rest")
    assert "Traceback" not in told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
def test_workers_do_not_outlive_what_was_killed(
    started: Callable[[], tuple[subprocess.Popen[str], list[int]]], tmp_path: Path, run: Run
) -> None:
    process, workers = started()
    process.kill()
    process.communicate()
    wait_until_gone(workers)
    assert "running: read" in run("status").stdout
    assert run("annotate").exit_code == 0
    assert "interrupted: read" in run("status").stdout
