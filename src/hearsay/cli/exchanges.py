"""`hearsay exchanges`: statement and counter-statement between actors."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("exchanges", short_help="Show who answers whom over time, and what stands unanswered.")
@case_argument
@format_options
@click.option("--unanswered", "alone", is_flag=True, help="Only what nobody answers, as rows.")
def command(case: str, form: str, alone: bool) -> None:
    """Show the exchanges between the actors of CASE, those with most moves first, and what stands unanswered.

    Each move has its place on a scale from cooperate to announce force. An exchange tells who spoke first,
    who has the last word and whether it sharpened; it forecasts nothing.

    \b
    Example:
      hearsay exchanges story.case
      hearsay exchanges story.case --unanswered --csv
    """
    from hearsay.case import Case
    from hearsay.case.answers import exchanges, unanswered
    from hearsay.export import exchanges as shown

    with Case.open(case) as ledger:
        if not alone:
            write_rows(
                exchanges(ledger),
                form,
                columns=shown.COLUMNS,
                tables=shown.exchange_fields,
                row=shown.exchange_row,
                text=shown.exchange_text,
            )
            if form == "text":
                click.echo("\nNo answer recorded in this case to")
                for each in unanswered(ledger):
                    click.echo("\n".join(f"  {line}" for line in shown.unanswered_text(each)))
            return
        write_rows(
            unanswered(ledger),
            form,
            columns=shown.UNANSWERED,
            tables=lambda each: [shown.unanswered_fields(each)],
            row=shown.unanswered_row,
            text=shown.unanswered_text,
        )
