"""`hearsay search`: ranked search over quotations and documents."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import DAY, case_argument, days

if TYPE_CHECKING:
    from hearsay.case import Hit


@click.command("search", short_help="Search quotations and documents, best first.")
@case_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--speaker", metavar="NAME", help="Only words of this speaker, under any of his names (whole words)."
)
@click.option("--outlet", metavar="NAME", help="Only what this outlet printed.")
@click.option("--since", type=DAY, help="Only what was printed on this day or later.")
@click.option("--until", type=DAY, help="Only what was printed on this day or earlier.")
@click.option(
    "--setting",
    metavar="WORD",
    help="Only what was said in public, private, or e.g. at a rally, in an email.",
)
@click.option(
    "--hedge",
    metavar="WORD",
    help="Only what is hedged: alleged, reported, uncertain, distance, or by the writer, by the speaker.",
)
@click.option(
    "--artefact", metavar="WORDS", help="Only what stands in such a thing: recording, email, or its name."
)
@click.option(
    "--when",
    type=days,
    metavar="DAYS",
    help="Only what was said then, or speaks of then: 2024, 2024-03, 2024-03-05, or 2023..2024-03.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option("--jsonl", is_flag=True, help="One JSON object a find.")
def command(
    case: str,
    words: tuple[str, ...],
    speaker: str | None,
    outlet: str | None,
    since: datetime | None,
    until: datetime | None,
    setting: str | None,
    hedge: str | None,
    artefact: str | None,
    when: tuple[date, date] | None,
    limit: int,
    jsonl: bool,
) -> None:
    """Search the quotations and documents of CASE, the best finds first.

    \b
    Example:
      hearsay search story.case "not yet president" --outlet "Harbour Ledger"
    """
    from hearsay.case import Case, search
    from hearsay.export.jsonl import hit_row, line

    with Case.open(case) as ledger:
        hits = search(
            ledger,
            " ".join(words),
            speaker=speaker,
            outlet=outlet,
            since=since.date() if since else None,
            until=until.date() if until else None,
            setting=setting,
            hedge=hedge,
            artefact=artefact,
            when=when,
            limit=limit,
        )
    for hit in hits:
        if jsonl:
            sys.stdout.buffer.write(line(hit_row(hit)))
        else:
            _print(hit)
    if not hits:
        click.echo("Nothing found.", err=True)


def _print(hit: Hit) -> None:
    from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, date_text
    from hearsay.export.visible import one_line, visible

    where = f"{hit.outlet or UNKNOWN_OUTLET}, {date_text(hit.published)}"
    if hit.kind == "statement":
        head = f"{hit.speaker or UNNAMED}, earliest seen: {where}"
    else:
        head = f"{hit.title or hit.name}, {where}"
    snippet, last = [], 0
    for start, end in hit.highlights:
        found = click.style(visible(hit.snippet[start:end]), bold=True)
        snippet += [visible(hit.snippet[last:start]), found]
        last = end
    text = " ".join("".join([*snippet, visible(hit.snippet[last:])]).split())
    click.echo(f"{hit.kind:9}  {click.style(hit.id, dim=True)}  {one_line(head, 200)}\n           {text}")
