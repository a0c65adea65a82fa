"""All appearances of a case as columns of numbers in memory, and look-ups without a filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from hearsay.case.file import Case
from hearsay.case.filters import folded
from hearsay.case.pages import REVISED, moment
from hearsay.case.provenance.spreading import outlets
from hearsay.model import HedgeKind

Column: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

KINDS = ("direct", "mixed", "indirect")
MODES = ("speech", "thought")
NO_YES = ("no", "yes")
UNKNOWN = "not known"
# How many known origins a statement has.
ROOTS = ("none", "one", "several")
# Undated documents stand beyond every day.
UNDATED = np.iinfo(np.int64).max


class Columns:
    """The columns of one state of a case; make new ones when the case has changed."""

    def __init__(self, case: Case) -> None:
        self._case = case
        with case.snapshot():
            self._load(case)

    def _load(self, case: Case) -> None:
        documents = list(
            case.rows(
                "SELECT d.key, d.published_from, d.published_until, ifnull(d.outlet, 0), "
                f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
                "FROM document d ORDER BY d.key"
            )
        )
        self._document_keys = _column(row[0] for row in documents)
        self.first_day = _column(_day(row[1]) for row in documents)
        self.last_day = _column(-1 if row[2] is None else _day(row[2]) for row in documents)
        self._outlets = _column(row[3] for row in documents)
        instants = [_instants(row[4:8], row[8:12]) for row in documents]
        self.early = _column(first for first, _ in instants)
        self.seen = _column(last for _, last in instants)
        self.outlet_names: dict[int, str] = dict(case.rows("SELECT key, name FROM outlet"))
        self._outlet_keys = {name: key for key, name in self.outlet_names.items()}

        heads = _table(
            case.rows(
                "SELECT s.key, s.outlets, s.pages, s.appearances, ifnull(a.document, 0) FROM statement s "
                "LEFT JOIN attribution a ON a.key = s.first "
                "ORDER BY s.outlets DESC, s.pages DESC, s.appearances DESC, s.id"
            ),
            5,
        )
        # Statements are numbered widest first, so that this order is that of the numbers.
        self.statement_keys = heads[:, 0]
        by_key = np.argsort(self.statement_keys)
        first_documents = np.searchsorted(self._document_keys, heads[:, 4])
        self.first_seen = self.seen[first_documents] if len(documents) else heads[:, 4]

        rows = _table(
            case.rows(
                "SELECT e.statement, e.position, a.key, a.document, a.quotation, ifnull(a.speaker, 0), "
                "CASE a.kind WHEN 'direct' THEN 0 WHEN 'mixed' THEN 1 ELSE 2 END, a.mode = 'thought' "
                "FROM appearance e JOIN attribution a ON a.key = e.attribution"
            ),
            8,
        )
        statement = by_key[np.searchsorted(self.statement_keys[by_key], rows[:, 0])]
        order = np.lexsort((rows[:, 1], statement))
        rows, self.statement = rows[order], statement[order]
        self.attribution = rows[:, 2]
        self.document = np.searchsorted(self._document_keys, rows[:, 3])
        self._quotation, self._speaker = rows[:, 4], rows[:, 5]
        self.starts = np.searchsorted(self.statement, np.arange(len(heads) + 1))
        self._load_actors(case)
        self._labelled = {
            "kind": (rows[:, 6], KINDS),
            "mode": (rows[:, 7], MODES),
            "setting": self._settings(case),
            "country": self._countries(case),
            "roots": self._roots(case),
            "ruled": (np.zeros(len(rows), np.int64), NO_YES),
        }
        self._several: dict[str, dict[str, Mask]] = {"hedged": self._hedges(case), "finding": {}}

    def _hedges(self, case: Case) -> dict[str, Mask]:
        """Which appearances are hedged, and in each of the ways that there are."""
        by_kind: dict[str, list[int]] = {kind: [] for kind in get_args(HedgeKind)}
        for attribution, kind in case.rows("SELECT attribution, kind FROM hedge"):
            by_kind[kind].append(attribution)
        masks = {kind: np.isin(self.attribution, _column(found)) for kind, found in by_kind.items()}
        hedged = np.logical_or.reduce(list(masks.values()))
        return {"no": ~hedged, "yes": hedged, **masks}

    def _roots(self, case: Case) -> tuple[Column, tuple[str, ...]]:
        """From how many known origins each appearance's statement comes."""
        known: dict[int, int] = dict(case.rows("SELECT statement, known FROM roots"))
        by_number = _column(min(2, known.get(key, 0)) for key in self.statement_keys.tolist())
        return by_number[self.statement], ROOTS

    def _settings(self, case: Case) -> tuple[Column, tuple[str, ...]]:
        """Before whom each was said: the visibilities that documents tell, and that they tell none."""
        found: dict[int, str] = dict(case.rows("SELECT attribution, visibility FROM setting"))
        labels = (*sorted(set(found.values()) - {"unknown"}), "not told")
        places = {label: n for n, label in enumerate(labels)}
        last = len(labels) - 1
        return _column(places.get(found.get(key, ""), last) for key in self.attribution.tolist()), labels

    def _countries(self, case: Case) -> tuple[Column, tuple[str, ...]]:
        """The country of each appearance's outlet, the last label where it is not known."""
        known = {row.name: row.known.country for row in outlets(case) if row.known and row.known.country}
        self._country_of = known
        labels = (*sorted(set(known.values())), UNKNOWN)
        places = {name: labels.index(country) for name, country in known.items()}
        by_key = np.full(max(self.outlet_names, default=0) + 1, len(labels) - 1)
        for key, name in self.outlet_names.items():
            by_key[key] = places.get(name, len(labels) - 1)
        return by_key[self._outlets[self.document]], labels

    def _load_actors(self, case: Case) -> None:
        """Which actors each appearance credits: pairs of an appearance's number and an actor's key."""
        actors = list(case.rows("SELECT key, id, name FROM actor ORDER BY key"))
        self._actor_names: dict[int, tuple[str, str]] = {row[0]: (row[1], row[2]) for row in actors}
        self._actor_keys = {id_: key for key, id_, _ in actors}
        self._folded_actors = [(key, f" {folded(name)} ") for key, _, name in actors]
        self._folded_speakers = [
            (key, f" {folded(name)} ") for key, name in case.rows("SELECT key, name FROM speaker")
        ]
        self._folded_outlets = [(key, f" {folded(name)} ") for key, name in self.outlet_names.items()]
        mentions = _table(
            case.rows(
                "SELECT m.name, m.document, l.actor FROM mention m JOIN alias l ON l.key = m.alias "
                "ORDER BY m.name, m.document"
            ),
            3,
        )
        names = _table(case.rows("SELECT speaker, name FROM speaker_name ORDER BY speaker, position"), 2)
        scale = int(self._document_keys[-1]) + 1 if len(self._document_keys) else 1
        known = mentions[:, 0] * scale + mentions[:, 1]
        first, last = (np.searchsorted(names[:, 0], self._speaker, side) for side in ("left", "right"))
        many = np.repeat(np.arange(len(self._speaker)), last - first)
        offset = np.arange(len(many)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
        name = names[first[many] + offset, 1] if len(many) else many
        sought = name * scale + self._document_keys[self.document[many]] if len(many) else many
        place = np.minimum(np.searchsorted(known, sought), max(0, len(known) - 1))
        found = known[place] == sought if len(known) else np.zeros(len(many), np.bool_)
        self._credited = many[found]
        self._actor = mentions[place[found], 2] if len(known) else many[found]

    def number_of(self, statement: int) -> int | None:
        """The number of the statement with this key, by which the columns go."""
        found = np.flatnonzero(self.statement_keys == statement)
        return int(found[0]) if len(found) else None

    def printings(self, number: int) -> Column:
        """First and last second that the dates of a statement's documents can name, the earliest first."""
        places = distinct(self.document[self.starts[number] : self.starts[number + 1]])
        dated = places[self.seen[places] != UNDATED]
        return np.column_stack((self.early[dated], self.seen[dated]))

    def country_of(self, outlet: str | None) -> str:
        """The country of an outlet, as filters name it."""
        return self._country_of.get(outlet or "", UNKNOWN)

    def by_country(self, number: int | None) -> list[tuple[str, int, Column]]:
        """The countries of the outlets that print a statement, or (`None`) anything; the unknown is the last.

        Of each its name, how many documents there are, and the `printings` of those that are dated.
        """
        column, labels = self._labelled["country"]
        rows = slice(None) if number is None else slice(self.starts[number], self.starts[number + 1])
        pairs = distinct(column[rows] * (len(self.seen) + 1) + self.document[rows])
        country, places = np.divmod(pairs, len(self.seen) + 1)
        found = []
        for value, label in enumerate(labels):
            here = places[country == value]
            dated = here[self.seen[here] != UNDATED]
            if len(here):
                found.append((label, len(here), np.column_stack((self.early[dated], self.seen[dated]))))
        known = sorted((one for one in found if one[0] != labels[-1]), key=lambda one: (-one[1], one[0]))
        return [*known, *(one for one in found if one[0] == labels[-1])]

    def published(self, first: int, last: int) -> Column:
        """The same of all dated documents that can have been printed between two seconds."""
        inside = (self.seen != UNDATED) & (self.seen >= first) & (self.early <= last)
        return np.column_stack((self.early[inside], self.seen[inside]))

    def published_keys(self, first: int, last: int) -> Column:
        """The documents (keys) of `published`."""
        found: Column = self._document_keys[
            (self.seen != UNDATED) & (self.seen >= first) & (self.early <= last)
        ]
        return found

    def printed_between(self, first: int, last: int, limit: int) -> list[int]:
        """The numbers of the `limit` widest statements with a document that can be of between two seconds."""
        inside = (self.seen != UNDATED) & (self.seen >= first) & (self.early <= last)
        return [int(one) for one in self._numbers(inside[self.document])[:limit]]

    def _numbers(self, mask: Mask) -> Column:
        """The numbers of the statements with one of these appearances, in order."""
        met = np.zeros(len(self.statement_keys), np.bool_)
        met[self.statement[mask]] = True
        return np.flatnonzero(met)

    def span(self) -> tuple[int, int] | None:
        """The days (ordinals) between which nearly all dated documents were printed.

        A twentieth at either end stands outside where it is off by more than half of what the others take:
        one old article must not press a week into a corner.
        """
        dated = np.sort(self.first_day[self.first_day != UNDATED])
        if not len(dated):
            return None
        cut = len(dated) // 20
        low, high = int(dated[cut]), int(dated[len(dated) - 1 - cut])
        far = (high - low) // 2 + 1
        near = dated[(dated >= low - far) & (dated <= high + far)]
        return int(near[0]), int(near[-1])

    def bounds_of_days(self) -> tuple[int, int] | None:
        """The first and the last day (ordinals) that a document states, `None` where none does."""
        dated = self.first_day != UNDATED
        if not dated.any():
            return None
        return int(self.first_day[dated].min()), int(self.last_day[dated].max())

    def near(self, number: int, seconds: int) -> list[int]:
        """The numbers of the statements first seen within so many seconds of this one, by when."""
        middle = self.first_seen[number]
        if middle == UNDATED:
            return []
        close = np.flatnonzero((self.first_seen != UNDATED) & (np.abs(self.first_seen - middle) <= seconds))
        return [int(one) for one in close[np.argsort(self.first_seen[close], kind="stable")] if one != number]


def distinct(values: Column) -> Column:
    """The different ones of these numbers, in order.

    `np.unique` says the same; of 400,000 numbers it takes 115 ms where this takes 2 (numpy 2.4).
    """
    ordered = np.sort(values)
    found: Column = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return found


def _column(values: Iterable[int]) -> Column:
    return np.fromiter(values, np.int64)


def _table(rows: Iterable[Sequence[int]], width: int) -> Column:
    flat = np.fromiter((value for row in rows for value in row), np.int64)
    return flat.reshape(-1, width)


def _day(value: str | None) -> int:
    return int(UNDATED) if value is None else date.fromisoformat(value).toordinal()


def _instants(published: Sequence[Any], revised: Sequence[Any]) -> tuple[int, int]:
    """First and last second since 1970 that the time can name from which a document's words are public."""
    when = moment(*revised) or moment(*published)
    if when is None:
        return int(UNDATED), int(UNDATED)
    first, last = when.bounds()
    return int(first.timestamp()), int(last.timestamp())
