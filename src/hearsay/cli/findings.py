"""`hearsay findings`: what does not fit together."""

from __future__ import annotations

from functools import partial

import click

from hearsay.cli.forms import format_options, write_rows
from hearsay.cli.terminal import case_argument

KIND_NAMES = (
    "wording", "speaker", "headline", "said_and_done", "date", "number", "scope", "occurrence",
    "public_private", "single_root", "unsourced",
)  # fmt: skip


@click.command("findings", short_help="List what does not fit together.")
@case_argument
@format_options
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KIND_NAMES), help="Only this kind; can be repeated."
)
def command(case: str, form: str, kinds: tuple[str, ...]) -> None:
    """List what does not fit together in CASE, certain findings first.

    A finding names the words on all sides, the reading taken and the facts used. Its verdict is certain (the
    words themselves show it), apparent (if what was read off the texts is right) or open.  It never says who
    tells the truth.

    \b
    Example:
      hearsay findings story.case
      hearsay findings story.case --kind scope --kind headline
    """
    from typing import cast

    from hearsay.case import Case, documents
    from hearsay.case.findings import findings
    from hearsay.check import KINDS
    from hearsay.export.findings import COLUMNS, finding_fields, finding_row, finding_text
    from hearsay.model import FindingKind

    with Case.open(case) as ledger:
        wanted = cast("tuple[FindingKind, ...]", kinds) or KINDS
        by_id = {each.id: each for each in documents(ledger)}
        write_rows(
            findings(ledger, wanted),
            form,
            columns=COLUMNS,
            tables=lambda each: [finding_fields(each, by_id)],
            row=partial(finding_row, documents=by_id),
            text=partial(finding_text, documents=by_id),
        )
