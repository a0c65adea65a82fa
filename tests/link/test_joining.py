"""Blocks are the connected components of all pairs that share a fingerprint and are alike."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.link.crowd import TILE
from hearsay.link.fingerprints import of_wording
from hearsay.link.forest import Forest
from hearsay.link.joining import alike_at, blocks_of
from hearsay.link.likeness import likeness
from hearsay.link.nodes import Node, nodes_of
from hearsay.model import Appearance, Moment, Precision

SAID = (
    "the squadron left the northern lighthouse before parliament sat",
    "the squadron left the northern lighthouse",
    "left … before parliament sat, and the harbour pilots slept under canvas",
    "the harbour pilots slept under canvas",
    "at the end of the day",
    "pilots slept under canvas at the end of the day",
)
NAMES = (None, "Ilse Varga", "Varga", "Tom Reyl")
DAYS = (None, "2031-03-01", "2031-03-05", "2031-05-01", "2032-05-01")
PRINTED = st.lists(
    st.tuples(st.sampled_from(SAID), st.sampled_from(NAMES), st.sampled_from(DAYS)), min_size=1, max_size=25
)


def pair_by_pair(nodes: list[Node]) -> set[frozenset[int]]:
    forest = Forest(len(nodes))
    for n, m in combinations(range(len(nodes)), 2):
        a, b = nodes[n], nodes[m]
        if of_wording(a.form) & of_wording(b.form) and alike_at(a, b, likeness(a.form, b.form)):
            one, other = forest.root(n), forest.root(m)
            if one != other:
                forest.join(one, other)
    blocks: dict[int, set[int]] = {}
    for n in range(len(nodes)):
        blocks.setdefault(forest.root(n), set()).add(n)
    return set(map(frozenset, blocks.values()))


@given(PRINTED, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_blocks_are_what_comparing_pair_by_pair_gives(
    printed: list[tuple[str, str | None, str | None]], chance: random.Random
) -> None:
    nodes = nodes_of(
        Appearance(
            f"{n:02}",
            f"d{chance.randrange(9)}",
            words,
            chance.choice(("direct", "indirect")),
            speaker,
            None if day is None else Moment(day, Precision.DAY, None, "made"),
        )
        for n, (words, speaker, day) in enumerate(printed)
    )
    places = {id(node): n for n, node in enumerate(nodes)}
    found = {frozenset(places[id(node)] for node in block) for block in blocks_of(nodes)}
    assert found == pair_by_pair(nodes)


def test_a_bucket_larger_than_a_tile_is_one_block_where_all_its_wordings_are_alike() -> None:
    said = "the squadron left the northern lighthouse before parliament sat, pilot"
    nodes = nodes_of(
        Appearance(f"{n:04}", f"d{n}", f"{said} {n}", "direct", "Tom Reyl", None) for n in range(3 * TILE)
    )
    assert len(blocks_of(nodes)) == 1


def test_a_bucket_larger_than_a_tile_falls_apart_by_speaker() -> None:
    said = "at the squadron ball, pilot"
    speakers = ("Tom Reyl", "Ilse Varga", "Petra Holm")
    nodes = nodes_of(
        Appearance(f"{n:04}", f"d{n}", f"{said} {n}", "direct", speakers[n % 3], None)
        for n in range(3 * TILE)
    )
    assert len(blocks_of(nodes)) == 3
