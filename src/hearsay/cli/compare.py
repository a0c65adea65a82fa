"""`hearsay compare`: what two outlets quoted, and in which words."""

from __future__ import annotations

import sys

import click

from hearsay.cli.terminal import case_argument, form_options


@click.command("compare", short_help="Show what each of two outlets quoted that the other did not.")
@case_argument
@click.argument("one", metavar="OUTLET")
@click.argument("other", metavar="OUTLET")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Statements a list.")
@form_options
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
    from hearsay.export.jsonl import line
    from hearsay.export.sheet import sheet

    with Case.open(case) as ledger:
        found = compare(ledger, one, other)
    if form == "csv":
        sys.stdout.buffer.writelines(sheet(export.COLUMNS, export.comparison_cells(found)))
    elif form == "jsonl":
        sys.stdout.buffer.writelines(map(line, export.comparison_rows(found)))
    else:
        click.echo("\n".join(export.comparison_lines(found, limit)))
