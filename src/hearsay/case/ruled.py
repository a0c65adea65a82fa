"""What the rulings in force come to in this case, and putting it in the place of what was computed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hearsay.case.actions.storing import forget_actions
from hearsay.case.anchors import found
from hearsay.case.answers.answering import forget_responses
from hearsay.case.file import Case
from hearsay.case.naming import forget_mentions
from hearsay.case.quotations import forget_unused, quotation_key, words_of
from hearsay.case.read import spans_in
from hearsay.link.ruled import Recasting, Regrouping
from hearsay.model import Anchor, Span, attribution_id

# Rulings that nobody has taken back, as a table of a query.
IN_FORCE = (
    "WITH force AS (SELECT r.key, r.id, r.kind, r.value, r.signed, r.at FROM ruling r "
    "WHERE r.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM ruling u WHERE u.undoes = r.id))"
)


@dataclass(frozen=True, slots=True)
class Patch:
    """What stands in the place of what was computed of one attribution; `None` leaves it."""

    rejected: bool = False
    kind: str | None = None
    speaker: str | None = None
    content: tuple[Span, ...] | None = None


def look_up(case: Case) -> list[int]:
    """Look for anchors that were not found so far; the rulings (keys) of those that now are."""
    new = []
    for ruling, position, *columns in list(
        case.rows(
            "SELECT ruling, position, about, sha256, document, spans, words, before, after FROM anchor "
            "WHERE found IS NULL ORDER BY ruling, position"
        )
    ):
        about, sha256, document, spans, words, before, after = columns
        key = found(case, Anchor(about, sha256, document, spans_in(spans), words, before, after))
        if key is not None:
            case.write(
                "UPDATE anchor SET found = ? WHERE ruling = ? AND position = ?", (key, ruling, position)
            )
            new.append(ruling)
    return new


def lose(case: Case, document: int) -> None:
    """Forget, of the document with this key, what is about to be taken back."""
    attributions = "SELECT key FROM attribution WHERE document = ?"
    case.write(
        "UPDATE anchor SET found = NULL WHERE about IN ('attribution', 'statement') AND found IN "
        f"({attributions})",
        (document,),
    )
    case.write(f"DELETE FROM overruled WHERE attribution IN ({attributions})", (document,))


def touch(case: Case, rulings: Iterable[int]) -> None:
    """Mark as not up to date what these rulings (keys) hold of."""
    for ruling in sorted(set(rulings)):
        case.write(
            "UPDATE block SET stale = 1 WHERE key IN (SELECT a.block FROM anchor n JOIN attribution a "
            "ON a.key = n.found WHERE n.ruling = ? AND n.about IN ('attribution', 'statement'))",
            (ruling,),
        )
        case.write(
            "UPDATE name SET stale = 1 WHERE key IN "
            "(SELECT found FROM anchor WHERE ruling = ? AND about = 'actor')",
            (ruling,),
        )


def settle(case: Case) -> None:
    """Bring all attributions in line with the rulings in force, in the caller's transaction.

    What this changes is left to be linked, split and named anew, as if the program had found it so.
    """
    touch(case, look_up(case))
    wanted = _patches(case)
    ruled = {
        key
        for (key,) in case.rows(
            "SELECT key FROM attribution WHERE rejected = 1 UNION SELECT attribution FROM overruled"
        )
    }
    for key in sorted(wanted.keys() | ruled):
        _put(case, key, wanted.get(key, Patch()))


def _patches(case: Case) -> dict[int, Patch]:
    patches: dict[int, Patch] = {}
    for key, kind, value in case.rows(
        f"{IN_FORCE} SELECT n.found, f.kind, f.value FROM force f JOIN anchor n ON n.ruling = f.key "
        "WHERE n.about = 'attribution' AND n.found IS NOT NULL "
        "AND f.kind IN ('confirm', 'reject', 'kind', 'speaker', 'span') ORDER BY f.at, f.id"
    ):
        patch = patches.get(key, Patch())
        if kind in ("confirm", "reject"):
            patch = replace(patch, rejected=kind == "reject")
        elif kind == "kind":
            patch = replace(patch, kind=value)
        elif kind == "speaker":
            patch = replace(patch, speaker=value)
        else:
            patch = replace(patch, content=spans_in(value))
        patches[key] = patch
    return patches


def _put(case: Case, key: int, patch: Patch) -> None:
    """Make one attribution what `patch` says, and else what the program found."""
    row = case.row(
        "SELECT a.document, d.id, d.text, a.id, a.kind, s.name, a.rejected, a.block, a.quotation FROM "
        "attribution a "
        "JOIN document d ON d.key = a.document LEFT JOIN speaker s ON s.key = a.speaker WHERE a.key = ?",
        (key,),
    )
    if row is None:
        return
    document, document_id, text, id_, kind, speaker, rejected, block, quotation = row
    spans = _spans(case, key)
    stored = case.row("SELECT id, kind, speaker, content FROM overruled WHERE attribution = ?", (key,))
    computed = (
        (id_, kind, speaker, spans["content"]) if stored is None else (*stored[:3], spans_in(stored[3]))
    )
    content = computed[3] if patch.content is None else patch.content
    new_kind = patch.kind or computed[1]
    new_speaker = computed[2] if patch.speaker is None else patch.speaker or None
    new_id = attribution_id(document_id, content, spans["cue"], spans["source"])
    if case.row("SELECT 1 FROM attribution WHERE id = ? AND key <> ?", (new_id, key)) is not None:
        # Two rulings made two attributions alike; both cannot be.
        content, new_id = spans["content"], id_
    if bool(rejected) != patch.rejected:
        case.write("UPDATE attribution SET rejected = ? WHERE key = ?", (int(patch.rejected), key))
        case.write("UPDATE block SET stale = 1 WHERE key = ?", (block,))
        _read_anew(case, document)
    if (new_id, new_kind, new_speaker) == (id_, kind, speaker):
        return
    unlink(case, block)
    case.write("DELETE FROM overruled WHERE attribution = ?", (key,))
    if (new_id, new_kind, new_speaker) != computed[:3]:
        case.write(
            "INSERT INTO overruled (attribution, id, kind, speaker, content) VALUES (?, ?, ?, ?, ?)",
            (key, *computed[:3], json.dumps(computed[3], separators=(",", ":"))),
        )
    case.write(
        "UPDATE attribution SET id = ?, kind = ?, speaker = ?, quotation = ? WHERE key = ?",
        (new_id, new_kind, _speaker(case, new_speaker), quotation_key(case, words_of(text, content)), key),
    )
    if content != spans["content"]:
        case.write("DELETE FROM span WHERE attribution = ? AND part = 'content'", (key,))
        case.write_all(
            "INSERT INTO span (attribution, part, start, stop) VALUES (?, 'content', ?, ?)",
            ((key, *span) for span in content),
        )
    forget_unused(case, [quotation])
    case.write("UPDATE document SET linked = 0 WHERE key = ?", (document,))
    _read_anew(case, document)


def unlink(case: Case, block: int | None) -> None:
    """Take a block apart: without one of its attributions it may no longer hold together."""
    if block is None:
        return
    case.write(
        "DELETE FROM appearance WHERE attribution IN (SELECT key FROM attribution WHERE block = ?)", (block,)
    )
    _drop_empty(case, block)
    case.write(
        "UPDATE document SET linked = 0 WHERE linked = 1 AND key IN "
        "(SELECT document FROM attribution WHERE block = ?)",
        (block,),
    )
    case.write("UPDATE attribution SET block = NULL WHERE block = ?", (block,))
    case.write("DELETE FROM block WHERE key = ?", (block,))


def _drop_empty(case: Case, block: int) -> None:
    """Remove the block's statements; what a ruling made of several leaves the others stale."""
    case.write(
        "UPDATE block SET stale = 1 WHERE key IN (SELECT a.block FROM statement s JOIN appearance e "
        "ON e.statement = s.key JOIN attribution a ON a.key = e.attribution WHERE s.block = ?1) AND key <> "
        "?1",
        (block,),
    )
    case.write(
        "DELETE FROM appearance WHERE statement IN (SELECT key FROM statement WHERE block = ?)", (block,)
    )
    case.write("DELETE FROM statement WHERE block = ?", (block,))


def _read_anew(case: Case, document: int) -> None:
    """Have who is named in the document with this key, who answers whom and what is done found anew."""
    forget_responses(case, document)
    forget_actions(case, document)
    if case.row("SELECT 1 FROM named WHERE document = ?", (document,)) is not None:
        forget_mentions(case, document)


def _spans(case: Case, key: int) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, tuple[Span, ...]] = {"content": (), "cue": (), "source": ()}
    for part, start, stop in case.rows(
        "SELECT part, start, stop FROM span WHERE attribution = ? ORDER BY part, start", (key,)
    ):
        spans[part] = (*spans[part], (start, stop))
    return spans


def _speaker(case: Case, name: str | None) -> int | None:
    if name is None:
        return None
    row = case.row("SELECT key FROM speaker WHERE name = ?", (name,))
    return int(row[0]) if row else case.write("INSERT INTO speaker (name) VALUES (?)", (name,))


class Regroupings:
    """The rulings on statements that are in force, and which blocks they tie to one another."""

    def __init__(self, case: Case) -> None:
        # Without any ruling there is nothing to look for, block by block.
        self.ever = case.row("SELECT 1 FROM ruling LIMIT 1") is not None
        rows: dict[tuple[str, str, Literal["merge", "split"]], set[tuple[str, int]]] = defaultdict(set)
        for at, id_, kind, attribution, block in case.rows(
            f"{IN_FORCE} SELECT f.at, f.id, f.kind, a.id, ifnull(a.block, 0) FROM force f "
            "JOIN anchor n ON n.ruling = f.key JOIN attribution a ON a.key = n.found "
            "WHERE f.kind IN ('merge', 'split') AND n.about IN ('attribution', 'statement')"
        ):
            rows[at, id_, kind].add((attribution, block))
        self._rulings = [
            (Regrouping(kind, frozenset(one for one, _ in members)), frozenset(block for _, block in members))
            for (_, _, kind), members in sorted(rows.items())
        ]

    def tied(self, block: int) -> frozenset[int]:
        """The blocks that are split together with this one, itself among them."""
        together = frozenset((block,))
        while True:
            more = together.union(*(blocks for _, blocks in self._rulings if blocks & together)) - {0}
            if more == together:
                return together
            together = more

    def of(self, blocks: frozenset[int]) -> list[Regrouping]:
        """The rulings on attributions of these blocks, in the order in which they apply."""
        return [ruling for ruling, where in self._rulings if where & blocks]


def recastings(case: Case) -> list[Recasting]:
    """The rulings on actors that are in force, in the order in which they apply."""
    sides: dict[tuple[str, str, Literal["same", "different"]], list[tuple[str, str]]] = defaultdict(list)
    for at, id_, kind, name, document in case.rows(
        f"{IN_FORCE} SELECT f.at, f.id, f.kind, n.words, ifnull((SELECT d.id FROM document d WHERE d.id = "
        "n.document), "
        "(SELECT min(d.id) FROM document d JOIN original o ON o.key = d.original WHERE o.sha256 = n.sha256)) "
        "FROM force f JOIN anchor n ON n.ruling = f.key WHERE f.kind IN ('same', 'different') "
        "AND n.about = 'actor' AND n.found IS NOT NULL ORDER BY f.at, f.id, n.position"
    ):
        sides[at, id_, kind].append((name, document))
    return [Recasting(kind, *pair) for (_, _, kind), pair in sorted(sides.items()) if len(pair) == 2]


def ties_of_names(case: Case) -> Iterator[tuple[int, int]]:
    """The names (keys) that a ruling on actors ties to one another, whatever it says."""
    yield from case.rows(
        f"{IN_FORCE} SELECT a.found, b.found FROM force f JOIN anchor a ON a.ruling = f.key AND a.position "
        "= 0 "
        "JOIN anchor b ON b.ruling = f.key AND b.position = 1 WHERE f.kind IN ('same', 'different') "
        "AND a.found IS NOT NULL AND b.found IS NOT NULL"
    )
