"""`hearsay tape clip`: write a stretch of a recording out, to listen to."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.tape.options import by_option, recording_option, stretch
from hearsay.cli.terminal import case_argument


@click.command("clip", short_help="Write a stretch of a recording out, to listen to.")
@case_argument
@click.argument("start", metavar="FROM")
@click.argument("stop", metavar="TO")
@click.argument("output", type=click.Path(dir_okay=False), metavar="OUTPUT")
@recording_option
@by_option
def command(case: str, start: str, stop: str, output: str, recording: str | None, by: str) -> None:
    """Write what lies between FROM and TO of a recording of CASE to OUTPUT: a WAVE file of even loudness.

    FROM and TO are seconds, or minutes:seconds.  The recording itself is not touched; the log has an event.

    \b
    Example:
      hearsay tape clip story.case 1:26.9 1:34.6 threat.wav
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import write_clips

    begin, end = stretch(start, stop)
    with Case.open(case, write=True) as ledger:
        kept = find(ledger, recording)
        for target, made in write_clips(ledger, kept, [(begin, end, Path(output))], by=by):
            click.echo(f"Wrote {target}: {made.seconds:.1f} s, {made.gain:+.1f} dB.")
