"""`hearsay tape verify`: are recordings and their log unchanged since intake?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli.terminal import PARTLY, case_argument


@click.command("verify", short_help="Prove recordings and log unchanged since intake, or say what changed.")
@case_argument
@click.argument("file", required=False, type=click.Path(dir_okay=False), metavar="[FILE]")
@click.option(
    "--head",
    type=click.Path(exists=True, dir_okay=False),
    help="A head that `hearsay tape head` printed earlier: the log must continue it.",
)
@click.option("--jsonl", is_flag=True, help="One JSON object for each fault.")
def command(case: str, file: str | None, head: str | None, jsonl: bool) -> None:
    """Check that the recordings of CASE and the log of their custody are unchanged since intake.

    With FILE, a copy outside the case is compared with what was taken in.  This proves nothing about what
    happened before the intake.

    \b
    Example:
      hearsay tape verify story.case --head head-of-tuesday.json
    """
    from dataclasses import asdict

    from hearsay.case import Case
    from hearsay.case.recordings import copy_damage, events, recording_damage, recordings, stamps
    from hearsay.export.counts import count
    from hearsay.export.jsonl import line
    from hearsay.export.visible import one_line
    from hearsay.tape.custody import read_head
    from hearsay.tape.stamp import can_check

    kept = read_head(Path(head).read_text("utf-8", "replace"), head) if head else None
    with Case.open(case) as ledger, ledger.snapshot():
        found = [*recording_damage(ledger, kept), *(copy_damage(ledger, Path(file)) if file else ())]
        for damage in found:
            if jsonl:
                sys.stdout.buffer.write(line(asdict(damage)))
            else:
                click.echo(one_line(f"{damage.what}  {damage.where}: {damage.why}"))
        if found:
            click.echo(f"{count(len(found), 'change')} found.", err=True)
            sys.exit(PARTLY)
        if not jsonl:
            number = sum(1 for _ in recordings(ledger))
            entered = list(events(ledger))
            since = f" since {entered[0][1].at:%Y-%m-%d %H:%M:%S} UTC" if entered else ""
            click.echo(
                f"Unchanged since intake: {count(number, 'recording')} and {count(len(entered), 'event')} of "
                f"their custody{since}. What was before the intake, this does not say."
            )
            unchecked = 0 if can_check() else sum(1 for _ in stamps(ledger))
            if unchecked:
                click.echo(
                    f'{count(unchecked, "time stamp")} could not be checked: pip install "hearsay[tape]".'
                )
            if kept is None:
                click.echo(
                    "Against somebody who could rewrite the whole case only a head kept elsewhere proves it: "
                    "hearsay tape head."
                )
