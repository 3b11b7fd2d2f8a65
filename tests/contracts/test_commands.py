"""What every command of corpus/cli promises: help, and examples that can be called as they stand."""

import shlex
from collections.abc import Iterator

import click
import pytest

from corpus.cli import main
from corpus.cli._state import State


def commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with its names, groups first."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, obj=State(db=None, quiet=True))
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))


COMMANDS = dict(commands(main))
EXAMPLES = [(path, example) for path, command in COMMANDS.items() for example in command.examples]


def test_the_commands_are_found() -> None:
    assert {("import",), ("report", "claims"), ("db", "restore"), ("verify",)} <= COMMANDS.keys()


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_says_what_and_how(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert command.help
    assert command.help.split("\n")[0].strip().endswith(".")
    assert len(command.examples) >= 1
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith((".", "]")), parameter.help


@pytest.mark.parametrize(("path", "example"), EXAMPLES)
def test_an_example_can_be_called(path: tuple[str, ...], example: str) -> None:
    words = shlex.split(example, comments=True)
    if "|" in words:
        words = words[words.index("|") + 1 :]
    words = words[: next((place for place, word in enumerate(words) if word in ("<", ">")), None)]
    assert words[0] == "corpus"
    arguments = words[1:]
    if arguments[0] == "--db":
        arguments = arguments[2:]
    assert tuple(arguments[: len(path)]) == path
    command, rest = longest(arguments)
    if path == ("db", "downgrade"):
        rest.append("--yes")  # or it would ask
    if "--root" in rest:
        rest[rest.index("--root") + 1] = "."  # a folder that is there
    command.make_context("example", rest, obj=State(db=None, quiet=True), resilient_parsing=False)


def longest(arguments: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the first arguments name, and the rest of them."""
    length = max(length for length in range(len(arguments) + 1) if tuple(arguments[:length]) in COMMANDS)
    return COMMANDS[tuple(arguments[:length])], arguments[length:]
