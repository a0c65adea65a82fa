"""`hearsay tape list`: the recordings of a case, with what was observed about them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import case_argument
from hearsay.export.visible import one_line

if TYPE_CHECKING:
    from hearsay.case.recordings import Recording
    from hearsay.tape.observations import Observation


@click.command("list", short_help="List the recordings of a case and what was observed about them.")
@case_argument
@click.option("--jsonl", is_flag=True, help="One JSON object a recording.")
def command(case: str, jsonl: bool) -> None:
    """List the recordings of CASE, what their files say of themselves, and their transcripts.

    Each observation says what it can mean and what it cannot.

    \b
    Example:
      hearsay tape list story.case
    """
    from hearsay.case import Case
    from hearsay.case.recordings import observations, recordings, transcripts
    from hearsay.export.jsonl import line
    from hearsay.export.recordings import recording_row

    with Case.open(case) as ledger:
        for kept in recordings(ledger):
            seen = observations(ledger, kept)
            texts = list(transcripts(ledger, kept))
            if jsonl:
                sys.stdout.buffer.write(line(recording_row(kept, seen, texts)))
                continue
            describe(kept, seen)
            for one in texts:
                made = " ".join(filter(None, (one.transcript.engine, one.transcript.model)))
                by = f", made by {one_line(made)}" if made else ""
                words = f"{len(one.transcript.words):,} words, timed by {one.transcript.timing}{by}"
                click.echo(f"  transcript {one.id}  {one_line(one.name)}: {words}")


def describe(kept: Recording, seen: Sequence[Observation]) -> None:
    """A recording and its observations, for people."""
    minutes, seconds = divmod(kept.seconds, 60)
    click.echo(f"{click.style(one_line(kept.name), bold=True)}  {int(minutes)}:{seconds:04.1f}")
    click.echo(click.style(f"  {kept.id}  SHA-256 {kept.sha256}", dim=True))
    for observation in seen:
        says, can, cannot = observation.words()
        click.echo(f"  {one_line(says)}")
        click.echo(click.style(f"      can mean {can}; cannot mean {cannot}", dim=True))
