"""Join new attributions to the blocks of those whose words are alike.

A block is a connected component of "share a fingerprint and are alike" over all attributions of the
case. Components do not depend on the order in which they were found, so that articles added one by one
end in the blocks of a fresh build. What a case keeps for this are the fingerprints of every wording
(`fingerprint`) and the block of every attribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hearsay.case.file import Case, Row
from hearsay.case.pages import moment
from hearsay.link import alike, fingerprints
from hearsay.model import Appearance, Moment, Precision

# The circumstances under which two wordings are most easily one utterance. Wordings that are not alike
# even so need not be compared speaker by speaker and date by date.
_SOMEBODY = "Somebody"
_ONE_DAY = Moment("2001-01-01", Precision.DAY, "Z", "")

# Wordings kept at hand, some 20 MB of them: neighbours in time quote the same words.
_WORDS_AT_HAND = 1 << 16


class Linker:
    """Links the attributions of documents, one document at a time, in the caller's transaction."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._words = lru_cache(_WORDS_AT_HAND)(self._fetch_words)
        self._could_be = lru_cache(_WORDS_AT_HAND * 4)(self._could_ever_be)

    def link(self, document: int) -> int:
        """Link every attribution of the document with this key that is in no block yet; how many."""
        published = self._published(document)
        pending = list(
            self._case.rows(
                "SELECT a.key, a.id, a.quotation, a.kind, s.name FROM attribution a "
                "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.document = ? AND a.block IS NULL "
                "ORDER BY a.key",
                (document,),
            )
        )
        for key, id_, quotation, kind, speaker in pending:
            self._link_one(
                key, quotation, Appearance(id_, "", self._words(quotation), kind, speaker, published)
            )
        self._case.write("UPDATE document SET linked = 1 WHERE key = ?", (document,))
        return len(pending)

    def _link_one(self, key: int, quotation: int, appearance: Appearance) -> None:
        home: int | None = None
        prints = fingerprints(appearance.words)
        candidates: dict[int, None] = {quotation: None}
        for value in sorted(prints):
            for (candidate,) in self._case.rows(
                "SELECT quotation FROM fingerprint WHERE value = ?", (value,)
            ):
                candidates[candidate] = None
        for candidate in candidates:
            if not self._could_be(*sorted((quotation, candidate))):
                continue
            for block in self._blocks(candidate):
                if block != home and self._meets(appearance, candidate, block):
                    home = block if home is None else self._merge(home, block)
        if home is None:
            home = self._case.write("INSERT INTO block (size, stale) VALUES (1, 1)")
        else:
            self._case.write("UPDATE block SET size = size + 1, stale = 1 WHERE key = ?", (home,))
        self._case.write("UPDATE attribution SET block = ? WHERE key = ?", (home, key))
        self._case.write_all(
            "INSERT OR IGNORE INTO fingerprint (value, quotation) VALUES (?, ?)",
            ((value, quotation) for value in sorted(prints)),
        )

    def _could_ever_be(self, one: int, other: int) -> bool:
        """Whether the words of two quotations are alike under the best of circumstances."""
        return alike(
            Appearance("1", "", self._words(one), "direct", _SOMEBODY, _ONE_DAY),
            Appearance("2", "", self._words(other), "direct", _SOMEBODY, _ONE_DAY),
        )

    def _blocks(self, quotation: int) -> list[int]:
        """The blocks that attributions of this quotation are in.

        By hops over the index from one block to the next, as a widely printed quotation has many
        attributions in few blocks.
        """
        blocks: list[int] = []
        above = 0
        while row := self._case.row(
            "SELECT min(block) FROM attribution WHERE quotation = ? AND block > ?", (quotation, above)
        ):
            if row[0] is None:
                break
            above = row[0]
            blocks.append(above)
        return blocks

    def _meets(self, appearance: Appearance, quotation: int, block: int) -> bool:
        """Whether the appearance is alike with any attribution of this quotation in this block."""
        words = self._words(quotation)
        for speaker_key, speaker, kind in list(
            self._case.rows(
                "SELECT DISTINCT a.speaker, s.name, a.kind FROM attribution a "
                "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.quotation = ? AND a.block = ?",
                (quotation, block),
            )
        ):
            other = Appearance("", "", words, kind, speaker, _ONE_DAY)
            now = Appearance("", "", appearance.words, appearance.kind, appearance.speaker, _ONE_DAY)
            if not alike(now, other):
                continue
            for published in self._moments(quotation, block, speaker_key, kind):
                if alike(appearance, Appearance("", "", words, kind, speaker, published)):
                    return True
        return False

    def _moments(self, quotation: int, block: int, speaker: int | None, kind: str) -> Iterator[Moment | None]:
        for row in self._case.rows(
            "SELECT DISTINCT d.published, d.published_precision, d.published_zone, d.published_origin "
            "FROM attribution a JOIN document d ON d.key = a.document "
            "WHERE a.quotation = ? AND a.block = ? AND a.speaker IS ? AND a.kind = ?",
            (quotation, block, speaker, kind),
        ):
            yield moment(*row)

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
        return stays

    def _fetch_words(self, quotation: int) -> str:
        row = self._case.row("SELECT words FROM quotation WHERE key = ?", (quotation,))
        return "" if row is None else str(row[0])

    def _published(self, document: int) -> Moment | None:
        row: Row | None = self._case.row(
            "SELECT published, published_precision, published_zone, published_origin FROM document "
            "WHERE key = ?",
            (document,),
        )
        return None if row is None else moment(*row)
