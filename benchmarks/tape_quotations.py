"""How rightly printed quotations are laid on a transcript, by quotations with known edits.

    python -m benchmarks.tape_quotations [FOLDER] [--articles N] [--seed N]

takes articles of plain text in FOLDER (PolNeAR's training articles, where they lie beside the project) for
transcripts, makes eight quotations from each by one known edit, lays them on it, and prints what came out:

    verbatim      5 to 25 words in a row
    cut           1 to 8 words left out within; in half of them with an ellipsis
    masked        a word of four letters or more by stars, a dash, or in brackets
    altered       a word replaced (60 in 100), put in (20), or two replaced by two
    spliced       pieces of 4 words or more from at least 25 words apart; in half of them with an ellipsis
    out of order  two pieces of 4 words or more in the wrong order
    absent        5 to 25 words in a row of another article
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hearsay.tape.comparing import Tape, lay
from hearsay.tape.transcripts import Transcript, Word

ARTICLES = Path(__file__).resolve().parents[2] / "shared/data/polnear/train/text"
KINDS = ("verbatim", "cut", "masked", "altered", "spliced", "out of order", "absent")
APART = 25


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=ARTICLES)
    options.add_argument("--articles", type=int, default=150)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--wrong", type=int, default=0, help="show so many wrong answers")
    chosen = options.parse_args()
    paths = sorted(chosen.folder.glob("*.txt"))[: chosen.articles]
    if not paths:
        sys.exit(f"no articles in {chosen.folder}")
    texts = [re.sub(r"[“”\"()\[\]*]", "", path.read_text("utf-8")).split() for path in paths]
    chance = random.Random(chosen.seed)
    outcomes: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    seconds = 0.0
    for text in texts:
        if len(text) < 200:
            continue
        tape = Tape(Transcript(tuple(_words(text)), "word", "article"))
        for _ in range(8):
            kind = chance.choice(KINDS)
            quotation = edited(kind, text, texts, chance)
            if quotation is None:
                continue
            began = time.process_time()
            how = "+".join(lay([" ".join(quotation)], tape).how)
            seconds += time.process_time() - began
            outcomes[kind, how] += 1
            if how != kind:
                wrong.append(f"{kind} as {how}: {' '.join(quotation)}")
    total = sum(outcomes.values())
    right = sum(number for (kind, how), number in outcomes.items() if kind == how)
    print(f"{total} quotations, {100 * right / total:.1f} % right, {1000 * seconds / total:.1f} ms each")
    for kind in KINDS:
        row = {how: number for (made, how), number in outcomes.most_common() if made == kind}
        print(f"{kind:12}  {row.get(kind, 0)} of {sum(row.values())}  {row}")
    for line in wrong[: chosen.wrong]:
        print(line)


def _words(text: Sequence[str]) -> list[Word]:
    return [Word(word, n * 0.4, n * 0.4 + 0.4, None, None, 0) for n, word in enumerate(text)]


def edited(
    kind: str, text: Sequence[str], others: Sequence[Sequence[str]], chance: random.Random
) -> list[str] | None:
    """A quotation from `text` with an edit of this kind; `None` where the draw gives none."""
    length = chance.randint(9 if kind == "out of order" else 5, 25)
    start = chance.randrange(len(text) - length)
    words = list(text[start : start + length])
    if kind == "cut":
        at = chance.randint(1, length - 3)
        number = chance.randint(1, min(8, length - at - 1))
        if length - number < 3 or words[at : at + number] == words[at + number : at + 2 * number]:
            return None
        return words[:at] + chance.choice([[], ["…"]]) + words[at + number :]
    if kind == "masked":
        places = [n for n, word in enumerate(words) if word.isalpha() and word.islower() and len(word) >= 4]
        if not places:
            return None
        at = chance.choice(places)
        word = words[at]
        dashed = f"{word[0]}—{word[-1]}" if word[0] not in "aeiou" else f"{word[0]}***"
        words[at] = chance.choice([word[0] + "*" * (len(word) - 1), dashed, "[expletive]", "****"])
    elif kind == "altered":
        at = chance.randrange(length - 1)
        new = [chance.choice(chance.choice(others)) for _ in range(2)]
        if any(not word.isalpha() or word.lower() in map(str.lower, words) for word in new):
            return None
        draw = chance.random()
        words[at : at + (1 if draw < 0.6 else 0 if draw < 0.8 else 2)] = new[: 1 if draw < 0.8 else 2]
    elif kind == "spliced":
        more = chance.randint(4, 15)
        if start + length + APART >= len(text) - more:
            return None
        there = chance.randrange(start + length + APART, len(text) - more)
        words += chance.choice([[], ["…"]]) + list(text[there : there + more])
    elif kind == "out of order":
        at = chance.randint(4, length - 4)
        words = words[at:] + words[:at]
    elif kind == "absent":
        other = chance.choice(others)
        if other is text or len(other) <= length:
            return None
        start = chance.randrange(len(other) - length)
        words = list(other[start : start + length])
    return words


if __name__ == "__main__":
    main()
