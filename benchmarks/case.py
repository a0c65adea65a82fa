"""How fast articles become a case, stage by stage, and in how much memory.

    python -m benchmarks.case [--articles N] [--workers W] [--changed SHARE]

makes N articles on the fly by repeating those of PolNeAR's training part; in each repetition every word of
four letters or more is, with the probability SHARE, replaced by another of those articles. They are read,
extracted, written and grouped in this process, with the time of each stage; a second pass adds the same
articles again; with W above 1 a last one adds them with as many processes to another case and compares.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hearsay import collect
from hearsay.case import Case, add, ledger_digest, overview
from hearsay.case.grouping import group_pending
from hearsay.case.write import Writer, now
from hearsay.collect.item import Item, Media
from hearsay.extract import extract
from hearsay.extract.stream import Reading
from hearsay.model import Document

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "polnear" / "train" / "text"
_WORD = re.compile(r"\b[a-z]{4,}\b")
# As many as `add` stores in one transaction.
_BATCH = 128


@dataclass(slots=True)
class Clock:
    """Seconds by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    def time(self, stage: str, since: float) -> float:
        """Add the time since `since` to a stage; returns the time now."""
        moment = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + moment - since
        return moment


def items(count: int, changed: float) -> Iterator[Item]:
    """`count` articles as JSONL records, made one at a time."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.txt"))]
    words = sorted({word for _, text in texts for word in _WORD.findall(text)})
    for number in range(count):
        round_, place = divmod(number, len(texts))
        name, text = texts[place]
        if round_:
            text = _with_changes(text, words, changed, random.Random(number))
        record = {
            "id": f"{name}-{round_}",
            "text": text,
            "outlet": f"Outlet {number % 41}",
            "published": f"2016-{1 + number % 12:02}-{1 + number % 28:02}",
        }
        content = json.dumps(record).encode()
        yield Item(content, Media.RECORD, f"file:///made.jsonl#{number + 1}", record["id"])


def _with_changes(text: str, words: list[str], changed: float, rng: random.Random) -> str:
    return _WORD.sub(lambda word: rng.choice(words) if rng.random() < changed else word[0], text)


def measured(case: Case, made: Iterator[Item], clock: Clock) -> int:
    """Take the items in, timing each stage; returns the number of words."""
    words = 0
    with case.transaction():
        writer = Writer(case)
    more = True
    while more:
        with case.transaction():
            since = time.perf_counter()
            for _ in range(_BATCH):
                item = next(made, None)
                if item is None:
                    more = False
                    break
                since = clock.time("make", since)
                documents = tuple(found for found in collect.read(item) if isinstance(found, Document))
                since = clock.time("collect", since)
                pairs = tuple((document, extract(document)) for document in documents)
                since = clock.time("extract", since)
                writer.store(Reading(item, pairs, ()), now())
                since = clock.time("write", since)
                words += sum(len(document.text.split()) for document in documents)
                since = time.perf_counter()
        clock.time("write", since)
    since = time.perf_counter()
    group_pending(case)
    clock.time("group", since)
    return words


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--changed", type=float, default=0.1)
    chosen = parser.parse_args()
    if not ARTICLES.is_dir():
        sys.exit(f"nothing to repeat: there is no {ARTICLES}")
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        with Case.create(Path(folder) / "one.case") as case:
            words = measured(case, items(chosen.articles, chosen.changed), clock)
            figures = overview(case)
            digest = ledger_digest(case)
        size = (Path(folder) / "one.case").stat().st_size
        print(
            f"{figures.documents:,} articles, {words:,} words, {figures.attributions:,} attributions, ",
            end="",
        )
        print(f"{figures.statements:,} statements; {size / 1e6:.0f} MB")
        for stage in ("collect", "extract", "write", "group"):
            seconds = clock.seconds[stage]
            print(f"  {stage:8} {seconds:8.1f} s {words / seconds:12,.0f} words/s")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  peak memory {peak:,.0f} MB")
        with Case.open(Path(folder) / "one.case", write=True) as case:
            since, before = time.perf_counter(), case.changes
            tally = add(case, items(chosen.articles, chosen.changed))
            print(f"  again: {tally.unchanged:,} unchanged, {case.changes - before} rows changed, ", end="")
            print(f"{time.perf_counter() - since:.1f} s (most of it making the articles)")
        if chosen.workers > 1:
            with Case.create(Path(folder) / "many.case") as case:
                since = time.perf_counter()
                add(case, items(chosen.articles, chosen.changed), workers=chosen.workers)
                seconds = time.perf_counter() - since
                same = "the same" if ledger_digest(case) == digest else "ANOTHER"
                print(f"  {chosen.workers} processes: {seconds:.1f} s, {same} ledger")


if __name__ == "__main__":
    main()
