"""Rulings from one copy of a case to another: as lines of JSON, merged by what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from hearsay.case.file import Case
from hearsay.case.grouping import group_pending
from hearsay.case.rulings import RulingRow, rulings, store
from hearsay.errors import HearsayError
from hearsay.model import Ruling, RulingKind, ruling_id

# What contradicts what, where two persons ruled on the same thing.
_CHANGES: tuple[RulingKind, ...] = ("span", "speaker", "kind", "act", "setting", "stance", "copy", "verdict")
_AGAINST: dict[RulingKind, tuple[RulingKind, ...]] = {
    "confirm": ("reject", "stance", "copy"),
    "reject": ("confirm", *_CHANGES),
    **{kind: (kind, "reject") for kind in _CHANGES},
    "stance": ("stance", "confirm", "reject"),
    "copy": ("copy", "confirm", "reject"),
}
# What is told by all of its anchors together; the rest by any of them.
_WHOLE = ("answer", "copy", "finding")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rulings of two persons, both in force, that cannot both be right: the earlier and the later.

    The later one counts until one of the two is taken back.
    """

    earlier: Ruling
    later: Ruling


def exported(case: Case) -> Iterator[Ruling]:
    """Every ruling of the case, those taken back and what took them back too, in the order of time."""
    found = [one for row in rulings(case) for one in (row.ruling, row.undone) if one is not None]
    yield from sorted(found, key=lambda one: (one.at, one.id))


def as_line(ruling: Ruling) -> bytes:
    """A ruling as one line of JSON."""
    return msgspec.json.encode(ruling) + b"\n"


def from_lines(content: bytes, where: str = "") -> list[Ruling]:
    """The rulings of an export; raises `HearsayError` with the line for what is none."""
    decoder = msgspec.json.Decoder(Ruling)
    found = []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise HearsayError(
                f"line {number} is no ruling ({error})",
                where=where,
                remedy="Take a file that Hearsay exported.",
            ) from error
        if ruling_id(one.kind, one.anchors, one.value, one.by, one.at, one.undoes) != one.id:
            raise HearsayError(
                f"line {number} is not what was signed: its id does not fit",
                where=where,
                remedy="Take the file as it was exported.",
            )
        found.append(one)
    return found


def take(case: Case, offered: Iterable[Ruling]) -> int:
    """Merge rulings into the case; how many it did not have. The order, and doing it twice, do not matter."""
    with case.transaction():
        new = sum(store(case, one) for one in sorted(offered, key=lambda one: (one.at, one.id)))
    group_pending(case)
    return new


def conflicts(case: Case) -> tuple[Conflict, ...]:
    """Rulings of different persons, in force, that contradict each other, the latest first."""
    rows = [row for row in rulings(case) if row.undone is None]
    found = [
        Conflict(earlier.ruling, later.ruling)
        for place, later in enumerate(rows)
        for earlier in rows[place + 1 :]
        if earlier.ruling.by != later.ruling.by and _contradict(earlier, later)
    ]
    return tuple(found)


def _contradict(one: RulingRow, other: RulingRow) -> bool:
    kinds = {one.ruling.kind, other.ruling.kind}
    if kinds == {"same", "different"}:
        return set(one.found) == set(other.found)
    if kinds == {"merge", "split"}:
        merge, split = (one, other) if one.ruling.kind == "merge" else (other, one)
        inside = set(merge.found) & set(split.found)
        return bool(inside) and bool(set(merge.found) - inside)
    if other.ruling.kind not in _AGAINST.get(one.ruling.kind, ()):
        return False
    alike = kinds <= {"confirm", "stance", "copy"} or len(kinds) == 1
    if alike and one.ruling.value == other.ruling.value:
        return False
    anchors = one.ruling.anchors, other.ruling.anchors
    if anchors[0][0].about in _WHOLE:
        return anchors[0] == anchors[1]
    return bool(set(anchors[0]) & set(anchors[1]))
