"""`hearsay statements`: every statement of a case, for programs."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from hearsay.cli.terminal import DAY, case_argument


@click.command("statements", short_help="Print the statements of a case as JSON lines.")
@case_argument
@click.option("--speaker", metavar="NAME", help="Only of this speaker, under any of his names (whole words).")
@click.option("--outlet", metavar="NAME", help="Only statements that this outlet carries.")
@click.option("--since", type=DAY, help="Only statements printed on this day or later.")
@click.option("--until", type=DAY, help="Only statements printed on this day or earlier.")
@click.option(
    "--kind", type=click.Choice(["direct", "mixed", "indirect"]), help="Only with such an appearance."
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many, the widest first.")
def command(
    case: str,
    speaker: str | None,
    outlet: str | None,
    since: datetime | None,
    until: datetime | None,
    kind: str | None,
    limit: int | None,
) -> None:
    """Print the statements of CASE, the widest first, one JSON object a line.

    \b
    Example:
      hearsay statements story.case --speaker Orlov --since 2031-03-01
    """
    from typing import cast

    from hearsay.case import Case, statements
    from hearsay.export.jsonl import line, statement_row
    from hearsay.model import Kind

    with Case.open(case) as ledger:
        for row in statements(
            ledger,
            speaker=speaker,
            outlet=outlet,
            since=since.date() if since else None,
            until=until.date() if until else None,
            kind=cast(Kind | None, kind),
            limit=limit,
        ):
            sys.stdout.buffer.write(line(statement_row(row)))
