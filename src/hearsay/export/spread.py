"""How something spread, as rows for programs and as lines for readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hearsay.export.counts import LONGEST_NAME, UNDATED, UNKNOWN_OUTLET, count, date_text
from hearsay.export.jsonl import Row, moment
from hearsay.export.visible import one_line
from hearsay.link.spread import Lag, Sighting, Spread, Tally
from hearsay.model import Reliance, Roots

COLUMNS = (
    "document", "outlet", "country", "owner", "language", "published", "first", "lag_least", "lag_most",
    "copied", "relies_on", "relied_on", "through", "rule",
)  # fmt: skip
_HOUR = 3600
_DAY = 24 * _HOUR


def spread_row(spread: Spread) -> Row:
    """All of it in one object; lags are in seconds, from least to most."""
    return {
        "documents": spread.documents,
        "outlets": spread.outlets,
        "earliest_seen_in_this_case": [_sighting(one) for one in spread.first],
        "copied": spread.copied,
        "days": [_tally(one) for one in spread.days],
        "countries": [_tally(one) for one in spread.countries],
        "languages": [_tally(one) for one in spread.languages],
        "lags": [
            {"outlet": lag.outlet, "document": lag.first.name, "seconds": [lag.least, lag.most]}
            for lag in spread.lags
        ],
        "appearances": [_sighting(one) for one in spread.dated],
        "undated": [_sighting(one) for one in spread.undated],
    }


def spread_cells(spread: Spread, roots: Roots | None = None) -> Iterator[Row]:
    """A row a document: dated ones in their order, then the undated; on what each relies, from `roots`."""
    names = {one.document: one.name for one in (*spread.dated, *spread.undated)}
    reliances = {one.document: one for one in roots.reliances} if roots else {}
    lags = {lag.first.document: lag for lag in spread.lags}
    first = {one.document for one in spread.first}
    for one in (*spread.dated, *spread.undated):
        lag = lags.get(one.document)
        yield {
            "document": one.name,
            "outlet": one.outlet,
            "country": one.country,
            "owner": one.owner,
            "language": one.language,
            "published": moment(one.seen),
            "first": one.document in first,
            "lag_least": lag and lag.least,
            "lag_most": lag and lag.most,
            "copied": one.copied,
            **(_reliance(reliances[one.document], names) if one.document in reliances else {}),
        }


def _reliance(one: Reliance, names: Mapping[str, str]) -> Row:
    return {
        "relies_on": one.on,
        "relied_on": one.name,
        "through": names.get(one.source or ""),
        "rule": one.rule or None,
    }


def spread_lines(spread: Spread, names: Mapping[str, str] | None = None) -> Iterator[str]:
    """The whole, in paragraphs; what is not known is said."""
    yield from first_lines(spread)
    share = f"{spread.copied:,} of {count(spread.documents, 'document')}"
    yield f"Only copied from another document of the case: {share}."
    yield ""
    yield from _listed("By day, as documents state it", spread.days)
    yield from _listed("By country of the outlet", spread.countries)
    yield from _listed("By language", spread.languages)
    if spread.lags:
        yield "Outlets by how long after the earliest seen"
        for lag in spread.lags:
            name = one_line(lag.first.name, LONGEST_NAME)
            yield f"  {lag_text(lag):32}  {one_line(lag.outlet, LONGEST_NAME)} ({name})"
    if spread.undated:
        yield ""
        yield f"Without a date, and so in no order: {count(len(spread.undated), 'document')}"
        for one in spread.undated:
            yield f"  {_named(one)}"


def first_lines(spread: Spread) -> Iterator[str]:
    """The earliest seen in this case, with all that can be it."""
    if not spread.first:
        yield f"Earliest seen in this case: unknown, {UNDATED}."
        return
    if len(spread.first) == 1:
        yield f"Earliest seen in this case: {_named(spread.first[0])}."
        return
    yield f"Earliest seen in this case: one of {len(spread.first)}, whose stated times do not tell which"
    for one in spread.first:
        yield f"  {_named(one)}"


def lag_text(lag: Lag) -> str:
    """ "2 h 5 min", or "up to 14 h" and "3 to 17 h" where the stated times leave it open."""
    if lag.most == 0:
        return "the earliest seen"
    if lag.most - lag.least <= 120:
        return _duration(lag.least)
    return (
        f"up to {_duration(lag.most)}"
        if lag.least == 0
        else f"{_duration(lag.least)} to {_duration(lag.most)}"
    )


def _duration(seconds: int) -> str:
    if seconds >= 2 * _DAY:
        return f"{seconds / _DAY:.0f} days"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _listed(title: str, tallies: Sequence[Tally]) -> Iterator[str]:
    if not tallies:
        return
    yield title
    for tally in tallies:
        outlets = count(tally.outlets, "known outlet") if tally.outlets else "no known outlet"
        name = one_line(tally.name, LONGEST_NAME) if tally.name else "unknown"
        yield f"  {name:24}  {count(tally.documents, 'document')}, {outlets}"
    yield ""


def _sighting(one: Sighting) -> Row:
    return {
        "document": one.name,
        "document_id": one.document,
        "outlet": one.outlet,
        "country": one.country,
        "owner": one.owner,
        "language": one.language,
        "seen": moment(one.seen),
        "precision": one.seen.precision if one.seen else None,
        "zone": one.seen.zone if one.seen else None,
        "copied": one.copied,
    }


def _tally(one: Tally) -> Row:
    return {"name": one.name, "documents": one.documents, "outlets": one.outlets}


def _named(one: Sighting) -> str:
    outlet = one_line(one.outlet or UNKNOWN_OUTLET, LONGEST_NAME)
    return f"{outlet}, {date_text(one.seen)} ({one_line(one.name, LONGEST_NAME)})"
