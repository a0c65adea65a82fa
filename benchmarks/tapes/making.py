"""Tapes made to be listened to: spoken by espeak-ng in a made room, with hum, and edited at known places.

Nothing of them is real but the kinds of trace that an edit leaves. Words are drawn by how common they are, so
that no sentence is said twice; every tape has its own room, noise, hum, level and encoding.
"""

from __future__ import annotations

import io
import subprocess
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from hearsay.lexicon import load_table

Samples: TypeAlias = npt.NDArray[np.float64]

# Samples a second of a made tape.
RATE = 32_000
SECONDS = 90.0
EDITS = ("cut", "moved", "inserted", "dubbed", "muted", "covered", "narrow", "overdriven")
# How a tape is written in the end: ending, and ffmpeg's options.
ENCODINGS = {
    "wav": ("wav", ("-c:a", "pcm_s16le")),
    "mp3": ("mp3", ("-c:a", "libmp3lame", "-b:a", "96k")),
    "aac": ("m4a", ("-c:a", "aac", "-b:a", "96k")),
    "opus": ("ogg", ("-c:a", "libopus", "-b:a", "32k")),
}
# Least distance of two edits, and of one from an end.
APART = 8.0


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done; `places` are the seconds of the finished tape at which the sound does not go on."""

    kind: str
    places: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Where a tape is recorded: noise and hum in dB against speech, seconds of reverberation, mains, rate."""

    noise: float
    tilt: float
    hum: float
    mains: float
    echo: float
    voice: str
    pitch: int
    rate: int = RATE


@dataclass(frozen=True, slots=True)
class Tape:
    """A finished tape at `path`, and what was done to it."""

    path: Path
    edits: tuple[Edit, ...]


def room(chance: np.random.Generator) -> Room:
    """Some room: speech is 15 to 40 dB above its noise and 5 to 35 dB above its hum."""
    return Room(
        noise=-chance.uniform(15, 40),
        tilt=chance.uniform(0.2, 1.2),
        hum=-chance.uniform(5, 35),
        mains=float(chance.choice([50.0, 60.0])),
        echo=chance.uniform(0.15, 0.7),
        voice=str(chance.choice(["en-us+m1", "en-us+m3", "en-us+m7", "en-gb+f2", "en-us+f4", "en-gb+m5"])),
        pitch=int(chance.integers(35, 65)),
    )


def recorded(where: Room, seconds: float, chance: np.random.Generator) -> Samples:
    """So much speech in a room, of unit power where there is speech, with its noise and hum."""
    number = round(seconds * RATE)
    speech = _echoed(_speech(where, number, chance), where.echo, chance)
    loud = np.abs(speech) > 0.1 * np.abs(speech).max()
    speech /= np.sqrt(np.mean(np.square(speech[loud])))
    return speech + noise(where, number, chance) + hum(where, number, chance)


def noise(where: Room, number: int, chance: np.random.Generator) -> Samples:
    """The noise of a room: steady, its power falling with frequency as `tilt` says."""
    spectrum = np.fft.rfft(chance.standard_normal(number))
    spectrum /= np.maximum(np.arange(len(spectrum)) * RATE / number, 40.0) ** (where.tilt / 2)
    made = np.fft.irfft(spectrum, number)
    return made / made.std() * 10 ** (where.noise / 20)


def hum(where: Room, number: int, chance: np.random.Generator) -> Samples:
    """Mains hum with harmonics; its frequency wanders by some hundredths of a hertz, as that of a grid."""
    slow = np.cumsum(chance.standard_normal(number // RATE + 2)) * 0.004
    wandering = np.interp(np.arange(number) / RATE, np.arange(len(slow)), slow)
    phase = 2 * np.pi * np.cumsum(where.mains + wandering) / RATE + chance.uniform(0, 2 * np.pi)
    parts = (1.0, chance.uniform(0.2, 1.0), chance.uniform(0.1, 0.6), chance.uniform(0, 0.3))
    made = sum(
        part * np.sin(n * phase + chance.uniform(0, 2 * np.pi)) for n, part in enumerate(parts, start=1)
    )
    return np.asarray(made / np.std(made) * 10 ** (where.hum / 20))


def made(number: int, seed: int, folder: Path, kinds: tuple[str, ...] = EDITS) -> Tape:
    """Tape `number` of a seed, with four edits of `kinds`; none where there are no kinds."""
    chance = np.random.default_rng([seed, number])
    where = room(chance)
    return edited(recorded(where, SECONDS, chance), where, folder / f"{seed}-{number}", kinds, chance)


def edited(
    sound: Samples,
    where: Room,
    path: Path,
    kinds: tuple[str, ...],
    chance: np.random.Generator,
    other: Samples | None = None,
    encodings: Mapping[str, tuple[str, tuple[str, ...]]] = ENCODINGS,
) -> Tape:
    """A recording with an edit of one of `kinds` every 18 seconds or so, written in one of `encodings`.

    What is inserted is from `other`, or made. `path` has no ending.
    """
    edits: list[Edit] = []
    for at in _places(len(sound) / where.rate, chance) if kinds else ():
        # Later places first, so that those still to come stay where they are.
        kind = str(chance.choice(kinds))
        length = len(sound)
        sound, places = _edit(kind, sound, round(at * where.rate), where, chance, other)
        shift = (len(sound) - length) / where.rate
        edits = [Edit(one.kind, tuple(place + shift for place in one.places)) for one in edits]
        edits.insert(0, Edit(kind, tuple(place / where.rate for place in places)))
    peak = 10 ** (-chance.uniform(1, 15) / 20)
    # The first of the encodings is as likely as two others.
    weights = np.array([2.0] + [1.0] * (len(encodings) - 1))
    ending, options = encodings[str(chance.choice(list(encodings), p=weights / weights.sum()))]
    path = path.with_name(f"{path.name}.{ending}")
    written(sound / np.abs(sound).max() * peak, where.rate, path, options)
    return Tape(path, tuple(edits))


def _places(seconds: float, chance: np.random.Generator) -> list[float]:
    number = max(1, round((seconds - 2 * APART) / 18))
    step = (seconds - 2 * APART) / number
    starts = [APART + step * n + chance.uniform(0, max(0.5, step - APART)) for n in range(number)]
    return sorted(starts, reverse=True)


def _edit(
    kind: str,
    sound: Samples,
    at: int,
    where: Room,
    chance: np.random.Generator,
    other: Samples | None,
) -> tuple[Samples, tuple[int, ...]]:
    size = round(chance.uniform(1.0, 4.0) * where.rate)
    if kind == "cut":
        return np.concatenate((sound[:at], sound[at + size :])), (at,)
    if kind == "moved":
        begin = int(chance.integers(0, at - size))
        piece = sound[begin : begin + size]
        return np.concatenate((sound[:at], piece, sound[at:])), (at, at + size)
    if kind == "inserted":
        if other is None:
            piece = recorded(room(chance), size / where.rate, chance)
        else:
            begin = int(chance.integers(0, len(other) - size))
            piece = other[begin : begin + size]
        return np.concatenate((sound[:at], piece, sound[at:])), (at, at + size)
    changed = sound.copy()
    part = slice(at, at + size)
    if kind == "dubbed":  # another take of the voice, clean, in place of what was there
        spoken = _speech(where, size, chance)
        changed[part] = spoken / max(1e-9, np.abs(spoken).max()) * np.abs(sound).max() * 0.7
    elif kind == "muted":
        size = round(chance.uniform(0.1, 1.5) * where.rate)
        part = slice(at, at + size)
        changed[part] = 0.0
    elif kind == "covered":  # a stretch of the tape itself, twice
        begin = int(chance.integers(0, at - size))
        changed[part] = sound[begin : begin + size]
    elif kind == "narrow":  # the same recording by way of a telephone or a low bit rate
        changed[part] = _lowpass(sound[part], where.rate, float(chance.choice([0.11, 0.16, 0.25])))
    elif kind == "overdriven":
        loud = sound[part] * 3
        limit = np.quantile(np.abs(loud), 0.98)
        changed[part] = np.clip(loud, -limit, limit) / max(1.0, limit / np.abs(sound).max())
    return changed, (at, at + size)


def _speech(where: Room, number: int, chance: np.random.Generator) -> Samples:
    """Sentences of common words, with pauses, each at its own pace and pitch."""
    rows = load_table("word_counts")[1:4000]
    weights = np.array([float(row["count"]) for row in rows]) ** 0.5
    made: list[Samples] = []
    length = 0
    while length < number:
        words = chance.choice(
            [row["word"] for row in rows], int(chance.integers(4, 14)), p=weights / weights.sum()
        )
        pitch = where.pitch + int(chance.integers(-6, 7))
        piece = spoken(" ".join(words), where.voice, int(chance.integers(135, 190)), pitch)
        pause = np.zeros(round(chance.uniform(0.15, 0.9) * RATE))
        made += [piece * chance.uniform(0.6, 1.0), pause]
        length += len(piece) + len(pause)
    return np.concatenate(made)[:number]


def spoken(text: str, voice: str, pace: int, pitch: int) -> Samples:
    """The text as espeak-ng says it, at `RATE`."""
    order = ["espeak-ng", "-v", voice, "-s", str(pace), "-p", str(pitch), "--stdin", "--stdout"]
    done = subprocess.run(order, input=text.encode(), capture_output=True, check=True)
    with wave.open(io.BytesIO(done.stdout)) as file:
        rate = file.getframerate()
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
    at = np.arange(round(len(samples) * RATE / rate)) * rate / RATE
    return np.asarray(np.interp(at, np.arange(len(samples)), samples))


def _echoed(speech: Samples, seconds: float, chance: np.random.Generator) -> Samples:
    """Speech in a room whose sound falls by 60 dB in so many seconds."""
    times = np.arange(round(seconds * RATE)) / RATE
    response = chance.standard_normal(len(times)) * 10 ** (-3 * times / seconds) * 0.05
    response[0] = 1.0
    size = len(speech) + len(response)
    return np.fft.irfft(np.fft.rfft(speech, size) * np.fft.rfft(response, size), size)[: len(speech)]


def _lowpass(sound: Samples, rate: int, part: float) -> Samples:
    """What lies below `part` of the rate."""
    spectrum = np.fft.rfft(sound)
    frequencies = np.arange(len(spectrum)) / len(sound)
    return np.fft.irfft(spectrum / (1 + (frequencies / part) ** 24), len(sound))


def written(sound: Samples, rate: int, path: Path, options: tuple[str, ...]) -> None:
    """Write samples as a file of sound."""
    order = ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    if path.suffix == ".ogg":
        order += ["-ar", "48000"]
    subprocess.run(
        [*order, *options, str(path)],
        input=np.round(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes(),
        check=True,
    )
