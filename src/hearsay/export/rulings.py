"""A ruling in plain words: what somebody decided."""

from __future__ import annotations

from hearsay.export.visible import one_line
from hearsay.model import Ruling, RulingKind

_DID: dict[RulingKind, str] = {
    "confirm": "confirmed it",
    "reject": "rejected it",
    "span": "changed which words are credited",
    "speaker": "changed the speaker to",
    "kind": "changed how it is quoted to",
    "merge": "merged statements",
    "split": "split places off into a statement of their own",
    "same": "ruled that two are the same",
    "different": "ruled that two are different",
    "pin": "pinned it",
    "tag": "tagged it",
    "note": "noted",
    "undo": "took a ruling back",
}


def ruling_text(ruling: Ruling) -> str:
    """What was decided, as the predicate of a sentence that begins with who signed."""
    did = _DID[ruling.kind]
    if ruling.kind == "speaker":
        return f"{did} {one_line(ruling.value, 160) or 'nobody that is named'}"
    if ruling.kind == "kind":
        return f"{did} {ruling.value}"
    if ruling.kind == "tag":
        return f"{did} “{one_line(ruling.value)}”"
    return did
