"""Two wordings of one passage: which of them does the sound fit better?

Each is aligned to the sound with pocketsphinx's English model, which its package brings along; the answer is
the difference of the two likelihoods. It is between these two alone: both may be wrong.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

import numpy as np

from hearsay.errors import HearsayError
from hearsay.tape.sound import Samples

Answer: TypeAlias = Literal["for", "against", "undecided"]

RATE = 16_000
# The lead that an answer needs, in the points of pocketsphinx: logarithms to the base `_BASE`. Tuned on 45
# prompts of one reader, at 15 dB and without noise (benchmarks/wording.py, those that it calls train).
LEAD = 400
_BASE = 1.0001
# Speech must stand so many dB above what is heard between the words: in more noise the shorter wording wins.
CLEAR = 14.0
# Longer passages wander, and take long.
LONGEST = 30.0

# A wording that fits nowhere loses by so much.
_MOST = 1_000_000

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Weighed:
    """`answer` is for or against the first wording; `lead` by how many points it fits better, or worse.

    `clear` is how many dB speech stands above what is heard between words, `why` the reason if undecided.
    """

    answer: Answer
    lead: int
    clear: float
    why: str


def weigh(sound: Samples, first: str, second: str, sounds: Mapping[str, str] | None = None) -> Weighed:
    """Weigh two wordings of all that is said in `sound` (at `RATE`).

    `sounds` gives words that the dictionary lacks, as phones of CMUdict ("M EH R OW"). Raises `HearsayError`
    without pocketsphinx, for words that it lacks, and for wordings that do not differ.
    """
    if len(sound) > LONGEST * RATE or len(sound) < RATE / 5:
        raise HearsayError(
            f"the passage has {len(sound) / RATE:.1f} s; it must have 0.2 to {LONGEST:g}",
            remedy="Choose the sentence in question alone.",
        )
    one, other = _words(first), _words(second)
    if one == other:
        raise HearsayError("the two wordings do not differ in their words", remedy="Give two that do.")
    decoder = _decoder()
    for word, phones in (sounds or {}).items():
        _add(decoder, word.lower(), phones.upper())
    missing = sorted({word for word in (*one, *other) if decoder.lookup_word(word) is None})
    if missing:
        raise HearsayError(
            f"pocketsphinx's dictionary lacks: {', '.join(missing)}",
            remedy='Say how it sounds, in phones of CMUdict: --sound "merrow=M EH R OW".',
        )
    clear = clearness(sound)
    _fit(decoder, sound, one)  # it begins with the levels of what it heard before, which may be anything
    fits = _fit(decoder, sound, one), _fit(decoder, sound, other)
    lead = 0 if fits[0] == fits[1] else round(max(-_MOST, min(_MOST, fits[0] - fits[1])))
    if clear < CLEAR:
        why = f"speech stands {clear:.0f} dB above the rest, and {CLEAR:g} are needed"
        return Weighed("undecided", lead, clear, why)
    if abs(lead) < LEAD:
        return Weighed("undecided", lead, clear, "both fit about as well")
    return Weighed("for" if lead > 0 else "against", lead, clear, "")


def clearness(sound: Samples) -> float:
    """How many dB the loudest tenth of a sound stands above its quietest."""
    size = RATE // 50
    frames = sound[: len(sound) // size * size].reshape(-1, size)
    level = 10 * np.log10(np.square(frames, dtype=np.float64).mean(axis=1) + 1e-9)
    return round(float(np.quantile(level, 0.9) - np.quantile(level, 0.1)), 1)


def _add(decoder: Any, word: str, phones: str) -> None:
    """Give the dictionary a word, or another way to say one that it has."""
    number = 1
    while (known := decoder.lookup_word(word if number == 1 else f"{word}({number})")) is not None:
        if known == phones:
            return
        number += 1
    try:
        decoder.add_word(word if number == 1 else f"{word}({number})", phones, True)
    except RuntimeError as error:
        raise HearsayError(
            f"{phones!r} are not phones of CMUdict",
            where=word,
            remedy="They are AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH "
            "T TH UH UW V W Y Z ZH, with blanks between.",
        ) from error


def _words(text: str) -> list[str]:
    """The words as the dictionary spells them; raises `HearsayError` for what is none."""
    plain = text.lower().replace("’", "'")
    left = _WORD.sub(" ", plain)
    if any(sign.isdigit() for sign in left) or _LETTERS.search(left):
        raise HearsayError(
            f"{text!r} has figures, or letters other than English ones",
            remedy="Write every word as it is spoken, numbers in words.",
        )
    words = _WORD.findall(plain)
    if not words:
        raise HearsayError(f"{text!r} has no words", remedy="Write what is said in the passage.")
    return words


def _fit(decoder: Any, sound: Samples, words: Sequence[str]) -> float:
    """How well the words fit, in points; minus infinity where they fit nowhere."""
    decoder.set_align_text(" ".join(words))
    decoder.start_utt()
    decoder.process_raw(
        np.round(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes(), no_search=False, full_utt=True
    )
    decoder.end_utt()
    found = decoder.hyp()
    return math.log(found.score, _BASE) if found is not None and found.score > 0 else -math.inf


@cache
def _decoder() -> Any:
    try:
        from pocketsphinx import Decoder
    except (ImportError, OSError) as error:
        raise HearsayError(
            "weighing two wordings needs pocketsphinx, which is not installed",
            remedy='pip install "hearsay[wording]"',
        ) from error
    # Wide beams: a wording that does not fit must lose by its likelihood, not by being given up. Levels are
    # taken over the whole passage, so that the second wording meets the same sound as the first.
    return Decoder(
        lm=None,
        loglevel="FATAL",
        logfn=os.devnull,
        cmn="batch",
        dither=False,
        bestpath=False,
        beam=1e-300,
        wbeam=1e-300,
        pbeam=1e-300,
    )
