"""`hearsay compare`: what two outlets quoted, and in which words."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("compare", short_help="Show what each of two outlets quoted that the other did not.")
@case_argument
@click.argument("one", metavar="OUTLET")
@click.argument("other", metavar="OUTLET")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Statements a list.")
@format_options
def command(case: str, one: str, other: str, limit: int, form: str) -> None:
    """Compare two OUTLETs of CASE: what only one of them quoted, and the words of each for the same.

    Each figure has its denominator: how many documents of the outlet the case holds.

    \b
    Example:
      hearsay compare story.case "Sable One" "Santelle Gazette"
    """
    from hearsay.case import Case
    from hearsay.case.provenance.comparing import compare
    from hearsay.export import comparison as export
    from hearsay.export.cells import cells

    with Case.open(case) as ledger:
        found = compare(ledger, one, other)
    if form != "text":
        write_rows(
            export.comparison_rows(found) if form == "jsonl" else export.comparison_cells(found),
            form,
            columns=export.COLUMNS,
            tables=lambda each: [cells(export.COLUMNS, each)],
            row=dict,
            text=list,
        )
    else:
        click.echo("\n".join(export.comparison_lines(found, limit)))
