"""Refusals: kept for good, and no longer counted once what they were about could be read."""

from __future__ import annotations

from collections import defaultdict

from hearsay.case.file import Case, storable
from hearsay.model import Refusal


def refuse(case: Case, refusal: Refusal, seen: str) -> None:
    """Store a refusal, seen at the ISO time `seen`, within the caller's transaction.

    One for each location and hash; the same one again changes nothing.
    """
    location, what, remedy = (storable(text) for text in (refusal.location, refusal.what, refusal.remedy))
    sha256 = refusal.sha256 or ""
    row = case.row(
        "SELECT key, what, remedy, superseded FROM refusal WHERE location = ? AND sha256 = ?",
        (location, sha256),
    )
    if row is None:
        case.write(
            "INSERT INTO refusal (location, sha256, what, remedy, first_seen) VALUES (?, ?, ?, ?, ?)",
            (location, sha256, what, remedy, seen),
        )
    elif row[1:] != (what, remedy, 0):
        case.write(
            "UPDATE refusal SET what = ?, remedy = ?, superseded = 0 WHERE key = ?", (what, remedy, row[0])
        )


class Standing:
    """The refusals that stood before a run, to see which of them the run has overtaken.

    A refusal is overtaken when its place was offered again, or a place within it or around it (a record of
    its archive, the feed that its entry is in), and the run did not refuse it again.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._keys: dict[tuple[str, str], int] = {}
        self._at: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._within: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._overtaken: set[tuple[str, str]] = set()
        for key, location, sha256 in case.rows(
            "SELECT key, location, sha256 FROM refusal WHERE superseded = 0"
        ):
            self._keys[location, sha256] = key
            self._at[location].append((location, sha256))
            if container(location) != location:
                self._within[container(location)].append((location, sha256))

    def offered(self, location: str) -> None:
        """Something was found at `location` that can be read, or was read before."""
        if self._keys:
            place = storable(location)
            self._overtaken.update(self._at.pop(place, ()))
            self._overtaken.update(self._at.pop(container(place), ()))
            self._overtaken.update(self._within.pop(place, ()))

    def refused(self, refusal: Refusal) -> None:
        """The run refused this (again)."""
        self._keys.pop((storable(refusal.location), refusal.sha256 or ""), None)

    def settle(self) -> None:
        """Mark what was overtaken, in a transaction of its own if there is anything to mark."""
        keys = sorted(self._keys[refusal] for refusal in self._overtaken if refusal in self._keys)
        if keys:
            with self._case.transaction():
                self._case.write_all(
                    "UPDATE refusal SET superseded = 1 WHERE key = ?", ((key,) for key in keys)
                )


def container(location: str) -> str:
    """What a location is in: the file of a record or line, or itself."""
    return location.rpartition("#")[0] or location
