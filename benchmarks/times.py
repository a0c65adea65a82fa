"""How well and how fast times are found, beside dateparser in the same run.

    python -m benchmarks.times

Reads the TimeML articles and scores with `score_times.py` beside them. The articles
at even places of their sorted names were looked at when rules were written. Those at odd places were held
out; after the first measurement every other of these was looked at, too (docs/methods/times.md). Speed is
that of the grammar with its tokenizer, in words a second of one core. dateparser, if it is installed,
searches the held-out texts with the publication date as its base.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from hearsay.export.jsonl import time_row
from hearsay.extract.times import read_times
from hearsay.extract.tokens import tokenize
from hearsay.model import Moment, Precision

SHARED = Path(__file__).parents[1].parent / "shared"
ARTICLES = SHARED / "data" / "timeml"
SCORER = SHARED / "bench" / "score_times.py"


def ours(article: dict[str, str]) -> list[dict[str, Any]]:
    published = Moment(article["published"], Precision.DAY, None, "gold")
    return [dict(time_row(each)) for each in read_times(tokenize(article["text"]), published)]


def dateparser_finder() -> Callable[[dict[str, str]], list[dict[str, Any]]]:
    from dateparser.search import search_dates

    def found(article: dict[str, str]) -> list[dict[str, Any]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(article["published"])}
        rows, place = [], 0
        for words, when in search_dates(article["text"], languages=["en"], settings=settings) or ():
            start = article["text"].find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            day = when.date().isoformat()
            rows.append({"span": [start, place], "earliest": day, "latest": day})
        return rows

    return found


def measure(
    name: str, find: Callable[[dict[str, str]], list[dict[str, Any]]], articles: list[dict[str, str]]
) -> dict[str, list[dict[str, Any]]]:
    words = sum(len(article["text"].split()) for article in articles)
    find({**articles[0], "text": "on Monday"})
    start = time.process_time()
    found = {article["id"]: find(article) for article in articles}
    seconds = time.process_time() - start
    print(f"{name}: {words / seconds:,.0f} words a second on one core ({words:,} words)")
    return found


def score(folder: Path, names: Iterable[str], found: dict[str, list[dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        part = Path(scratch) / "gold"
        part.mkdir()
        lines = []
        for name in names:
            (part / f"{name}.tml").symlink_to(folder / f"{name}.tml")
            lines.append(json.dumps({"document": {"name": name}, "times": found[name]}))
        predictions = Path(scratch) / "found.jsonl"
        predictions.write_text("\n".join(lines), encoding="utf-8")
        subprocess.run([sys.executable, SCORER, "score", part, predictions], check=True)


def main() -> int:
    if not ARTICLES.is_dir() or not SCORER.exists():
        print(f"no gold to measure on: {ARTICLES} is missing")
        return 0
    texts = subprocess.run(
        [sys.executable, SCORER, "documents", ARTICLES], check=True, capture_output=True, text=True
    ).stdout
    articles = [json.loads(line) for line in texts.splitlines()]
    names = [article["id"] for article in articles]
    found = measure("hearsay", ours, articles)
    for half, part in (
        ("looked at", names[0::2]),
        ("not looked at", names[1::2][1::2]),
        ("held out", names[1::2]),
    ):
        print(f"\n{half}, {len(part)} articles", flush=True)
        score(ARTICLES, part, found)
    if importlib.util.find_spec("dateparser") is None:
        print("\ndateparser is not installed")
        return 0
    peer = articles[1::2]
    print()
    found = measure("dateparser", dateparser_finder(), peer)
    score(ARTICLES, [article["id"] for article in peer], found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
