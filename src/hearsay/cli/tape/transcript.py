"""`hearsay tape transcript`: take a transcript to a recording."""

from __future__ import annotations

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument


@click.command("transcript", short_help="Take a transcript to a recording.")
@case_argument
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@recording_option
@click.option("--engine", metavar="NAME", help="Who or what made it, where the file does not say so.")
@click.option("--model", metavar="NAME", help="The engine's model, where the file does not say so.")
@by_option
def command(
    case: str, file: str, recording: str | None, engine: str | None, model: str | None, by: str
) -> None:
    """Take the transcript in FILE to a recording of CASE.

    FILE is SRT, WebVTT, JSON or a table of Whisper, WhisperX or whisper.cpp, labels of Audacity, a table
    (columns start, end, text, speaker), or plain text, with times at the beginning of its lines or without.

    \b
    Example:
      hearsay tape transcript story.case dinner.srt --engine "typed by A. Lind"
    """
    from hearsay.case import Case
    from hearsay.case.recordings import add_transcript
    from hearsay.case.recordings import recording as find

    with Case.open(case, write=True) as ledger:
        kept, new = add_transcript(ledger, find(ledger, recording), file, by=by, engine=engine, model=model)
    found = kept.transcript
    how = "no times" if found.timing == "none" else f"times of each {found.timing}"
    state = "" if new else " (taken in before; nothing was changed)"
    click.echo(f"{kept.id}  {len(found.words):,} words with {how}{state}")
