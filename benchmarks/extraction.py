"""How many words a second each part of extraction reads, and how right the outcome is, with both taggers.

Run with `python -m benchmarks.extraction [CORPUS]`. CORPUS has `train/` and `dev/` in the layout of
`train/corpus.py`; without it the articles that come with the example are read over and over, and nothing is
said about how right the outcome is. Speeds are of one core, in processor time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.export.jsonl import extraction_row, line
from hearsay.extract.extraction import extract
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.settling.settle import settle
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tagging.tagger import NAMES, load_tagger
from hearsay.extract.tokens import tokenize
from hearsay.model import Document
from train.corpus import read_corpus
from train.score import score

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear"
EXAMPLE = Path(__file__).resolve().parents[1] / "examples"
ARTICLES = 200


class Clock:
    """Adds up the processor time that each part takes."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        started = time.process_time()
        yield
        self.spent[part] = self.spent.get(part, 0.0) + time.process_time() - started


def speeds(texts: list[str], name: str) -> dict[str, float]:
    """Words a second of each part on one core, in processor time, after one article to warm up."""
    clock = Clock()
    tagger = load_tagger(name)
    extract(_document(texts[0]), tagger)
    for text in texts:
        with clock.of("tokens"):
            tokens = tokenize(text)
        with clock.of("quotations"):
            quotations = find_quotations(text)
        with clock.of("tagger"):
            links = tagger.links(text, tokens, quotations)
        with clock.of("marks and grammar"):
            settle(tokens, quoted_ranges(tokens, quotations), links)
        with clock.of("text to row, all in all"):
            found = extract(_document(text), tagger)
            line(extraction_row(_document(text), found))
        with clock.of("speakers"):
            name_speakers(text, found.attributions)
    words = sum(len(text.split()) for text in texts)
    return {part: words / seconds for part, seconds in clock.spent.items() if seconds}


def _document(text: str) -> Document:
    return Document(id="", name="", sha256="", text=text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    corpus = parser.parse_args().corpus
    if (corpus / "train").is_dir():
        texts = [article.text for article in read_corpus(corpus / "train")][:ARTICLES]
    else:
        print(f"{corpus} is not there; reading the example's texts instead", file=sys.stderr)
        texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.rglob("*.txt"))] * 20
    for name in NAMES:
        print(f"{name} tagger")
        for part, speed in speeds(texts, name).items():
            print(f"  {part:30}{speed:12,.0f} words/s")
        if (corpus / "dev").is_dir():
            for figure, value in score(read_corpus(corpus / "dev"), load_tagger(name)).items():
                print(f"  {figure:30}{value:12.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
