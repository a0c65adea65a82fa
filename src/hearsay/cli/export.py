"""`hearsay export`: what a case says, in the form that somebody needs."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.terminal import case_argument

# The ending of a file that holds all of a case, to be taken in again.
WHOLE = "case.jsonl"


@click.command("export", short_help="Write statements and findings, or the whole case, to a file.")
@case_argument
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--pinned", is_flag=True, help="Only what is pinned in the workbench.")
@click.option("--leave", multiple=True, metavar="NAME", help="Leave out this document or recording.")
@click.option("--hide", multiple=True, metavar="NAME", help="Leave out what this person said, and the name.")
@click.option("--notes", is_flag=True, help="With the desk's notes and rulings.")
@click.option("--title", default=None, help="The title.  [default: the case's name]")
def command(
    case: str,
    file: Path,
    pinned: bool,
    leave: tuple[str, ...],
    hide: tuple[str, ...],
    notes: bool,
    title: str | None,
) -> None:
    """Write the statements, findings and recordings of CASE to FILE, in the form that its ending names.

    \b
      .html .md                 a brief to print or send
      .csv .jsonl .parquet      a row for each place
      .jsonld                   schema.org Claim, and ClaimReview where somebody signed a verdict
      .annotations.json         W3C Web Annotation
      .prov.json                where each comes from (PROV-JSON)
      .case.jsonl               all of the case, for `hearsay import`

    What is left out with --leave and --hide is in none of them, but for names that you did not give. A whole
    case cannot be redacted.

    \b
    Example:
      hearsay export story.case story.jsonl
      hearsay export story.case brief.html --pinned --hide "Ilse Brandt"
      hearsay export story.case story.case.jsonl
    """
    from hearsay.case import Case
    from hearsay.export.writing import write_form, write_whole

    with Case.open(case) as ledger:
        if file.name.endswith(f".{WHOLE}"):
            write_whole(ledger, file, redacted=bool(leave or hide or pinned))
        else:
            write_form(
                ledger,
                file,
                title or Path(case).stem,
                pinned_only=pinned,
                leave=leave,
                hide=hide,
                notes=notes,
            )
    click.echo(str(file))
