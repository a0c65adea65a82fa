"""How a statement came to its readers, as a line: the speaker, what holds the words, who had them first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.case import StatementRow
from hearsay.case.provenance.copies import Printed, printings
from hearsay.case.provenance.rooting import Rooter
from hearsay.case.resolve import statement_key
from hearsay.export.counts import UNNAMED, count
from hearsay.model import Root, Roots
from hearsay.workbench.desk import Desk

# Outlets of one step that are named.
NAMED = 3
# Documents up to which the way of a statement is looked for on its own page: of 2,500 that takes a second.
MOST = 300


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: the hands side by side, each with its name and its page; `did` says more."""

    hands: tuple[tuple[str, str | None], ...]
    did: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """The lines by which a statement came, one for each known origin; `unknown` documents tell none.

    `circles` counts the sets of documents that have it from each other and from nobody else.
    """

    lines: tuple[tuple[Step, ...], ...]
    unknown: tuple[Printed, ...]
    circles: int


def roots_of(desk: Desk, id_: str) -> Roots:
    """The roots of the statement with this id."""
    rooter = desk.remembered("rooter", Rooter)
    return desk.remembered(f"roots {id_}", lambda case: rooter.roots(statement_key(case, id_)))


def origins(desk: Desk, row: StatementRow) -> Origins | None:
    """How a statement came to its readers; `None` for so many that it is left to the graph to find out."""
    if row.documents > MOST:
        return None
    roots = roots_of(desk, row.id)
    named = {one for root in roots.known for one in root.reached_by} | set(roots.unknown)
    printed = printings(desk.case, named)
    ends = _ends(roots)
    return Origins(
        tuple(_line(row, root, printed, ends) for root in roots.known),
        tuple(printed[one] for one in roots.unknown),
        len(roots.circular),
    )


def _ends(roots: Roots) -> dict[str, int]:
    """How many documents have the statement through each document, itself included."""
    source = {one.document: one.source for one in roots.reliances}
    through: dict[str, int] = dict.fromkeys(source, 0)
    for document in source:
        at: str | None = document
        seen = set()
        while at is not None and at in source and at not in seen:
            seen.add(at)
            through[at] += 1
            at = source[at]
    return through


def _line(
    row: StatementRow, root: Root, printed: Mapping[str, Printed], through: Mapping[str, int]
) -> tuple[Step, ...]:
    speaker = Step(((row.speaker or UNNAMED, f"/actors/{row.actor}" if row.actor else None),))
    name = f"told to {root.name}" if root.kind == "interview" else root.name
    origin = Step(((name, None),), "not in this case" if root.kind == "outlet" else "")
    hands: list[tuple[str, str | None]] = [
        (printed[one].outlet or printed[one].name, f"/documents/{one}") for one in root.reached_by[:NAMED]
    ]
    if len(root.reached_by) > NAMED:
        hands.append((f"{len(root.reached_by) - NAMED:,} others", None))
    rest = sum(through[one] - 1 for one in root.reached_by)
    graph = f"/graph?of=chain&statement={row.id}"
    others = [Step(((count(rest, "more document"), graph),), "from there")] if rest > 0 else []
    return (speaker, origin, Step(tuple(hands)), *others)
