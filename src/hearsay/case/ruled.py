"""What the rulings in force come to for statements and actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from hearsay.case.file import Case
from hearsay.case.force import IN_FORCE
from hearsay.link.ruled import Recasting, Regrouping


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
