"""`hearsay tape add`: take a recording into a case."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.tape.options import by_option
from hearsay.cli.terminal import case_argument


@click.command("add", short_help="Take a recording into a case and start its custody log.")
@case_argument
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@click.option("--from", "received_from", metavar="NAME", help="Who gave it, as the log shall say.")
@click.option("--on", "received_on", metavar="WHEN", help="When it was received, as the log shall say.")
@click.option(
    "--trust",
    type=click.Path(exists=True, dir_okay=False),
    help="Certificates (PEM) of signers of Content Credentials whom you trust.",
)
@by_option
def command(
    case: str, file: str, received_from: str | None, received_on: str | None, trust: str | None, by: str
) -> None:
    """Take the recording in FILE (audio or video) into CASE: its bytes, and what can be observed about it.

    Makes the case if there is none.  The file itself is not touched.  Everything that happens to the
    recording in this case is entered in the custody log from now on; the same bytes, brought once more, are
    kept once, and each receipt is entered.

    \b
    Example:
      hearsay tape add story.case dinner.m4a --from "a guest" --on 2031-03-02
    """
    from hearsay.case import Case
    from hearsay.case.recordings import observations, take
    from hearsay.cli.tape.list import describe

    anchors = None if trust is None else Path(trust).read_text("utf-8", "replace")
    with Case.open(case, write=True, create=True) as ledger:
        kept, new = take(
            ledger, file, by=by, received_from=received_from, received_on=received_on, anchors=anchors
        )
        if not new:
            click.echo(
                "The case has these bytes already; the log has another receipt of them.",
                err=True,
            )
        describe(kept, observations(ledger, kept))
