"""`hearsay exchanges`: statement and counter-statement between actors."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("exchanges", short_help="Show who answers whom over time, and what stands unanswered.")
@case_argument
@format_options
def command(case: str, form: str) -> None:
    """Show the exchanges between the actors of CASE, those with most moves first, and what stands unanswered.

    Each move has its place on a scale from cooperate to announce force. An exchange tells who spoke first,
    who has the last word and whether it sharpened; it forecasts nothing.

    \b
    Example:
      hearsay exchanges story.case
    """
    from hearsay.case import Case
    from hearsay.case.answers import exchanges, unanswered
    from hearsay.export.counts import count
    from hearsay.export.exchanges import COLUMNS, exchange_fields, exchange_row, exchange_text
    from hearsay.export.visible import one_line

    with Case.open(case) as ledger:
        found = exchanges(ledger)
        write_rows(found, form, columns=COLUMNS, tables=exchange_fields, row=exchange_row, text=exchange_text)
        if form != "text":
            return
        click.echo("\nNo answer recorded in this case to")
        for each in unanswered(ledger):
            silent = f"; silent: {', '.join(each.silent)}" if each.silent else ""
            since = f"since {each.since}, " if each.since else ""
            click.echo(f"  {one_line(each.speaker or 'somebody unnamed', 60)}: {one_line(each.wording, 100)}")
            click.echo(
                f"      {since}{count(each.outlets, 'outlet')}{one_line(silent)}; statement {each.statement}"
            )
