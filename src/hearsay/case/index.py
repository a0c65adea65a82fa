"""All appearances of a case as columns in memory: filters with exact counts, at the speed of a page.

A list with filters has to say how many there are, and how many there would be under each further filter. In
SQL every such count reads the tables again (0.3 to 1.5 s on 400,000 appearances); as columns of numbers all
of them together take some 30 ms. The words themselves stay in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from hearsay.case.file import Case
from hearsay.case.filters import folded
from hearsay.case.pages import REVISED, moment
from hearsay.case.provenance.spreading import outlets
from hearsay.case.searching import terms

Column: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

KINDS = ("direct", "mixed", "indirect")
MODES = ("speech", "thought")
NO_YES = ("no", "yes")
ORDERS = ("widest", "newest", "oldest")
# Undated documents stand beyond every day.
_UNDATED = np.iinfo(np.int64).max
# Values of a facet that are worth naming; the rest is found by typing.
FACET_VALUES = 12
# Letters from which the beginning of a word is looked up; shorter ones would match half of the words.
PREFIX = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a statement must have: an appearance that passes all of these; `None` or "" lets everything pass.

    `words` are looked up in quotations, in speakers' names and in outlets' names, each word in any of the
    three. `actor` is an id, `outlet` a name as the case has it. `since` and `until` are as in `Filters`.
    `hedged` and `ruled` are "yes" or "no": whether the writer or the speaker withholds his warrant, whether a
    person has ruled on it. `setting` is before whom it was said, `country` that of the outlet.
    """

    words: str = ""
    actor: str | None = None
    outlet: str | None = None
    kind: str | None = None
    mode: str | None = None
    since: date | None = None
    until: date | None = None
    hedged: str | None = None
    setting: str | None = None
    country: str | None = None
    ruled: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a filter, and how many statements there are with it under all the other filters."""

    value: str
    label: str
    statements: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements that pass: their keys in order, and the facets by the name of the filter."""

    keys: tuple[int, ...]
    facets: dict[str, tuple[Facet, ...]]


class Index:
    """The columns of one state of a case; make a new one when the case has changed."""

    def __init__(self, case: Case) -> None:
        self._case = case
        with case.snapshot():
            self._load(case)
        self.select = lru_cache(64)(self._select)

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
            "hedged": (self._among(case, "SELECT DISTINCT attribution FROM hedge"), NO_YES),
            "setting": self._settings(case),
            "country": self._countries(case),
            "ruled": (np.zeros(len(rows), np.int64), NO_YES),
        }

    def _among(self, case: Case, sql: str) -> Column:
        """1 for each appearance whose attribution (key) the query gives, else 0."""
        return np.isin(self.attribution, _column(key for (key,) in case.rows(sql))).astype(np.int64)

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
        labels = (*sorted(set(known.values())), "not known")
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

    def mark_ruled(self, attributions: Iterable[int]) -> None:
        """Tell on which attributions (keys) a person has ruled."""
        ruled = np.isin(self.attribution, np.fromiter(attributions, np.int64))
        self._labelled["ruled"] = (ruled.astype(np.int64), NO_YES)
        self.select.cache_clear()

    def number_of(self, statement: int) -> int | None:
        """The number of the statement with this key, by which the columns go."""
        found = np.flatnonzero(self.statement_keys == statement)
        return int(found[0]) if len(found) else None

    def days(self, number: int) -> Column:
        """The first days (ordinals) of the dated documents in which a statement appears, each once."""
        printed: Column = self.first_day[
            np.unique(self.document[self.starts[number] : self.starts[number + 1]])
        ]
        dated: Column = printed[printed != _UNDATED]
        return dated

    def printings(self, number: int) -> Column:
        """First and last second that the dates of a statement's documents can name, the earliest first."""
        places = np.unique(self.document[self.starts[number] : self.starts[number + 1]])
        dated = places[self.seen[places] != _UNDATED]
        return np.column_stack((self.early[dated], self.seen[dated]))

    def published(self, first: int, last: int) -> Column:
        """The same of all dated documents that can have been printed between two seconds."""
        inside = (self.seen != _UNDATED) & (self.seen >= first) & (self.early <= last)
        return np.column_stack((self.early[inside], self.seen[inside]))

    def printed_between(self, first: int, last: int, limit: int) -> list[int]:
        """The numbers of the `limit` widest statements with a document that can be of between two seconds."""
        inside = (self.seen != _UNDATED) & (self.seen >= first) & (self.early <= last)
        return [int(one) for one in self._numbers(inside[self.document])[:limit]]

    def span(self) -> tuple[int, int] | None:
        """The days (ordinals) between which nearly all dated documents were printed.

        A twentieth at either end may stand outside: one old article must not press a week into a corner.
        """
        dated = np.sort(self.first_day[self.first_day != _UNDATED])
        if not len(dated):
            return None
        cut = len(dated) // 20
        return int(dated[cut]), int(dated[len(dated) - 1 - cut])

    def bounds_of_days(self) -> tuple[int, int] | None:
        """The first and the last day (ordinals) that a document states, `None` where none does."""
        dated = self.first_day != _UNDATED
        if not dated.any():
            return None
        return int(self.first_day[dated].min()), int(self.last_day[dated].max())

    def near(self, number: int, seconds: int) -> list[int]:
        """The numbers of the statements first seen within so many seconds of this one, by when."""
        middle = self.first_seen[number]
        if middle == _UNDATED:
            return []
        close = np.flatnonzero((self.first_seen != _UNDATED) & (np.abs(self.first_seen - middle) <= seconds))
        return [int(one) for one in close[np.argsort(self.first_seen[close], kind="stable")] if one != number]

    def _select(self, wanted: Wanted, order: str = "widest") -> Selection:
        """The statements that pass, in the order of `ORDERS`, with the facets of each filter."""
        words = self._of_words(wanted.words)
        masks = {
            "actor": self._of_actor(wanted.actor),
            "outlet": self._of_outlet(wanted.outlet),
            **{name: self._of_label(name, getattr(wanted, name)) for name in self._labelled},
        }
        always = [mask for mask in (words, self._of_time(wanted.since, wanted.until)) if mask is not None]

        def passing(without: str = "") -> Mask:
            together = np.ones(len(self.statement), np.bool_)
            for mask in (*always, *(mask for name, mask in masks.items() if name != without)):
                if mask is not None:
                    together &= mask
            return together

        whole = passing()
        facets = {name: self._facet(name, whole if masks[name] is None else passing(name)) for name in masks}
        numbers = self._numbers(whole)
        if order != "widest":
            seen = self.first_seen[numbers]
            if order == "newest":
                # The undated last in either order.
                seen = np.where(seen == _UNDATED, _UNDATED, -seen)
            numbers = numbers[np.argsort(seen, kind="stable")]
        return Selection(tuple(self.statement_keys[numbers].tolist()), facets)

    def _facet(self, name: str, mask: Mask) -> tuple[Facet, ...]:
        if name == "actor":
            kept = mask[self._credited]
            values, counts = self._counted(self._actor[kept], self.statement[self._credited[kept]])
            named = [(self._actor_names[value], count) for value, count in zip(values, counts, strict=True)]
            facets = [Facet(id_, label, count) for (id_, label), count in named]
        elif name == "outlet":
            kept = mask & (self._outlets[self.document] > 0)
            values, counts = self._counted(self._outlets[self.document[kept]], self.statement[kept])
            facets = [
                Facet(self.outlet_names[value], self.outlet_names[value], count)
                for value, count in zip(values, counts, strict=True)
            ]
        else:
            column, labels = self._labelled[name]
            return tuple(
                Facet(label, label, len(self._numbers(mask & (column == value))))
                for value, label in enumerate(labels)
            )
        return tuple(sorted(facets, key=lambda facet: (-facet.statements, facet.label))[:FACET_VALUES])

    def _counted(self, values: Column, statements: Column) -> tuple[list[int], list[int]]:
        """How many different statements go with each value."""
        pairs = np.unique(values * (len(self.statement_keys) + 1) + statements)
        found, counts = np.unique(pairs // (len(self.statement_keys) + 1), return_counts=True)
        return found.tolist(), counts.tolist()

    def _numbers(self, mask: Mask) -> Column:
        """The numbers of the statements with one of these appearances, in order."""
        met = np.zeros(len(self.statement_keys), np.bool_)
        met[self.statement[mask]] = True
        return np.flatnonzero(met)

    def _of_actor(self, actor: str | None) -> Mask | None:
        if actor is None:
            return None
        mask = np.zeros(len(self.statement), np.bool_)
        mask[self._credited[self._actor == self._actor_keys.get(actor, -1)]] = True
        return mask

    def _of_label(self, name: str, value: str | None) -> Mask | None:
        if value is None:
            return None
        column, labels = self._labelled[name]
        mask: Mask = column == (labels.index(value) if value in labels else -1)
        return mask

    def _of_outlet(self, outlet: str | None) -> Mask | None:
        if outlet is None:
            return None
        found: Mask = self._outlets[self.document] == self._outlet_keys.get(outlet, -1)
        return found

    def _of_time(self, since: date | None, until: date | None) -> Mask | None:
        if since is None and until is None:
            return None
        good = np.ones(len(self._document_keys), np.bool_)
        if since is not None:
            good &= self.last_day >= since.toordinal()
        if until is not None:
            good &= self.first_day <= until.toordinal()
        found: Mask = (good & (self.last_day >= 0))[self.document]
        return found

    def _of_words(self, words: str) -> Mask | None:
        """Appearances in which each term stands in the quotation, the speaker's name or the outlet's."""
        together: Mask | None = None
        asked = terms(words)
        for place, term in enumerate(asked):
            # Whoever is still typing means the beginning of a word.
            last = place == len(asked) - 1 and words.endswith(term)
            begins = last and len(term) >= PREFIX and " " not in term
            mask = self._quoting(term, begins) | self._naming(f" {folded(term)}" + ("" if begins else " "))
            together = mask if together is None else together & mask
        return together

    def _quoting(self, term: str, begins: bool) -> Mask:
        found = np.fromiter(
            (
                key
                for (key,) in self._case.rows(
                    "SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?",
                    (f'"{term}"' + ("*" if begins else ""),),
                )
            ),
            np.int64,
        )
        return np.isin(self._quotation, found)

    def _naming(self, sought: str) -> Mask:
        """Appearances whose speaker or outlet is called so."""
        if not sought.strip():
            return np.zeros(len(self.statement), np.bool_)
        actors, speakers, outlets = (
            np.fromiter((key for key, name in names if sought in name), np.int64)
            for names in (self._folded_actors, self._folded_speakers, self._folded_outlets)
        )
        mask: Mask = np.isin(self._speaker, speakers) | np.isin(self._outlets[self.document], outlets)
        mask[self._credited[np.isin(self._actor, actors)]] = True
        return mask


def _column(values: Iterable[int]) -> Column:
    return np.fromiter(values, np.int64)


def _table(rows: Iterable[Sequence[int]], width: int) -> Column:
    flat = np.fromiter((value for row in rows for value in row), np.int64)
    return flat.reshape(-1, width)


def _day(value: str | None) -> int:
    return int(_UNDATED) if value is None else date.fromisoformat(value).toordinal()


def _instants(published: Sequence[Any], revised: Sequence[Any]) -> tuple[int, int]:
    """First and last second since 1970 that the time can name from which a document's words are public."""
    when = moment(*revised) or moment(*published)
    if when is None:
        return int(_UNDATED), int(_UNDATED)
    first, last = when.bounds()
    return int(first.timestamp()), int(last.timestamp())
