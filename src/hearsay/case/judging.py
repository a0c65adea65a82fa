"""What persons ruled on findings: which hold, which are none, and which verdict they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from hearsay.case.anchors import place_of
from hearsay.case.file import Case
from hearsay.case.force import IN_FORCE, anchors_of
from hearsay.check import rank
from hearsay.model import Finding, Place, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with the verdict that a person gave it, and the one that the program found.

    `rejected` says that a person ruled that it is none. `rulings` are the ids of the rulings in force on it,
    pins and notes too, the latest last. `since` counts the places that it has gained since the latest.
    """

    finding: Finding
    found: Verdict
    rejected: bool = False
    rulings: tuple[str, ...] = ()
    since: int = 0


def judge(case: Case, found: Iterable[Finding]) -> tuple[Judged, ...]:
    """The findings as persons ruled, ranked.

    A ruling holds of the finding of its kind that has all the places that it was made on: of several, of that
    with the fewest. One that no finding has all of holds of nothing, however like it some finding looks.
    """
    judged = {one.id: Judged(one, one.verdict) for one in found}
    by_place: defaultdict[tuple[str, Place], set[str]] = defaultdict(set)
    for one in judged.values():
        for place in one.finding.places:
            by_place[one.finding.kind, place].add(one.finding.id)
    rulings = list(
        case.rows(
            f"{IN_FORCE} SELECT f.key, f.id, f.kind, f.value FROM force f JOIN anchor n ON n.ruling = f.key "
            "AND n.position = 0 WHERE n.about = 'finding' ORDER BY f.at, f.id"
        )
    )
    anchors = anchors_of(case, [key for key, *_ in rulings])
    for key, id_, kind, value in rulings:
        places = [(anchor.what, place_of(case, anchor)) for anchor, _ in anchors[key]]
        having = [by_place.get((what, place[1]), set()) if place else set() for what, place in places]
        meant = sorted(set.intersection(*having), key=lambda each: (_size(judged[each]), each))
        if meant:
            before = judged[meant[0]]
            judged[meant[0]] = _after(before, kind, value, id_, _size(before) - len(places))
    return tuple(sorted(judged.values(), key=lambda each: rank(each.finding)))


def _size(one: Judged) -> int:
    return len(one.finding.places)


def _after(before: Judged, kind: str, value: str, id_: str, since: int) -> Judged:
    verdict = cast("Verdict", value) if kind == "verdict" else before.finding.verdict
    rejected = kind == "reject" if kind in ("confirm", "reject", "verdict") else before.rejected
    finding = replace(before.finding, verdict=verdict)
    return Judged(finding, before.found, rejected, (*before.rulings, id_), since)


def without_rejected(judged: Sequence[Judged]) -> tuple[Finding, ...]:
    """The findings that stand."""
    return tuple(one.finding for one in judged if not one.rejected)
