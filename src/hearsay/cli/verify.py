"""`hearsay verify`: is everything in a case what it was when it came in?"""

from __future__ import annotations

import sys

import click

from hearsay.cli.terminal import PARTLY, case_argument


@click.command("verify", short_help="Check that everything in a case is whole.")
@case_argument
@click.option("--jsonl", is_flag=True, help="One JSON object for each fault.")
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
    from hearsay.export.visible import one_line

    damaged = unfinished = 0
    with Case.open(case) as ledger:
        for damage in verify(ledger):
            # No damage, and one line for it is enough: a stopped run can leave thousands.
            if damage.what == "unfinished":
                unfinished += 1
            else:
                damaged += 1
            if jsonl:
                sys.stdout.buffer.write(line(asdict(damage)))
            elif damage.what != "unfinished":
                click.echo(one_line(f"{damage.what}  {damage.where}: {damage.why}"))
        if unfinished and not jsonl:
            click.echo(
                "An `hearsay add` is still at work on this case, or was stopped. Nothing is lost by it; "
                "run the same `hearsay add` once more to end its work."
            )
        if damaged:
            click.echo(f"{count(damaged, 'fault')} found; everything else is sound.", err=True)
            sys.exit(PARTLY)
        if not jsonl:
            figures = overview(ledger)
            click.echo(
                f"Sound: {count(figures.versions, 'document')}, {count(figures.attributions, 'attribution')} "
                f"and {count(figures.statements, 'statement')}; every span verbatim, every hash right."
            )
