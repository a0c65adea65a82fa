"""Make the recordings in `tape/` from its transcript: voices of espeak-ng, a dinner's noises, mains hum.

    python examples/dinner-tape/make_tape.py [FOLDER]

writes `dinner-27b.ogg`, the recording; `dinner-27b-short.ogg`, a doctored copy of a stretch of it;
`dinner-27b-short.vtt`, what is heard on that. Needs espeak-ng and ffmpeg with libopus; what is committed was
made with espeak-ng 1.51 and ffmpeg 5.1. `tape/edits.json` says what was done to the copy, and where.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
RATE = 16_000
# Voice, words a minute and loudness of each speaker: the guest sits far from the telephone.
VOICES = {
    "Corwin Ashdale": ("en-us+m7", 160, 0.30),
    "Leland Trask": ("en-us+m3", 165, 0.24),
    "A guest": ("en-us+f2", 170, 0.09),
}
HUM = 0.012  # amplitude of the mains hum: 28 dB below the loudest voice
ROOM = 0.004
_CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.*)")
_VOICE = re.compile(r"<v ([^>]+)>(.*)")


def main(folder: Path) -> None:
    cues = transcribed()
    recording = recorded(cues)
    _encode(recording, folder / "dinner-27b.ogg")
    edits = json.loads((HERE / "tape/edits.json").read_text("utf-8"))
    _encode(_doctored(recording, edits), folder / "dinner-27b-short.ogg")
    (folder / "dinner-27b-short.vtt").write_text(_transcript(cues, edits), "utf-8")


def transcribed() -> list[tuple[float, float, str]]:
    """The lines of the transcript: from, to, words."""
    return [
        (_seconds(*match.groups()[:3]), _seconds(*match.groups()[3:6]), match[7])
        for match in _CUE.finditer((HERE / "tape/transcript.vtt").read_text("utf-8"))
    ]


def _seconds(hours: str, minutes: str, seconds: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def recorded(
    cues: list[tuple[float, float, str]],
    seed: int = 27,
    voices: dict[str, tuple[str, int, float]] = VOICES,
    hum: float = HUM,
    room: float = ROOM,
) -> np.ndarray:
    """The lines as spoken at the dinner; with other arguments, by other voices in another room."""
    chance = np.random.default_rng(seed)
    length = round(cues[-1][1] * RATE)
    sound = np.zeros(length)
    for start, stop, text in cues:
        spoken = _VOICE.match(text)
        if spoken:
            piece = _speak(spoken[2], voices[spoken[1]], stop - start)
        else:
            piece = _noises(text, stop - start, chance)
        at = round(start * RATE)
        sound[at : at + len(piece)] += piece[: length - at]
    # A room throws sound back: three weak echoes.
    for seconds, part in ((0.023, 0.30), (0.041, 0.20), (0.067, 0.12)):
        shift = round(seconds * RATE)
        sound[shift:] += part * sound[:-shift]
    times = np.arange(length) / RATE
    for harmonic, part in ((1, 1.0), (2, 0.5), (3, 0.35)):
        sound += hum * part * np.sin(2 * np.pi * 50 * harmonic * times + harmonic)
    return sound + _pink(length, chance) * room


def _speak(text: str, speaker: tuple[str, int, float], seconds: float) -> np.ndarray:
    """The line in the voice of its speaker, as fast as it must be to end in time."""
    voice, speed, loudness = speaker
    words = re.sub(r"[\"“”]", "", text)
    while True:
        with tempfile.NamedTemporaryFile(suffix=".wav") as file:
            subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-w", file.name, words], check=True)
            with wave.open(file.name) as spoken:
                rate = spoken.getframerate()
                samples = np.frombuffer(spoken.readframes(spoken.getnframes()), "<i2") / 32768
        samples = np.trim_zeros(samples)
        if len(samples) / rate <= seconds - 0.3:
            break
        speed += 10
    at = np.arange(round(len(samples) * RATE / rate)) * rate / RATE
    level = np.interp(at, np.arange(len(samples)), samples)
    level *= loudness / np.sqrt(np.mean(level**2)) * 0.4
    return np.concatenate((np.zeros(round(0.15 * RATE)), level))


def _noises(text: str, seconds: float, chance: np.random.Generator) -> np.ndarray:
    """Laughter, applause, glasses: bursts of noise, more or less dense."""
    length = round(seconds * RATE)
    noise = _pink(length, chance)
    rate = 9 if "applause" in text else 4
    swell = np.zeros(length)
    for at in chance.uniform(0, seconds, round(rate * seconds)):
        start = round(at * RATE)
        tail = np.exp(-np.arange(min(length - start, RATE // 3)) / (0.06 * RATE))
        swell[start : start + len(tail)] += tail
    return noise * np.minimum(swell, 2.0) * (0.05 if "laughter" in text or "applause" in text else 0.015)


def _pink(length: int, chance: np.random.Generator) -> np.ndarray:
    """Noise whose power falls with its frequency, of unit power."""
    spectrum = np.fft.rfft(chance.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    noise = np.fft.irfft(spectrum, length)
    return noise / noise.std()


def _doctored(recording: np.ndarray, edits: list[dict]) -> np.ndarray:
    """The copy: stretches of the recording in the order that `edits` gives them; `muted` ones are zeros."""
    pieces = []
    for edit in edits:
        piece = recording[round(edit["from"] * RATE) : round(edit["to"] * RATE)]
        pieces.append(np.zeros_like(piece) if edit.get("muted") else piece)
    return np.concatenate(pieces)


def _transcript(cues: list[tuple[float, float, str]], edits: list[dict]) -> str:
    """What is heard on the copy: the lines that lie whole in one of its stretches."""
    lines, at = ["WEBVTT - A doctored copy of recording 27B, invented"], 0.0
    for edit in edits:
        for start, stop, text in cues:
            if edit["from"] <= start and stop <= edit["to"] and not edit.get("muted"):
                times = (_stamp(at + time - edit["from"]) for time in (start, stop))
                lines.append(f"{' --> '.join(times)}\n{text}")
        at += edit["to"] - edit["from"]
    return "\n\n".join(lines) + "\n"


def _stamp(seconds: float) -> str:
    minutes, rest = divmod(round(seconds, 3), 60)
    return f"00:{int(minutes):02}:{rest:06.3f}"


def _encode(sound: np.ndarray, path: Path) -> None:
    order = ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
    order += ["-c:a", "libopus", "-b:a", "14k", "-application", "audio", "-fflags", "+bitexact"]
    order += ["-flags:a", "+bitexact", "-map_metadata", "-1", str(path)]
    samples = np.round(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
    subprocess.run(order, input=samples, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "tape")
