"""The narrow face of a speech recogniser, and the one that is shipped: faster-whisper with a local model.

Nothing is ever downloaded: the model is a folder on this machine. An engine that cannot transcribe real
speech is not offered: pocketsphinx got 12 to 63 words in a hundred wrong on clean reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from hearsay.errors import HearsayError
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts import Line

# Whisper listens at this rate.
RATE = 16_000


class Transcriber(Protocol):
    """Hears words. `engine` names it with its version; `model` is the SHA-256 of what it was trained to."""

    engine: str
    model: str

    def lines(self, sound: Path) -> Iterator[Line]:
        """What is said in a file of sound, with the seconds and the probability of each word."""
        ...


class FasterWhisper:
    """Whisper by faster-whisper (CTranslate2), from a model's folder on this machine.

    Raises `HearsayError` where the library or the model is not there. `language` is a code ("en"); without it
    the engine guesses.
    """

    def __init__(self, folder: Path, language: str | None = None) -> None:
        if not (folder / "model.bin").is_file():
            raise HearsayError(
                "this is no model of faster-whisper: it has no model.bin",
                where=str(folder),
                remedy="Name a folder on this machine with a Whisper model in CTranslate2's format. "
                "Hearsay downloads none.",
            )
        try:
            import faster_whisper
        except ImportError as error:
            raise HearsayError(
                "transcribing needs faster-whisper, which is not installed",
                remedy='Install it with: pip install "hearsay[transcribe]".',
            ) from error
        self.engine = f"faster-whisper {faster_whisper.__version__}"
        self.model = folder_hash(folder)
        self._language = language
        try:
            self._whisper: Any = faster_whisper.WhisperModel(
                str(folder), device="cpu", compute_type="int8", local_files_only=True
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise HearsayError(
                f"the model cannot be loaded ({error})",
                where=str(folder),
                remedy="Check that its files are complete, and made for CTranslate2.",
            ) from error

    def lines(self, sound: Path) -> Iterator[Line]:
        """See `Transcriber`; the same sound and model give the same words (no sampling, one beam width)."""
        samples = Sound(sound, RATE).whole()
        segments, _ = self._whisper.transcribe(
            samples, language=self._language, word_timestamps=True, temperature=0.0, beam_size=5
        )
        for number, segment in enumerate(segments, 1):
            # Its numbers are numpy's.
            words = tuple(
                (one.word, float(one.start), float(one.end), float(one.probability))
                for one in segment.words or ()
            )
            start, stop = float(segment.start), float(segment.end)
            yield Line(start, stop, segment.text, None, f"segment {number}", words)


def folder_hash(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all files of a model's folder."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{digest}\n".encode())
    return whole.hexdigest()
