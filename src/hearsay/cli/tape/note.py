"""`hearsay tape note`: enter what a person did with a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from hearsay.cli.tape.options import by_option, recording_option
from hearsay.cli.terminal import case_argument

if TYPE_CHECKING:
    from hearsay.tape.custody import What


@click.command("note", short_help="Enter an event in the custody log.")
@case_argument
@click.argument("words", metavar="WORDS")
@click.option(
    "--what",
    type=click.Choice(["listened", "copied", "exported", "noted"]),
    default="noted",
    show_default=True,
    help="What was done.",
)
@recording_option
@by_option
def command(case: str, words: str, what: str, recording: str | None, by: str) -> None:
    """Enter in the custody log of CASE that something was done with a recording, in your own WORDS.

    \b
    Example:
      hearsay tape note story.case "with headphones, from 1:20 to 2:05" --what listened
    """
    from hearsay.case import Case
    from hearsay.case.file import storable
    from hearsay.case.recordings import enter
    from hearsay.case.recordings import recording as find

    with Case.open(case, write=True) as ledger:
        kept = find(ledger, recording)
        with ledger.transaction():
            enter(ledger, cast("What", what), kept.sha256, by, {"words": storable(words)})
    click.echo(f"Entered: {what}.")
