"""What the rulings in force make of attributions, and putting it in the place of what was computed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from hearsay.case.actions.storing import forget_actions
from hearsay.case.answers.answering import forget_responses
from hearsay.case.file import Case
from hearsay.case.force import IN_FORCE, look_up, touch
from hearsay.case.naming import forget_mentions
from hearsay.case.quotations import forget_unused, quotation_key, words_of
from hearsay.case.read import spans_in
from hearsay.case.values import act_of, setting_of
from hearsay.model import Span, attribution_id


@dataclass(frozen=True, slots=True)
class Patch:
    """What stands in the place of what was computed of one attribution; `None` leaves it."""

    rejected: bool = False
    kind: str | None = None
    act: str | None = None
    speaker: str | None = None
    content: tuple[Span, ...] | None = None
    setting: str | None = None


def settle(case: Case) -> None:
    """Bring all attributions in line with the rulings in force, in the caller's transaction.

    What this changes is left to be linked, split and named anew, as if the program had found it so.
    """
    touch(case, look_up(case))
    wanted = _patches(case)
    ruled = {
        key
        for (key,) in case.rows(
            "SELECT key FROM attribution WHERE rejected = 1 UNION SELECT attribution FROM overruled "
            "UNION SELECT attribution FROM overruled_setting"
        )
    }
    for key in sorted(wanted.keys() | ruled):
        patch = wanted.get(key, Patch())
        _put(case, key, patch)
        _put_setting(case, key, patch.setting)


def _patches(case: Case) -> dict[int, Patch]:
    patches: dict[int, Patch] = {}
    for key, kind, value in case.rows(
        f"{IN_FORCE} SELECT n.found, f.kind, f.value FROM force f JOIN anchor n ON n.ruling = f.key "
        "WHERE n.about = 'attribution' AND n.found IS NOT NULL "
        "AND f.kind IN ('confirm', 'reject', 'kind', 'act', 'setting', 'speaker', 'span') "
        "ORDER BY f.at, f.id"
    ):
        patch = patches.get(key, Patch())
        if kind in ("confirm", "reject"):
            patch = replace(patch, rejected=kind == "reject")
        elif kind == "span":
            patch = replace(patch, content=spans_in(value))
        else:
            patch = replace(patch, **{kind: value})
        patches[key] = patch
    return patches


def _put(case: Case, key: int, patch: Patch) -> None:
    """Make one attribution what `patch` says, and else what the program found."""
    row = case.row(
        "SELECT a.document, d.id, d.text, a.id, a.kind, a.act, a.negated, s.name, a.rejected, a.block, "
        "a.quotation FROM attribution a JOIN document d ON d.key = a.document "
        "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.key = ?",
        (key,),
    )
    if row is None:
        return
    document, document_id, text, id_, kind, act, negated, speaker, rejected, block, quotation = row
    spans = _spans(case, key)
    stored = case.row(
        "SELECT id, kind, act, negated, speaker, content FROM overruled WHERE attribution = ?", (key,)
    )
    standing = (id_, kind, act, negated, speaker)
    computed, found = (standing, spans["content"]) if stored is None else (stored[:5], spans_in(stored[5]))
    content = found if patch.content is None else patch.content
    new_act = computed[2:4] if patch.act is None else act_of(patch.act)
    new_speaker = computed[4] if patch.speaker is None else patch.speaker or None
    new_id = attribution_id(document_id, content, spans["cue"], spans["source"])
    if case.row("SELECT 1 FROM attribution WHERE id = ? AND key <> ?", (new_id, key)) is not None:
        # Two rulings made two attributions alike; both cannot be.
        content, new_id = spans["content"], id_
    if bool(rejected) != patch.rejected:
        case.write("UPDATE attribution SET rejected = ? WHERE key = ?", (int(patch.rejected), key))
        case.write("UPDATE block SET stale = 1 WHERE key = ?", (block,))
        _read_anew(case, document)
    new = (new_id, patch.kind or computed[1], *new_act, new_speaker)
    if new == standing:
        return
    unlink(case, block)
    case.write("DELETE FROM overruled WHERE attribution = ?", (key,))
    if new != computed:
        case.write(
            "INSERT INTO overruled (attribution, id, kind, act, negated, speaker, content) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, *computed, json.dumps(found, separators=(",", ":"))),
        )
    case.write(
        "UPDATE attribution SET id = ?, kind = ?, act = ?, negated = ?, speaker = ?, quotation = ? "
        "WHERE key = ?",
        (*new[:4], _speaker(case, new_speaker), quotation_key(case, words_of(text, content)), key),
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


def _put_setting(case: Case, key: int, ruled: str | None) -> None:
    """Give one attribution the setting that is ruled, `None` for the one that the program found."""
    columns = "visibility, what, start, stop, occasion"
    standing = case.row(f"SELECT {columns} FROM setting WHERE attribution = ?", (key,))
    stored = case.row(f"SELECT {columns} FROM overruled_setting WHERE attribution = ?", (key,))
    none = (None,) * 5
    computed = stored or standing or none
    if ruled is None:
        wanted = computed
    else:
        named = setting_of(ruled)
        (start,) = case.row(
            "SELECT min(start) FROM span WHERE attribution = ? AND part = 'content'", (key,)
        ) or (None,)
        if named is None or start is None:
            wanted = none
        elif named[0] == computed[0] and named[1] in ("", computed[1]):
            # It is as the program found it, and the text has words for it.
            wanted = computed
        else:
            wanted = (*named, start, start, None)
    if wanted == (standing or none):
        return
    case.write("DELETE FROM setting WHERE attribution = ?", (key,))
    case.write("DELETE FROM overruled_setting WHERE attribution = ?", (key,))
    if wanted != none:
        case.write(f"INSERT INTO setting (attribution, {columns}) VALUES (?, ?, ?, ?, ?, ?)", (key, *wanted))
    if wanted != computed:
        case.write(
            f"INSERT INTO overruled_setting (attribution, {columns}) VALUES (?, ?, ?, ?, ?, ?)",
            (key, *computed),
        )


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
