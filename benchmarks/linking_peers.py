"""Grouping quotations beside MinHash-LSH with a fuzzy check, of two libraries: speed and accuracy in one run.

    pip install rensa datasketch && python -m benchmarks.linking_peers [SIZE ...] [--seed N]

Two things are grouped: SIZE made appearances (`benchmarks.linking` says how they are made), and the marked
quotations of the rumours beside the repository, where these are, without speakers
and dates.

The peers do what their documentation shows: sets of three neighbouring words, 128 permutations, candidates of
a Jaccard similarity of 0.3 (at 0.5, a common choice, they find less), and two quotations are joined where
rapidfuzz's `partial_ratio` of the bare words is 85 or more. Times are seconds of the processor, of one core.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio

from benchmarks.linking import figures, made
from hearsay.link import group
from hearsay.link.forest import Forest
from hearsay.link.levelling import QUOTATION_MARKS, levelled
from hearsay.model import Appearance, Statement

RUMOURS = Path(__file__).resolve().parents[2] / "shared" / "data" / "rumours" / "utterances.json"
PERMUTATIONS = 128
JACCARD = 0.3
RATIO = 85
# Gives, for each set of shingles, the places of those that are like it.
Candidates = Callable[[Sequence[Sequence[str]]], Iterator[tuple[int, int]]]


def datasketch(shingles: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    for place, words in enumerate(shingles):
        print_ = MinHash(num_perm=PERMUTATIONS)
        print_.update_batch([word.encode() for word in words])
        yield from ((place, other) for other in index.query(print_))
        index.insert(place, print_)


def rensa(shingles: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS, num_bands=32)
    for place, words in enumerate(shingles):
        print_ = RMinHash(num_perm=PERMUTATIONS, seed=42)
        print_.update(list(words))
        yield from ((place, other) for other in index.query(print_))
        index.insert(place, print_)


def joined(appearances: Sequence[Appearance], candidates: Candidates) -> list[Statement]:
    """Statements as the connected components of candidates that are alike by `partial_ratio`."""
    words = [
        [token for token in levelled(one.words) if token not in QUOTATION_MARKS and token[0].isalnum()]
        for one in appearances
    ]
    shingles = [
        [" ".join(each[n : n + 3]) for n in range(max(1, len(each) - 2))] if each else [""] for each in words
    ]
    texts = [" ".join(each) for each in words]
    forest = Forest(len(appearances))
    for a, b in candidates(shingles):
        one, other = forest.root(a), forest.root(b)
        if one != other and partial_ratio(texts[a], texts[b]) >= RATIO:
            forest.join(one, other)
    parts: dict[int, list[str]] = defaultdict(list)
    for place, appearance in enumerate(appearances):
        parts[forest.root(place)].append(appearance.attribution)
    return [Statement(ids[0], None, "", tuple(ids)) for ids in parts.values()]


def rumours() -> tuple[list[Appearance], dict[str, int]]:
    """The marked quotations of the rumours, and for each the number of its utterance."""
    appearances: list[Appearance] = []
    truth: dict[str, int] = {}
    number = 0
    for clusters in json.loads(RUMOURS.read_text(encoding="utf-8")).values():
        for cluster in clusters:
            number += 1
            for quotation in cluster:
                id_ = f"{len(appearances):06}"
                words = quotation["text"]
                appearances.append(Appearance(id_, quotation["doc"], words, "direct", None, None))
                truth[id_] = number
    return appearances, truth


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 30_000], metavar="SIZE")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    ways: dict[str, Callable[[Sequence[Appearance]], Sequence[Statement]]] = {"hearsay": group}
    for peer in (datasketch, rensa):
        if find_spec(peer.__name__):
            ways[peer.__name__] = lambda appearances, peer=peer: joined(appearances, peer)
        else:
            print(f"{peer.__name__} is not installed")
    sets = {f"{size:,} made": made(size, arguments.seed) for size in arguments.sizes}
    if RUMOURS.exists():
        sets["rumours"] = rumours()
    for name, (appearances, truth) in sets.items():
        for way, run in ways.items():
            started = time.process_time()
            statements = run(appearances)
            spent = time.process_time() - started
            row = "  ".join(f"{figure} {value:6.2f}" for figure, value in figures(statements, truth))
            print(f"{name:14}{way:12}{spent:8.2f} s  {row}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
