"""The hedges of a text, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.extract.hedges.conditions import holds
from hearsay.extract.hedges.scopes import scope_of
from hearsay.extract.notation import Phrases
from hearsay.extract.prose import Prose
from hearsay.lexicon import load_table
from hearsay.model import HedgeKind, Scope


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: HedgeKind
    scope: Scope
    when: str


@dataclass(frozen=True, slots=True)
class Hedging:
    """The tokens [start, stop) of a hedge, its kind, and what it leaves open by itself."""

    start: int
    stop: int
    kind: HedgeKind
    scope: Scope


def hedgings(prose: Prose) -> list[Hedging]:
    """The hedges of a text in its order; of two that overlap the longer, or the earlier one."""
    phrases, anchors = _phrases()
    low = prose.low
    found = [
        Hedging(match.start, match.stop, match.value.kind, scope_of(prose, match.stop) or match.value.scope)
        for at, word in enumerate(low)
        if word in anchors
        for match in phrases.at(low, at)
        if holds(match.value.when, prose, match.start, match.stop)
    ]
    kept: list[Hedging] = []
    for one in sorted(found, key=lambda each: (each.start, -each.stop)):
        if not kept or kept[-1].stop <= one.start:
            kept.append(one)
        elif kept[-1].stop - kept[-1].start < one.stop - one.start:
            kept[-1] = one
    return kept


@cache
def _phrases() -> tuple[Phrases[_Entry], frozenset[str]]:
    phrases = Phrases(
        (row["form"], _Entry(cast(HedgeKind, row["kind"]), cast(Scope, row["scope"]), row["when"]))
        for row in load_table("hedges")
    )
    return phrases, frozenset(phrases.anchors)
