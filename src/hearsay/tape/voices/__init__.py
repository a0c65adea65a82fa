"""Likeness of voices: scores among scores, and no verdict."""

from hearsay.tape.voices.compare import Likeness, likeness
from hearsay.tape.voices.mels import RATE

__all__ = ["RATE", "Likeness", "likeness"]
