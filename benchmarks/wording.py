"""Two wordings against the sound: how often the right one of two is told, at several levels of noise.

    python -m benchmarks.wording [--real FOLDER TEXTS] [--part train|test]

takes sentences of common words spoken by three voices of espeak-ng; with --real, recordings of FOLDER (named
NAME.wav, or NAME.g722) with the words of TEXTS ("NAME: words" a line). Each sentence is weighed against four
others made from it: another word in place of one, one that sounds like it, a word less, a word more. The lead
that an answer needs was tuned on the first 45 real prompts ("train"); figures are of the rest.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.tapes.making import RATE as MADE_RATE
from benchmarks.tapes.making import spoken
from hearsay.lexicon import load_table
from hearsay.tape.wording import RATE, weigh

TRAIN = 45
LEVELS = (None, 20.0, 15.0, 12.0, 8.0)
VOICES = ("en-us+m3", "en-us+f2", "en-gb+m5")
Sentence = tuple[np.ndarray, tuple[str, ...]]


def main() -> None:
    """Print right, undecided and wrong for each change and level."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", nargs=2, type=Path, metavar=("FOLDER", "TEXTS"))
    parser.add_argument("--part", choices=("train", "test"), default="test")
    asked = parser.parse_args()
    _report("made", list(_made(30)))
    if asked.real:
        found = list(_real(*asked.real))
        random.Random(3).shuffle(found)
        _report(f"real, {asked.part}", found[:TRAIN] if asked.part == "train" else found[TRAIN:])


def _report(name: str, sentences: Sequence[Sentence]) -> None:
    print(f"{name}: {len(sentences)} sentences; right / undecided / wrong")
    kinds = ("other word", "like word", "word less", "word more")
    print(f"{'noise':>8}" + "".join(f"{kind:>16}" for kind in kinds), flush=True)
    chance = random.Random(5)
    trials = [(sound, words, _changes(words, chance)) for sound, words in sentences]
    for level in LEVELS:
        told: Counter[tuple[str, str]] = Counter()
        for number, (sound, words, changes) in enumerate(trials):
            heard = _noisy(sound, level, number)
            for kind, changed in changes.items():
                # Which of the two is named first must not matter; half of them begin with the wrong one.
                first, second = (words, changed) if number % 2 else (changed, words)
                answer = weigh(heard, " ".join(first), " ".join(second)).answer
                right = "for" if number % 2 else "against"
                told[
                    kind, "right" if answer == right else "undecided" if answer == "undecided" else "wrong"
                ] += 1
        cells = (
            f"{told[kind, 'right']} / {told[kind, 'undecided']} / {told[kind, 'wrong']}" for kind in kinds
        )
        print(
            f"{'none' if level is None else f'{level:g} dB':>8}" + "".join(f"{cell:>16}" for cell in cells),
            flush=True,
        )


def _made(number: int) -> Iterator[Sentence]:
    chance = random.Random(11)
    for n in range(number):
        words = tuple(chance.choices(_common(), k=chance.randint(6, 12)))
        sound = spoken(" ".join(words), VOICES[n % len(VOICES)], 150, 50)
        at = np.arange(len(sound) * RATE // MADE_RATE) * (MADE_RATE / RATE)
        yield np.interp(at, np.arange(len(sound)), sound).astype(np.float32) * 0.5, words


def _real(folder: Path, texts: Path) -> Iterator[Sentence]:
    for line in texts.read_text("utf-8", "replace").splitlines():
        name, colon, text = line.partition(":")
        paths = [path for path in (folder / f"{name}.wav", folder / f"{name}.g722") if path.is_file()]
        words = tuple(re.findall(r"[a-z']+", text.lower()))
        if (
            colon
            and paths
            and not re.search(r"[\d\[]|\.\.\.", text)
            and 4 <= len(words) <= 14
            and set(words) <= _phones().keys()
        ):
            order = ["ffmpeg", "-v", "error", *(["-f", "g722"] if paths[0].suffix == ".g722" else [])]
            order += ["-i", str(paths[0]), "-ar", str(RATE), "-ac", "1", "-f", "f32le", "-"]
            done = subprocess.run(order, capture_output=True, check=True)
            yield np.frombuffer(done.stdout, "<f4"), words


def _changes(words: tuple[str, ...], chance: random.Random) -> dict[str, tuple[str, ...]]:
    at = [chance.randrange(len(words)) for _ in range(4)]
    other = chance.choice([word for word in _common() if word != words[at[0]]])
    return {
        "other word": (*words[: at[0]], other, *words[at[0] + 1 :]),
        "like word": (*words[: at[1]], _alike(words[at[1]], chance), *words[at[1] + 1 :]),
        "word less": (*words[: at[2]], *words[at[2] + 1 :]),
        "word more": (
            *words[: at[3]],
            chance.choice(("not", "never", "all", "the", "very", "will")),
            *words[at[3] :],
        ),
    }


def _alike(word: str, chance: random.Random) -> str:
    """The word of a thousand that sounds most like another, and not the same."""
    mine = _phones()[word]
    others = [one for one in chance.sample(_common(), 1000) if _phones()[one] != mine]
    return min(others, key=lambda one: (_apart(_phones()[one], mine), one))


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    row = list(range(len(other) + 1))
    for n, phone in enumerate(one, 1):
        corner, row[0] = row[0], n
        for m, against in enumerate(other, 1):
            corner, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, corner + (phone != against))
    return row[-1]


@cache
def _phones() -> dict[str, tuple[str, ...]]:
    import pocketsphinx

    path = Path(pocketsphinx.get_model_path(), "en-us/cmudict-en-us.dict")
    rows = (line.split() for line in path.read_text("utf-8").splitlines())
    return {word: tuple(phones) for word, *phones in rows if "(" not in word}


@cache
def _common() -> list[str]:
    rows = load_table("word_counts")[1:6000]
    return [
        row["word"]
        for row in rows
        if row["word"].isalpha() and len(row["word"]) > 1 and row["word"] in _phones()
    ]


def _noisy(sound: np.ndarray, decibels: float | None, seed: int) -> np.ndarray:
    """Speech with pink noise so many dB below it."""
    if decibels is None:
        return sound
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(len(sound)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(len(spectrum)), 20)), len(sound))
    loud = np.abs(sound) > 0.1 * np.abs(sound).max()
    power = np.sqrt(np.mean(np.square(sound[loud])))
    return np.asarray(sound + noise / noise.std() * power * 10 ** (-decibels / 20), np.float32)


if __name__ == "__main__":
    main()
