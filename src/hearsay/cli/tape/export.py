"""`hearsay tape export`: write a recording out as it came in."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument


@click.command("export", short_help="Write a recording out, byte for byte as it came in.")
@case_argument
@click.argument("output", type=click.Path(dir_okay=False), metavar="OUTPUT")
@recording_option
@by_option
def command(case: str, output: str, recording: str | None, by: str) -> None:
    """Write a recording of CASE to OUTPUT, byte for byte as it came in, and enter that in the log.

    \b
    Example:
      hearsay tape export story.case for-the-laboratory.m4a
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import write_whole

    with Case.open(case, write=True) as ledger:
        kept = find(ledger, recording)
        write_whole(ledger, kept, Path(output), by=by)
    click.echo(f"Wrote {kept.size:,} bytes, SHA-256 {kept.sha256}.")
