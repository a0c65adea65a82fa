"""`hearsay actors`: who is credited in a case, under all their names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hearsay.cli.terminal import case_argument
from hearsay.export.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.case import ActorRow, ActorView, Case

# Characters of a list of names or roles, and roles that a list of actors gives.
_WIDE = 160
_ROLES = 3


@click.command("actors", short_help="List who is credited, or one of them with all names and roles.")
@case_argument
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--limit", type=click.IntRange(min=1), default=30, show_default=True, help="At most so many.")
@click.option("--all", "everybody", is_flag=True, help="All of them, whatever the limit.")
@click.option("--jsonl", is_flag=True, help="One JSON object an actor.")
def command(case: str, name: str | None, limit: int, everybody: bool, jsonl: bool) -> None:
    """List the actors of CASE, those most often credited first; or show one, by id or any NAME of his.

    The same person in different articles is one actor.  Each of his names is listed with what joined it;
    names that can mean several are left apart, and listed as doubtful.

    \b
    Example:
      hearsay actors story.case
      hearsay actors story.case Orlov
    """
    from hearsay.case import Case, actor, actors, unsettled
    from hearsay.export.jsonl import actor_row, actor_view_row, line

    with Case.open(case) as ledger:
        if unsettled(ledger):
            click.echo("Not all actors are settled yet: run `hearsay add` once more.", err=True)
        if name is not None:
            view = actor(ledger, name, statements=-1 if everybody else limit)
            if jsonl:
                sys.stdout.buffer.write(line(actor_view_row(view)))
            else:
                _show(view)
            return
        rows = actors(ledger, limit=None if everybody else limit)
        if jsonl:
            for row in rows:
                sys.stdout.buffer.write(line(actor_row(row)))
        else:
            _list(ledger, rows)


def _list(ledger: Case, rows: Iterable[ActorRow]) -> None:
    from hearsay.case import count_actors
    from hearsay.export.counts import count

    shown = 0
    for row in rows:
        shown += 1
        click.echo(f"{click.style(row.id, dim=True)}  {_head(row)}")
        other = [alias.name for alias in row.aliases if alias.name != row.name]
        if other:
            click.echo(f"    also {one_line(', '.join(dict.fromkeys(other)), _WIDE)}")
        if row.roles:
            more = f" and {len(row.roles) - _ROLES:,} more" if len(row.roles) > _ROLES else ""
            roles = "; ".join(role.role for role in row.roles[:_ROLES])
            click.echo(f"    {one_line(roles, _WIDE)}{more}")
    total = count_actors(ledger)
    if total > shown:
        click.echo(f"\n{count(total, 'actor')}; --all lists the rest.", err=True)


def _show(view: ActorView) -> None:
    from hearsay.export.counts import count, first_seen, reach

    row = view.row
    click.echo(f"{_head(row)}\n{click.style(row.id, dim=True)}")
    click.echo(click.style("\nNames", bold=True))
    for alias in row.aliases:
        why = "" if alias.joined is None else f"; {alias.rule}; joined to {alias.joined}"
        more = ", ..." if alias.documents > len(alias.names) else ""
        click.echo(f"  {one_line(alias.name)}  ({count(alias.documents, 'document')}{one_line(why)})")
        click.echo(f"      in {one_line(', '.join(alias.names), _WIDE)}{more}")
    if row.roles:
        click.echo(click.style("\nRoles", bold=True))
    for role in sorted(row.roles, key=lambda role: (role.first is None, role.first, role.last, role.role)):
        days = (
            "no date found"
            if role.first is None
            else " to ".join(dict.fromkeys((role.first, role.last or "")))
        )
        click.echo(f"  {days:24}  {one_line(role.role, _WIDE)}  ({count(role.documents, 'document')})")
    if view.doubtful:
        click.echo(click.style("\nLeft apart, as it is doubtful", bold=True))
    for other in view.doubtful:
        named = f"{one_line(other.name)} ({count(other.documents, 'document')})"
        click.echo(f"  {click.style(other.id, dim=True)}  {named}: {one_line(other.reason)}")
    if view.statements:
        click.echo(click.style("\nStatements, the widest first", bold=True))
    for statement in view.statements:
        click.echo(f"\n{click.style(statement.id, dim=True)}  {one_line(statement.wording, 240)}")
        click.echo(f"  {reach(statement)}. {one_line(first_seen(statement))}")
    if row.statements > len(view.statements):
        click.echo(f"\n{count(row.statements, 'statement')}; --all lists the rest.", err=True)


def _head(row: ActorRow) -> str:
    from hearsay.export.counts import count

    outlets = count(row.outlets, "known outlet") if row.outlets else "no known outlet"
    said = f"{count(row.statements, 'statement')} in {count(row.documents, 'document')} of {outlets}"
    kind = "" if row.kind == "unknown" else f", {row.kind}"
    return f"{click.style(one_line(row.name, _WIDE), bold=True)}{kind}: {said}"
