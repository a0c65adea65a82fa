"""`hearsay rulings`: what persons decided, and taking in what others did."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("rulings", short_help="List what persons decided; merge another copy's rulings.")
@case_argument
@format_options
@click.option(
    "--take",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    metavar="FILE",
    help="Merge the rulings that --jsonl wrote of another copy.",
)
def command(case: str, form: str, take: Path | None) -> None:
    """List the rulings on CASE, the latest first, with what was taken back, and where two persons differ.

    As JSON lines they can be merged into another copy of the case. The order, and doing it twice, do not
    matter.

    \b
    Example:
      hearsay rulings story.case
      hearsay rulings story.case --jsonl > mine.jsonl
      hearsay rulings copy.case --take mine.jsonl
    """
    from hearsay.case import Case
    from hearsay.case.exchange import as_line, conflicts, exported, from_lines
    from hearsay.case.exchange import take as merge
    from hearsay.case.rulings import rulings
    from hearsay.export.rulings import COLUMNS, conflict_text, ruled_cells, ruled_lines, ruled_row

    if take is not None:
        with Case.open(case, write=True) as ledger:
            new = merge(ledger, from_lines(take.read_bytes(), str(take)))
        click.echo(f"{new} new rulings taken in.", err=True)
    with Case.open(case) as ledger, ledger.snapshot():
        if form == "jsonl":
            sys.stdout.buffer.writelines(map(as_line, exported(ledger)))
            return
        write_rows(
            rulings(ledger),
            form,
            columns=COLUMNS,
            tables=lambda row: [ruled_cells(row)],
            row=ruled_row,
            text=ruled_lines,
        )
        if form == "text":
            for one in conflicts(ledger):
                click.echo(conflict_text(one))
