"""`hearsay tape align`: find out when each line of a text without times is said."""

from __future__ import annotations

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument


@click.command("align", short_help="Find out when each line of a text without times is said.")
@case_argument
@click.option("--transcript", metavar="ID", help="Its id or file name.  [default: the newest]")
@click.option("--language", metavar="CODE", default="en-us", show_default=True, help="As espeak-ng calls it.")
@recording_option
@by_option
def command(case: str, transcript: str | None, language: str, recording: str | None, by: str) -> None:
    """Align a transcript of CASE without times to its recording, line by line, with espeak-ng.

    This locates words that are known to be on the recording.  It finds a place for every line, whether it was
    said or not: it verifies nothing.

    \b
    Example:
      hearsay tape transcript story.case typed.txt
      hearsay tape align story.case --language en-gb
    """
    from hearsay.case import Case
    from hearsay.case.recordings import add_times
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import transcript as find_transcript
    from hearsay.export.counts import count

    with Case.open(case, write=True) as ledger:
        kept = find(ledger, recording)
        given = find_transcript(ledger, kept, transcript)
        taken, doubtful = add_times(ledger, kept, given, language, by=by)
    lines = taken.transcript.words[-1].line + 1
    click.echo(
        f"{taken.id}  {count(lines, 'line')} located, {doubtful:,} of them doubtful. "
        "Every line gets a place, whether it was said or not: listen."
    )
