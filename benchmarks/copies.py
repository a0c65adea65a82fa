"""How fast copies are found among articles, and how right the outcome is, as an archive grows.

    python -m benchmarks.copies [SIZE ...] [--seed N]

makes SIZE articles of invented words (drawn by their frequency in news) of 400 outlets, some 350 words each,
and finds who copied whom on one core: reading the texts, pairing those that share a passage, and judging each
pair. It prints processor seconds for each, the peak of memory (give the largest size last: it is the
process's), and recall and precision against what was made. Of a hundred articles there are

     5 of an agency, which others print
    30 wire copies: cut at the end to 55 to 100 per cent, one word in fifty changed, with a first line added
     5 with one lifted paragraph of 30 to 60 words
    10 that quote the same speech of 30 to 60 words as others

and under each article of an outlet stands the same line of 20 words.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import accumulate

from hearsay.lexicon import load_table
from hearsay.link.alike import bounds
from hearsay.link.copies.candidates import candidates
from hearsay.link.copies.judging import judge
from hearsay.link.copies.shingles import meeting_points
from hearsay.link.copies.side import Side, side, text_of, words_in
from hearsay.model import Document, Moment, Precision

SIZES = (10_000, 30_000, 100_000)
OUTLETS = 400


class Press:
    """Invented articles, each with the articles that it was made from."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        counts = {row["word"]: int(row["count"]) for row in load_table("word_counts")}
        counts.pop("*")
        self._words = list(counts)
        self._weights = list(accumulate(counts.values()))
        self._footers = [" ".join(self._draw(20)) for _ in range(OUTLETS)]

    def _draw(self, number: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._weights, k=number)

    def _article(self, number: int) -> str:
        words = self._draw(number)
        for place in range(0, number, 20):
            words[place] = words[place].capitalize()
            words[min(number, place + 20) - 1] += ".\n\n" if place % 60 == 40 else "."
        return " ".join(words).replace("\n\n ", "\n\n")

    def articles(self, size: int) -> tuple[list[Document], dict[int, int]]:
        """`size` articles, and for each copied one the number of its source."""
        chance = self._chance
        documents: list[Document] = []
        made: dict[int, int] = {}
        wires: list[int] = []
        speeches: list[str] = []
        for number in range(size):
            drawn = chance.random()
            outlet = f"Outlet {chance.randrange(OUTLETS)}"
            text = self._article(chance.randint(150, 550))
            if drawn < 0.05 or not wires:
                wires.append(number)
                outlet = f"Agency {chance.randrange(8)}"
            elif drawn < 0.35:
                source = chance.choice(wires[-200:])
                made[number] = source
                text = self._copied(documents[source].text)
            elif drawn < 0.40:
                source = chance.randrange(number)
                made[number] = source
                words = documents[source].text.split(" ")
                length = chance.randint(30, 60)
                start = chance.randint(0, max(0, len(words) - length - 20))
                text += "\n\n" + " ".join(words[start : start + length])
            elif drawn < 0.50:
                if len(speeches) < number // 80 + 1:
                    speeches.append(self._article(chance.randint(30, 60)).replace("\n\n", " "))
                text += f'\n\n"{chance.choice(speeches)}" he said.'
            when = (datetime(2031, 1, 1) + timedelta(minutes=5 * number)).isoformat("T", "minutes")
            if not outlet.startswith("Agency"):
                text += "\n\n" + self._footers[int(outlet.split()[1])]
            documents.append(
                Document(
                    f"{number:08}",
                    f"{number}",
                    "0",
                    text,
                    outlet=outlet,
                    published=Moment(when, Precision.MINUTE, "Z", "made"),
                )
            )
        return documents, made

    def _copied(self, text: str) -> str:
        chance = self._chance
        words = text.split(" ")
        words = words[: max(60, round(len(words) * chance.uniform(0.55, 1)))]
        for place in range(len(words)):
            if chance.random() < 0.02:
                words[place] = self._draw(1)[0]
        return self._article(12) + "\n\n" + " ".join(words)


def measured(size: int, seed: int) -> Iterator[tuple[str, str]]:
    """The figures for one size, each with its name, as they are measured."""
    documents, made = Press(seed).articles(size)
    words = sum(document.text.count(" ") for document in documents)
    yield "articles, million words", f"{size:,}, {words / 1e6:.1f}"
    start = time.process_time()
    points = [meeting_points(words_in(document)) for document in documents]
    read = time.process_time()
    yield "reading", f"{read - start:.1f} s"
    sides = [_side(document) for document in documents]
    pairs = candidates(points, [one.outlet for one in sides])
    paired = time.process_time()
    yield "pairing", f"{paired - read:.1f} s, {len(pairs):,} pairs"
    found = judged(documents, sides, pairs.tolist())
    yield "judging", f"{time.process_time() - paired:.1f} s, {len(found):,} copies"
    yield "all", f"{time.process_time() - start:.1f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    yield "memory, with the articles", f"{peak:.2f} GiB"
    yield from _rightness(found, made)


def judged(
    documents: Sequence[Document], sides: Sequence[Side], pairs: list[list[int]]
) -> set[tuple[int, int]]:
    """The pairs that are copies, source last."""
    texts = lru_cache(4096)(lambda name: text_of(documents[int(name)]))
    found = set()
    for one, other in pairs:
        copy = judge(sides[one], sides[other], texts)
        if copy is not None:
            found.add((int(copy.document), int(copy.source)))
    return found


def _side(document: Document) -> Side:
    return side(document, page=document.id, outlet=None, seen=bounds(document.published))


def _rightness(found: set[tuple[int, int]], made: dict[int, int]) -> Iterator[tuple[str, str]]:
    """Right: the source itself, or another text that has the words from there or that there has them from."""

    def root(number: int) -> int:
        while number in made:
            number = made[number]
        return number

    hit = sum((number, source) in found or (source, number) in found for number, source in made.items())
    wrong = sum(root(one) != root(other) for one, other in found)
    directed = sum((number, source) in found for number, source in made.items())
    yield "recall", f"{100 * hit / len(made):.2f}"
    yield "precision", f"{100 * (1 - wrong / len(found)):.2f}"
    yield "direction right, of those found", f"{100 * directed / hit:.2f}"


def main() -> None:
    """Measure each size in turn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for size in options.sizes:
        for name, value in measured(size, options.seed):
            print(f"{name:45} {value}", flush=True)
        print()


if __name__ == "__main__":
    main()
