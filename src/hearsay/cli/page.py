"""`hearsay page`: the ledger as one page to read, print or send."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.terminal import case_argument


@click.command("page", short_help="Write the ledger as one page.")
@case_argument
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it.  [default: beside the case, ending in .html]",
)
@click.option(
    "--statements", type=click.IntRange(min=1), default=100, show_default=True, help="At most so many."
)
def command(case: str, output: Path | None, statements: int) -> None:
    """Write the ledger of CASE as one self-contained page that asks nothing of the network.

    \b
    Example:
      hearsay page story.case -o story.html
    """
    from hearsay.case import Case
    from hearsay.export.page import write_page

    target = output or Path(case).with_suffix(".html")
    with Case.open(case) as ledger:
        write_page(ledger, target, limit=statements)
    click.echo(str(target))
