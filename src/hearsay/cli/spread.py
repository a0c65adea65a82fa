"""`hearsay spread`: when and where words were seen, and from how many roots they come."""

from __future__ import annotations

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument
from hearsay.export.visible import one_line


@click.command("spread", short_help="Show how a statement, or the whole story, spread from outlet to outlet.")
@case_argument
@click.argument("statement", required=False, metavar="[ID]")
@format_options
def command(case: str, statement: str | None, form: str) -> None:
    """Show how the statement ID spread, and where it comes from; or, without ID, how all of CASE did.

    What is called the earliest is the earliest seen in this case, with every document that can be it as the
    times are stated.  Documents without a date are listed apart, never placed.

    \b
    Example:
      hearsay spread story.case
      hearsay spread story.case 4f1c09
    """
    from hearsay.case import Case
    from hearsay.case.provenance.spreading import case_spread, statement_spread
    from hearsay.export import spread as export
    from hearsay.export.cells import cells
    from hearsay.export.roots import reliance_lines, roots_row, roots_sentence

    with Case.open(case) as ledger:
        if statement is None:
            found, view = case_spread(ledger), None
        else:
            view = statement_spread(ledger, statement)
            found = view.spread
    if form != "text":
        row = export.spread_row(found)
        if view is not None:
            row = {
                "statement": view.row.id,
                "speaker": view.row.speaker,
                "wording": view.row.wording,
                **row,
                "roots": roots_row(view.roots, view.names),
            }
        write_rows(
            [row] if form == "jsonl" else export.spread_cells(found, view.roots if view else None),
            form,
            columns=export.COLUMNS,
            tables=lambda each: [cells(export.COLUMNS, each)],
            row=dict,
            text=list,
        )
    else:
        if view is not None:
            click.echo(f"{click.style(view.row.id, dim=True)}  {one_line(view.row.wording, 240)}")
            click.echo(roots_sentence(found.outlets, view.roots))
        click.echo("\n".join(export.spread_lines(found)))
        if view is not None:
            click.echo("\nOn what each document relies for it")
            for text in reliance_lines(view.roots, view.names):
                click.echo(f"  {text}")
