"""`hearsay answers`: who answers whom, and who does not."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument


@click.command("answers", short_help="List who answers whom, how, and who has not answered.")
@case_argument
@click.argument("id_", required=False, metavar="[ID]")
@format_options
@click.option("--certain", is_flag=True, help="Leave out what is only likely.")
@click.option("--rejected", is_flag=True, help="Those too that a person ruled to be none.")
def command(case: str, id_: str | None, form: str, certain: bool, rejected: bool) -> None:
    """List the answers in CASE: what is answered by whom, with what stance, and on what evidence.

    ID takes those of one document (by name or id), or all that a statement is or gets.

    \b
    Example:
      hearsay answers story.case
      hearsay answers story.case tarsinform-0918-briefing
    """
    from hearsay.case import Case
    from hearsay.case.answers import answers
    from hearsay.export.answers import COLUMNS, answer_fields, answer_row, answer_text

    with Case.open(case) as ledger:
        rows = (row for row in answers(ledger, id_, rejected=rejected) if not (certain and row.likely))
        write_rows(
            rows,
            form,
            columns=COLUMNS,
            tables=lambda each: [answer_fields(each)],
            row=answer_row,
            text=answer_text,
        )
