"""What only shows in a process of its own: what is loaded, a terminal, a closed pipe."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

HEAVY = ("sqlalchemy", "alembic", "rich", "spacy", "datasette", "Stemmer", "tomllib")


@pytest.mark.parametrize(
    "args", [["--help"], ["import", "--help"], ["--version"], ["report", "claims", "--help"]]
)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    loaded = f"[name for name in {HEAVY} if name in sys.modules]"
    code = f"""if True:
        import sys
        from corpus.cli import main
        try: main({args!r})
        except SystemExit as end: print(end.code, {loaded})
    """
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = "['tomllib']" if "report" in args else "[]"  # a report's head is TOML
    assert shown.stdout.splitlines()[-1] == f"0 {heavy}"


def on_terminal(archive: Path, *args: str, columns: int = 60) -> str:
    """What the command line writes to a terminal of that width."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environ = {**os.environ, "TERM": "xterm-256color"}
    for name in ("NO_COLOR", "COLUMNS"):
        environ.pop(name, None)
    command = [sys.executable, "-m", "corpus", "--db", str(archive), *args]
    process = subprocess.Popen(command, stdout=slave, stderr=subprocess.PIPE, env=environ)
    os.close(slave)
    written = b""
    try:
        while part := os.read(master, 65536):
            written += part
    except OSError:
        pass  # Linux says so when the other side is closed
    process.communicate()
    os.close(master)
    assert process.returncode == 0
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_lines_that_fit(archive: Path) -> None:
    shown = on_terminal(archive, "show", "a.txt")
    assert "\x1b[32mNordkorea\x1b[0m \x1b[1mafviser\x1b[0m(2)" in shown
    assert "[Nordkorea]" not in shown
    report = on_terminal(archive, "report", "claims")
    assert all(
        len(line) <= 60 + len("\x1b[1m\x1b[0m") * line.count("\x1b[1m") for line in report.splitlines()
    )
    assert "\x1b[33m\x1b[1mvåben\x1b[0m" in on_terminal(archive, "search", "våben")


def test_a_reader_that_has_seen_enough_is_no_error(archive: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n"
    command = [sys.executable, "-m", "corpus", "--db", str(archive), "sql", many, "--format", "csv"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"i\n"
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() != 0
    process.stderr.close()


def test_a_place_without_utf8_gets_what_it_can_show(archive: Path) -> None:
    command = [sys.executable, "-m", "corpus", "--db", str(archive), "search", "konsulent"]
    environ = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    shown = subprocess.run(command, capture_output=True, env=environ, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"1 paragraph\n")
    assert b"fr\xf8ken O'Hara, regner med 50 % flere \\ufffd[31mv\xe5ben" in shown.stdout
