"""Shifts of MP3 frames: found where a decoded MP3 was cut, and nowhere else."""

import io

import numpy as np
import pytest
import soundfile

from hearsay.tape.listening.frames import Frames, Offsets

RATE = 16_000


def rustling(seconds, seed=1):
    """Noise that falls with frequency and swells twice a second, as speech does."""
    size = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(size))
    spectrum /= np.maximum(np.arange(len(spectrum)) * RATE / size, 200.0) / 200.0
    sound = np.fft.irfft(spectrum, size) * (1 + np.sin(4 * np.pi * np.arange(size) / RATE))
    return (sound / np.abs(sound).max() * 0.5).astype(np.float32)


def by_way_of_mp3(sound):
    kept = io.BytesIO()
    soundfile.write(kept, sound, RATE, format="MP3", subtype="MPEG_LAYER_III")
    decoded, _ = soundfile.read(io.BytesIO(kept.getvalue()), dtype="float32")
    return sixteen_bits(decoded)


def sixteen_bits(sound):
    return (np.round(sound * 32767) / 32768).astype(np.float32)


def looked_through(sound, size=RATE):
    blocks = [sound[start : start + size] for start in range(0, len(sound), size)]
    offsets = Offsets(RATE)
    for block in blocks:
        offsets.take(block)
    frames = Frames(RATE, offsets.found())
    for block in blocks:
        frames.take(block)
    return offsets.found(), frames.places()


@pytest.fixture(scope="module")
def decoded():
    return by_way_of_mp3(rustling(40))


def test_a_cut_in_what_was_an_mp3_is_found_where_it_is(decoded):
    _, (place,) = looked_through(np.concatenate((decoded[: 20 * RATE], decoded[24 * RATE + 100 :])))
    assert place.start <= 20.0 <= place.stop


def test_the_shift_is_counted_in_samples(decoded):
    _, (place,) = looked_through(np.concatenate((decoded[: 20 * RATE], decoded[20 * RATE + 100 :])))
    assert place.value == 576 - 100


def test_a_cut_of_whole_frames_leaves_no_shift(decoded):
    assert looked_through(np.concatenate((decoded[: 20 * RATE], decoded[20 * RATE + 10 * 576 :])))[1] == ()


def test_an_mp3_that_nobody_cut_has_one_offset_and_no_places(decoded):
    offsets, places = looked_through(decoded)
    assert (len(offsets), places) == (1, ())


def test_one_mp3_made_of_another_has_no_places(decoded):
    assert looked_through(by_way_of_mp3(decoded[77:]))[1] == ()


def test_what_was_never_an_mp3_has_no_offsets():
    assert looked_through(sixteen_bits(rustling(40))) == ((), ())


def test_silence_has_no_offsets():
    assert looked_through(np.zeros(40 * RATE, np.float32)) == ((), ())


@pytest.mark.parametrize("size", [777, 10 * RATE, 60 * RATE])
def test_blocks_of_any_size_give_the_same_places(decoded, size):
    cut = np.concatenate((decoded[: 20 * RATE], decoded[24 * RATE + 100 :]))
    assert looked_through(cut, size) == looked_through(cut)
