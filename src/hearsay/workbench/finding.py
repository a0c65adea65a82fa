"""*Finding*: what does not fit together, where, what was ruled on it, and all that can be ruled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from starlette.requests import Request

from hearsay.case.heads import Head, heads
from hearsay.case.judging import Judged
from hearsay.case.rulings import RulingRow, rulings
from hearsay.errors import NotFoundError
from hearsay.export.chosen_findings import chosen_findings
from hearsay.export.visible import one_line
from hearsay.model import Verdict
from hearsay.workbench.decisions import REMARKS, remarks_in
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import checked, rows_of
from hearsay.workbench.sheet import Sheet

# Statements that the page of a finding names.
HEADS = 8


def page(desk: Desk, request: Request) -> Sheet:
    """One finding with all of its places, what was ruled on it, and all that can be ruled."""
    id_ = request.path_params["id"]
    found = judged_of(desk, id_)
    (row,) = rows_of(desk.case, [found])
    rows = [ruled for ruled in desk.ruled("rulings", rulings) if _is_of(ruled, found)]
    return Sheet(
        "finding.html",
        one_line(f"{found.finding.kind}: {found.finding.text}", 90),
        {
            "row": row,
            "judged": found,
            "rests": chosen_findings(desk.case, [found], [id_])[0].places,
            "heads": _heads(desk, row["statements"]),
            "verdicts": get_args(Verdict),
            "decided": [ruled for ruled in rows if ruled.ruling.kind not in REMARKS],
            "marks": remarks_in("finding", id_, rows),
        },
        row["spans"],
        {name: value for name, value in row.items() if name != "spans"},
    )


def _heads(desk: Desk, ids: Sequence[str]) -> list[Head]:
    """The statements that a finding is on, in short; of many the first."""
    keys = [
        key
        for id_ in ids[:HEADS]
        for (key,) in desk.case.rows("SELECT key FROM statement WHERE id = ?", (id_,))
    ]
    return heads(desk.case, keys)


def judged_of(desk: Desk, id_: str) -> Judged:
    """The finding with this id; raises `NotFoundError`."""
    now = checked(desk)
    for one in now.judged:
        if one.finding.id == id_:
            return one
    if now.waits:
        raise NotFoundError(
            f"no finding with the id {id_!r} is worked out yet",
            remedy="Load this page again in some minutes.",
        )
    raise NotFoundError(
        f"no finding of the case has the id {id_!r}",
        remedy="New documents can give a finding more places, and with them another id: see the findings.",
    )


def _is_of(row: RulingRow, found: Judged) -> bool:
    """Whether a ruling holds of a finding, or did until it was taken back."""
    if row.ruling.id in found.rulings:
        return True
    anchors = row.ruling.anchors
    places = {(place.document, place.span, place.part) for place in found.finding.places}
    return (
        row.undone is not None
        and all(
            (anchor.document, anchor.spans[0], anchor.part or "text") in places
            and anchor.what == found.finding.kind
            for anchor in anchors
            if anchor.about == "finding"
        )
        and anchors[0].about == "finding"
    )
