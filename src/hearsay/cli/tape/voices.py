"""`hearsay tape voices`: how like reference recordings a voice is, among other scores."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli.tape.options import recording_option, stretch
from hearsay.cli.terminal import case_argument

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("voices", short_help="Say how like reference recordings a voice is; no verdict.")
@case_argument
@click.argument("start", metavar="FROM")
@click.argument("stop", metavar="TO")
@click.option(
    "--reference", "references", multiple=True, required=True, type=_FILE, help="A recording of the person."
)
@click.option("--other", "others", multiple=True, type=_FILE, help="A recording of somebody else.")
@recording_option
@click.option("--transcript", metavar="ID", help="Whose voices are others.  [default: the newest, if any]")
@click.option("--jsonl", is_flag=True, help="As a JSON object.")
def command(
    case: str,
    start: str,
    stop: str,
    references: tuple[Path, ...],
    others: tuple[Path, ...],
    recording: str | None,
    transcript: str | None,
    jsonl: bool,
) -> None:
    """Score the voice between FROM and TO of a recording of CASE against reference recordings of one person.

    The score is shown among those that the references have with each other, and those of other people: of
    --other, and of the other voices that the transcript names.  It is no verdict: imitations and synthetic
    voices score as high as the person himself.

    \b
    Example:
      hearsay tape voices story.case 1:26.9 1:34.6 --reference speech-2019.mp3 --reference interview.mp3
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import transcript as find_transcript
    from hearsay.case.recordings import transcripts
    from hearsay.case.recordings.voices import voice_likeness
    from hearsay.export.jsonl import line
    from hearsay.export.likeness import likeness_row, likeness_text

    begin, end = stretch(start, stop)
    with Case.open(case) as ledger:
        kept = find(ledger, recording)
        has_text = transcript is not None or any(transcripts(ledger, kept))
        text = find_transcript(ledger, kept, transcript) if has_text else None
        found = voice_likeness(ledger, kept, begin, end, references, others, text)
    if jsonl:
        sys.stdout.buffer.write(line(likeness_row(found)))
    else:
        click.echo(likeness_text(found))
