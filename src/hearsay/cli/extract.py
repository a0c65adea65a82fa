"""`hearsay extract`: attributions of any source, without a case."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import PARTLY, progress, report_refusals, source_options, workers_for

if TYPE_CHECKING:
    from pathlib import Path


@click.command("extract", short_help="Print who is credited with what, without a case.")
@source_options
def command(
    sources: tuple[str, ...],
    quiet: bool,
    allow_private: bool,
    max_megabytes: int,
    workers: int | None,
    tagger: str | None,
    offices: Path | None,
) -> None:
    """Print the attributions of each document, one JSON object a line.

    Nothing is kept. A SOURCE is a saved page, a feed, a WARC or WACZ archive, a JSONL or CSV table, a text,
    a folder of these, or a URL.

    \b
    Example:
      hearsay extract saved-pages/*.html > attributions.jsonl
    """
    from hearsay.collect import find
    from hearsay.collect.limits import Limits
    from hearsay.export.jsonl import extraction_row, line
    from hearsay.extract.stream import readings
    from hearsay.extract.tagging.tagger import ACCURATE
    from hearsay.lexicon.offices import read_terms_file, shipped_terms, with_own
    from hearsay.model import Refusal

    refusals: list[Refusal] = []
    items = find(sources, limits=Limits(item=max_megabytes * 2**20), allow_private=allow_private)
    terms = None if offices is None else with_own(read_terms_file(offices), shipped_terms())
    read = readings(items, workers=workers_for(sources, workers), tagger=tagger or ACCURATE, terms=terms)
    stream = progress(read, label="Extracting", quiet=quiet)
    for reading in stream:
        if isinstance(reading, Refusal):
            refusals.append(reading)
            continue
        refusals.extend(reading.refusals)
        for document, extraction in reading.documents:
            sys.stdout.buffer.write(line(extraction_row(document, extraction)))
    sys.stdout.buffer.flush()
    report_refusals(refusals)
    if refusals:
        sys.exit(PARTLY)
