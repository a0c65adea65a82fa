"""How long one more article takes to link into a case that is large already.

    python -m benchmarks.one_article [QUOTATIONS] [--articles N] [--case FILE]

writes a case of QUOTATIONS attributions (a million unless told otherwise), made as `benchmarks.linking` makes
them, with the blocks that `link` finds among them, and links N more articles of 25 attributions of the same
kind, each as `add` does it: in a process that knows nothing of the case yet. Prints the seconds of each, by
the clock and of the processor. `--case` keeps the case, or takes the one that is kept.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.linking import made
from hearsay.case import Case
from hearsay.case.linking import Linker
from hearsay.case.quotations import digest_of
from hearsay.case.sketches import Sketches
from hearsay.link.alike import LEAST
from hearsay.link.fingerprints import of_wording
from hearsay.link.statements import blocks
from hearsay.link.wording import read, weighed, wording
from hearsay.model import Appearance

EACH = 25


def write(path: Path, appearances: Sequence[Appearance], articles: int) -> None:
    """Write a case in which all but the last `articles` documents are linked."""
    chance = random.Random(3)
    order = list(range(len(appearances)))
    chance.shuffle(order)
    first_new = len(appearances) // EACH - articles
    numbers = {
        member.attribution: number
        for number, block in enumerate(blocks(appearances[n] for n in order[: first_new * EACH]))
        for node in block
        for member in node.members
    }
    with Case.create(path) as case, case.transaction():
        sketches = Sketches(case)
        speakers: dict[str, int] = {}
        quotations: dict[str, int] = {}
        sizes: dict[int, int] = defaultdict(int)
        fingerprints: list[tuple[int, int]] = []
        for document in range(len(appearances) // EACH):
            whole = [appearances[place] for place in order[document * EACH : (document + 1) * EACH]]
            old = document < first_new
            stated = whole[0].published
            day = None if stated is None else stated.value
            case.write("INSERT INTO page VALUES (?)", (document,))
            case.write("INSERT INTO original VALUES (?, ?, 1, 'none', x'00')", (document, f"{document:064x}"))
            case.write(
                "INSERT INTO document (key, id, page, original, name, authors, published, "
                "published_precision, published_origin, published_from, published_until, text, reading, "
                "linked) VALUES (?1, ?2, ?1, ?1, ?2, '[]', ?3, 'day', 'meta', ?3, ?3, '', '', ?4)",
                (document, f"d{document}", day, int(old)),
            )
            for one in whole:
                if one.words not in quotations:
                    quotations[one.words] = len(quotations) + 1
                    case.write(
                        "INSERT INTO quotation VALUES (?, ?, ?)",
                        (quotations[one.words], digest_of(one.words), one.words),
                    )
                    form = wording(one.words)
                    if old and form.total >= LEAST:
                        fingerprints += ((value, quotations[one.words]) for value in of_wording(form))
                        sketches.store({quotations[one.words]: form})
                if one.speaker is not None and one.speaker not in speakers:
                    speakers[one.speaker] = len(speakers) + 1
                    case.write("INSERT INTO speaker VALUES (?, ?)", (speakers[one.speaker], one.speaker))
                block = numbers.get(one.attribution)
                if block is not None:
                    if not sizes[block]:
                        case.write("INSERT INTO block VALUES (?, 0, 0)", (block,))
                    sizes[block] += 1
                case.write(
                    "INSERT INTO attribution (id, document, kind, mode, quotation, speaker, block) "
                    "VALUES (?, ?, ?, 'speech', ?, ?, ?)",
                    (
                        one.attribution,
                        document,
                        one.kind,
                        quotations[one.words],
                        None if one.speaker is None else speakers[one.speaker],
                        block,
                    ),
                )
        case.write_all("UPDATE block SET size = ? WHERE key = ?", ((n, block) for block, n in sizes.items()))
        fingerprints.sort()
        case.write_all("INSERT INTO fingerprint (value, quotation) VALUES (?, ?)", fingerprints)


def link(path: Path, articles: int) -> list[tuple[float, float]]:
    """Link what is not linked, each article by itself; seconds of the clock and of the processor."""
    found = []
    with Case.open(path) as case:
        pending = [key for (key,) in case.rows("SELECT key FROM document WHERE linked = 0 ORDER BY key")]
    for document in pending[:articles]:
        for known in (read, weighed, wording):
            known.cache_clear()
        with Case.open(path, write=True) as case, case.transaction():
            clock, worked = time.perf_counter(), time.process_time()
            Linker(case).link(document)
            found.append((time.perf_counter() - clock, time.process_time() - worked))
    return found


def main() -> None:
    """Make and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("quotations", type=int, nargs="?", default=1_000_000, metavar="QUOTATIONS")
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--case", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.case or Path(folder) / "large.case"
        if not path.exists():
            begun = time.process_time()
            appearances, _ = made(chosen.quotations + EACH * chosen.articles, 1)
            write(path, appearances, chosen.articles)
            print(f"{chosen.quotations:,} attributions written in {time.process_time() - begun:.0f} s")
            del appearances
        # What making the case leaves in memory would be looked through while an article is linked.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            measured = pool.submit(link, path, chosen.articles).result()
        if not measured:
            parser.error(f"every article of {path} is linked already: name another file")
        for name, seconds in zip(
            ("by the clock", "of the processor"), zip(*measured, strict=True), strict=True
        ):
            line = f"{name:17} median {statistics.median(seconds):.3f} s, most {max(seconds):.3f} s: "
            print(line + " ".join(f"{one:.3f}" for one in seconds))


if __name__ == "__main__":
    main()
