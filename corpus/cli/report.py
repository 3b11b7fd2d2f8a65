"""corpus report: a command for each report that is found."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from corpus.cli._examples import Command, Group
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._state import State
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from corpus.reports import Parameter, Report

_LIST = "list"
_METAVARS = {
    "text": "TEXT",
    "integer": "N",
    "name": "NAME",
    "words": "WORDS",
    "since": "DATE",
    "until": "DATE",
}
_SAMPLES = {
    "text": "ord", "integer": "10", "name": "Putin", "words": "våben", "since": "2023-09", "until": "2024-06",
    "act": "denial", "polarity": "denied", "kind": "person", "dated": "event",
}  # fmt: skip


def _state(ctx: click.Context) -> State:
    """The state of this call; completion, which runs no command, has none yet."""
    return ctx.find_object(State) or State(db=None, quiet=True)


class _Reports(Group):
    """A group whose commands are the reports, read when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from corpus.reports import report_files  # noqa: PLC0415

        return [_LIST, *report_files(_state(ctx).settings.reports)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == _LIST:
            return list_reports
        from corpus.reports import read_report, report_files  # noqa: PLC0415

        files = report_files(_state(ctx).settings.reports)
        return _command(read_report(files[cmd_name])) if cmd_name in files else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            # Not click's error: a report is a thing that is not there, exit code 3.
            from corpus.actions.report import get_report  # noqa: PLC0415 -- loads SQLAlchemy

            get_report(error.command_name, folders=_state(ctx).settings.reports)
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the reports by their titles; one that cannot be read is named with the reason."""
        with formatter.section("Reports"):
            formatter.write_dl([(name, self._title(ctx, name)) for name in self.list_commands(ctx)])

    def _title(self, ctx: click.Context, name: str) -> str:
        try:
            command = self.get_command(ctx, name)
        except CorpusError as error:
            return error.message
        return command.get_short_help_str(60) if command else ""


@click.group(
    name="report",
    cls=_Reports,
    examples=(
        "corpus report list",
        "corpus report overview",
        "corpus report claims --speaker Putin --since 2023-09",
        "corpus report timeline --entity Putin --kind event",
        "corpus report denials --format html --output denials.html",
    ),
    epilog="""
    A report is one .sql file; folders of your own are named by the setting `reports`. It begins with a
    comment that holds TOML: title, description, [parameters.NAME] with type (text, integer, name, words,
    since, until, act, polarity, kind or dated), help and perhaps default or required = true, and
    [[columns]] with name and heading. One SELECT follows, with its parameters as :NAME.
    """,
)
def command() -> None:
    """Run one of the canned reports."""


@click.command(
    name=_LIST, cls=Command, examples=("corpus report list", "corpus report list --format markdown")
)
@output_options
@click.pass_obj
def list_reports(state: State, format_: str | None, output: str | None) -> None:
    """List the reports, with their parameters."""
    from corpus.reports import read_report, report_files  # noqa: PLC0415

    rows = []
    for name, path in report_files(state.settings.reports).items():
        try:
            report = read_report(path)
        except CorpusError as error:
            click.echo(error.message, err=True)
            continue
        parameters = " ".join(f"--{parameter.name}" for parameter in report.parameters)
        rows.append((name, report.title, report.description, parameters))
    headings = {"name": "Report", "title": "Title", "description": "Shows", "parameters": "Options"}
    columns = [Column(name, heading) for name, heading in headings.items()]
    write_rows(state, Table(columns, rows, title="Reports"), format_=format_, output=output)


def _command(report: "Report") -> click.Command:
    """A report as a command, its parameters as options."""

    @click.pass_obj
    def run(state: State, /, format_: str | None, output: str | None, **values: Any) -> None:
        _run(state, report, values, format_=format_, output=output)

    found = Command(
        report.name,
        params=[_option(parameter) for parameter in report.parameters],
        callback=run,
        help=f"{report.title}.\n\n{report.description}",
        short_help=report.title,
        examples=_examples(report),
    )
    return output_options(found)


def _option(parameter: "Parameter") -> click.Option:
    from corpus.reports import CHOICES  # noqa: PLC0415

    choices = CHOICES.get(parameter.type)
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        type=click.Choice(choices) if choices else str,
        metavar=_METAVARS.get(parameter.type),
        default=None if parameter.default is None else str(parameter.default),
        show_default=True,
        required=parameter.required,
        help=f"{parameter.help[:1].upper()}{parameter.help[1:]}.",
    )


def _examples(report: "Report") -> list[str]:
    """The report as it is, and with the first option that may be left out."""
    required = [_sample(parameter) for parameter in report.parameters if parameter.required]
    optional = [_sample(parameter) for parameter in report.parameters if not parameter.required]
    plain = " ".join(["corpus report", report.name, *required])
    return [plain, f"{plain} {optional[0] if optional else '--format csv'}"]


def _sample(parameter: "Parameter") -> str:
    return f"--{parameter.name} {_SAMPLES[parameter.type]}"


def _run(
    state: State,
    report: "Report",
    values: Mapping[str, str | None],
    *,
    format_: str | None,
    output: str | None,
) -> None:
    from corpus.actions.report import run_report  # noqa: PLC0415 -- loads SQLAlchemy

    view = run_report(state.settings.db, report, values)
    columns = [Column(column.name, column.heading) for column in report.columns]
    asked = ", ".join(f"{name} {value}" for name, value in values.items() if value is not None)
    description = report.description + (f" Asked for: {asked}." if asked else "")
    table = Table(columns, view.rows, title=report.title, description=description)
    write_rows(state, table, format_=format_, output=output)
    if view.is_cut:
        state.say(f"the first {len(view.rows):,} rows; --limit 0 shows all")
