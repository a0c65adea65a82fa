"""Turn blocks into statements, and write only what is different from before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.pages import REVISED, moment
from hearsay.link import split
from hearsay.model import Appearance


@dataclass(frozen=True, slots=True)
class _Member:
    """An attribution of the block: its key, where it stands, and the keys of its words and speaker."""

    key: int
    outlet: int | None
    page: int
    quotation: int
    speaker: int | None


def split_block(case: Case, block: int) -> int:
    """Bring the statements of one block up to date, in the caller's transaction; returns its size."""
    members: dict[str, _Member] = {}
    appearances = []
    for row in case.rows(
        "SELECT a.id, d.id, q.words, a.kind, s.name, "
        "d.published, d.published_precision, d.published_zone, d.published_origin, "
        f"{REVISED}, a.key, d.outlet, d.page, a.quotation, a.speaker "
        "FROM attribution a JOIN document d ON d.key = a.document JOIN quotation q ON q.key = a.quotation "
        "LEFT JOIN speaker s ON s.key = a.speaker WHERE a.block = ?",
        (block,),
    ):
        id_, document, words, kind, speaker = row[:5]
        published, revised = moment(*row[5:9]), moment(*row[9:13])
        appearances.append(Appearance(id_, document, words, kind, speaker, published, revised))
        members[row[0]] = _Member(*row[13:])
    # What a statement is shown under are words and a name of the block.
    words_of = {one.words: members[one.attribution].quotation for one in appearances}
    name_of = {one.speaker: members[one.attribution].speaker for one in appearances}
    found = []
    for statement in split(appearances):
        shown = [members[id_] for id_ in statement.appearances]
        columns = (name_of[statement.speaker], words_of[statement.wording], *_width(shown))
        found.append((statement.id, columns, [member.key for member in shown]))
    _write(case, block, found)
    case.write("UPDATE block SET stale = 0 WHERE key = ?", (block,))
    return len(appearances)


# Speaker, wording, first appearance, and how many outlets, pages and appearances.
_Columns = tuple[int | None, int, int, int, int, int]


def _write(case: Case, block: int, statements: Sequence[tuple[str, _Columns, list[int]]]) -> None:
    heads = {
        row[1]: row
        for row in case.rows(
            "SELECT key, id, speaker, wording, first, outlets, pages, appearances FROM statement "
            "WHERE block = ?",
            (block,),
        )
    }
    listed: dict[int, list[int]] = defaultdict(list)
    for key, attribution in (
        ()
        if not heads
        else case.rows(
            "SELECT e.statement, e.attribution FROM statement s JOIN appearance e ON e.statement = s.key "
            "WHERE s.block = ? ORDER BY e.statement, e.position",
            (block,),
        )
    ):
        listed[key].append(attribution)

    changed = []
    for id_, columns, keys in statements:
        before = heads.pop(id_, None)
        if before is None:
            changed.append((None, id_, columns, keys))
        elif before[2:] != columns or listed[before[0]] != keys:
            changed.append((before[0], id_, columns, keys))
    # All that goes, goes before anything comes: an attribution can have moved from one to another.
    for gone in [*(head[0] for head in heads.values()), *(key for key, *_ in changed if key is not None)]:
        case.write("DELETE FROM appearance WHERE statement = ?", (gone,))
    for head in heads.values():
        case.write("DELETE FROM statement WHERE key = ?", (head[0],))
    for key, id_, columns, keys in changed:
        if key is None:
            key = case.write(
                "INSERT INTO statement (id, block, speaker, wording, first, outlets, pages, appearances) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (id_, block, *columns),
            )
        else:
            case.write(
                "UPDATE statement SET speaker = ?, wording = ?, first = ?, outlets = ?, pages = ?, "
                "appearances = ? WHERE key = ?",
                (*columns, key),
            )
        case.write_all(
            "INSERT INTO appearance (attribution, statement, position) VALUES (?, ?, ?)",
            ((attribution, key, position) for position, attribution in enumerate(keys)),
        )


def _width(shown: Sequence[_Member]) -> tuple[int, int, int, int]:
    """The first appearance, and how many outlets, pages and appearances."""
    return (
        shown[0].key,
        len({member.outlet for member in shown} - {None}),
        len({member.page for member in shown}),
        len(shown),
    )
