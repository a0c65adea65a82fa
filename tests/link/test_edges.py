"""Which pairs of a block are compared, and that wide blocks stay whole."""

from __future__ import annotations

from hearsay.link import group
from hearsay.link.edges import WIDE, edges
from hearsay.link.joining import joined
from hearsay.link.nodes import nodes_of

SAID = "we will dredge the northern harbour and then sell every crane on the island"


def many(printed, number: int):
    """So many printings, each with another word at its end, by two speakers and nobody."""
    words = (f"{SAID} {chr(97 + n // 26)}{chr(97 + n % 26)}ffle" for n in range(number))
    speakers = ("Ana Moreau", "Tomas Reyl", None)
    return [printed(each, speaker=speakers[n % 3]) for n, each in enumerate(words)]


def test_all_pairs_of_a_narrow_block_are_compared(printed) -> None:
    nodes = nodes_of(many(printed, 9))
    # Two names ask for more than these words tell.
    assert len(list(edges(nodes))) == 9 * 8 // 2 - 9


def test_a_wide_block_is_compared_in_part_and_holds_together(printed) -> None:
    nodes = nodes_of(many(printed, 2 * WIDE))
    found = list(edges(nodes))
    assert len(found) < 2 * WIDE * WIDE // 3
    assert set(joined(nodes)[1]) <= set(found)


def test_a_wide_block_is_divided_between_its_speakers(printed) -> None:
    found = group(many(printed, 3 * WIDE))
    speakers = [statement.speaker for statement in found]
    assert sorted(speakers) == ["Ana Moreau", "Tomas Reyl"]
