"""How fast articles become a case, stage by stage, and in how much memory.

    python -m benchmarks.case [--articles N] [--workers W] [--changed SHARE]

makes N articles on the fly by repeating those of PolNeAR's training part; in each repetition every word of
four letters or more is, with the probability SHARE, replaced by another of those articles. They are read,
extracted, written and grouped in this process, with the time of each stage; a second pass adds the same
articles again, and one more article; then the case is read as the commands do; with W above 1 a last pass
adds all to another case with as many processes, and compares. Seconds are those of the clock, and beside
them those of the processor, which a busy machine does not change.
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
from hearsay.case import Case, add, ledger_digest, overview, search, statement, verify, widest_statements
from hearsay.case.grouping import group_pending
from hearsay.case.write import Writer, now
from hearsay.collect.item import Item, Media
from hearsay.export.page import write_page
from hearsay.extract import extract
from hearsay.extract.stream import Reading
from hearsay.model import Document

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "polnear" / "train" / "text"
_WORD = re.compile(r"\b[a-z]{4,}\b")
# As many as `add` stores in one transaction.
_BATCH = 128


@dataclass(slots=True)
class Clock:
    """Seconds by stage: of the clock, and of the processor."""

    seconds: dict[str, float] = field(default_factory=dict)
    worked: dict[str, float] = field(default_factory=dict)
    last: tuple[float, float] = (0.0, 0.0)

    def start(self) -> None:
        """Begin to count."""
        self.last = time.perf_counter(), time.process_time()

    def time(self, stage: str) -> None:
        """Count the time since the last call for a stage."""
        before = self.last
        self.start()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + self.last[0] - before[0]
        self.worked[stage] = self.worked.get(stage, 0.0) + self.last[1] - before[1]


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


def measured(case: Case, made: Iterator[Item], clock: Clock) -> tuple[int, int]:
    """Take the items in, timing each stage; returns the number of words, and the longest log in bytes."""
    words = log = 0
    beside = case.path.with_name(case.path.name + "-wal")
    with case.transaction():
        writer = Writer(case)
    clock.start()
    more = True
    while more:
        with case.transaction():
            for _ in range(_BATCH):
                item = next(made, None)
                clock.time("make")
                if item is None:
                    more = False
                    break
                documents = tuple(found for found in collect.read(item) if isinstance(found, Document))
                clock.time("collect")
                pairs = tuple((document, extract(document)) for document in documents)
                clock.time("extract")
                writer.store(Reading(item, pairs, ()), now())
                clock.time("write")
                words += sum(len(document.text.split()) for document in documents)
        clock.time("write")
        log = max(log, beside.stat().st_size)

    def advance(stage: str, _done: int, _total: int) -> None:
        nonlocal log
        clock.time(stage)
        log = max(log, beside.stat().st_size)

    group_pending(case, advance)
    return words, log


def peak(who: int = resource.RUSAGE_SELF) -> str:
    """The most memory that this process, or the largest of its children, has held so far."""
    return f"{resource.getrusage(who).ru_maxrss / 1024:,.0f} MB"


def read(path: Path) -> None:
    """Print how long the commands that read take."""
    with Case.open(path) as case:
        for name, work in (
            ("overview", lambda: overview(case)),
            ("ten widest", lambda: list(widest_statements(case, 10))),
            ("widest in full", lambda: [statement(case, row.id) for row in widest_statements(case, 1)]),
            ("search", lambda: list(search(case, "the president said", limit=20))),
            ("page", lambda: write_page(case, path.with_suffix(".html"))),
            ("verify", lambda: list(verify(case))),
        ):
            since = time.perf_counter()
            work()
            print(
                f"  {name:15} {time.perf_counter() - since:8.2f} s, peak memory so far {peak()}", flush=True
            )


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
        path = Path(folder) / "one.case"
        clock = Clock()
        with Case.create(path) as case:
            words, log = measured(case, items(chosen.articles, chosen.changed), clock)
            figures = overview(case)
            digest = ledger_digest(case)
        size = path.stat().st_size
        print(
            f"{figures.documents:,} articles, {words:,} words, {figures.attributions:,} attributions, ",
            end="",
        )
        print(f"{figures.statements:,} statements")
        for stage in ("collect", "extract", "write", "linking", "splitting"):
            seconds, worked = clock.seconds[stage], clock.worked[stage]
            print(f"  {stage:9} {seconds:8.1f} s, {worked:8.1f} s of the processor, ", end="")
            print(f"{words / worked:10,.0f} words/s of it")
        print(f"  peak memory {peak()}")
        each = size / max(1, figures.attributions)
        print(f"  the file {size / 1e6:,.0f} MB, {each:,.0f} bytes an attribution; its log at most ", end="")
        print(f"{log / 1e6:,.0f} MB")
        with Case.open(path, write=True) as case:
            since, before = time.perf_counter(), case.changes
            tally = add(case, items(chosen.articles, chosen.changed))
            print(f"  again: {tally.unchanged:,} unchanged, {case.changes - before} rows changed, ", end="")
            print(f"{time.perf_counter() - since:.1f} s (most of it making the articles)", flush=True)
        with Case.open(path, write=True) as case:
            one = list(items(chosen.articles + 1, chosen.changed))[-1:]
            since = time.perf_counter()
            add(case, one)
            print(f"  one more article: {time.perf_counter() - since:.2f} s")
        read(path)
        if chosen.workers > 1:
            with Case.create(Path(folder) / "many.case") as case:
                since = time.perf_counter()
                add(case, items(chosen.articles, chosen.changed), workers=chosen.workers)
                seconds = time.perf_counter() - since
                same = "the same" if ledger_digest(case) == digest else "ANOTHER"
                print(
                    f"  {chosen.workers} processes: {seconds:.1f} s, {same} ledger; peak memory {peak()}, ",
                    end="",
                )
                print(f"of the largest worker {peak(resource.RUSAGE_CHILDREN)}")


if __name__ == "__main__":
    main()
