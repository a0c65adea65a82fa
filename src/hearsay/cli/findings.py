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
@click.option(
    "--without", multiple=True, type=click.Choice(KIND_NAMES), help="All but this kind; can be repeated."
)
@click.option("--rejected", is_flag=True, help="Those too that a person ruled to be none.")
def command(case: str, form: str, kinds: tuple[str, ...], without: tuple[str, ...], rejected: bool) -> None:
    """List what does not fit together in CASE, certain findings first.

    A finding names the words on all sides, the reading taken and the facts used. Its verdict is certain (the
    words themselves show it), apparent (if what was read off the texts is right) or open.  It never says who
    tells the truth.

    \b
    Example:
      hearsay findings story.case
      hearsay findings story.case --kind scope --kind headline
      hearsay findings story.case --without single_root
    """
    from typing import cast

    from hearsay.case import Case, documents
    from hearsay.case.findings import judged
    from hearsay.case.rulings import rulings
    from hearsay.check import KINDS
    from hearsay.export.findings import COLUMNS, finding_fields, judged_row, judged_text
    from hearsay.model import FindingKind

    with Case.open(case) as ledger, ledger.snapshot():
        asked = cast("tuple[FindingKind, ...]", kinds) or KINDS
        wanted = tuple(kind for kind in asked if kind not in without)
        by_id = {each.id: each for each in documents(ledger)}
        ruled = {row.ruling.id: row.ruling for row in rulings(ledger)}
        write_rows(
            (one for one in judged(ledger, wanted) if rejected or not one.rejected),
            form,
            columns=COLUMNS,
            tables=lambda one: [finding_fields(one.finding, by_id)],
            row=partial(judged_row, documents=by_id),
            text=partial(judged_text, documents=by_id, rulings=ruled),
        )
