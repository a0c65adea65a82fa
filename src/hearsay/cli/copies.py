"""`hearsay copies`: who has what from whom."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument

if TYPE_CHECKING:
    from hearsay.model import CopyKind

KINDS = ("wire copy", "copy", "update", "lifted", "rewrite", "same source", "credit")


@click.command("copies", short_help="Show who copied whom, who credits whom, and what tells it.")
@case_argument
@click.option("--kind", type=click.Choice(KINDS), help="Only copies of this kind.")
@click.option("--document", metavar="ID", help="Only what this document (id or name) has, or others from it.")
@click.option("--rejected", is_flag=True, help="Those too that a person ruled to be none.")
@format_options
def command(case: str, kind: str | None, document: str | None, rejected: bool, form: str) -> None:
    """Show which documents of CASE were taken from others, in whole or in part, and the credits they give.

    Quoting the same speech is not copying: quotations are set apart first.  What tells the direction is said
    with each.  Credits to outlets that the case has no document of follow at the end.

    \b
    Example:
      hearsay copies story.case
      hearsay copies story.case --kind "wire copy"
    """
    from hearsay.case import Case
    from hearsay.case.provenance.copies import copies, outside_credits
    from hearsay.case.read import document as one_document
    from hearsay.export import copies as export
    from hearsay.export.cells import cells, csv_line
    from hearsay.export.jsonl import line

    with Case.open(case) as ledger, ledger.snapshot():
        id_ = None if document is None else one_document(ledger, document).document.id
        rows = copies(ledger, kind=cast("CopyKind | None", kind), document=id_, rejected=rejected)
        outside = outside_credits(ledger) if kind is None else ()
        beyond = [row for row in outside if id_ in (None, row.document.id)]
        write_rows(
            rows,
            form,
            columns=export.COLUMNS,
            tables=lambda row: [cells(export.COLUMNS, export.copy_cells(row))],
            row=export.copy_row,
            text=lambda row: list(export.copy_lines(row)),
        )
        if form == "jsonl":
            sys.stdout.buffer.writelines(line(export.credit_row(row)) for row in beyond)
        elif form == "csv":
            for one in beyond:
                sys.stdout.write(csv_line(cells(export.COLUMNS, export.credit_cells(one))))
        else:
            if beyond:
                click.echo("\nCredits to outlets that the case has no document of, and to unnamed agencies")
            for one in beyond:
                click.echo(f"  {export.credit_line(one)}")
