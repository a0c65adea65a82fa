"""`hearsay tape plot`: a recording as one picture over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay.cli.tape.options import recording_option
from hearsay.cli.terminal import case_argument

if TYPE_CHECKING:
    from hearsay.case.recordings.quotations import Placed
    from hearsay.tape.transcripts import Word


@click.command("plot", short_help="Draw a recording: waveform, spectrum, words, quotations, custody.")
@case_argument
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False), help="The file to write: .svg or .png."
)
@recording_option
@click.option(
    "--transcript", metavar="ID", help="Its id or file name.  [default: the newest, if there is one]"
)
@click.option("--listen", is_flag=True, help="Mark places worth a listen too (experimental).")
def command(case: str, output: str, recording: str | None, transcript: str | None, listen: bool) -> None:
    """Draw a recording of CASE over one axis of time, as SVG; as PNG where rsvg-convert is installed.

    Waveform and spectrum, what is said, the printed quotations where they stand, what they leave out, and
    what was clipped.

    Of what has no known time nothing is drawn.  Hold the pointer over a bar to read it in full.

    \b
    Example:
      hearsay tape plot story.case -o tape.svg
    """
    if Path(output).suffix.lower() not in (".svg", ".png"):
        raise click.BadParameter("a picture is written as .svg or .png.", param_hint="--output")
    from hearsay.case import Case
    from hearsay.case.recordings import as_file, events, listen_to, transcripts
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import transcript as find_transcript
    from hearsay.case.recordings.quotations import place_all, quotations
    from hearsay.export.raster import png
    from hearsay.export.recording_plot import BANDS, COLUMNS, RATE, plot
    from hearsay.tape.comparing import Tape
    from hearsay.tape.picture import picture
    from hearsay.tape.sound import Sound

    with Case.open(case) as ledger:
        kept = find(ledger, recording)
        with as_file(ledger, kept) as path:
            shown = picture(Sound(path, RATE), kept.seconds, COLUMNS, BANDS)
        words: tuple[Word, ...] = ()
        placed: list[Placed] = []
        if transcript is not None or any(transcripts(ledger, kept)):
            said = find_transcript(ledger, kept, transcript).transcript
            words = said.words
            placed = place_all(list(quotations(ledger)), Tape(said), picked=False)
        happened = [event for _, event in events(ledger, kept.sha256)]
        places = listen_to(ledger, kept).places if listen else ()
        drawn = plot(kept, shown, words, placed, happened, places)
    target = Path(output)
    target.write_bytes(png(drawn) if target.suffix.lower() == ".png" else drawn.encode("utf-8"))
    click.echo(f"Wrote {output}.")
