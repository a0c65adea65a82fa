"""`hearsay tape compare`: does the tape say what is printed?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument

if TYPE_CHECKING:
    from hearsay.case.recordings.quotations import Placed

_COLOURS = {"verbatim": "green", "absent": "red", "altered": "red", "spliced": "red", "out of order": "red"}


@click.command("compare", short_help="Lay the printed quotations on what the recording says.")
@case_argument
@recording_option
@click.option("--transcript", metavar="ID", help="Its id or file name.  [default: the newest]")
@click.option("--statement", metavar="ID", help="Only quotations of this statement.")
@click.option("--speaker", metavar="NAME", help="Only quotations of this speaker, as documents name him.")
@click.option("--document", metavar="NAME", help="Only quotations of this document.")
@click.option("--all", "everything", is_flag=True, help="All quotations of the case.")
@click.option("--words", multiple=True, metavar="TEXT", help="These words instead of the case's quotations.")
@click.option(
    "--list",
    "listed",
    type=click.Path(exists=True, dir_okay=False),
    help="The quotations in this file, one a line, instead of the case's.",
)
@click.option(
    "--clips",
    type=click.Path(file_okay=False),
    help="Write a clip of each place into this folder, with two seconds around it, and log it.",
)
@click.option("--jsonl", is_flag=True, help="One JSON object a quotation.")
@by_option
def command(
    case: str,
    recording: str | None,
    transcript: str | None,
    statement: str | None,
    speaker: str | None,
    document: str | None,
    everything: bool,
    words: tuple[str, ...],
    listed: str | None,
    clips: str | None,
    jsonl: bool,
    by: str,
) -> None:
    """Say how each printed quotation stands on a recording of CASE, by its transcript.

    verbatim, cut (words left out), masked, altered, spliced (pieces from apart joined), out of order or
    absent, with the difference word by word and from which second to which.  Spelling, hesitations and
    repetitions do not count.  Without a choice those quotations are taken that are from the recording, or say
    so.  In a difference [-words-] were said and not printed, {+words+} printed and not said.

    \b
    Example:
      hearsay tape compare story.case
      hearsay tape compare story.case --words "we will sink every ship"
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings import transcript as find_transcript
    from hearsay.case.recordings import write_clips
    from hearsay.case.recordings.quotations import place_all, quotations
    from hearsay.export.jsonl import line
    from hearsay.export.quotations import laid_row, placed_row, ranked
    from hearsay.tape.comparing import Tape, lay

    with Case.open(case, write=clips is not None) as ledger:
        kept = find(ledger, recording)
        tape = Tape(find_transcript(ledger, kept, transcript).transcript)
        if words or listed is not None:
            for text in _given(words, listed):
                laid = lay([text], tape)
                if jsonl:
                    sys.stdout.buffer.write(line({"printed": [text], **laid_row(laid)}))
                else:
                    _show_one(text, laid)
            return
        picked = everything or any(one is not None for one in (statement, speaker, document))
        quoted = list(quotations(ledger, statement=statement, speaker=speaker, document=document))
        groups = ranked(place_all(quoted, tape, picked=picked))
        if clips is not None:
            wanted = _wanted(groups, kept.seconds, Path(clips))
            made = sum(1 for _ in write_clips(ledger, kept, wanted, by=by))
            click.echo(f"Wrote {made} clips into {clips}.", err=True)
        if jsonl:
            for placed in (one for group in groups for one in group):
                sys.stdout.buffer.write(line(placed_row(placed)))
            return
        for group in groups:
            _show(group)
        _count(sum(map(len, groups)), len(quoted), picked)


def _wanted(groups: list[list[Placed]], length: float, folder: Path) -> Iterator[tuple[float, float, Path]]:
    """A clip for each statement that stands on the tape: where its closest printing does, and around it."""
    folder.mkdir(parents=True, exist_ok=True)
    for group in groups:
        laid, quoted = group[0].laid, group[0].quoted
        if laid.start is not None and laid.stop is not None:
            name = f"{round(laid.start):05}s-{quoted.statement or quoted.attribution}.wav"
            yield max(0.0, laid.start - 2), min(length, laid.stop + 2), folder / name


def _given(words: tuple[str, ...], listed: str | None) -> Iterator[str]:
    yield from words
    if listed is not None:
        yield from filter(str.strip, Path(listed).read_text("utf-8", "replace").splitlines())


def _show_one(text: str, laid: object) -> None:
    from hearsay.export.quotations import clock, difference_text
    from hearsay.export.visible import one_line
    from hearsay.tape.comparing import Laid

    assert isinstance(laid, Laid)  # noqa: S101 -- imported late, to start quickly
    where = "" if "absent" in laid.how else f"  {clock(laid.start)}-{clock(laid.stop)}"
    click.echo(f"{_how(laid.how)}{where}  {one_line(difference_text(laid.differences) or text, 400)}")


def _show(group: list[Placed]) -> None:
    from hearsay.export.counts import UNKNOWN_OUTLET
    from hearsay.export.quotations import clock, difference_text
    from hearsay.export.visible import one_line

    best = group[0]
    absent = "absent" in best.laid.how
    where = "Not on this transcript" if absent else f"{clock(best.laid.start)}-{clock(best.laid.stop)}"
    speaker = one_line(best.quoted.speaker or "unnamed")
    click.echo(
        f"\n{click.style(where, bold=True)}  {speaker}  {click.style(best.quoted.statement or '', dim=True)}"
    )
    if best.laid.before or best.laid.after:
        click.echo(
            click.style(f"  ... {one_line(best.laid.before)} [...] {one_line(best.laid.after)} ...", dim=True)
        )
    variants: dict[tuple[tuple[str, ...], str], list[Placed]] = {}
    for one in group:
        text = difference_text(one.laid.differences) or " | ".join(one.quoted.parts)
        variants.setdefault((one.laid.how, text), []).append(one)
    for (how, text), places in variants.items():
        outlets = ", ".join(dict.fromkeys(one.quoted.outlet or UNKNOWN_OUTLET for one in places))
        click.echo(f"  {_how(how)}  {one_line(text, 400)}")
        click.echo(
            click.style(
                f"      {places[0].laid.closeness:.0%} of the words; {one_line(outlets, 200)}", dim=True
            )
        )


def _how(how: tuple[str, ...]) -> str:
    return ", ".join(click.style(one, fg=_COLOURS.get(one, "yellow")) for one in how)


def _count(shown: int, looked_at: int, picked: bool) -> None:
    left = looked_at - shown
    if left and not picked:
        click.echo(
            f"\n{left:,} other quotations of the case are not from this recording, as far as its transcript "
            "tells; --all lays them on it too.",
            err=True,
        )
