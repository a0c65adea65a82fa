"""Real coverage, taken in as a user would: is nothing lost, is every span verbatim, how fast, how right?

Run with `python -m benchmarks.real_input [DATA]`.  DATA holds `polnear/dev` with `polnear/metadata.tsv`,
`pages/html`, `rumours/articles` and the gold of the scorers, which lie in `../bench` beside it.  The news
articles go in as JSONL with their metadata, the pages as they were saved, the rumours as plain text.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hearsay.case import Case, add, documents, overview, refusals, statements, verify
from hearsay.export.jsonl import extraction_row, line, statement_row
from hearsay.extract.extraction import extract
from hearsay.model import Document, Extraction

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def main() -> int:
    """Print what went in, what came out, and the scorers' figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    if not data.is_dir():
        print(f"no real input to measure on: {data} is missing")
        return 0
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        table = place / "polnear-dev.jsonl"
        table.write_bytes(b"".join(_records(data / "polnear")))
        sources = {
            "news articles": [table],
            "saved pages": [data / "pages" / "html"],
            "rumours": [data / "rumours" / "articles"],
            "pairs": [data / "polnear" / "train" / "text", data / "polnear" / "dev" / "text"],
        }
        for name, paths in sources.items():
            lost += _take_in(name, place / f"{name}.case", [str(path) for path in paths])
        _score(data, place)
    return lost


def _records(polnear: Path) -> Iterator[bytes]:
    """The development articles as JSONL records with the metadata that the corpus has of them."""
    with (polnear / "metadata.tsv").open(encoding="utf-8", newline="") as rows:
        known = {row["filename"]: row for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
    for path in sorted((polnear / "dev" / "text").glob("*.txt")):
        row = known.get(path.stem, {})
        with path.open(encoding="utf-8", newline="") as text:
            record = {
                "id": path.stem,
                "text": text.read(),
                "title": row.get("title"),
                "outlet": row.get("publisher"),
                "published": row.get("publication_date"),
                "author": row.get("author"),
            }
        yield json.dumps({key: value for key, value in record.items() if value}).encode() + b"\n"


def _take_in(name: str, path: Path, sources: list[str]) -> int:
    """Add `sources` to a case at `path` and say what came of it; the number of things damaged."""
    start = time.perf_counter()
    with Case.open(path, write=True, create=True) as case:
        tally = add(case, sources, workers=2)
        seconds = time.perf_counter() - start
        words = sum(len(one.text.split()) for one in documents(case))
        figures = overview(case)
        damaged = list(verify(case))
        print(
            f"{name:14} added {tally.added:,}, refused {tally.refused:,}, passed over {tally.passed_over:,}; "
            f"{figures.attributions:,} attributions ({figures.direct:,} direct) in {figures.statements:,} "
            f"statements; {len(damaged)} damaged; {words / seconds:,.0f} words/s with 2 processes"
        )
        for refusal in refusals(case):
            print(f"    refused {refusal.location.rsplit('/', 1)[-1]}: {refusal.what}")
        for damage in damaged[:5]:
            print(f"    damaged {damage.where}: {damage.why}")
    return len(damaged)


def _outermost(document: Document) -> Extraction:
    """The attributions of a document that stand in no other: the gold marks no reports inside reports."""
    found = extract(document)
    return replace(found, attributions=tuple(one for one in found.attributions if one.parent is None))


def _score(data: Path, place: Path) -> None:
    """The scorers' figures for what the cases at `place` hold."""
    for name in ("news articles", "rumours", "pairs"):
        with Case.open(place / f"{name}.case") as case:
            rows = b"".join(line(statement_row(row)) for row in statements(case))
            (place / f"{name}.statements").write_bytes(rows)
            if name == "news articles":
                extracted = b"".join(line(extraction_row(one, _outermost(one))) for one in documents(case))
                (place / "extracted").write_bytes(extracted)
    scorers = data.parent / "bench"
    runs = (
        ("score_attributions.py", data / "polnear" / "dev", place / "extracted"),
        ("score_speakers.py", data / "speakers" / "dev.jsonl", place / "extracted"),
        (
            "score_statements.py",
            data / "rumours" / "utterance-pairs.jsonl",
            place / "rumours.statements",
            "--clusters",
            data / "rumours" / "utterances.json",
        ),
        ("score_statements.py", data / "same-utterance" / "polnear-pairs.jsonl", place / "pairs.statements"),
    )
    for scorer, *arguments in runs:
        print(f"\n{scorer} {arguments[0].relative_to(data)}", flush=True)
        subprocess.run([sys.executable, scorers / scorer, *map(str, arguments)], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
