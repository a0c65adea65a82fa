"""How well scores tell voices apart: passages of one person against those of others in the same recordings.

    python -m benchmarks.voices FOLDER

takes every recording of FOLDER for which an RTTM file there says who speaks when, cuts what each person says
alone into passages, and prints the scores of passages of one person and of two, within a recording (one room,
one set of microphones) and across them, with the error rate where misses and false alarms are equal. Only a
single passage stands on either side: `hearsay tape voices` has five references or more, and does better.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from hearsay.tape.sound import Sound
from hearsay.tape.voices.mels import RATE, spoken
from hearsay.tape.voices.network import Embedding, embedding

LENGTHS = (1.6, 3.0, 5.0)


def main(folder: Path) -> None:
    """Print a line for each length of passages."""
    turns = _turns(folder)
    print(
        f"{'seconds':>7}  passages  people   {'one person (5%, half, 95%)':26}   {'two, same room':20}   "
        f"{'two, other rooms':20}  equal error"
    )
    for seconds in LENGTHS:
        passages = [one for path, said in turns.items() for one in _passages(path, said, seconds)]
        pairs = [
            (one[0] == other[0], one[1] == other[1], float(one[2] @ other[2]))
            for one, other in combinations(passages, 2)
        ]
        same = [score for room, person, score in pairs if room and person]
        near = [score for room, person, score in pairs if room and not person]
        far = [score for room, person, score in pairs if not room and not person]
        print(
            f"{seconds:7}  {len(passages):8}  {len({one[1] for one in passages}):6}   "
            f"{_spread(same):26}   {_spread(near):20}   {_spread(far):20}  "
            f"{_equal_error(same, near):.0%} / {_equal_error(same, far):.0%}"
        )


def _turns(folder: Path) -> dict[Path, list[tuple[float, float, str]]]:
    """Who speaks when in which recording: start, end, person."""
    named = defaultdict(list)
    for path in sorted(folder.glob("*.rttm")):
        for line in path.read_text("utf-8").splitlines():
            _, name, _, start, length, _, _, person, *_ = line.split()
            named[name].append((float(start), float(start) + float(length), person))
    return {path: named[path.stem] for path in sorted(folder.glob("*.wav")) if path.stem in named}


def _passages(
    path: Path, turns: Sequence[tuple[float, float, str]], seconds: float
) -> Iterator[tuple[Path, str, Embedding]]:
    sound = Sound(path, RATE).whole()
    alone = np.zeros(len(sound), int)
    for start, stop, _ in turns:
        alone[round(start * RATE) : round(stop * RATE)] += 1
    size = round(seconds * RATE)
    for person in sorted({person for _, _, person in turns}):
        mine = np.zeros(len(sound), bool)
        for start, stop, who in turns:
            if who == person:
                mine[round(start * RATE) : round(stop * RATE)] = True
        speech = spoken(sound[mine & (alone == 1)])
        for n in range(len(speech) // size):
            yield path, person, embedding(speech[n * size : (n + 1) * size])


def _spread(scores: Sequence[float]) -> str:
    return " ".join(f"{value:.2f}" for value in np.percentile(scores, [5, 50, 95])) + f" of {len(scores)}"


def _equal_error(same: Sequence[float], other: Sequence[float]) -> float:
    one, two = np.array(same), np.array(other)
    return min(max(float(np.mean(one < at)), float(np.mean(two >= at))) for at in (*same, *other))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("skipped: it needs a folder with recordings and RTTM files")
    else:
        main(Path(sys.argv[1]))
