"""What is said of a name between commas: the Courier, a daily in the north, published it."""

from __future__ import annotations

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import Party, party_before

# How long, in tokens, it can be.
APPOSED = 14


def behind_apposition(prose: Prose, at: int, stop: int) -> int:
    """Where the sentence goes on behind what is said of a name: Ada Holt, a spokeswoman, | confirmed."""
    low = prose.low
    if low[at : at + 1] != [","]:
        return at
    close = next((k for k in range(at + 2, min(stop, at + APPOSED)) if low[k] == ","), None)
    return at if close is None else close + 1


def before_apposition(prose: Prose, comma: int, first: int) -> Party | None:
    """Who stands before what is said of him between commas: the Lantern, a daily in Velmora, published it."""
    if prose.low[comma] != ",":
        return None
    for at in range(comma - 1, max(first, comma - APPOSED), -1):
        if prose.low[at] == ",":
            opens = prose.low[at + 1] in ("a", "an", "the", "one")
            return party_before(prose, at) if opens else None
    return None
