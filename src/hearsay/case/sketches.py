"""Sketches of the quotations of a case: what tells that two cannot be alike without reading their words.

In a large case a quotation shares a fingerprint with hundreds of others, nearly all by chance. A sketch has
what `link.bound` needs to dismiss them: what the words tell and the numbers of their pairs, some hundred
bytes. Those of one search are read in one go.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import numpy as np

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.link.alike import FAR, NEAR_DAYS, Bounds, bounds, is_indirect
from hearsay.link.bound import whole
from hearsay.link.wording import Wording, wording

# Sketches that are kept in memory: some 250 MB of them.
_AT_HAND = 1 << 19
# Keys in one query: SQLite need not read a new query for each number of them.
_AT_ONCE = 256

# Documents print days in their own zones: so many more than are near can be.
_MARGIN = timedelta(days=NEAR_DAYS + 3)
_PRINTINGS = (
    "SELECT DISTINCT q.key, q.words, a.block, s.name, a.kind, "
    "d.published, d.published_precision, d.published_zone, d.published_origin "
    "FROM quotation q JOIN attribution a ON a.quotation = q.key JOIN document d ON d.key = a.document "
    "LEFT JOIN speaker s ON s.key = a.speaker WHERE q.key IN ({}) AND a.block IS NOT NULL"
)
_NEAR = " AND (d.published_from IS NULL OR (d.published_until >= '{}' AND d.published_from <= '{}'))"

# Who is credited, whether indirectly, when it was printed, and the block that it is in.
Printing = tuple[str | None, bool, Bounds | None, int]


@dataclass(slots=True)
class Sketch:
    """What is kept of a quotation.

    `told` is what it tells, `whole` what the pieces tell in which shared words stand (see `bound.whole`), and
    `pairs` the numbers of its pairs of words; `printings` those that are linked, `None` until asked for.
    """

    told: int
    whole: int
    pairs: array[int]
    printings: list[Printing] | None = None


class Sketches:
    """The sketches of a case, by the keys of quotations; it remembers what it has read."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._kept: dict[int, Sketch] = {}
        # Those of which only the printings near the present document are at hand, and what asks for these.
        self._passing: list[Sketch] = []
        self._near = ""

    def begin(self, when: Bounds | None) -> None:
        """Be ready for a document printed then; all that is linked must be written down."""
        if len(self._kept) > _AT_HAND:
            self._kept.clear()
        for sketch in self._passing:
            sketch.printings = None
        self._passing.clear()
        self._near = "" if when is None else _NEAR.format(_day(when[0], -_MARGIN), _day(when[1], _MARGIN))

    def store(self, forms: dict[int, Wording]) -> None:
        """Write the sketches of quotations that are to be found from now on."""
        self._case.write_all(
            "INSERT OR IGNORE INTO sketch (quotation, told, whole, pairs) VALUES (?, ?, ?, ?)",
            ((key, form.total, whole(form), stored_pairs(form)) for key, form in forms.items()),
        )

    def of(self, quotations: Sequence[int]) -> list[Sketch]:
        """The sketches of quotations, in their order."""
        kept = self._kept
        missing = [quotation for quotation in quotations if quotation not in kept]
        for key, told, whole_of, pairs in self._rows(
            "SELECT quotation, told, whole, pairs FROM sketch WHERE quotation IN ({})", missing
        ):
            kept[key] = Sketch(told, whole_of, array("I", np.frombuffer(pairs, "<u4").tolist()))
        # Words that tell too little to be found have none, nor have those that are not linked yet.
        for key, words in self._rows(
            "SELECT key, words FROM quotation WHERE key IN ({})",
            [quotation for quotation in missing if quotation not in kept],
        ):
            form = wording(words)
            kept[key] = Sketch(form.total, whole(form), form.pairs)
        return [kept[quotation] for quotation in quotations]

    def printings(self, quotations: Sequence[int]) -> list[list[Printing]]:
        """The printings of quotations that are linked, in their order; the lists are those that are kept.

        Of a stock phrase, whose words do not tell enough for printings far apart, only those near the present
        document and those without a date: there can be thousands of others.
        """
        sketches = self.of(quotations)
        missing = {key: one for key, one in zip(quotations, sketches, strict=True) if one.printings is None}
        near = {key for key, one in missing.items() if self._near and one.told < FAR}
        found: dict[int, dict[Printing, None]] = {key: {} for key in missing}
        for keys, limits in ((missing.keys() - near, ""), (near, self._near)):
            for key, words, block, speaker, kind, *stated in self._rows(_PRINTINGS + limits, sorted(keys)):
                indirect = is_indirect(kind, words)
                found[key][speaker, indirect, bounds(moment(*stated)), block] = None
        for key, sketch in missing.items():
            sketch.printings = list(found[key])
        self._passing += map(missing.__getitem__, near)
        return [one.printings if one.printings is not None else [] for one in sketches]

    def outside(self, quotations: Sequence[int], blocks: Collection[int]) -> list[int]:
        """Those of the quotations that are, or can be, outside these blocks, in their order.

        All that is linked must be written down, but for the quotations of which printings are kept.
        """
        if not blocks:
            return list(quotations)
        read = {key for key in quotations if self._kept[key].printings is not None}
        found = self._rows(
            "SELECT DISTINCT quotation FROM attribution WHERE quotation IN ({}) AND block IS NOT NULL "
            f"AND block NOT IN ({','.join(map(str, sorted(blocks)))})",
            [key for key in quotations if key not in read],
        )
        stays = read.union(key for (key,) in found)
        return [key for key in quotations if key in stays]

    def _rows(self, query: str, keys: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        rest = iter(keys)
        while some := list(islice(rest, _AT_ONCE)):
            # As many marks as the next power of two.
            marks = 1 << (len(some) - 1).bit_length()
            yield from self._case.rows(
                query.format(",".join("?" * marks)), some + some[-1:] * (marks - len(some))
            )


def _day(instant: datetime, further: timedelta) -> str:
    """The day so much later, as documents state days; the first or last of all where there is none."""
    try:
        return (instant + further).date().isoformat()
    except OverflowError:
        return (date.min if further < timedelta() else date.max).isoformat()


def stored_pairs(form: Wording) -> bytes:
    """The pairs of a wording as they are stored: 32-bit numbers, little-endian."""
    return np.frombuffer(form.pairs, np.uint32).astype("<u4").tobytes()
