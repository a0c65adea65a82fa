"""Documents that carry something, in the order of time as far as that is known.

A stated time is an interval, as wide as its precision and, without a zone, as the zones of the world. Which
of two is earlier is told only where the intervals do not meet, and a lag is given as its least and its most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hearsay.link.alike import Bounds, bounds
from hearsay.model import Moment


@dataclass(frozen=True, slots=True)
class Sighting:
    """One document that carries it.  `copied`: it has the words from another document of the case."""

    document: str
    name: str
    outlet: str | None
    country: str | None
    owner: str | None
    language: str | None
    seen: Moment | None
    copied: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents and outlets there are of a day, country or language; `None` for the unknown."""

    name: str | None
    documents: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Lag:
    """An outlet, its earliest document, and how many seconds at least and at most it was behind the first.

    Where several can be the first, each of them was at most as long behind as the others allow.
    """

    outlet: str
    first: Sighting
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How something spread among `documents`.

    `first` are the earliest seen in this case: every document that can be the earliest, as its time and those
    of the others are stated. `days` are days as documents state them, in their own zones. `undated` documents
    are in no order; all others stand in `dated`, earliest first. `copied` counts those that only copied.
    """

    documents: int
    outlets: int
    first: tuple[Sighting, ...]
    dated: tuple[Sighting, ...]
    undated: tuple[Sighting, ...]
    days: tuple[Tally, ...]
    countries: tuple[Tally, ...]
    languages: tuple[Tally, ...]
    lags: tuple[Lag, ...]
    copied: int


def spread(sightings: Iterable[Sighting]) -> Spread:
    """How the documents follow each other; their order does not matter."""
    given = sorted(sightings, key=lambda one: one.document)
    dated = sorted((one for one in given if one.seen is not None), key=_order)
    undated = tuple(one for one in given if one.seen is None)
    first = _first(dated)
    return Spread(
        len(given),
        len({one.outlet for one in given} - {None}),
        first,
        tuple(dated),
        undated,
        _tallies(dated, lambda one: one.seen.value[:10] if one.seen else None, by_name=True),
        _tallies(given, lambda one: one.country),
        _tallies(given, lambda one: one.language),
        _lags(dated, first),
        sum(one.copied for one in given),
    )


def _bounds(one: Sighting) -> Bounds:
    found = bounds(one.seen)
    assert found is not None  # noqa: S101 -- only dated sightings are asked
    return found


def _order(one: Sighting) -> tuple[datetime, datetime, str]:
    earliest, latest = _bounds(one)
    return latest, earliest, one.document


def _first(dated: Sequence[Sighting]) -> tuple[Sighting, ...]:
    if not dated:
        return ()
    latest = min(_bounds(one)[1] for one in dated)
    return tuple(one for one in dated if _bounds(one)[0] <= latest)


def _lags(dated: Sequence[Sighting], first: Sequence[Sighting]) -> tuple[Lag, ...]:
    firsts: dict[str, Sighting] = {}
    for one in dated:
        if one.outlet is not None:
            firsts.setdefault(one.outlet, one)
    begins = sorted((_bounds(one)[0], str(one.outlet)) for one in first)
    ends = sorted((_bounds(one)[1], str(one.outlet)) for one in first)
    lags = []
    for outlet, one in firsts.items():
        earliest, latest = _bounds(one)
        # When the first of the others can have been printed, at the earliest and at the latest.
        begin = next((instant for instant, other in begins if other != outlet), latest)
        end = next((instant for instant, other in ends if other != outlet), latest)
        least = max(0, int((earliest - end).total_seconds()))
        most = max(0, int((latest - begin).total_seconds()))
        lags.append(Lag(outlet, one, least, most))
    return tuple(lags)


def _tallies(
    sightings: Sequence[Sighting], key: Callable[[Sighting], str | None], *, by_name: bool = False
) -> tuple[Tally, ...]:
    """The most first, the unknown last; or by name."""
    groups: dict[str | None, list[Sighting]] = defaultdict(list)
    for one in sightings:
        groups[key(one)].append(one)
    found = [
        Tally(name, len(group), len({one.outlet for one in group} - {None})) for name, group in groups.items()
    ]
    if by_name:
        return tuple(sorted(found, key=lambda tally: tally.name or ""))
    return tuple(sorted(found, key=lambda tally: (tally.name is None, -tally.documents, tally.name or "")))
