"""Join new attributions to the blocks of those whose words are alike.

A block is a connected component of "share a fingerprint and are alike" over all attributions of the
case. Components do not depend on the order in which they were found, so that articles added one by one
end in the blocks of a fresh build. What a case keeps for this are the fingerprints of every wording
(`fingerprint`) and the block of every attribution.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.link import alike, fingerprints
from hearsay.model import Appearance, Kind, Moment, Precision

# The circumstances under which two wordings are most easily one utterance. Wordings that are not alike
# even so need not be compared date by date.
_SOMEBODY = "Somebody"
_ONE_DAY = Moment("2001-01-01", Precision.DAY, "Z", "")

# Quotations kept at hand, some 60 MB of them.
_AT_HAND = 1 << 16

# From this many dates on, one comparison under the best circumstances comes before those with each date.
_MANY_DATES = 3

# By block, then by who is credited and how, the dates at which a quotation was printed. Dictionaries
# stand for ordered sets.
_Printings = dict[int, dict[tuple[str | None, Kind], dict[Moment | None, None]]]


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
        self._words = lru_cache(_AT_HAND)(self._fetch_words)
        self._printings = lru_cache(_AT_HAND)(self._fetch_printings)
        self._could_be = lru_cache(_AT_HAND)(self._could_ever_be)

    def link(self, document: int) -> int:
        """Link every attribution of the document with this key that is in no block yet; how many."""
        row = self._case.row(
            "SELECT published, published_precision, published_zone, published_origin FROM document "
            "WHERE key = ?",
            (document,),
        )
        published = None if row is None else moment(*row)
        pending = list(
            self._case.rows(
                "SELECT a.key, a.id, a.quotation, a.kind, s.name FROM attribution a "
                "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.document = ? AND a.block IS NULL "
                "ORDER BY a.key",
                (document,),
            )
        )
        for key, id_, quotation, kind, speaker in pending:
            appearance = Appearance(id_, "", self._words(quotation), kind, speaker, published)
            self._link_one(key, quotation, appearance)
        self._case.write("UPDATE document SET linked = 1 WHERE key = ?", (document,))
        return len(pending)

    def _link_one(self, key: int, quotation: int, appearance: Appearance) -> None:
        values = sorted(fingerprints(appearance.words))
        home: int | None = None
        for candidate in self._candidates(quotation, values):
            printings = self._current(candidate)
            for block in list(printings):
                # One meeting is enough: who is in a block already is not compared again.
                if block != home and self._meets(appearance, quotation, candidate, printings[block]):
                    home = block if home is None else self._merge(home, block)
        if home is None:
            self._last_block += 1
            home = self._last_block
            self._case.write("INSERT INTO block (key, size, stale) VALUES (?, 1, 1)", (home,))
        else:
            self._case.write("UPDATE block SET size = size + 1, stale = 1 WHERE key = ?", (home,))
        own = self._current(quotation)
        if not own:
            self._case.write_all(
                "INSERT OR IGNORE INTO fingerprint (value, quotation) VALUES (?, ?)",
                ((value, quotation) for value in values),
            )
        self._case.write("UPDATE attribution SET block = ? WHERE key = ?", (home, key))
        credited = (appearance.speaker, appearance.kind)
        own.setdefault(home, {}).setdefault(credited, {})[appearance.published] = None

    def _candidates(self, quotation: int, values: list[int]) -> Iterable[int]:
        """The quotations that share a fingerprint with this one, itself first."""
        found = dict.fromkeys([quotation])
        marks = ",".join("?" * len(values))
        for (candidate,) in self._case.rows(
            f"SELECT quotation FROM fingerprint WHERE value IN ({marks})", values
        ):
            found[candidate] = None
        return found

    def _meets(
        self,
        appearance: Appearance,
        quotation: int,
        candidate: int,
        printings: dict[tuple[str | None, Kind], dict[Moment | None, None]],
    ) -> bool:
        """Whether the appearance, of this quotation, is alike with one of these printings of the other."""
        words = self._words(candidate)
        for (speaker, kind), dates in printings.items():
            if len(dates) >= _MANY_DATES:
                known = speaker is not None and appearance.speaker is not None
                indirect = "indirect" in (kind, appearance.kind)
                low, high = sorted((quotation, candidate))
                if not self._could_be(low, high, known, indirect):
                    continue
            for date in dates:
                if alike(appearance, Appearance("", "", words, kind, speaker, date)):
                    return True
        return False

    def _could_ever_be(self, one: int, other: int, known: bool, indirect: bool) -> bool:
        """Whether the words of two quotations are alike under the best of circumstances."""
        speaker = _SOMEBODY if known else None
        kind: Kind = "indirect" if indirect else "direct"
        return alike(
            Appearance("", "", self._words(one), kind, speaker, _ONE_DAY),
            Appearance("", "", self._words(other), kind, speaker, _ONE_DAY),
        )

    def _current(self, quotation: int) -> _Printings:
        """The printings of a quotation that are linked, under the blocks as they are now."""
        printings = self._printings(quotation)
        for block in [block for block in printings if block in self._merged]:
            gone = printings.pop(block)
            while block in self._merged:
                block = self._merged[block]
            stays = printings.setdefault(block, {})
            for credited, dates in gone.items():
                stays.setdefault(credited, {}).update(dates)
        return printings

    def _merge(self, one: int, other: int) -> int:
        """Move the smaller of two blocks into the larger; returns the one that stays."""
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

    def _fetch_words(self, quotation: int) -> str:
        row = self._case.row("SELECT words FROM quotation WHERE key = ?", (quotation,))
        return "" if row is None else str(row[0])

    def _fetch_printings(self, quotation: int) -> _Printings:
        printings: _Printings = {}
        for block, speaker, kind, *date in self._case.rows(
            "SELECT DISTINCT a.block, s.name, a.kind, "
            "d.published, d.published_precision, d.published_zone, d.published_origin "
            "FROM attribution a JOIN document d ON d.key = a.document "
            "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.quotation = ? AND a.block IS NOT NULL",
            (quotation,),
        ):
            printings.setdefault(block, {}).setdefault((speaker, kind), {})[moment(*date)] = None
        return printings
