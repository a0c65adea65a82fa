"""List the words that print in small letters, for telling names from words that begin a sentence.

    python train/ordinary_words.py TEXT_FOLDER

reads every `.txt` file of the folder and writes `ordinary_words.txt` into the package's lexicon. The shipped
list is from the training part of the PolNeAR corpus v1.0.0 (Newell, Margolin and Ruths 2018): words, no text.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hearsay.extract.tokens import tokenize

LEXICON = Path(__file__).parent.parent / "src" / "hearsay" / "lexicon"
# A word seen in small letters once only is as often a misprint.
LEAST = 2
# The share of a word's places inside sentences at which it is printed in small letters.
SHARE = 0.6


def main(folder: Path) -> None:
    small: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    paths = sorted(folder.glob("*.txt"))
    for path in paths:
        tokens = tokenize(path.read_text(encoding="utf-8"))
        for start, stop in zip(tokens.sentences, tokens.sentences[1:], strict=False):
            words = [word for word in tokens.words[start:stop] if word.isascii() and word.isalpha()]
            if sum(word[0].isupper() for word in words) > len(words) / 2:
                continue  # a headline or a list
            for word in words[1:]:
                inside[word.lower()] += 1
                small[word] += word.islower()
    found = [word for word in sorted(small) if small[word] >= LEAST and small[word] >= SHARE * inside[word]]
    head = (
        "# Words that print in small letters, so that a capital letter at the start of a sentence makes\n"
        f"# no name of them: in {len(paths)} English political news articles of seven US outlets, November\n"
        "# 2015 to October 2016 (the training part of the PolNeAR corpus v1.0.0, Newell, Margolin and Ruths\n"
        f"# 2018), made by train/ordinary_words.py. Seen {LEAST} times or more, {SHARE:.0%} of it so.\n"
    )
    words = [word for word in found if len(word) > 1]
    (LEXICON / "ordinary_words.txt").write_text(head + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
