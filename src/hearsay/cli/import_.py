"""`hearsay import`: a case again, from what `hearsay export` wrote of it."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.terminal import case_argument


@click.command("import", short_help="Make a case of what `hearsay export` wrote of one.")
@case_argument
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path), metavar="FILE")
def command(case: str, file: Path) -> None:
    """Make the new case CASE of FILE, which `hearsay export CASE NAME.case.jsonl` wrote.

    It holds the same documents, conclusions and rulings, and is checked as `hearsay verify` would.

    \b
    Example:
      hearsay import copy.case story.case.jsonl
    """
    from hearsay.case.whole import take_whole

    with file.open("rb") as lines:
        take_whole(case, lines, str(file))
    click.echo(case)
