"""How like a passage a voice is: a score, and where it lies among scores of the same and of other people.

A score alone says nothing: it depends on the microphone, the room, the length, and the mood of the speaker.
So the reference recordings are cut into passages as long as the one asked about, brought to the same band of
frequencies, and scored in the same way, each with those references that it is not from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.errors import HearsayError
from hearsay.tape.sound import Samples
from hearsay.tape.voices.mels import RATE, spoken
from hearsay.tape.voices.network import Embedding, embedding

# Speech in a passage, in seconds: below the first the network hears too little, above the second more is no
# use, and there would be fewer passages to compare with.
LEAST, MOST = 1.6, 8.0
# Passages of the references, at least: fewer are no distribution.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """The mean `score` (cosine, 1.0 for the same sound) of the `seconds` of speech with all references.

    `same` are the scores of the references' own passages with the others of them, `other` those of other
    people's passages with the references, both from the lowest. `one_file`: all references are of one
    recording, whose passages are more alike than those of two days.
    """

    score: float
    seconds: float
    same: tuple[float, ...]
    other: tuple[float, ...]
    one_file: bool


def likeness(
    passage: Samples, references: Sequence[Samples], others: Sequence[Samples], *, highest: float
) -> Likeness:
    """The likeness of a passage to reference recordings of one person; all are sounds at `mels.RATE`.

    What is above `highest` hertz is taken out of all. Raises `HearsayError` where there is too little speech.
    """
    heard = _speech(passage, highest)
    seconds = len(heard) / RATE
    if seconds < LEAST:
        raise HearsayError(
            f"the passage has {seconds:.1f} s of speech; at least {LEAST:g} are needed",
            remedy="Choose a longer one in which one person speaks.",
        )
    length = min(len(heard), round(MOST * RATE))
    pieces = [_pieces(_speech(sound, highest), length) for sound in references]
    if sum(map(len, pieces)) < FEWEST:
        raise HearsayError(
            f"the references have {sum(map(len, pieces))} passages of {length / RATE:.1f} s of speech; "
            f"at least {FEWEST} are needed",
            remedy="Give more recordings of the person, or choose a shorter passage.",
        )
    everything = [one for file in pieces for one in file]
    centre = np.mean(everything, axis=0)
    filled = [file for file in pieces if file]
    same = []
    for n, file in enumerate(filled):
        rest = [one for m, other in enumerate(filled) if m != n for one in other]
        apart = np.mean(rest, axis=0) if rest else None  # of one file, the rest of it instead
        for k, one in enumerate(file):
            against = np.mean([*file[:k], *file[k + 1 :]], axis=0) if apart is None else apart
            same.append(_cosine(one, against))
    other_scores = [
        _cosine(one, centre) for sound in others for one in _pieces(_speech(sound, highest), length)
    ]
    asked = [_cosine(one, centre) for one in _pieces(heard, length)]
    return Likeness(
        round(float(np.mean(asked)), 3),
        round(seconds, 1),
        tuple(sorted(round(score, 3) for score in same)),
        tuple(sorted(round(score, 3) for score in other_scores)),
        len(filled) == 1,
    )


def narrowed(sound: Samples, hertz: float) -> Samples:
    """A sound at `mels.RATE` without what lies above `hertz`."""
    if hertz >= RATE / 2 or not len(sound):
        return sound
    spectrum = np.fft.rfft(sound)
    spectrum[np.fft.rfftfreq(len(sound), 1 / RATE) > hertz] = 0
    return np.asarray(np.fft.irfft(spectrum, len(sound)), np.float32)


def _speech(sound: Samples, highest: float) -> Samples:
    return spoken(narrowed(sound, highest))


def _pieces(heard: Samples, length: int) -> list[Embedding]:
    return [embedding(heard[n : n + length]) for n in range(0, len(heard) - length + 1, length)]


def _cosine(one: Embedding, centre: Embedding) -> float:
    return float(one @ centre / (np.linalg.norm(one) * np.linalg.norm(centre)))
