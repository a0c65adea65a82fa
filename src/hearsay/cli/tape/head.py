"""`hearsay tape head`: what stands for the whole custody log."""

from __future__ import annotations

import click

from hearsay.cli.terminal import case_argument


@click.command("head", short_help="Print what stands for the whole custody log, to keep elsewhere.")
@case_argument
def command(case: str) -> None:
    """Print the head of the custody log of CASE: one line that stands for every event so far.

    Print it, mail it, have it time-stamped: with it, `hearsay tape verify --head` shows later that no event
    up to then was altered, removed, added or moved.

    \b
    Example:
      hearsay tape head story.case > head-of-tuesday.json
    """
    from hearsay.case import Case
    from hearsay.case.recordings import head

    with Case.open(case) as ledger:
        click.echo(head(ledger).text())
