"""`hearsay show`: the overview of a case, or one statement or document of it."""

from __future__ import annotations

import sys
from shlex import quote
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import case_argument, refusal_text
from hearsay.export.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.case import Case, DocumentView, StatementView, Version
    from hearsay.export.excerpt import Piece

# Statements that the overview lists.
WIDEST = 10


@click.command("show", short_help="Show a case, or one statement or document of it.")
@case_argument
@click.argument("identifier", required=False, metavar="[ID]")
@click.option("--refused", is_flag=True, help="List all that was refused, and why.")
@click.option("--artefacts", is_flag=True, help="List the recordings, emails and books that words stand in.")
@click.option("--jsonl", is_flag=True, help="As JSON, one object a line.")
def command(case: str, identifier: str | None, refused: bool, artefacts: bool, jsonl: bool) -> None:
    """Show what CASE holds, or the statement or document with this ID (or document name).

    The beginning of an id is enough.

    \b
    Example:
      hearsay show story.case
      hearsay show story.case 3f9a
    """
    from hearsay.case import Case, document, resolve_id, statement, statement_of

    with Case.open(case) as ledger:
        if refused:
            _refused(ledger, jsonl)
            return
        if artefacts:
            _artefacts(ledger, jsonl)
            return
        if identifier is None:
            _overview(ledger, jsonl)
            return
        found = resolve_id(ledger, identifier)
        if found.kind == "statement":
            _statement(ledger, statement(ledger, found.id), jsonl)
        elif found.kind == "attribution":
            _statement(ledger, statement_of(ledger, found.id), jsonl)
        else:
            _document(ledger, document(ledger, found.id), jsonl)


def _overview(ledger: Case, jsonl: bool) -> None:
    from hearsay.case import overview, refusals, widest_statements
    from hearsay.export.counts import UNNAMED, carried_by, first_seen, holdings, reach, time_span
    from hearsay.export.jsonl import line, overview_row

    figures = overview(ledger)
    if jsonl:
        sys.stdout.buffer.write(line(overview_row(figures)))
        return
    click.echo(f"{click.style(visible(ledger.path.name), bold=True)}: {holdings(figures)}")
    if span := time_span(figures):
        click.echo(span)
    if figures.ungrouped:
        click.echo(f"{figures.ungrouped:,} documents are not grouped yet: run `hearsay add` once more.")
    if figures.statements:
        click.echo(click.style("\nWidest statements", bold=True))
    for row in widest_statements(ledger, WIDEST):
        speaker = one_line(row.speaker or UNNAMED)
        click.echo(f"\n{click.style(row.id, dim=True)}  {speaker}: {one_line(row.wording, 240)}")
        click.echo(f"  {reach(row)}. {one_line(first_seen(row))}")
        if row.outlets:
            click.echo(f"  {one_line(carried_by(row))}")
    refused = refusals(ledger)
    if refused:
        click.echo(click.style("\nRefused", bold=True))
    for refusal in refused[:WIDEST]:
        click.echo(refusal_text(refusal, "  "))
    if len(refused) > WIDEST:
        click.echo(f"  and {len(refused) - WIDEST:,} more: hearsay show --refused {quote(str(ledger.path))}")


def _refused(ledger: Case, jsonl: bool) -> None:
    from dataclasses import asdict

    from hearsay.case import refusals
    from hearsay.export.jsonl import line

    for refusal in refusals(ledger):
        if jsonl:
            sys.stdout.buffer.write(line(asdict(refusal)))
        else:
            click.echo(refusal_text(refusal))


def _artefacts(ledger: Case, jsonl: bool) -> None:
    from hearsay.case import artefacts, documents
    from hearsay.export.artefacts import artefact_text
    from hearsay.export.jsonl import joined_row, line

    texts = {one.id: one for one in documents(ledger)}
    for each in artefacts(ledger):
        if jsonl:
            sys.stdout.buffer.write(line(joined_row(each)))
        else:
            click.echo("\n".join(artefact_text(each, texts)))


def _statement(ledger: Case, view: StatementView, jsonl: bool) -> None:
    from hearsay.case import document
    from hearsay.export.acts import act_text
    from hearsay.export.chains import warrant_text
    from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, carried_by, count, first_seen, printed, reach
    from hearsay.export.excerpt import excerpt
    from hearsay.export.jsonl import line, statement_row
    from hearsay.export.statements import change_rows, changes_text
    from hearsay.export.times import said_at

    row = view.row
    if jsonl:
        forms = [
            {
                "words": variant.words,
                "appearances": variant.appearances,
                "changes": change_rows(row.wording, variant.words),
            }
            for variant in view.variants
        ]
        sys.stdout.buffer.write(line({**statement_row(row), "forms": forms}))
        return
    click.echo(f"{click.style(one_line(row.speaker or UNNAMED), bold=True)}: {visible(row.wording)}")
    click.echo(f"{reach(row)}. {one_line(first_seen(row))}")
    if row.outlets:
        click.echo(one_line(carried_by(row)))
    click.echo(click.style(f"\n{count(len(view.variants), 'variant')}", bold=True))
    for variant in view.variants:
        click.echo(f"  {len(variant.appearances):>4} ×  {one_line(variant.words)}")
        for change in changes_text(row.wording, variant.words):
            click.echo(f"          {change}")
    click.echo(click.style("\nAppearances", bold=True))
    for appearance in row.appearances:
        shown = document(ledger, appearance.document)
        attribution = next(one for one in shown.attributions if one.id == appearance.attribution)
        click.echo(
            f"\n  {one_line(appearance.outlet or UNKNOWN_OUTLET)}, {printed(appearance)}, "
            f"{one_line(appearance.name)} [{appearance.kind}; {one_line(appearance.speaker or UNNAMED)}; "
            f"{act_text(appearance.act, appearance.negated)}{said_at(shown.document.text, attribution.time)}"
            f"{', reported inside other words' if appearance.parent else ''}]"
        )
        click.echo(f"  {' '.join(_marked(excerpt(shown.document.text, attribution)).split())}")
        if warrant := warrant_text(shown.document.text, attribution):
            click.echo(f"  {click.style(warrant, dim=True)}")


def _document(ledger: Case, view: DocumentView, jsonl: bool) -> None:
    from hearsay.export.acts import act_text
    from hearsay.export.chains import warrant_text
    from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, count, date_text
    from hearsay.export.excerpt import cut, roles_of
    from hearsay.export.jsonl import extraction_row, line
    from hearsay.export.times import days_text, said_at
    from hearsay.model import Extraction

    document = view.document
    if jsonl:
        found = Extraction(
            document.id, view.attributions, view.artefacts, view.occasions, view.times, view.hedges
        )
        row = extraction_row(document, found)
        sys.stdout.buffer.write(line(row))
        return
    click.echo(click.style(one_line(document.title or document.name), bold=True))
    authors = f", by {', '.join(document.authors)}" if document.authors else ""
    origin = f" (from {document.published.origin})" if document.published else ""
    outlet = document.outlet or UNKNOWN_OUTLET
    click.echo(one_line(f"{outlet}{authors}. {date_text(document.published)}{origin}"))
    if document.modified:
        click.echo(one_line(f"Changed {date_text(document.modified)} (from {document.modified.origin})"))
    for line_ in (document.url, *(f"seen at {sighting.location}" for sighting in view.sightings)):
        if line_:
            click.echo(visible(line_))
    click.echo(f"SHA-256 of the original ({view.size:,} bytes): {document.sha256}\n")
    roles = [role for one in view.attributions for role in roles_of(one)]
    click.echo(_marked(cut(document.text, roles, 0, len(document.text))))
    click.echo(click.style(f"\n{count(len(view.attributions), 'attribution')}", bold=True))
    levels: dict[str, int] = {}
    for one, statement in zip(view.attributions, view.statements, strict=True):
        words = " … ".join(document.text[a:b] for a, b in one.content)
        # A report inside another one stands under it, further in.
        levels[one.id] = level = levels.get(one.parent, 0) + 1 if one.parent else 0
        click.echo(
            f"  {'  ' * level}{one.kind:8} {one_line(one.speaker or UNNAMED)} "
            f"{act_text(one.act, one.negated)}{said_at(document.text, one.time)}: {one_line(words, 160)}  "
            f"{click.style(statement or 'not grouped yet', dim=True)}"
        )
        if warrant := warrant_text(document.text, one):
            click.echo(f"           {'  ' * level}{click.style(warrant, dim=True)}")
    dated = [one for one in view.times if one.earliest or one.latest]
    if dated:
        click.echo(click.style(f"\n{count(len(dated), 'time')}", bold=True))
    for time in dated:
        words = one_line(document.text[time.span[0] : time.span[1]])
        click.echo(f"  {words}: {days_text(time)}  {click.style(one_line(time.basis), dim=True)}")
    if view.hedges:
        click.echo(click.style(f"\n{count(len(view.hedges), 'hedge')} of its own sentences", bold=True))
    for hedge in view.hedges:
        words = one_line(document.text[hedge.span[0] : hedge.span[1]])
        click.echo(f"  {words}  {click.style(f'{hedge.kind}, {hedge.scope}', dim=True)}")
    _versions(ledger, view.versions)


def _versions(ledger: Case, versions: tuple[Version, ...]) -> None:
    from hearsay.case import document
    from hearsay.export.counts import date_text
    from hearsay.export.difference import difference

    if len(versions) < 2:
        return
    click.echo(click.style("\nVersions, oldest first", bold=True))
    older: str | None = None
    for version in versions:
        click.echo(
            f"  {version.id}  {date_text(version.modified or version.published)}  {one_line(version.name)}"
        )
        text = document(ledger, version.id).document.text
        if older is not None:
            changes = list(difference(older, text))
            for change in changes:
                sign, colour = ("-", "red") if change.what == "removed" else ("+", "green")
                click.echo(click.style(f"    {sign} {visible(change.paragraph)}", fg=colour))
            if not changes:
                click.echo("    the text is the same; other bytes of the page differ")
        older = text


def _marked(pieces: Iterable[Piece]) -> str:
    """Pieces as terminal text: ⟦words⟧, ‹cue› and {source}, by their brackets and by colour."""
    marks = {"content": ("⟦", "⟧", "yellow"), "cue": ("‹", "›", "magenta"), "source": ("{", "}", "cyan")}
    text = []
    for piece in pieces:
        if piece.role is None:
            text.append(visible(piece.text))
        else:
            before, after, colour = marks[piece.role]
            text.append(click.style(f"{before}{visible(piece.text)}{after}", fg=colour))
    return "".join(text)
