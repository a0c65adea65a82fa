"""All appearances of a case as columns in memory: filters with exact counts, at the speed of a page.

A list with filters has to say how many there are, and how many there would be under each further filter. In
SQL every such count reads the tables again (0.3 to 1.5 s on 400,000 appearances); as columns of numbers all
of them together take some 30 ms. The words themselves stay in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from hearsay.case.appearance_columns import NO_YES, UNDATED, Column, Columns, Mask, distinct
from hearsay.case.file import Case
from hearsay.case.filters import folded
from hearsay.case.searching import terms

ORDERS = ("widest", "newest", "oldest")
# Values of a facet that are worth naming; the rest is found by typing.
FACET_VALUES = 12
# Letters from which the beginning of a word is looked up; shorter ones would match half of the words.
PREFIX = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a statement must have: an appearance that passes all of these; `None` or "" lets everything pass.

    `words` are looked up in quotations, in speakers' names and in outlets' names, each word in any of the
    three. `actor` is an id, `outlet` a name as the case has it. `since` and `until` are as in `Filters`.
    `hedged` is "yes", "no" or a kind of hedge: whether and how the writer or the speaker withholds his
    warrant. `ruled` is "yes" or "no": whether a person has ruled on it. `setting` is before whom it was said,
    `country` that of the outlet, `roots` from how many known origins it comes (of `ROOTS`), `finding` "yes"
    or a kind of finding that concerns it; `had_first` an outlet that had it first, of those that others carry
    too. `said_since` and `said_until` are days between which some document says that it was said.
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
    roots: str | None = None
    finding: str | None = None
    had_first: str | None = None
    said_since: date | None = None
    said_until: date | None = None


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


class Index(Columns):
    """The columns of one state of a case with the filters over them."""

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.select = lru_cache(64)(self._select)

    def mark_ruled(self, attributions: Iterable[int]) -> None:
        """Tell on which attributions (keys) a person has ruled."""
        ruled = np.isin(self.attribution, np.fromiter(attributions, np.int64))
        self._labelled["ruled"] = (ruled.astype(np.int64), NO_YES)
        self.select.cache_clear()

    def mark_found(self, found: Mapping[str, Iterable[int]]) -> None:
        """Tell which statements (keys) the findings of each kind concern."""
        masks = {
            kind: np.isin(self.statement_keys, np.fromiter(keys, np.int64))[self.statement]
            for kind, keys in found.items()
        }
        any_of = {"yes": np.logical_or.reduce(list(masks.values()))} if masks else {}
        self._several["finding"] = {**any_of, **masks}
        self.select.cache_clear()

    def _select(self, wanted: Wanted, order: str = "widest") -> Selection:
        """The statements that pass, in the order of `ORDERS`, with the facets of each filter."""
        words = self._of_words(wanted.words)
        masks = {
            "actor": self._of_actor(wanted.actor),
            "outlet": self._of_outlet(wanted.outlet),
            **{name: self._of_label(name, getattr(wanted, name)) for name in self._labelled},
            **{name: self._of_several(name, getattr(wanted, name)) for name in self._several},
        }
        whole_statements = (
            self._of_first(wanted.had_first),
            self._of_saying(wanted.said_since, wanted.said_until),
        )
        always = [
            mask
            for mask in (words, self._of_time(wanted.since, wanted.until), *whole_statements)
            if mask is not None
        ]

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
                seen = np.where(seen == UNDATED, UNDATED, -seen)
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
        elif name in self._several:
            return tuple(
                Facet(label, label, len(self._numbers(mask & of_label)))
                for label, of_label in self._several[name].items()
            )
        else:
            column, labels = self._labelled[name]
            return tuple(
                Facet(label, label, len(self._numbers(mask & (column == value))))
                for value, label in enumerate(labels)
            )
        return tuple(sorted(facets, key=lambda facet: (-facet.statements, facet.label))[:FACET_VALUES])

    def _counted(self, values: Column, statements: Column) -> tuple[list[int], list[int]]:
        """How many different statements go with each value."""
        pairs = distinct(values * (len(self.statement_keys) + 1) + statements)
        counts = np.bincount(pairs // (len(self.statement_keys) + 1))
        found = np.flatnonzero(counts)
        return found.tolist(), counts[found].tolist()

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

    def _of_several(self, name: str, value: str | None) -> Mask | None:
        if value is None:
            return None
        return self._several[name].get(value, np.zeros(len(self.statement), np.bool_))

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

    def _of_first(self, outlet: str | None) -> Mask | None:
        """Statements that others carry too, of which the earliest dated printing is this outlet's."""
        if outlet is None:
            return None
        return self._of_statements(
            "SELECT s.key FROM outlet o JOIN document d ON d.outlet = o.key JOIN attribution a "
            "ON a.document = d.key JOIN statement s ON s.first = a.key "
            "WHERE o.name = ? AND s.outlets > 1 AND d.published IS NOT NULL",
            outlet,
        )

    def _of_saying(self, since: date | None, until: date | None) -> Mask | None:
        """Statements of which a document says that they were said between two days, as far as it tells."""
        if since is None and until is None:
            return None
        return self._of_statements(
            "SELECT e.statement FROM time t JOIN appearance e ON e.attribution = t.attribution "
            "WHERE (t.earliest IS NOT NULL OR t.latest IS NOT NULL) "
            "AND ifnull(t.latest, '9999-12-31') >= ? AND ifnull(t.earliest, '') <= ?",
            "" if since is None else since.isoformat(),
            "9999-12-31" if until is None else until.isoformat(),
        )

    def _of_statements(self, sql: str, *values: str) -> Mask:
        keys = np.fromiter((key for (key,) in self._case.rows(sql, values)), np.int64)
        mask: Mask = np.isin(self.statement_keys, keys)[self.statement]
        return mask

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
