"""Two outlets side by side: what each quoted that the other did not, and the words of each for the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.heads import Head, heads
from hearsay.errors import NotFoundError
from hearsay.link.outlets.directory import name_key
from hearsay.link.wording import wording

_BATCH = 200


@dataclass(frozen=True, slots=True)
class OutletSide:
    """One of the two: its name, and how many pages of it the case has."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How an outlet prints a statement: the forms of the words, the cues that lead them, and the hedges.

    A cue is "claimed", a hedge "allegedly": words by which the writer or somebody else withholds his warrant.
    """

    words: tuple[str, ...]
    cues: tuple[str, ...]
    hedges: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """A statement that both carry, and how each prints it."""

    row: Head
    one: Usage
    other: Usage

    @property
    def differs(self) -> bool:
        """Whether no form of the words is the same in both, marks and spelling set aside."""
        forms = [{wording(words).words for words in side.words} for side in (self.one, self.other)]
        return not forms[0] & forms[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two outlets quoted; statements are the widest first.

    `totals` count the statements of the three lists, whatever was read of them.
    """

    one: OutletSide
    other: OutletSide
    only_one: tuple[Head, ...]
    only_other: tuple[Head, ...]
    both: tuple[Common, ...]
    totals: tuple[int, int, int]


def compare(case: Case, one: str, other: str, most: int | None = None) -> Comparison:
    """Compare two outlets of the case, named as documents state them, or by words of their names.

    Of each list only the `most` widest statements are read, if a number is given. Raises `NotFoundError`
    where no outlet or several have the name.
    """
    with case.snapshot():
        keys = _outlet(case, one), _outlet(case, other)
        if keys[0] == keys[1]:
            raise NotFoundError(
                f"{one!r} and {other!r} are the same outlet", where=str(case.path), remedy="Name two outlets."
            )
        carried = [_carried(case, key) for key in keys]
        shared = carried[0].keys() & carried[1].keys()
        only = [side.keys() - shared for side in carried]
        common = _rows(case, shared, most)
        told = _told(case, [one for side in carried for row in common for one in side[row.key]])
        return Comparison(
            _side(case, keys[0]),
            _side(case, keys[1]),
            _rows(case, only[0], most),
            _rows(case, only[1], most),
            tuple(
                Common(row, *(_usage([told[one] for one in side[row.key]]) for side in carried))
                for row in common
            ),
            (len(only[0]), len(only[1]), len(shared)),
        )


def _outlet(case: Case, name: str) -> int:
    known = list(
        case.rows(
            "SELECT key, name FROM outlet t WHERE EXISTS (SELECT 1 FROM document d WHERE d.outlet = t.key)"
        )
    )
    exact = [key for key, stated in known if name_key(stated) == name_key(name)]
    words = set(name_key(name).split())
    found = exact or [key for key, stated in known if words and words <= set(name_key(stated).split())]
    if len(found) == 1:
        return int(found[0])
    candidates = ", ".join(sorted(stated for key, stated in known if key in found or not found)[:12])
    raise NotFoundError(
        f"{'several outlets' if found else 'no outlet'} of the case can be meant by {name!r}",
        where=str(case.path),
        remedy=f"Say which: {candidates}." if candidates else "No document of the case states its outlet.",
    )


def _side(case: Case, outlet: int) -> OutletSide:
    row = case.row(
        "SELECT t.name, (SELECT count(DISTINCT d.page) FROM document d WHERE d.outlet = t.key) FROM outlet t "
        "WHERE t.key = ?",
        (outlet,),
    )
    return OutletSide(*row) if row else OutletSide("", 0)


def _carried(case: Case, outlet: int) -> dict[int, list[int]]:
    """The statements that an outlet carries by their keys, each with the keys of its attributions there."""
    found: dict[int, list[int]] = defaultdict(list)
    for statement, attribution in case.rows(
        "SELECT e.statement, e.attribution FROM document d JOIN attribution a ON a.document = d.key "
        "JOIN appearance e ON e.attribution = a.key WHERE d.outlet = ? ORDER BY e.statement, e.position",
        (outlet,),
    ):
        found[statement].append(attribution)
    return found


def _rows(case: Case, keys: set[int], most: int | None) -> tuple[Head, ...]:
    """The statements with these keys, the widest first, or the `most` widest of them."""
    ordered = [
        key
        for (key,) in case.rows(
            "SELECT key FROM statement WHERE key IN (SELECT value FROM json_each(?)) "
            "ORDER BY outlets DESC, pages DESC, id LIMIT ?",
            (json.dumps(list(keys)), -1 if most is None else most),
        )
    ]
    return tuple(
        head
        for start in range(0, len(ordered), _BATCH)
        for head in heads(case, ordered[start : start + _BATCH])
    )


def _told(case: Case, attributions: list[int]) -> dict[int, Usage]:
    """How each of these attributions (keys) is printed."""
    found: dict[int, Usage] = {}
    words_at = "json_group_array(substr(d.text, start + 1, stop - start))"
    part = f"(SELECT {words_at} FROM (SELECT start, stop FROM {{}}))"
    cues = part.format("span WHERE attribution = a.key AND part = 'cue' ORDER BY start")
    hedges = part.format("hedge WHERE attribution = a.key ORDER BY start")
    for start in range(0, len(attributions), _BATCH):
        batch = attributions[start : start + _BATCH]
        for key, words, name, *told in case.rows(
            f"SELECT a.key, q.words, d.name, {cues}, {hedges} FROM attribution a "
            "JOIN quotation q ON q.key = a.quotation JOIN document d ON d.key = a.document "
            f"WHERE a.key IN ({','.join('?' * len(batch))})",
            batch,
        ):
            cue, hedged = (json.loads(each) for each in told)
            found[key] = Usage((words,), (" ".join(cue),) if cue else (), tuple(hedged), (name,))
    return found


def _usage(places: Sequence[Usage]) -> Usage:
    """How an outlet prints a statement in all of these places."""
    return Usage(
        tuple(dict.fromkeys(words for one in places for words in one.words)),
        tuple(dict.fromkeys(cue for one in places for cue in one.cues)),
        tuple(dict.fromkeys(hedge for one in places for hedge in one.hedges)),
        tuple(dict.fromkeys(name for one in places for name in one.documents)),
    )
