"""`hearsay tape listen`: places of a recording that are worth a listen (experimental)."""

from __future__ import annotations

import sys

import click

from hearsay.cli.tape.options import recording_option
from hearsay.cli.terminal import case_argument


@click.command("listen", short_help="Point to places of a recording worth a listen (experimental).")
@case_argument
@recording_option
@click.option("--jsonl", is_flag=True, help="One JSON object a place.")
def command(case: str, recording: str | None, jsonl: bool) -> None:
    """Point to places of a recording of CASE where something may have been cut, put in or covered.

    Experimental.  Jumps of mains hum, shifts of the frames of an earlier MP3 encoding, steps of the noise
    floor and of the spectrum's cut-off, digital silence, repeated stretches, clipping.  Beside each stands
    how often it was right, and what else it can be.  Listen there: no place proves an edit, and nothing
    found means nothing.

    \b
    Example:
      hearsay tape listen story.case
      hearsay tape clip story.case 1:24 1:30 listen-here.wav
    """
    from hearsay.case import Case
    from hearsay.case.recordings import listen_to
    from hearsay.case.recordings import recording as find
    from hearsay.export.counts import count
    from hearsay.export.jsonl import line
    from hearsay.export.listening import MEANS_NOTHING, place_row, said_of
    from hearsay.tape.listening import detectors

    with Case.open(case) as ledger:
        heard = listen_to(ledger, find(ledger, recording))
    if jsonl:
        for place in heard.places:
            sys.stdout.buffer.write(line(place_row(place)))
        return
    for kind, detector in detectors().items():
        places = [place for place in heard.places if place.kind == kind]
        reason = dict(heard.without).get(kind)
        if reason:
            click.echo(f"\n{click.style(detector.name, bold=True)}: not looked for, {reason}.")
            continue
        click.echo(f"\n{click.style(detector.name, bold=True)}: {count(len(places), 'place')}")
        for place in places:
            click.echo(f"  {said_of(place)}")
        if places:
            click.echo(click.style(f"  can be {detector.can}", dim=True))
        click.echo(click.style(f"  misses {detector.misses}", dim=True))
        click.echo(click.style(f"  measured: {detector.measured}", dim=True))
    click.echo(f"\n{MEANS_NOTHING}")
