"""Turn blocks into statements, and write only what is different from before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.pages import REVISED, moment
from hearsay.case.ruled import Regroupings
from hearsay.link import split
from hearsay.link.ruled import regrouped
from hearsay.model import Appearance


@dataclass(frozen=True, slots=True)
class _Member:
    """An attribution of the block: its key, where it stands, and the keys of its words and speaker."""

    key: int
    outlet: int | None
    page: int
    quotation: int
    speaker: int | None
    block: int


def split_blocks(case: Case, block: int, regroupings: Regroupings) -> int:
    """Bring the statements of a block up to date, in the caller's transaction; returns its size.

    Blocks that rulings tie to it are split with it, so that a statement can be of several.
    """
    blocks = regroupings.tied(block)
    members: dict[str, _Member] = {}
    appearances: dict[int, list[Appearance]] = defaultdict(list)
    listed = ",".join(map(str, sorted(blocks)))
    size = 0
    for row in case.rows(
        "SELECT a.id, d.id, q.words, a.kind, s.name, "
        "d.published, d.published_precision, d.published_zone, d.published_origin, "
        f"{REVISED}, a.key, d.outlet, d.page, a.quotation, a.speaker, a.block, a.rejected "
        "FROM attribution a JOIN document d ON d.key = a.document JOIN quotation q ON q.key = a.quotation "
        f"LEFT JOIN speaker s ON s.key = a.speaker WHERE a.block IN ({listed})"
    ):
        size += 1
        id_, document, words, kind, speaker = row[:5]
        if row[-1]:
            continue
        published, revised = moment(*row[5:9]), moment(*row[9:13])
        appearances[row[-2]].append(Appearance(id_, document, words, kind, speaker, published, revised))
        members[id_] = _Member(*row[13:-1])
    found = [statement for block in sorted(appearances) for statement in split(appearances[block])]
    by_id = {one.attribution: one for several in appearances.values() for one in several}
    # What a statement is shown under are words and a name of the blocks.
    words_of = {one.words: members[one.attribution].quotation for one in by_id.values()}
    name_of = {one.speaker: members[one.attribution].speaker for one in by_id.values()}
    written = []
    for statement in regrouped(found, by_id, regroupings.of(blocks)):
        shown = [members[id_] for id_ in statement.appearances]
        columns = (
            shown[0].block,
            name_of[statement.speaker],
            words_of[statement.wording],
            *_width(shown),
        )
        written.append((statement.id, columns, [member.key for member in shown]))
    if regroupings.ever:
        _free(case, listed)
    _write(case, listed, written)
    case.write(f"UPDATE block SET stale = 0 WHERE key IN ({listed})")
    return size


def _free(case: Case, blocks: str) -> None:
    """Remove the statements that a ruling that is gone made of these blocks and others, which go stale."""
    for (statement,) in list(
        case.rows(
            "SELECT DISTINCT e.statement FROM attribution a JOIN appearance e ON e.attribution = a.key "
            "JOIN appearance f ON f.statement = e.statement JOIN attribution b ON b.key = f.attribution "
            f"WHERE a.block IN ({blocks}) AND b.block NOT IN ({blocks})"
        )
    ):
        case.write(
            "UPDATE block SET stale = 1 WHERE key IN (SELECT a.block FROM appearance e "
            "JOIN attribution a ON a.key = e.attribution WHERE e.statement = ?)",
            (statement,),
        )
        case.write("DELETE FROM appearance WHERE statement = ?", (statement,))
        case.write("DELETE FROM statement WHERE key = ?", (statement,))


# Block, speaker, wording, first appearance, and how many outlets, pages and appearances.
_Columns = tuple[int, int | None, int, int, int, int, int]


def _write(case: Case, blocks: str, statements: Sequence[tuple[str, _Columns, list[int]]]) -> None:
    heads = {
        row[1]: row
        for row in case.rows(
            "SELECT key, id, block, speaker, wording, first, outlets, pages, appearances FROM statement "
            f"WHERE block IN ({blocks})"
        )
    }
    listed: dict[int, list[int]] = defaultdict(list)
    for key, attribution in (
        ()
        if not heads
        else case.rows(
            "SELECT e.statement, e.attribution FROM appearance e "
            f"WHERE e.statement IN ({','.join(str(head[0]) for head in heads.values())}) "
            "ORDER BY e.statement, e.position"
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
                (id_, *columns),
            )
        else:
            case.write(
                "UPDATE statement SET block = ?, speaker = ?, wording = ?, first = ?, outlets = ?, pages = "
                "?, "
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
