"""`hearsay add`: take coverage into a case."""

from __future__ import annotations

import sys
from shlex import quote
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import (
    PARTLY,
    add_progress,
    case_argument,
    report_refusals,
    source_options,
    workers_for,
)

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.case import Tally


@click.command("add", short_help="Take coverage into a case.")
@case_argument
@source_options
def command(
    case: str,
    sources: tuple[str, ...],
    quiet: bool,
    allow_private: bool,
    max_megabytes: int,
    workers: int | None,
    tagger: str | None,
    offices: Path | None,
) -> None:
    """Take SOURCE... into CASE: collect, extract, group.  Makes the case if there is none.

    Adding the same sources again changes nothing; with new ones only what is new is worked on.  A SOURCE is
    a saved page, a feed, a WARC or WACZ archive, a JSONL or CSV table, a text, a folder of these, or a URL.

    \b
    Example:
      hearsay add story.case saved-pages/ wire.jsonl https://example.org/feed.xml
    """
    from hearsay.case import Case, add, refusals
    from hearsay.collect import find
    from hearsay.collect.limits import Limits
    from hearsay.lexicon.offices import read_terms_file

    passed_over: list[str] = []
    items = find(
        sources,
        limits=Limits(item=max_megabytes * 2**20),
        allow_private=allow_private,
        passed_over=lambda location, _reason: passed_over.append(location),
    )
    with Case.open(case, write=True, create=True) as ledger, add_progress(quiet=quiet) as progress:
        before = set(refusals(ledger))
        tally = add(
            ledger,
            items,
            workers=workers_for(sources, workers),
            tagger=tagger,
            offices=None if offices is None else read_terms_file(offices),
            progress=progress,
        )
        new = [refusal for refusal in refusals(ledger) if refusal not in before]
    whole_list = f"hearsay show --refused {quote(case)}"
    report_refusals(new, whole_list=f": {whole_list}")
    if not quiet:
        click.echo(_summary(tally, len(passed_over)), err=True)
        if tally.refused > len(new):
            click.echo(f"Refused before and still: {tally.refused - len(new):,}. See {whole_list}", err=True)
    if tally.refused:
        sys.exit(PARTLY)


def _summary(tally: Tally, passed_over: int) -> str:
    from hearsay.export.counts import count

    parts = [f"added {tally.added:,}", f"unchanged {tally.unchanged:,}", f"refused {tally.refused:,}"]
    if tally.new_versions:
        parts[0] += f" ({count(tally.new_versions, 'new version')})"
    if passed_over:
        parts.append(f"passed over {count(passed_over, 'file')} of other kinds")
    return ", ".join(parts)
