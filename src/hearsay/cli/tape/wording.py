"""`hearsay tape wording`: which of two wordings does the sound fit better?"""

from __future__ import annotations

import sys

import click

from hearsay.cli.tape.options import recording_option, stretch
from hearsay.cli.terminal import case_argument


@click.command("wording", short_help="Say which of two wordings the sound fits better (English).")
@case_argument
@click.argument("start", metavar="FROM")
@click.argument("stop", metavar="TO")
@click.argument("first", metavar="PRINTED")
@click.argument("second", metavar="OTHER")
@click.option(
    "--sound", "sounds", multiple=True, metavar="WORD=PHONES", help='How a word sounds: "merrow=M EH R OW".'
)
@recording_option
@click.option("--jsonl", is_flag=True, help="As a JSON object.")
def command(
    case: str,
    start: str,
    stop: str,
    first: str,
    second: str,
    sounds: tuple[str, ...],
    recording: str | None,
    jsonl: bool,
) -> None:
    """Say whether the sound between FROM and TO of a recording of CASE is for PRINTED or against it.

    PRINTED and OTHER must be all that is said between the two times, in English, with numbers in words.  For,
    against, or undecided, with how often such an answer was right.  It is between these two alone: both may
    be wrong.  Listen.

    \b
    Example:
      hearsay tape wording story.case 1:26.9 1:31.3 "we will sink her" "we will sync her"
    """
    from hearsay.case import Case
    from hearsay.case.recordings import recording as find
    from hearsay.case.recordings.wording import weigh_wordings
    from hearsay.export.jsonl import line
    from hearsay.export.wording import weighed_row, weighed_text

    begin, end = stretch(start, stop)
    pairs = [one.partition("=") for one in sounds]
    if not all(word and phones for word, _, phones in pairs):
        raise click.UsageError('--sound is WORD=PHONES, as in "merrow=M EH R OW".')
    given = {word.strip(): phones.strip() for word, _, phones in pairs}
    with Case.open(case) as ledger:
        kept = find(ledger, recording)
        found = weigh_wordings(ledger, kept, begin, end, first, second, given)
    if jsonl:
        sys.stdout.buffer.write(line(weighed_row(found)))
    else:
        click.echo(weighed_text(found))
