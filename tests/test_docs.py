"""README.md says what is so: its commands, and what they print.

`python tests/test_docs.py` writes the reference of commands and the output of the tour anew.
"""

import contextlib
import os
import re
import shlex
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import corpus
from corpus.actions.evaluate import evaluate
from corpus.cli import main
from corpus.cli._state import State
from corpus.evaluation import Figure, read_gold
from corpus.settings import Settings
from corpus.storage.engine import open_archive, read_transaction
from corpus.storage.queries import run_query

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
REST = "…"  # at the end of an output: the rest is not shown
LINES_SHOWN = 16
_CONSOLE = re.compile(r"```console\n\$ corpus (?P<command>.*)\n(?P<output>(?:.*\n)*?)```")
_REFERENCE = re.compile(r"(?<=commands: written by tests/test_docs.py -->\n)(?:.*\n)*?(?=<!-- end -->)")
_FIGURES = re.compile(
    r"(?<=figures: written by tests/test_docs.py -->\n)(?:.*\n)*?(?=<!-- end of figures -->)"
)
_TIMING = re.compile(r"^read .* a second\n", re.MULTILINE)


@contextlib.contextmanager
def seeded_folder() -> Iterator[Path]:
    """A folder like the one that README's first command leaves, to call the command line in."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "seeds", Path(name) / "seeds")
        os.chdir(name)
        try:
            printed("import seeds/")
            yield Path(name)
        finally:
            os.chdir(before)


def printed(command: str) -> str:
    """What a command prints in a terminal of 100 columns, but for how long it took."""
    environ = {name: None for name in os.environ if name.startswith("CORPUS_")}
    result = CliRunner().invoke(main, shlex.split(command), env={**environ, "COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    return "".join(f"{line.rstrip()}\n" for line in _TIMING.sub("", result.output).splitlines())


def rewritten(readme: str) -> str:
    """README.md with its generated parts as they are to be."""

    def console(match: re.Match[str]) -> str:
        output = printed(match["command"])
        if match["output"].endswith(f"{REST}\n"):
            output = "".join(output.splitlines(keepends=True)[:LINES_SHOWN]) + f"{REST}\n"
        return f"```console\n$ corpus {match['command']}\n{output}```"

    readme = _FIGURES.sub(lambda _: figures(), readme)
    with seeded_folder():
        readme = _CONSOLE.sub(console, readme)
        return _REFERENCE.sub(lambda _: reference(), readme)


def reference() -> str:
    lines = (f"| `{' '.join(('corpus', *path))}` | {text} |\n" for path, text in leaves(main))
    return "| command | what it does |\n| --- | --- |\n" + "".join(lines)


# What a figure of `corpus evaluate` is called in README.md.
FIGURES = {
    "entity": "people, organizations and places",
    "claim": "claims",
    "direct": "claims in quotation marks",
    "indirect": "claims in indirect speech",
    "mixed": "claims quoted in part",
    "denied": "denials",
    "speaker": "speaker",
    "via": "through whom",
    "polarity": "affirmed, denied or neither",
    "target": "whom it accuses or threatens",
    "addressee": "to whom it is said",
    "said": "when it was said",
    "content": "content holds what it must",
    "content_exact": "content is right to the word",
    "content_overlap": "words of the contents",
    "whole_claim": "claims with speaker, through whom, polarity and content right",
    "whole_exact": "the same, and content to the word",
    "thread": "claims brought together by what they say (B³)",
}


def figures() -> str:
    """The table of how well the gold articles are read."""
    folders = {"seeds": ROOT / "seeds", "development": None, "held_out": None}
    golds = [ROOT / "tests" / "gold" / name / "gold.json" for name in folders]
    found = [
        {figure.name: figure for figure in evaluate(str(gold), folder=folder and str(folder)).figures}
        for gold, folder in zip(golds, folders.values(), strict=True)
    ]
    sizes = [
        f"{len(read_gold(gold))} articles, {found_one['claim'].gold} claims"
        for gold, found_one in zip(golds, found, strict=True)
    ]
    rows = [("", *(name.replace("_", "-") for name in folders)), ("---",) * 4, ("", *sizes)]
    rows += [(label, *(shown(one.get(name)) for one in found)) for name, label in FIGURES.items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def shown(figure: Figure | None) -> str:
    """F1 with precision and recall, or the one number that there is."""
    if figure is None:
        return ""
    if figure.f1 is None:
        return f"{figure.value:.2f}"
    return f"{figure.f1:.2f} ({figure.precision:.2f}, {figure.recall:.2f})"


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every command that is no group, with its first sentence."""
    if isinstance(command, click.Group):
        context = click.Context(command, obj=State(db=None, quiet=True))
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from leaves(found, (*path, name))
    else:
        yield path, (command.help or "").split("\n")[0]


def test_the_generated_parts_are_up_to_date() -> None:
    assert rewritten(README) == README, "run: python tests/test_docs.py"


def test_ci_runs_the_second_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[0] == "#!/usr/bin/env bash"
    assert script[-1] == SHELL[1]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("place", [0, 1])
def test_a_command_is_one_line_with_its_own_set_up(place: int) -> None:
    assert SHELL[place].count("\n") == 0
    assert SHELL[place].startswith("python3 -m venv ")


@pytest.mark.parametrize("statement", re.findall(r"```sql\n(.*?)\n```", README, re.DOTALL))
def test_the_sql_examples_find_something(statement: str) -> None:
    with seeded_folder(), read_transaction(open_archive("corpus.db", mode="read")) as connection:
        assert run_query(connection, statement)[1]


def test_the_contract_holds(database: str) -> None:
    rows = re.findall(r"^\| (?:view )?`(\w+)` \| `(.*)` \|$", README, re.MULTILINE)
    assert len(rows) == 10
    with read_transaction(open_archive(database, mode="read")) as connection:
        for name, columns in rows:
            assert run_query(connection, f"SELECT {columns} FROM {name}")[0] == columns.split(", ")


def test_the_settings_are_all_there() -> None:
    (example,) = re.findall(r"```toml\n(.*?)\n```", README, re.DOTALL)
    assert set(tomllib.loads(example)) == set(Settings.__dataclass_fields__)
    assert all(f"CORPUS_{name.upper()}" in example for name in Settings.__dataclass_fields__)


def test_the_changelog_names_this_version() -> None:
    assert f"\n## {corpus.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    (ROOT / "README.md").write_text(rewritten(README), encoding="utf-8")
    sys.stdout.write("README.md is up to date\n")
