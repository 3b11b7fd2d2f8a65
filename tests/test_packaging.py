"""What is built from this checkout, installed elsewhere, does its work there."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


def run(*command: str | Path, **options) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CORPUS_"))
    }
    done = subprocess.run(
        [*map(str, command)], env=environment, capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", folder, TOP)
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory) -> Path:
    """The Python of a new environment with the wheel in it; its dependencies are this environment's."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    (wheel,) = built.glob("*.whl")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    purelib = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(purelib) / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return python


def test_the_wheel_holds_the_package_and_its_migrations(built):
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    migrations = {path.relative_to(TOP / "migrations") for path in (TOP / "migrations").rglob("*.py")}
    assert {f"corpus/_migrations/{path}" for path in migrations} <= names
    assert {"corpus/py.typed", "corpus/_migrations/script.py.mako"} <= names
    data = {
        path.relative_to(TOP)
        for path in (TOP / "corpus").rglob("*")
        if path.suffix in (".toml", ".sql", ".tsv")
    }
    assert set(map(str, data)) <= names
    assert {name.partition("/")[0] for name in names} == {
        "corpus",
        f"{wheel.stem.partition('-py3')[0]}.dist-info",
    }


def test_the_sdist_holds_what_a_developer_needs(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2].partition("/")[0] for name in archive.getnames()}
    wanted = {"corpus", "migrations", "tests", "alembic.ini", "pyproject.toml", "README.md", "LICENSE"}
    assert wanted <= names


def test_an_installed_package_upgrades_an_archive(installed, tmp_path):
    script = (
        "import corpus; from corpus.storage import schema, revisions;"
        "print(revisions.migrations_folder()); print(schema.upgrade('a.db').after, schema.check('a.db'))"
    )
    folder, result = run(installed, "-c", script, cwd=tmp_path).splitlines()
    assert Path(folder).is_relative_to(installed.parents[1])
    assert result.endswith(" []")
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_an_installed_program_imports_and_reports(installed, tmp_path):
    program = installed.with_name("corpus")
    (tmp_path / "a.txt").write_text(
        " date 2023-09 Rusland siger, at besøget bliver til noget.\n", encoding="utf-8"
    )
    run(program, "--db", "a.db", "import", "a.txt", cwd=tmp_path)
    claims = run(
        program, "--db", "a.db", "sql", "--format", "csv", "SELECT text FROM attributed_claims", cwd=tmp_path
    )
    assert "besøget bliver til noget" in claims
    assert "Rusland" in run(program, "--db", "a.db", "report", "speakers", "--format", "csv", cwd=tmp_path)
