"""Quotations beside what a recording says, as programs and people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from hearsay.case.recordings.quotations import Placed
from hearsay.export.jsonl import moment
from hearsay.tape.comparing import Difference, Laid

Row: TypeAlias = dict[str, Any]


def laid_row(laid: Laid) -> Row:
    """How a quotation stands on a recording; seconds are null where the transcript has no times."""
    return {
        "how": list(laid.how),
        "from": laid.start,
        "to": laid.stop,
        "closeness": laid.closeness,
        "places": laid.places,
        "told_bits": laid.told,
        "voices": list(laid.voices),
        "before": laid.before,
        "after": laid.after,
        "differences": [
            {
                "kind": one.kind,
                "printed": one.printed,
                "said": one.said,
                "from": one.start,
                "to": one.stop,
                "marked": one.marked,
            }
            for one in laid.differences
        ],
    }


def placed_row(placed: Placed) -> Row:
    """One quotation of `hearsay tape compare --jsonl`."""
    quoted = placed.quoted
    return {
        "attribution": quoted.attribution,
        "statement": quoted.statement,
        "document": quoted.name,
        "document_id": quoted.document,
        "outlet": quoted.outlet,
        "published": moment(quoted.published),
        "speaker": quoted.speaker,
        "printed": list(quoted.parts),
        **laid_row(placed.laid),
    }


def difference_text(differences: Sequence[Difference]) -> str:
    """The difference in one line: [-said, not printed-], {+printed, not said+}, s***(=what was said)."""
    return " ".join(filter(None, map(_piece, differences)))


def _piece(one: Difference) -> str:
    if one.kind == "same" or (one.kind == "spelling" and one.printed):
        return one.printed
    if one.kind == "spelling":
        return ""
    if one.kind == "masked":
        return f"{one.printed}(={one.said})"
    if one.kind == "left_out":
        return f"{one.printed}[-{one.said}-]"
    if one.kind == "added":
        return f"{{+{one.printed}+}}"
    if one.kind == "insert":
        return f"{one.printed}[-{one.said}-]" if one.said else one.printed
    if one.kind == "onward":
        return f"{one.printed} >> later on the tape:"
    if one.kind == "back":
        return f"{one.printed} << earlier on the tape:"
    return f"{{+{one.printed}+}}[-{one.said}-]" if one.printed else f"[-{one.said}-]"


def clock(seconds: float | None) -> str:
    """Seconds as a player shows them, to a tenth: 1:26.9."""
    if seconds is None:
        return "?"
    minutes, rest = divmod(round(seconds, 1), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours}:{minutes:02}:{rest:04.1f}" if hours else f"{minutes}:{rest:04.1f}"


def ranked(placed: Iterable[Placed]) -> list[list[Placed]]:
    """Quotations by what they quote, in the order of the tape; of one statement the closest first.

    What does not stand on the tape comes last.
    """
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.quoted.statement or one.quoted.attribution, []).append(one)
    for group in groups.values():
        group.sort(key=_closest)
    return sorted(groups.values(), key=lambda group: (_place(group), group[0].quoted.attribution))


def _closest(one: Placed) -> tuple[float, float, str, str]:
    return -one.laid.closeness, -one.laid.told, one.quoted.name, one.quoted.attribution


def _place(group: Sequence[Placed]) -> tuple[bool, float]:
    starts = [one.laid.start for one in group if one.laid.start is not None]
    return not any("absent" not in one.laid.how for one in group), min(starts, default=0.0)
