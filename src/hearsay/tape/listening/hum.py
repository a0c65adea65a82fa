"""Jumps in the phase of mains hum: what was cut out, or put in, seldom leaves a whole number of its periods.

After Rodríguez, Apolinário and Biscainho (2010), with a test of one phase against two on every harmonic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from hearsay.tape.listening.place import Place, peaks
from hearsay.tape.sound import Samples

Phasors = npt.NDArray[np.complex128]

# Samples a second of the sound that is looked at, and of the phasors made from it.
RATE = 1000
STEP_RATE = 20
MAINS = (50.0, 60.0)
HARMONICS = (1, 2, 3, 4, 5)
_SHARED = (300.0,)  # a harmonic of both
# Seconds over which a phase is taken on either side, and that are left out between the two.
WINDOW, GAP = 1.5, 0.3
# A line is hum where it stands so many dB above its surroundings, and so much of its power (of 1) keeps one
# phase over two seconds: the lowest harmonics of a voice do neither.
AUDIBLE, STEADY = 8.0, 0.6
# On both sides of a place so much of the power must keep one phase. Then a place counts from so many nats on,
# where a phase is not trusted to less than `UNSURE` radians: a grid wanders in frequency. A line that keeps
# its phase speaks against a jump, and all the more the better its phase is known: without that, a voice whose
# pitch meets one harmonic made three of four false places. Tuned on seeds 11 and 12 of benchmarks/hum.py.
COHERENT = 0.85
LEAST, UNSURE, AGAINST = 16.0, 0.15, 2.0
# Moments that are looked at together: of hours all at once would need a gigabyte.
_TOGETHER = 10_000


def jumps(lines: Sequence[Phasors]) -> tuple[Place, ...]:
    """Where the hum goes on with another phase; `lines` as `strongest` gives them."""
    gain = sum((_gain(line) for line in lines), np.zeros(len(lines[0]) if lines else 0))
    window = round(WINDOW * STEP_RATE)
    return tuple(
        Place("hum", max(0.0, at / STEP_RATE - GAP), at / STEP_RATE + GAP, round(float(gain[at]), 1))
        for at in peaks(gain, LEAST, window)
    )


def strongest(sound: Samples) -> list[Phasors]:
    """The lines in `sound` (at `RATE`) of the mains frequency that stands out most; none without hum."""
    # Filled up to a whole number of steps, and to a second.
    size = max(len(sound) + -len(sound) % (RATE // STEP_RATE), RATE)
    spectrum = np.fft.rfft(sound, size)
    best: tuple[float, list[Phasors]] = (0.0, [])
    for mains in MAINS:
        lines = list(_audible(spectrum, size, mains))
        height = sum(decibels for decibels, _ in lines)
        if height > best[0]:
            best = (height, [line for _, line in lines])
    return best[1]


def _audible(spectrum: Phasors, size: int, mains: float) -> Iterator[tuple[float, Phasors]]:
    for harmonic in HARMONICS:
        if mains * harmonic in _SHARED:
            continue
        line = _phasors(spectrum, size, mains * harmonic)
        around = [_phasors(spectrum, size, mains * harmonic + aside) for aside in (-7.0, -4.0, 4.0, 7.0)]
        level = np.median(np.square(np.abs(line)))
        noise = np.median(np.square(np.abs(np.concatenate(around)))) + 1e-18
        decibels = 10 * float(np.log10(level / noise + 1e-12))
        if decibels >= AUDIBLE and _steadiness(line) >= STEADY:
            yield decibels, line


def _steadiness(line: Phasors) -> float:
    """The part of its power that keeps one phase over two seconds, in the median of such stretches."""
    size, lag = 2 * STEP_RATE, STEP_RATE // 2
    stretches = line[: len(line) // size * size].reshape(-1, size)
    if not len(stretches):
        return 0.0
    turn = np.angle((stretches[:, lag:] * stretches[:, :-lag].conj()).sum(axis=1)) / lag
    held = stretches * np.exp(-1j * turn[:, None] * np.arange(size))
    return float(np.median(_kept(held)))


def _kept(held: Phasors) -> npt.NDArray[np.float64]:
    power = np.square(np.abs(held)).mean(axis=1) + 1e-20
    return np.asarray(np.square(np.abs(held.mean(axis=1))) / power)


def _phasors(spectrum: Phasors, size: int, hertz: float) -> Phasors:
    """Amplitude and phase at a frequency, `STEP_RATE` times a second, each under half a second's Hann window.

    Windowed where it is cheap: what lies within half of `STEP_RATE` of it is turned back into time alone.
    """
    number = size * STEP_RATE // RATE
    middle = round(hertz * size / RATE)
    offsets = np.arange(-(number // 2), number - number // 2)
    off = (offsets + middle) * RATE / size - hertz
    turns = off * 0.5
    # Two bins on either side of the middle one, the zero of 1 - turns² is a half.
    with np.errstate(divide="ignore", invalid="ignore"):
        window = np.where(np.isclose(np.abs(turns), 1.0), 0.5, np.sinc(turns) / (1 - turns**2))
    band = np.fft.ifft(np.fft.ifftshift(spectrum[middle + offsets] * window)) * (number / size)
    aside = middle * RATE / size - hertz
    return np.asarray(band * np.exp(2j * np.pi * aside * np.arange(number) / STEP_RATE))


def _gain(line: Phasors) -> npt.NDArray[np.float64]:
    """How much better two phases explain a line than one, at every step, in nats; below 0 where one does.

    A ratio of likelihoods, less `AGAINST` times the nats that it costs to say what the second phase is.
    """
    size, gap = round(WINDOW * STEP_RATE), round(GAP * STEP_RATE)
    number = len(line)
    gain = np.zeros(number)
    if number < 2 * (size + gap) + 1:
        return gain
    # The frequency about each moment, from both sides of it and not across: turns by a lag of half a second.
    lag = STEP_RATE // 2
    turns = np.concatenate((line[lag:] * line[:-lag].conj(), np.zeros(lag, complex)))
    sums = np.concatenate(([0], np.cumsum(turns)))
    at = np.arange(size + gap, number - size - gap)
    inner = size - lag
    slope = (sums[at - gap - lag] - sums[at - gap - lag - inner]) + (sums[at + gap + inner] - sums[at + gap])
    turn = np.angle(slope) / lag
    sides = [
        _sides(line, at[n : n + _TOGETHER], turn[n : n + _TOGETHER]) for n in range(0, len(at), _TOGETHER)
    ]
    first, second, noise, kept = (np.concatenate(one) for one in zip(*sides, strict=True))
    noise = np.maximum(noise, 0.3 * np.median(noise))
    turned = np.abs(np.angle(second * first.conj()))
    weaker = np.minimum(np.abs(first), np.abs(second))
    power = np.square(np.abs(first)) + np.square(np.abs(second))
    together = 0.5 * (power + np.abs(first**2 + second**2))
    better = np.where(turned <= np.pi / 2, power - together, weaker**2)
    ratio = better / (noise + (UNSURE * weaker) ** 2)
    known = np.sqrt(noise / np.maximum(weaker, 1e-12) ** 2 + UNSURE**2)  # the phase, to so many radians
    costs = np.log(np.sqrt(2 * np.pi) / np.minimum(known, np.sqrt(2 * np.pi)))
    gain[at] = (kept >= COHERENT) * (ratio - AGAINST * costs)
    return gain


def _sides(line: Phasors, at: npt.NDArray[np.int64], turn: npt.NDArray[np.float64]) -> tuple[Phasors, ...]:
    """Of moments: the mean phasors before and after, how far phasors lie from these, what part keeps phase.

    `turn` is by how much the phase goes on from step to step.
    """
    size, gap = round(WINDOW * STEP_RATE), round(GAP * STEP_RATE)
    offsets = np.arange(-(size + gap), size + gap)
    windows = line[at[:, None] + offsets] * np.exp(-1j * turn[:, None] * offsets)
    before, after = windows[:, :size], windows[:, size + 2 * gap :]
    first, second = before.mean(axis=1), after.mean(axis=1)
    apart = np.concatenate((before - first[:, None], after - second[:, None]), axis=1)
    # Phasors overlap: of so many only every fifth or so is a measurement of its own.
    noise = np.mean(np.square(np.abs(apart)), axis=1) / (size / 5) + 1e-18
    return first, second, noise, np.minimum(_kept(before), _kept(after))
