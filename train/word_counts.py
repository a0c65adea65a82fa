"""Count words and neighbours in ordinary news text, for `hearsay.link.rarity`.

    python train/word_counts.py TEXT_FOLDER

reads every `.txt` file of the folder and writes `word_counts.tsv` and `neighbour_counts.tsv` into the
package's lexicon. The shipped tables are from the training part of the PolNeAR corpus v1.0.0 (Newell,
Margolin and Ruths 2018): counts only, no text. A word that somebody says in one article only is in neither.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hearsay.link.wording import wording

LEXICON = Path(__file__).parent.parent / "src" / "hearsay" / "lexicon"
# Words seen less often say little about how common they are; their length then says more.
LEAST = 5
# Pairs of words that recur in fewer articles are somebody's words, not everybody's.
LEAST_ARTICLES = 8
# A pair has to be this many times as frequent as chance to be worth a row.
ABOVE_CHANCE = 4


def main(folder: Path) -> None:
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    paths = sorted(folder.glob("*.txt"))
    for path in paths:
        here: Counter[tuple[str, str]] = Counter()
        for paragraph in path.read_text(encoding="utf-8").split("\n"):
            tokens = wording(paragraph).words
            words.update(token for token in tokens if token[0].isalnum())
            here.update(pair for pair in pairwise(tokens) if pair[0][0].isalnum() and pair[1][0].isalnum())
        pairs.update(here)
        articles.update(here.keys())
    total = sum(words.values())
    origin = (
        f"# {{}} in {len(paths)} English political news articles of seven US outlets, November 2015 to\n"
        "# October 2016 (the training part of the PolNeAR corpus v1.0.0, Newell, Margolin and Ruths 2018):\n"
        "# counts only, made by train/word_counts.py. {}\n"
    )
    rows = [f"{word}\t{count}" for word, count in _ranked(words) if count >= LEAST and _plain(word)]
    head = origin.format("How often each word occurs", f'Words seen {LEAST} times or more; "*" is all words.')
    _write("word_counts", head, ["word\tcount", f"*\t{total}", *rows])
    rows = [
        f"{one}\t{other}\t{count}"
        for (one, other), count in _ranked(pairs)
        if articles[one, other] >= LEAST_ARTICLES
        and min(words[one], words[other]) >= LEAST
        and count * total > ABOVE_CHANCE * words[one] * words[other]
        and _plain(one)
        and _plain(other)
    ]
    head = origin.format("How often one word follows another", f"Pairs of {LEAST_ARTICLES} articles or more.")
    _write("neighbour_counts", head, ["word\tnext\tcount", *rows])


def _ranked(counts: Counter) -> list[tuple]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def _write(name: str, head: str, rows: list[str]) -> None:
    (LEXICON / f"{name}.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
