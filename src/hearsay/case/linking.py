"""Join new attributions to the blocks of those whose words are alike.

A block is a connected component of "share a fingerprint and are alike" over all attributions of the
case. Components do not depend on the order in which they were found, so that articles added one by one
end in the blocks of a fresh build. What a case keeps for this are the fingerprints of every wording
(`fingerprint`) and the block of every attribution.

In a large case most quotations that share a fingerprint do so by chance, and their number grows with the
square of the case's. They are told by their sketches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.case.sketches import Printing, Sketches
from hearsay.link.alike import (
    LEAST,
    Bounds,
    Credit,
    bounds,
    credit_of,
    days_between,
    is_indirect,
    needed,
    reaches,
)
from hearsay.link.crowd import could_be_alike
from hearsay.link.fingerprints import of_wording
from hearsay.link.likeness import NOTHING, likeness
from hearsay.link.wording import Wording, wording
from hearsay.model import Kind

# So many of those that share most fingerprints are looked at before it is asked what else there is.
_FIRST = 4
# More than any words tell.
_NEVER = 1 << 31


@dataclass(frozen=True, slots=True)
class _Pending:
    """An attribution that is in no block yet."""

    key: int
    quotation: int
    words: str
    kind: Kind
    speaker: str | None


class Linker:
    """Links the attributions of documents, one document at a time, in the caller's transaction.

    It remembers what it has read and written, so it must be thrown away when a transaction fails.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        # Keys are never given twice in a run, though SQLite would: `_merged` remembers those that are gone.
        last = case.row("SELECT ifnull(max(key), 0) FROM block")
        self._last_block: int = last[0] if last else 0
        self._merged: dict[int, int] = {}
        self._homes: dict[int, int] = {}
        self._sketches = Sketches(case)
        self._words = lru_cache(1 << 13)(self._fetch_words)

    def link(self, document: int) -> int:
        """Link every attribution of the document with this key that is in no block yet; how many."""
        row = self._case.row(
            "SELECT published, published_precision, published_zone, published_origin FROM document "
            "WHERE key = ?",
            (document,),
        )
        when = None if row is None else bounds(moment(*row))
        pending = [
            _Pending(*found)
            for found in self._case.rows(
                "SELECT a.key, a.quotation, q.words, a.kind, s.name FROM attribution a "
                "JOIN quotation q ON q.key = a.quotation LEFT JOIN speaker s ON s.key = a.speaker "
                "WHERE a.document = ? AND a.block IS NULL ORDER BY a.key",
                (document,),
            )
        ]
        self._sketches.begin(when)
        forms = {one.quotation: wording(one.words) for one in pending}
        values = {quotation: sorted(of_wording(form)) for quotation, form in forms.items()}
        printed = dict(zip(forms, self._sketches.printings(list(forms)), strict=True))
        new = {key: form for key, form in forms.items() if form.total >= LEAST and not printed[key]}
        self._sketches.store(new)
        self._case.write_all(
            "INSERT OR IGNORE INTO fingerprint (value, quotation) VALUES (?, ?)",
            sorted((value, quotation) for quotation in new for value in values[quotation]),
        )
        for one in pending:
            self._link_one(one, values[one.quotation], when)
        self._flush()
        self._case.write("UPDATE document SET linked = 1 WHERE key = ?", (document,))
        return len(pending)

    def _link_one(self, one: _Pending, values: list[int], when: Bounds | None) -> None:
        home: int | None = None
        (own,) = self._sketches.of([one.quotation])
        (printings,) = self._sketches.printings([one.quotation])
        indirect = is_indirect(one.kind, one.words)
        if own.told >= LEAST:
            for block in self._alike(one, values, when, indirect):
                block = self._now(block)
                if block != home:
                    home = block if home is None else self._merge(home, block)
        if home is None:
            self._last_block += 1
            home = self._last_block
        self._homes[one.key] = home
        if own.told < LEAST:
            return
        printing = (one.speaker, indirect, when)
        if not any(other[:3] == printing and self._now(other[3]) == home for other in printings):
            printings.append((*printing, home))

    def _alike(self, one: _Pending, values: list[int], when: Bounds | None, indirect: bool) -> Iterator[int]:
        """The blocks that hold an attribution that is alike with this one, most often more than once.

        One meeting with a block is enough: who is in a block that was given already is not compared.
        """
        form = wording(one.words)
        met: set[int] = set()
        for candidate, most, printings in self._candidates(form, one.quotation, values, met):
            asked, like = _NEVER, NOTHING
            for speaker, reported, printed, block in printings:
                block = self._now(block)
                if block in met:
                    continue
                days = days_between(when, printed)
                easiest = needed(Credit.ONE, indirect=indirect or reported, days=days)
                if easiest is None or most < easiest.told:
                    continue
                need = needed(credit_of(one.speaker, speaker), indirect=indirect or reported, days=days)
                if need is None or most < need.told:
                    continue
                if need.told < asked:
                    asked = need.told
                    like = likeness(form, wording(self._words(candidate)), asked)
                if reaches(like, need):
                    yield block
                    now = {self._now(block) for block in (*met, block)}
                    met.clear()
                    met |= now

    def _candidates(
        self, form: Wording, quotation: int, values: list[int], met: set[int]
    ) -> Iterator[tuple[int, int, list[Printing]]]:
        """The quotations that can be alike with this one, the most that they can share, and their printings.

        This one itself comes first, then those that share most fingerprints. What is in the blocks that are
        `met` by then is left out: of a much repeated quotation only the first few are looked at.
        """
        # As many marks as the next power of two: SQLite need not read a new query each time.
        marks = 1 << (len(values) - 1).bit_length() if values else 0
        found: dict[int, int] = dict(
            self._case.rows(
                "SELECT quotation, count(*) FROM fingerprint "
                f"WHERE value IN ({','.join('?' * marks)}) GROUP BY quotation",
                values + values[-1:] * (marks - len(values)),
            )
        )
        found.pop(quotation, None)
        listed = [quotation, *sorted(found, key=lambda candidate: (-found[candidate], candidate))]
        sketches = self._sketches.of(listed)
        places, bounds_of = could_be_alike(
            form,
            np.array([one.told for one in sketches]),
            np.array([one.whole for one in sketches]),
            [one.pairs for one in sketches],
        )
        most = dict(zip((listed[place] for place in places.tolist()), bounds_of.tolist(), strict=True))
        rest, size = list(most), _FIRST
        while rest:
            some, rest = rest[:size], rest[size:]
            yield from zip(some, map(most.__getitem__, some), self._sketches.printings(some), strict=True)
            rest, size = self._sketches.outside(rest, met), 4 * size

    def _now(self, block: int) -> int:
        """The block that one is a part of by now."""
        merged = self._merged
        while block in merged:
            block = merged[block]
        return block

    def _merge(self, one: int, other: int) -> int:
        """Move the smaller of two blocks into the larger; returns the one that stays."""
        self._flush()
        sizes: dict[int, int] = dict(
            self._case.rows("SELECT key, size FROM block WHERE key IN (?, ?)", (one, other))
        )
        stays, goes = (one, other) if sizes[one] >= sizes[other] else (other, one)
        self._case.write("UPDATE attribution SET block = ? WHERE block = ?", (stays, goes))
        self._case.write("UPDATE statement SET block = ? WHERE block = ?", (stays, goes))
        self._case.write("UPDATE block SET size = size + ?, stale = 1 WHERE key = ?", (sizes[goes], stays))
        self._case.write("DELETE FROM block WHERE key = ?", (goes,))
        self._merged[goes] = stays
        return stays

    def _flush(self) -> None:
        """Write down which attributions came into which blocks."""
        homes = self._homes
        self._case.write_all(
            "INSERT INTO block (key, size, stale) VALUES (?, ?, 1) "
            "ON CONFLICT (key) DO UPDATE SET size = size + excluded.size, stale = 1",
            sorted(Counter(homes.values()).items()),
        )
        self._case.write_all(
            "UPDATE attribution SET block = ? WHERE key = ?", ((block, key) for key, block in homes.items())
        )
        self._homes = {}

    def _fetch_words(self, quotation: int) -> str:
        row = self._case.row("SELECT words FROM quotation WHERE key = ?", (quotation,))
        return "" if row is None else str(row[0])
