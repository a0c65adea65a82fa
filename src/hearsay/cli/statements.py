"""`hearsay statements`: the statements of a case, for programs, spreadsheets and people."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from hearsay.cli.terminal import DAY, case_argument


@click.command("statements", short_help="Print the statements of a case as JSON lines, CSV or text.")
@case_argument
@click.option("--speaker", metavar="NAME", help="Only of this speaker, under any of his names (whole words).")
@click.option("--outlet", metavar="NAME", help="Only statements that this outlet carries.")
@click.option("--since", type=DAY, help="Only statements printed on this day or later.")
@click.option("--until", type=DAY, help="Only statements printed on this day or earlier.")
@click.option(
    "--kind", type=click.Choice(["direct", "mixed", "indirect"]), help="Only with such an appearance."
)
@click.option("--mode", type=click.Choice(["speech", "thought"]), help="Only words, or only thoughts.")
@click.option("--outlets", type=click.IntRange(min=0), default=0, help="Only if so many outlets carry it.")
@click.option(
    "--sort",
    type=click.Choice(["widest", "newest", "variants", "roots"]),
    default="widest",
    show_default=True,
    help="In most outlets, first seen last, printed in most forms, or from fewest roots.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["jsonl", "csv", "text"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a line, a table, or to be read.",
)
def command(
    case: str,
    speaker: str | None,
    outlet: str | None,
    since: datetime | None,
    until: datetime | None,
    kind: str | None,
    mode: str | None,
    outlets: int,
    sort: str,
    limit: int | None,
    shape: str,
) -> None:
    """Print the statements of CASE, the widest first, one JSON object a line.

    \b
    Example:
      hearsay statements story.case --speaker Orlov --since 2031-03-01
      hearsay statements story.case --sort variants --format text --limit 10
    """
    from typing import cast

    from hearsay.case import Case, statements
    from hearsay.case.listing import Order
    from hearsay.export.jsonl import line, statement_row
    from hearsay.export.statements import statement_lines, table
    from hearsay.model import Kind, Mode

    with Case.open(case) as ledger:
        rows = statements(
            ledger,
            speaker=speaker,
            outlet=outlet,
            since=since.date() if since else None,
            until=until.date() if until else None,
            kind=cast(Kind | None, kind),
            mode=cast(Mode | None, mode),
            outlets=outlets,
            order=cast(Order, sort),
            limit=limit,
        )
        if shape == "jsonl":
            for row in rows:
                sys.stdout.buffer.write(line(statement_row(row)))
        elif shape == "csv":
            for text in table(map(statement_row, rows)):
                sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        else:
            for row in rows:
                for text in statement_lines(row):
                    click.echo(text)
