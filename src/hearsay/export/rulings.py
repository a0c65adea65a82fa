"""A ruling in plain words: what somebody decided."""

from __future__ import annotations

from typing import Any, cast

from hearsay.case.exchange import Conflict
from hearsay.case.rulings import RulingRow
from hearsay.case.values import act_of, setting_of
from hearsay.export.acts import act_text
from hearsay.export.answers import stance_text
from hearsay.export.cells import cells
from hearsay.export.copies import COPY_TEXT
from hearsay.export.visible import one_line
from hearsay.model import Act, Ruling, RulingKind, Stance

_DID: dict[RulingKind, str] = {
    "confirm": "confirmed it",
    "reject": "rejected it",
    "span": "changed which words are credited",
    "speaker": "changed the speaker to",
    "kind": "changed how it is quoted to",
    "act": "changed what is done by it to",
    "setting": "ruled that it was said in",
    "merge": "merged statements",
    "split": "split places off into a statement of their own",
    "same": "ruled that two are the same",
    "different": "ruled that two are different",
    "stance": "ruled that this answer",
    "copy": "ruled that the first",
    "verdict": "gave the verdict",
    "pin": "pinned",
    "tag": "tagged",
    "note": "noted on",
    "undo": "took a ruling back",
}
# What a remark is on.
_NAMED = {
    "statement": "this statement",
    "attribution": "this credit",
    "document": "this document",
    "outlet": "this outlet",
    "actor": "this speaker",
    "answer": "this answer",
    "copy": "this copy",
    "finding": "this finding",
    "recording": "this recording",
}
# What is confirmed or rejected, where it is no credit.
_WHAT = ("answer", "copy", "finding")


def ruling_text(ruling: Ruling) -> str:
    """What was decided, as the predicate of a sentence that begins with who signed."""
    did, value = _DID[ruling.kind], one_line(ruling.value, 160)
    about = ruling.anchors[0].about if ruling.anchors else ""
    if ruling.kind in ("pin", "tag", "note") and about:
        return f"{did} {_NAMED[about]}{f' “{value}”' if ruling.kind == 'tag' else ''}"
    if ruling.kind in ("confirm", "reject") and about in _WHAT:
        return f"{ruling.kind}ed {_NAMED[about]}{_as(ruling, about)}"
    if ruling.kind == "speaker":
        return f"{did} {value or 'nobody that is named'}"
    if ruling.kind == "act":
        act, negated = act_of(ruling.value)
        return f"{did} “{act_text(cast('Act', act), bool(negated))}”"
    if ruling.kind == "setting":
        return f"{did} {_setting(ruling.value)}"
    if ruling.kind == "stance":
        return f"{did} {stance_text(cast('Stance', ruling.value))}"
    if ruling.kind == "copy":
        return f"{did} {COPY_TEXT[ruling.value]} the second"
    if ruling.kind == "verdict":
        return f"{did} “{value}”"
    return f"{did} {value}" if ruling.kind == "kind" else did


# The columns of a table of rulings.
COLUMNS = ("at", "by", "kind", "decided", "value", "about", "words", "orphaned", "taken_back_by", "ruling")


def ruled_row(row: RulingRow) -> dict[str, Any]:
    """One ruling for programs."""
    return {
        "ruling": row.ruling.id,
        "at": row.ruling.at,
        "by": row.ruling.by,
        "kind": row.ruling.kind,
        "decided": ruling_text(row.ruling),
        "value": row.ruling.value,
        "about": row.ruling.anchors[0].about if row.ruling.anchors else None,
        "words": [anchor.words for anchor in row.ruling.anchors],
        "documents": [anchor.document for anchor in row.ruling.anchors],
        "orphaned": row.orphaned,
        "taken_back_by": None if row.undone is None else row.undone.by,
        "taken_back_at": None if row.undone is None else row.undone.at,
    }


def ruled_cells(row: RulingRow) -> list[str]:
    """One ruling as the cells of `COLUMNS`."""
    return cells(COLUMNS, ruled_row(row))


def ruled_lines(row: RulingRow) -> list[str]:
    """One ruling as lines: who, what, when; on which words."""
    ruling = row.ruling
    undone = "" if row.undone is None else f"; taken back by {one_line(row.undone.by, 60)}"
    orphan = "; orphaned, and without effect" if row.orphaned and row.undone is None else ""
    note = f": {one_line(ruling.value, 300)}" if ruling.kind == "note" else ""
    head = f"{ruling.at[:16].replace('T', ' ')} UTC  {one_line(ruling.by, 60)} {ruling_text(ruling)}{note}"
    return [
        f"{head}{undone}{orphan}",
        *(f"  {one_line(one.words or one.about, 110)}" for one in ruling.anchors[:4]),
    ]


def conflict_text(one: Conflict) -> str:
    """Two rulings that cannot both be right, in a sentence."""
    earlier, later = (
        f"{one_line(each.by, 60)} {ruling_text(each)} ({each.at[:16].replace('T', ' ')} UTC)"
        for each in (one.earlier, one.later)
    )
    return f"Two persons differ, and the later counts: {earlier}; {later}"


def _as(ruling: Ruling, about: str) -> str:
    if ruling.kind == "reject":
        return ""
    if about == "answer":
        return f": it {stance_text(cast('Stance', ruling.value))}"
    return f": the first {COPY_TEXT[ruling.value]} the second" if about == "copy" else ""


def _setting(value: str) -> str:
    named = setting_of(value)
    if named is None:
        return "no setting that is told"
    visibility, what = named
    told = "a setting that is not known" if visibility == "unknown" else visibility
    return f"{told} ({one_line(what, 80)})" if what else told
