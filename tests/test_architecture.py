"""The rules that hold the code together, checked by the tools that state them in pyproject.toml."""

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "corpus").rglob("*.py"))
LONGEST_FUNCTION = 50
LONGEST_MODULE = 300


@pytest.mark.parametrize(
    "command",
    [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
        ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    ],
    ids=["ruff check", "ruff format", "mypy", "lint-imports"],
)
def test_the_tools_are_content(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short_and_so_are_its_functions(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert len(source.splitlines()) < LONGEST_MODULE
    assert {name: length for name, length in lengths(source).items() if length > LONGEST_FUNCTION} == {}


def test_most_functions_are_very_short() -> None:
    every = [length for module in MODULES for length in lengths(module.read_text(encoding="utf-8")).values()]
    assert statistics.median(every) < 10


def lengths(source: str) -> dict[str, int]:
    """Lines of each function without its docstring, by its place."""
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    found = {}
    for function in functions:
        docstring = function.body[0] if ast.get_docstring(function) else None
        told = docstring.end_lineno - docstring.lineno + 1 if docstring and docstring.end_lineno else 0
        found[f"{function.name}:{function.lineno}"] = (function.end_lineno or 0) - function.lineno + 1 - told
    return found
