"""`hearsay verify`: is everything in a case what it was when it came in?"""

from __future__ import annotations

import sys

import click

from hearsay.cli.terminal import PARTLY, case_argument


@click.command("verify")
@case_argument
@click.option("--jsonl", is_flag=True, help="One JSON object for each damage.")
def command(case: str, jsonl: bool) -> None:
    """Check CASE: every span verbatim, every hash right, every reference whole.

    \b
    Example:
      hearsay verify story.case
    """
    from dataclasses import asdict

    from hearsay.case import Case, overview, verify
    from hearsay.export.counts import count
    from hearsay.export.jsonl import line

    damaged = 0
    with Case.open(case) as ledger:
        for damage in verify(ledger):
            damaged += 1
            if jsonl:
                sys.stdout.buffer.write(line(asdict(damage)))
            else:
                click.echo(f"{damage.what}  {damage.where}: {damage.why}")
        if damaged:
            click.echo(f"{count(damaged, 'damage')} found; the rest is sound.", err=True)
            sys.exit(PARTLY)
        if not jsonl:
            figures = overview(ledger)
            click.echo(
                f"Sound: {count(figures.versions, 'document')}, {count(figures.attributions, 'attribution')} "
                f"and {count(figures.statements, 'statement')}; every span verbatim, every hash right."
            )
