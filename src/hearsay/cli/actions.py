"""`hearsay actions`: what actors did or announced besides talking."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("actions", short_help="List what actors did, or announced, besides talking.")
@case_argument
@click.argument("id_", required=False, metavar="[ID]")
@format_options
@click.option("--history", is_flag=True, help="Also what lies more than a year before its document.")
@click.option("--not-done", "negated", is_flag=True, help="Also what was not, or will not be, done.")
def command(case: str, id_: str | None, form: str, history: bool, negated: bool) -> None:
    """List the actions that the documents of CASE tell of: sanctions, orders, visits, votes, withdrawals, ...

    Each has who did it to whom, when, and how far it has come: alleged, threatened, considered, announced,
    approved or done. What several documents tell alike is one entry of
    the text. ID takes those of one document (by name or id), or of one statement.

    \b
    Example:
      hearsay actions story.case
      hearsay actions story.case --csv
    """
    from hearsay.case import Case
    from hearsay.case.actions import actions
    from hearsay.export.actions import COLUMNS, action_fields, action_row, action_text, told_together

    with Case.open(case) as ledger:
        found = actions(ledger, id_, history=history, negated=negated)
        write_rows(
            told_together(found) if form == "text" else ((each,) for each in found),
            form,
            columns=COLUMNS,
            tables=lambda each: [action_fields(each[0])],
            row=lambda each: action_row(each[0]),
            text=action_text,
        )
