"""`hearsay outlets`: what is known of the outlets of a case, and what the user knows of them."""

from __future__ import annotations

import sys

import click

from hearsay.cli.terminal import case_argument, form_options
from hearsay.export.visible import one_line

COLUMNS = ("name", "documents", "country", "kind", "owner", "source")


@click.command(
    "outlets", short_help="List the outlets of a case with country and owner; take a file of yours."
)
@case_argument
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False), metavar="[FILE]")
@form_options
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
    from hearsay.export.counts import count
    from hearsay.export.jsonl import line
    from hearsay.export.sheet import sheet

    if file is not None:
        facts = outlet_facts(file)
        with Case.open(case, write=True) as ledger:
            take_outlets(ledger, facts)
            group_pending(ledger)
    with Case.open(case) as ledger:
        rows = [
            {
                "name": row.name,
                "documents": row.documents,
                "country": row.known.country if row.known else None,
                "kind": row.known.kind if row.known else None,
                "owner": row.known.owner if row.known else None,
                "source": (row.known.source or None) if row.known else None,
            }
            for row in outlets(ledger)
        ]
    if form == "csv":
        sys.stdout.buffer.writelines(sheet(COLUMNS, rows))
    elif form == "jsonl":
        sys.stdout.buffer.writelines(map(line, rows))
    else:
        for row in rows:
            facts_text = ", ".join(
                one_line(str(row[key])) for key in ("country", "kind", "owner") if row[key] is not None
            )
            source = f" ({one_line(str(row['source']))})" if row["source"] else ""
            number = count(int(str(row["documents"])), "document")
            click.echo(f"{one_line(str(row['name']))}: {facts_text or 'nothing known'}{source}; {number}")
