"""Rulings: made, taken back, listed; every one signed, dated and kept, also those that were taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import get_args

from hearsay.case.anchors import found
from hearsay.case.file import Case, storable
from hearsay.case.force import ANCHOR, anchors_of, touch
from hearsay.case.grouping import group_pending
from hearsay.case.read import spans_in
from hearsay.case.values import check_value
from hearsay.errors import HearsayError, NotFoundError
from hearsay.model import About, Anchor, Ruling, RulingKind, Span, ruling_id

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class RulingRow:
    """A ruling as this case holds it.

    `found` are the keys of what its anchors name here, `None` for one that is gone: with any of these it is
    an orphan. `undone` is the ruling that takes it back, `None` while it is in force.
    """

    ruling: Ruling
    found: tuple[int | None, ...]
    undone: Ruling | None

    @property
    def orphaned(self) -> bool:
        """Whether something that it holds of is not in this case."""
        return None in self.found


def rule(
    case: Case,
    kind: RulingKind,
    anchors: Sequence[Anchor],
    *,
    by: str,
    value: str = "",
    at: str | None = None,
) -> Ruling:
    """Record a ruling and bring the case in line with it; the case must be open for writing.

    `by` is who signs. `at` is the present unless given. Raises `HearsayError` for what cannot be ruled; the
    case is then as it was.
    """
    (made,) = rule_each(case, kind, [anchors], by=by, value=value, at=at)
    return made


def rule_each(
    case: Case,
    kind: RulingKind,
    each: Iterable[Sequence[Anchor]],
    *,
    by: str,
    value: str = "",
    at: str | None = None,
) -> list[Ruling]:
    """Record the same ruling on several things, one for each, all of them or none; else as `rule`."""
    by = storable(" ".join(by.split()))
    value = storable(value.strip())
    made = []
    with case.transaction():
        for anchors in map(tuple, each):
            _check(case, kind, anchors, by, value)
            moment = at or _now(case)
            made.append(Ruling(ruling_id(kind, anchors, value, by, moment), kind, anchors, value, by, moment))
            store(case, made[-1])
    group_pending(case)
    return made


def undo(case: Case, id_: str, *, by: str, at: str | None = None) -> Ruling:
    """Take a ruling back, signed; it stays listed. Raises `NotFoundError`, `HearsayError` if it is undone."""
    row = case.row(
        "SELECT kind, (SELECT 1 FROM ruling u WHERE u.undoes = r.id) FROM ruling r WHERE id = ?", (id_,)
    )
    if row is None:
        raise NotFoundError(f"no ruling of the case has the id {id_!r}", where=str(case.path))
    if row[0] == "undo" or row[1]:
        raise HearsayError("this ruling is taken back already", remedy="To have it again, rule again.")
    by = _signed(storable(" ".join(by.split())))
    with case.transaction():
        moment = at or _now(case)
        made = Ruling(ruling_id("undo", (), "", by, moment, id_), "undo", (), "", by, moment, id_)
        store(case, made)
    group_pending(case)
    return made


def store(case: Case, ruling: Ruling) -> bool:
    """Write a ruling down, in the caller's transaction; whether the case did not have it."""
    if case.row("SELECT 1 FROM ruling WHERE id = ?", (ruling.id,)) is not None:
        return False
    key = case.write(
        "INSERT INTO ruling (id, kind, value, undoes, signed, at) VALUES (?, ?, ?, ?, ?, ?)",
        (ruling.id, ruling.kind, ruling.value, ruling.undoes, ruling.by, ruling.at),
    )
    case.write_all(
        f"INSERT INTO anchor (ruling, position, {ANCHOR}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                position,
                one.about,
                one.sha256,
                one.document,
                json.dumps(one.spans, separators=(",", ":")),
                one.words,
                one.before,
                one.after,
                one.part,
                one.what,
            )
            for position, one in enumerate(ruling.anchors)
        ),
    )
    if ruling.undoes is not None:
        # What it undoes has marks to take away; what it makes has none yet.
        touch(case, (row[0] for row in case.rows("SELECT key FROM ruling WHERE id = ?", (ruling.undoes,))))
    return True


def rulings(case: Case, *, about: tuple[str, Iterable[int]] | None = None) -> tuple[RulingRow, ...]:
    """All rulings, the latest first; with `about` those that hold of one of these keys of this sort.

    An `undo` is not listed by itself: it stands at what it undoes.
    """
    condition, values = "", []
    if about is not None:
        keys = sorted(set(about[1]))
        condition = (
            "AND r.key IN (SELECT ruling FROM anchor WHERE about = ? "
            f"AND found IN ({','.join('?' * len(keys))}))"
        )
        values = [about[0], *keys]
    heads = list(
        case.rows(
            "SELECT r.key, r.id, r.kind, r.value, r.signed, r.at, "
            "u.id, u.signed, u.at FROM ruling r LEFT JOIN ruling u ON u.undoes = r.id "
            "AND u.key = (SELECT min(v.key) FROM ruling v WHERE v.undoes = r.id) WHERE r.kind <> 'undo' "
            f"{condition} "
            "ORDER BY r.at DESC, r.id",
            values,
        )
    )
    anchors = anchors_of(case, [head[0] for head in heads])
    return tuple(
        RulingRow(
            Ruling(id_, kind, tuple(anchor for anchor, _ in anchors.get(key, ())), value, by, at),
            tuple(found for _, found in anchors.get(key, ())),
            None if undo_id is None else Ruling(undo_id, "undo", (), "", undo_by, undo_at, id_),
        )
        for key, id_, kind, value, by, at, undo_id, undo_by, undo_at in heads
    )


def ruled_attributions(case: Case) -> list[int]:
    """The attributions (keys) on which, or on whose statement, a ruling that is in force holds."""
    return [
        key
        for (key,) in case.rows(
            "SELECT DISTINCT e.attribution FROM ruling r JOIN anchor n ON n.ruling = r.key "
            "JOIN appearance a ON a.attribution = n.found JOIN appearance e ON e.statement = a.statement "
            "WHERE n.about IN ('attribution', 'statement') AND r.kind NOT IN ('pin', 'tag', 'note', 'undo') "
            "AND NOT EXISTS (SELECT 1 FROM ruling u WHERE u.undoes = r.id)"
        )
    ]


# What each kind of ruling can be about; a pin, a tag or a note about anything.
_ABOUT: dict[RulingKind, tuple[About, ...]] = {
    "confirm": ("attribution", "answer", "copy", "finding"),
    "reject": ("attribution", "answer", "copy", "finding"),
    **dict.fromkeys(("span", "speaker", "kind", "act", "setting"), ("attribution",)),
    **dict.fromkeys(("merge", "split"), ("attribution", "statement")),
    **dict.fromkeys(("same", "different"), ("actor",)),
    "stance": ("answer",),
    "copy": ("copy",),
    "verdict": ("finding", "statement"),
}
# Of how many things a ruling is at least.
_NEEDED: dict[RulingKind, int] = {"merge": 2, "same": 2, "different": 2, "copy": 2}


def _check(case: Case, kind: RulingKind, anchors: Sequence[Anchor], by: str, value: str) -> None:
    _signed(by)
    if kind not in get_args(RulingKind) or kind == "undo":
        raise HearsayError(f"there is no ruling of the kind {kind!r}")
    needed = _NEEDED.get(kind, 1)
    if len(anchors) < needed:
        raise HearsayError(
            f"a ruling of the kind {kind} is about {needed} at least", remedy="Choose what it is about."
        )
    about = anchors[0].about
    if any(one.about not in _ABOUT.get(kind, (about,)) for one in anchors):
        raise HearsayError(f"a ruling of the kind {kind} is not about that", remedy="See docs/workbench.md.")
    if about == "answer" and len(anchors) > 1:
        _check_sides(case, anchors[0], anchors[1])
    if kind == "span":
        _check_spans(case, anchors[0], value)
    else:
        check_value(kind, about, value)


def _check_sides(case: Case, answer: Anchor, target: Anchor) -> None:
    if answer == target:
        raise HearsayError("nothing answers itself", remedy="Choose what it answers.")
    if answer.document != target.document and found(case, target) is None:
        raise HearsayError(
            "what is answered in another document must be credited to somebody there",
            remedy="Choose a statement of the case.",
        )


def _signed(by: str) -> str:
    if not 0 < len(by) <= LONGEST_NAME:
        raise HearsayError(
            f"a ruling is signed with a name of 1 to {LONGEST_NAME} characters", remedy="Say who you are."
        )
    return by


def _check_spans(case: Case, anchor: Anchor, value: str) -> None:
    """New spans must lie in the text, within what holds them, and around what they hold."""
    try:
        spans: tuple[Span, ...] = spans_in(value)
        good = bool(spans) and all(isinstance(place, int) for span in spans for place in span)
    except (TypeError, ValueError):
        good = False
    row = case.row("SELECT text FROM document WHERE id = ?", (anchor.document,))
    if not good or row is None:
        raise HearsayError(
            "the new words are not a stretch of the document", remedy="Select them in its text."
        )
    text = row[0]
    ends = [place for span in spans for place in span]
    if ends != sorted(set(ends)) or ends[0] < 0 or ends[-1] > len(text):
        raise HearsayError(
            "the new words are not a stretch of the document", remedy="Select them in its text."
        )
    own = found(case, anchor)
    if own is None:
        raise NotFoundError("the attribution is not in this case any more", where=str(case.path))
    (parent,) = case.row("SELECT parent FROM attribution WHERE key = ?", (own,)) or (None,)
    outer = _contents(case, "a.key = ?", parent)
    inner = _contents(case, "a.parent = ?", own)
    if (outer and not _inside(spans, outer)) or any(not _inside((one,), spans) for one in inner):
        raise HearsayError(
            "the new words cut across another report, which they are in or which is in them",
            remedy="Change or reject that one first.",
        )


def _contents(case: Case, condition: str, key: int | None) -> tuple[Span, ...]:
    return tuple(
        (start, stop)
        for start, stop in case.rows(
            "SELECT s.start, s.stop FROM attribution a JOIN span s ON s.attribution = a.key "
            f"AND s.part = 'content' WHERE {condition} AND a.rejected = 0 ORDER BY s.start",
            (key,),
        )
    )


def _inside(spans: Sequence[Span], around: Sequence[Span]) -> bool:
    inside = all(any(a <= start and stop <= b for a, b in around) for start, stop in spans)
    return inside and tuple(spans) != tuple(around)


def _now(case: Case) -> str:
    """The present, and later than the latest ruling: their order in time is the order in which they apply."""
    row = case.row("SELECT max(at) FROM ruling")
    now = datetime.now(UTC)
    if row and row[0]:
        now = max(now, datetime.fromisoformat(row[0]) + timedelta(milliseconds=1))
    return now.isoformat(timespec="milliseconds")
