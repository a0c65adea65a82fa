"""How rightly quotations are laid on a transcript that were printed as newsrooms print them.

    python -m benchmarks.newsroom [TRANSCRIPT ...] [--each N] [--seed N] [--wrong N]

makes N quotations of each kind from the words that one voice says in a row, by one known edit, presents them
as papers do (case, marks, figures for words, hesitations gone, spellings of another house, contractions),
lays them on their transcript, and prints how many come out as made. Without files it takes an invented speech
full of hesitations and the example's transcript; any that Hearsay reads will do.

    verbatim      6 to 28 words in a row; in three of ten with an ellipsis at an end
    cut           1 to 9 words left out within, with or without an ellipsis or brackets
    masked        a word of four letters or more, in one of eleven ways
    altered       a word for another, a word put in, or two for two
    spliced       5 words or more from elsewhere behind the others, by an ellipsis, a conjunction or nothing
    out of order  two pieces of 5 words or more the other way round
    absent        words of another transcript
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.tapes.press import GAPS, OTHERS, PAIRS, PUT_IN, SEAMS, masked, presented
from hearsay.tape.comparing import Tape, lay
from hearsay.tape.transcripts import Transcript, read

HERE = Path(__file__).parent
BUNDLED = (HERE / "tapes/harbour-speech.txt", HERE.parent / "examples/dinner-tape/tape/transcript.vtt")
KINDS = ("verbatim", "cut", "masked", "altered", "spliced", "out of order", "absent")
# Words between two places that count as apart.
APART = 25


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("transcripts", nargs="*", type=Path, default=list(BUNDLED))
    options.add_argument("--each", type=int, default=90)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--wrong", type=int, default=0, help="show so many wrong answers")
    chosen = options.parse_args()
    if len(chosen.transcripts) < 2:
        sys.exit("two transcripts are needed: what is absent from one is taken from another")
    read_ones = [read(path.read_bytes(), path.name) for path in chosen.transcripts]
    texts = [_turns(one) for one in read_ones]
    tapes = [Tape(one) for one in read_ones]
    weights = [sum(map(len, turns)) for turns in texts]
    chance = random.Random(chosen.seed)
    outcomes: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for kind in KINDS:
        made = 0
        while made < chosen.each:
            number = chance.choices(range(len(texts)), weights)[0]
            others = [turn for n, turns in enumerate(texts) if n != number for turn in turns]
            words = edited(kind, chance.choice(texts[number]), texts[number], others, chance)
            if words is None:
                continue
            made += 1
            quotation = presented(words, chance)
            how = "+".join(lay([quotation], tapes[number]).how)
            outcomes[kind, how] += 1
            if how != kind:
                wrong.append(f"{kind} as {how}: {quotation}")
    right = sum(number for (kind, how), number in outcomes.items() if kind == how)
    print(f"{right} of {len(KINDS) * chosen.each} as made, seed {chosen.seed}")
    for kind in KINDS:
        row = {how: number for (made_as, how), number in outcomes.most_common() if made_as == kind}
        print(f"{kind:12}  {row.get(kind, 0)} of {sum(row.values())}  {row}")
    for line in wrong[: chosen.wrong]:
        print(line)


def _turns(transcript: Transcript) -> list[list[str]]:
    """What each voice says in a row, where that is enough to quote from."""
    turns = groupby(transcript.words, key=lambda word: word.voice)
    return [words for _, turn in turns if len(words := [word.text for word in turn]) >= 60]


def edited(
    kind: str,
    turn: Sequence[str],
    turns: Sequence[Sequence[str]],
    others: Sequence[Sequence[str]],
    chance: random.Random,
) -> list[str] | None:
    """A quotation with an edit of this kind; `None` where the draw gives none."""
    length = chance.randint(12 if kind == "out of order" else 6, 28)
    start = chance.randrange(len(turn) - length)
    words = list(turn[start : start + length])
    if kind == "verbatim":
        draw = chance.random()
        return ["...", *words] if draw < 0.15 else [*words, "…"] if draw < 0.3 else words
    if kind == "cut":
        return _cut(words, chance)
    if kind == "masked":
        at = chance.randrange(length)
        hidden = masked(words[at], chance)
        return [*words[:at], hidden, *words[at + 1 :]] if hidden else None
    if kind == "altered":
        return _altered(words, chance)
    if kind == "out of order":
        at = chance.randint(5, length - 5)
        return words[at:] + chance.choice([[], ["…"]]) + words[:at]
    if kind == "absent":
        other = chance.choice(others)
        begin = chance.randrange(max(1, len(other) - length))
        return list(other[begin : begin + length])
    size = chance.randint(5, 12)
    if start + length + APART >= len(turn) - size:
        return None
    begin = chance.randrange(start + length + APART, len(turn) - size)
    seam = chance.choice(SEAMS)
    return words + ([seam] if seam else []) + list(turn[begin : begin + size])


def _cut(words: list[str], chance: random.Random) -> list[str] | None:
    number = chance.randint(1, min(9, len(words) - 4))
    at = chance.randint(2, len(words) - number - 2)
    gone = [re.sub(r"\W", "", word).lower() for word in words[at : at + number]]
    before = [re.sub(r"\W", "", word).lower() for word in words[at - number : at]]
    after = [re.sub(r"\W", "", word).lower() for word in words[at + number : at + 2 * number]]
    if gone in (before, after) or set(gone) <= {"uh", "um"}:
        return None  # what a newsroom tidies is no cut
    gap = chance.choice(GAPS)
    return words[:at] + ([gap] if gap else []) + words[at + number :]


def _altered(words: list[str], chance: random.Random) -> list[str]:
    places = [n for n, word in enumerate(words) if word.lower().strip(",.!?:;") in OTHERS]
    draw = chance.random()
    if places and draw < 0.6:
        at = chance.choice(places)
        plain = words[at].lower().strip(",.!?:;")
        return [*words[:at], words[at].lower().replace(plain, OTHERS[plain]), *words[at + 1 :]]
    at = chance.randrange(1, len(words) - 2)
    if draw < 0.8:
        return [*words[:at], chance.choice(PUT_IN), *words[at:]]
    return [*words[:at], *chance.choice(PAIRS), *words[at + 2 :]]


if __name__ == "__main__":
    main()
