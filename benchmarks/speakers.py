"""How often speakers are named right, and how fast, given the places of sources and contents.

    python -m benchmarks.speakers [--errors]

Reads the articles of the PolNeAR corpus and the speakers marked in some of them and gives
`name_speakers` the corpus's own spans, so that the figures are of the speakers alone. Scores with
`score_speakers.py` beside the data; `--errors` lists what was named otherwise.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from hearsay.extract.speakers.speaker import name_speakers
from hearsay.model import Attribution
from train.corpus import Article, read_corpus

SHARED = Path(__file__).parents[1].parent / "shared"
GOLD = SHARED / "data" / "speakers" / "dev.jsonl"
ARTICLES = SHARED / "data" / "polnear" / "dev"
SCORER = SHARED / "bench" / "score_speakers.py"


def attributions(article: Article) -> tuple[Attribution, ...]:
    """The corpus's attributions with their spans, nobody named yet."""
    return tuple(
        Attribution(str(number), article.name, "indirect", "speech", gold.content, gold.cue, gold.source)
        for number, gold in enumerate(article.gold)
        if gold.content
    )


def rows(articles: list[Article]) -> Iterator[dict[str, object]]:
    """One line an article, as `hearsay extract` prints them, with the fields that the scorer reads."""
    for article in articles:
        yield {
            "document": {"name": article.name},
            "attributions": [
                {"content": each.content, "source": each.source, "speaker": each.speaker, "role": each.role}
                for each in name_speakers(article.text, attributions(article))
            ],
        }


def main() -> int:
    if not GOLD.exists() or not SCORER.exists():
        print(f"no gold to measure on: {GOLD} is missing")
        return 0
    articles = list(read_corpus(ARTICLES))
    words = sum(len(article.text.split()) for article in articles)
    start = time.process_time()
    found = list(rows(articles))
    seconds = time.process_time() - start
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        predictions.writelines(json.dumps(row) + "\n" for row in found)
        predictions.flush()
        subprocess.run([sys.executable, str(SCORER), str(GOLD), predictions.name], check=True)
    print(f"{'words a second of processor time':32} {words / seconds:,.0f}")
    if "--errors" in sys.argv:
        print_errors({article.name: article.text for article in articles}, found)
    return 0


def print_errors(texts: dict[str, str], found: list[dict[str, object]]) -> None:
    """Each marked source whose speaker was named otherwise: mention, gold, found, source in its context."""
    specification = importlib.util.spec_from_file_location("score_speakers", SCORER)
    assert specification is not None and specification.loader is not None  # noqa: S101
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    by_place = {
        (row["document"]["name"], repr([list(span) for span in each["source"]])): each["speaker"]  # type: ignore[index]
        for row in found
        for each in row["attributions"]  # type: ignore[attr-defined]
    }
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        named = by_place.get((gold["doc"], repr(gold["source"])))
        speaker, kind = gold["speaker"], gold["kind"]
        right = named is None if speaker is None else scorer.same(named, speaker, kind)
        if right or kind in ("group", "document"):
            continue
        text, (start, end) = texts[gold["doc"]], gold["source"][0]
        around = f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 40]}"
        print(gold["mention"], kind, speaker, named, " ".join(around.split()), sep="\t")


if __name__ == "__main__":
    raise SystemExit(main())
