"""`hearsay tape transcribe`: have a recording transcribed by the user's own model."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument


@click.command("transcribe", short_help="Have a recording transcribed by your own Whisper model.")
@case_argument
@click.option(
    "--model",
    required=True,
    type=click.Path(exists=True, file_okay=False),
    help="Folder of a Whisper model for faster-whisper on this machine. Nothing is downloaded.",
)
@click.option("--language", metavar="CODE", help="What is spoken, as a code.  [default: the engine guesses]")
@recording_option
@by_option
def command(case: str, model: str, language: str | None, recording: str | None, by: str) -> None:
    """Transcribe a recording of CASE with a model on this machine; engine and model hash are kept.

    An engine mishears.  Listen before you rely on a word.

    \b
    Example:
      hearsay tape transcribe story.case --model ~/models/whisper-small-ct2 --language en
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import transcribe
    from hearsay.tape.transcriber import FasterWhisper

    engine = FasterWhisper(Path(model), language)
    with Case.open(case, write=True) as ledger:
        kept, new = transcribe(ledger, find(ledger, recording), engine, by=by)
    state = "" if new else " (the same as one that the case has)"
    click.echo(f"{kept.id}  {len(kept.transcript.words):,} words with times of each word{state}")
