"""`hearsay tape log`: what happened to the recordings of a case."""

from __future__ import annotations

import sys

import click

from hearsay.cli.terminal import case_argument


@click.command("log", short_help="Print the custody log.")
@case_argument
@click.option("--recording", metavar="ID", help="Only events of this recording, by its id or file name.")
@click.option("--jsonl", is_flag=True, help="One JSON object an event.")
def command(case: str, recording: str | None, jsonl: bool) -> None:
    """Print every event of the custody log of CASE, in order.

    \b
    Example:
      hearsay tape log story.case
    """
    from hearsay.case import Case
    from hearsay.case.recordings import events
    from hearsay.case.recordings import recording as find
    from hearsay.export.jsonl import line
    from hearsay.export.recordings import event_row
    from hearsay.export.visible import one_line
    from hearsay.tape.custody import stamp_text

    with Case.open(case) as ledger:
        sha256 = find(ledger, recording).sha256 if recording else None
        for position, event in events(ledger, sha256):
            if jsonl:
                sys.stdout.buffer.write(line(event_row(position, event)))
                continue
            particulars = ", ".join(
                name if value is True else f"{name} {_said(value)}"
                for name, value in event.detail.items()
                if value not in (None, [], "")
            )
            about = f" {event.recording[:12]}" if event.recording else ""
            at = stamp_text(event.at)[:19].replace("T", " ")
            click.echo(
                f"{position:4}  {at} UTC  {click.style(event.what, bold=True)}{about} by {one_line(event.by)}"
            )
            if particulars:
                click.echo(f"      {one_line(particulars, 300)}")


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
