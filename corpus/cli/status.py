"""corpus status."""

from typing import TYPE_CHECKING

import click

from corpus.cli._examples import Command
from corpus.cli._output import Column, Table, output_options, write_rows
from corpus.cli._state import State

if TYPE_CHECKING:
    from corpus.actions.status import Status
    from corpus.storage.rows import RunRow


@click.command(
    name="status",
    cls=Command,
    examples=(
        "corpus status",
        "corpus status --run 3",
        "corpus status --format json",
    ),
)
@click.option("--runs", default=5, show_default=True, type=click.IntRange(0), help="How many runs to list.")
@click.option("--run", "run_id", type=int, metavar="N", help="List what run N rejected, and why.")
@output_options
@click.pass_obj
def command(state: State, runs: int, run_id: int | None, format_: str | None, output: str | None) -> None:
    """Say what the archive holds, and how its last runs went."""
    from corpus.actions import status  # noqa: PLC0415 -- loads SQLAlchemy

    if run_id is None:
        table = _overview(status.archive_status(state.settings.db, runs=runs))
    else:
        rows = ((row.origin, row.reason) for row in status.rejections_of(state.settings.db, run_id))
        table = Table((Column("origin", "Origin"), Column("reason", "Reason")), rows)
    write_rows(state, table, format_=format_, output=output)


def _overview(status: "Status") -> Table:
    counts = status.counts
    older = counts.versions - counts.articles
    size = f", {status.file_bytes:,} bytes" if status.file_bytes is not None else ""
    rows = [
        ("archive", f"{status.place} (revision {status.revision}{size})"),
        ("articles", f"{counts.articles:,}" + (f", and {older:,} older versions" if older else "")),
        ("published", f"{counts.first or '?'} to {counts.last or '?'}, {counts.undated:,} without a date"),
        ("paragraphs", f"{counts.paragraphs:,}"),
        ("entities", f"{counts.entities:,} with {counts.names:,} names"),
        ("mentions", f"{counts.mentions:,}"),
        ("dates", f"{counts.dates:,}"),
        ("claims", f"{counts.claims:,}"),
        ("originals", f"{counts.originals:,} inputs of {counts.original_bytes:,} bytes"),
        *(("annotated", f"{count:,} by {model or 'no rules'}") for model, count in status.annotated),
        *((f"run {run.id}", _run(run)) for run in status.runs),
    ]
    return Table((Column("what", "What"), Column("value", "Value")), rows)


def _run(run: "RunRow") -> str:
    rules = f" with {run.model}" if run.model else ""
    stored, unchanged, rejected = _COUNTED[run.kind]
    return (
        f"{run.kind}{rules}, {run.started}, {run.status}: read {run.inputs_read:,}, "
        f"{stored} {run.imported:,}, {unchanged} {run.unchanged:,}, {rejected} {run.rejected:,}"
    )


_COUNTED = {
    "import": ("imported", "unchanged", "rejected"),
    "annotate": ("annotated", "up to date", "damaged"),
}
