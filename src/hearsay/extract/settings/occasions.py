"""The occasions of a text: one rally, one dinner, with all that was said at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from hearsay.extract.dated import date_near
from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import party_at
from hearsay.extract.settings.finding import MEDIA, Place
from hearsay.model import Occasion, Span, occasion_id

# How far behind its words, in tokens, the place and the audience of an occasion can stand.
BEHIND = 8
# How many occasions back one can be spoken of again.
BACK = 20

Value = TypeVar("Value")


@dataclass(slots=True)
class _Event:
    """An occasion in the making; `town` and `date` are the first that its places tell."""

    what: str
    town: str | None = None
    date: Span | None = None
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions of a text in its order, and which of them each of its places is, by the place's head."""

    all: tuple[Occasion, ...]
    of: dict[int, str]


def occasions(prose: Prose, document: str, used: Mapping[int, Place]) -> Occasions:
    """The occasions of the places at which statements were made.

    A definite phrase (the rally) goes on with the last occasion of its sort, and so does one with the same
    town or the same date; an indefinite one (a rally) is a new occasion. What is written has none.
    """
    events: list[_Event] = []
    of: dict[int, _Event] = {}
    for place in sorted({each.head: each for each in used.values()}.values(), key=lambda each: each.start):
        if place.what in MEDIA:
            continue
        town, date = _town(prose, place), _date(prose, place)
        event = _known(prose, place, town, date, events)
        if event is None:
            event = _Event(place.what)
            events.append(event)
        event.town = event.town or town
        event.date = event.date or date
        event.places.append(place)
        of[place.head] = event
    made = {id(event): _occasion(prose, document, event) for event in events}
    return Occasions(
        tuple(made[id(event)] for event in events), {head: made[id(event)].id for head, event in of.items()}
    )


def _known(
    prose: Prose, place: Place, town: str | None, date: Span | None, events: list[_Event]
) -> _Event | None:
    for event in reversed(events[-BACK:]):
        if event.what != place.what:
            continue
        if town is not None and event.town is not None and town != event.town:
            continue
        dated = date is not None and event.date is not None
        if dated and _text(prose, date) != _text(prose, event.date):
            continue
        if place.definite or (town is not None and town == event.town) or dated:
            return event
    return None


def _occasion(prose: Prose, document: str, event: _Event) -> Occasion:
    first = event.places[0]
    spans = tuple(prose.span(each.start, each.stop) for each in event.places)
    return Occasion(
        occasion_id(document, event.what, spans[0]),
        document,
        first.visibility,
        event.what,
        spans,
        event.town,
        _first(_audience(prose, each) for each in event.places),
        event.date,
    )


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)


def _town(prose: Prose, place: Place) -> str | None:
    """Where it was: the name behind "in" that follows the words."""
    low, words = prose.low, prose.tokens.words
    _, last = prose.sentence(place.head)
    for at in range(place.stop, min(last - 1, place.stop + BEHIND)):
        if low[at] == "in" and words[at + 1][0].isupper():
            party = party_at(prose, at + 1)
            return (
                None
                if party is None or date_near(prose, at + 1, at + 2) == prose.span(at + 1, at + 2)
                else party.name
            )
        if low[at] in (",", "said", "that") or not words[at][0].isalnum():
            return None
    return None


def _audience(prose: Prose, place: Place) -> str | None:
    """Before whom it was: the noun phrase behind "to", "with" or "before", or behind told."""
    low = prose.low
    _, last = prose.sentence(place.head)
    if low[place.head] in ("told", "tells", "telling"):
        return _words(prose, place.head + 1)
    first, _ = prose.sentence(place.head)
    for at in range(place.start - 1, max(first, place.start - BEHIND) - 1, -1):
        if low[at] in ("told", "telling", "tells"):
            return _words(prose, at + 1)
        if not prose.tokens.words[at][0].isalnum():
            break
    for at in range(place.stop, min(last - 1, place.stop + BEHIND)):
        if low[at] in ("with", "before", "for") or (low[at] == "to" and low[at + 1].endswith("s")):
            return _words(prose, at + 1)
        if not prose.tokens.words[at][0].isalnum():
            return None
    return None


def _words(prose: Prose, at: int) -> str | None:
    party = party_at(prose, at)
    return None if party is None else prose.text[slice(*prose.span(party.start, party.stop))]


def _date(prose: Prose, place: Place) -> Span | None:
    return date_near(prose, place.start, place.stop)


def _text(prose: Prose, span: Span | None) -> str:
    return "" if span is None else prose.text[span[0] : span[1]]
