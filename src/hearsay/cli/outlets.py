"""`hearsay outlets`: what is known of the outlets of a case, and what the user knows of them."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command(
    "outlets", short_help="List the outlets of a case with country and owner; take a file of yours."
)
@case_argument
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False), metavar="[FILE]")
@format_options
def command(case: str, file: str | None, form: str) -> None:
    """List the outlets of CASE with what is known of them and where that is from; the rest is left open.

    FILE is a CSV of your own: a column name, and any of country, kind (agency, newspaper, broadcaster,
    magazine, website), owner, domains, languages, aliases, source; several values are parted by ";".  It is
    kept in the case in the place of an earlier one, and goes before the outlets that come with Hearsay.

    \b
    Example:
      hearsay outlets story.case
      hearsay outlets story.case my-outlets.csv
    """
    from hearsay.case import Case
    from hearsay.case.grouping import group_pending
    from hearsay.case.provenance.facts import outlet_facts, take_outlets
    from hearsay.case.provenance.spreading import outlets
    from hearsay.export.cells import cells
    from hearsay.export.outlets import COLUMNS, outlet_line, outlet_row

    if file is not None:
        facts = outlet_facts(file)
        with Case.open(case, write=True) as ledger:
            take_outlets(ledger, facts)
            group_pending(ledger)
    with Case.open(case) as ledger:
        write_rows(
            outlets(ledger),
            form,
            columns=COLUMNS,
            tables=lambda each: [cells(COLUMNS, outlet_row(each))],
            row=outlet_row,
            text=lambda each: [outlet_line(each)],
        )
