"""How well and how fast pages are read, on the 91 news pages of the article-extraction-benchmark.

    python -m benchmarks.pages [FOLDER]

FOLDER holds `html/*.html.gz` and `ground-truth.json` (github.com/scrapinghub/article-extraction-benchmark).
Text is compared by shingles of four words, as that benchmark does: precision and recall of each page's
shingles with their counts, averaged over pages; F1 of the two means. The pages' dates, authors and so on
have no gold: how many pages give each, and where it stood, is counted.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hearsay.collect.encoding import decode
from hearsay.collect.item import Item, Media
from hearsay.collect.page import read_page
from hearsay.collect.unpack import gunzip
from hearsay.errors import SourceError
from hearsay.model import Document, Moment, Precision

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
SHINGLE = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Means over pages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text (a shorter text is one run), with their counts."""
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))


def accuracy(pairs: Iterable[tuple[str, str]]) -> Accuracy:
    """The accuracy over pairs of a gold text and the one that was found."""
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, found in pairs:
        expected, given = shingles(gold), shingles(found)
        shared = (expected & given).total()
        precisions.append(shared / given.total() if found else 0.0)
        recalls.append(shared / expected.total())
    return Accuracy(sum(precisions) / len(precisions), sum(recalls) / len(recalls))


def items(folder: Path) -> list[Item]:
    """The pages as items, named as in `ground-truth.json`, in the order of their names."""
    paths = sorted((folder / "html").glob("*.html.gz"))
    return [Item(path.read_bytes(), Media.PAGE, path.name, path.name.split(".")[0]) for path in paths]


def gold(folder: Path) -> dict[str, str]:
    """The main text of each page by its name."""
    stated = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {name: page["articleBody"] for name, page in stated.items()}


def read_all(pages: Iterable[Item]) -> tuple[list[Document], list[SourceError]]:
    """The documents, and what was refused."""
    documents: list[Document] = []
    refused: list[SourceError] = []
    for page in pages:
        try:
            documents.append(read_page(page))
        except SourceError as error:
            refused.append(error)
    return documents, refused


def timed_with_zone(moment: Moment | None) -> bool:
    """Whether the moment names an hour and its zone."""
    return (
        moment is not None
        and moment.zone is not None
        and moment.precision in (Precision.MINUTE, Precision.SECOND)
    )


def _per_second(run: Callable[[], object], count: int) -> str:
    # Time of this process and not of the clock: other programs may be running.
    began = time.process_time()
    run()
    return f"{count / (time.process_time() - began):.1f} pages/s of CPU time"


def _plain_trafilatura(pages: list[Item]) -> list[str]:
    import trafilatura

    return [
        trafilatura.extract(
            decode(gunzip(page.content, limit=1 << 25), declared=None), fast=True, include_comments=False
        )
        or ""
        for page in pages
    ]


def _report(folder: Path) -> None:
    pages, truth = items(folder), gold(folder)
    documents, refused = read_all(pages)
    print(f"{len(pages)} pages, {len(refused)} refused")
    for error in refused:
        print(f"  {error}")
    texts = {document.name: document.text for document in documents}
    measured = {
        "hearsay": accuracy((text, texts.get(name, "")) for name, text in truth.items()),
        "trafilatura, fast, alone": accuracy(
            (truth[page.name], text) for page, text in zip(pages, _plain_trafilatura(pages), strict=True)
        ),
    }
    for name, figures in measured.items():
        print(f"text, {name}: P {figures.precision:.3f}  R {figures.recall:.3f}  F1 {figures.f1:.3f}")
    for field in ("title", "authors", "outlet", "url", "language", "published", "modified"):
        print(f"{field}: {sum(bool(getattr(document, field)) for document in documents)}")
    for field in ("published", "modified"):
        moments = [moment for document in documents if (moment := getattr(document, field))]
        print(f"{field} with hour and zone: {sum(map(timed_with_zone, moments))}")
        for origin, count in sorted(Counter(moment.origin for moment in moments).items()):
            print(f"  {origin}: {count}")
    differ = sum(
        document.published is not None
        and document.modified is not None
        and str(document.published) != str(document.modified)
        for document in documents
    )
    print(f"modified stated and other than published: {differ}")
    print(f"hearsay: {_per_second(lambda: read_all(pages), len(pages))}")
    print(f"trafilatura, fast, alone: {_per_second(lambda: _plain_trafilatura(pages), len(pages))}")


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    if not folder.is_dir():
        sys.exit(f"{folder} is missing: get the article-extraction-benchmark and name its folder")
    _report(folder)


if __name__ == "__main__":
    main()
