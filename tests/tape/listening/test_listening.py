"""Places worth a listen: each detector on the trace that it is for, and on the same sound without one."""

import wave

import numpy as np
import pytest

from hearsay.tape import programs
from hearsay.tape.listening import KINDS, detectors, hum, listen
from hearsay.tape.listening.clipping import Clipping
from hearsay.tape.listening.repeats import Repeats
from hearsay.tape.listening.silence import Silence
from hearsay.tape.listening.spectrum import Spectrum
from hearsay.tape.listening.steps import steps

RATE = 16_000


def noise(seconds, rate=RATE, loud=0.01, seed=1):
    return (np.random.default_rng(seed).standard_normal(round(seconds * rate)) * loud).astype(np.float32)


def humming(seconds, phase=0.0, rate=hum.RATE):
    times = np.arange(round(seconds * rate)) / rate
    return (0.05 * np.sin(2 * np.pi * 50.01 * times + phase)).astype(np.float32)


def taken(detector, sound, size=10_000):
    for start in range(0, len(sound), size):
        detector.take(sound[start : start + size])
    return detector


def jumps(sound):
    return hum.jumps(hum.strongest(sound + noise(len(sound) / hum.RATE, hum.RATE)))


def test_a_jump_of_the_hum_is_found_where_it_is():
    (place,) = jumps(np.concatenate((humming(10), humming(10, phase=2.0))))
    assert place.kind == "hum"
    assert abs((place.start + place.stop) / 2 - 10) < 0.2


def test_hum_that_goes_on_has_no_jump():
    assert jumps(humming(20)) == ()


def test_where_no_hum_is_none_is_made_up():
    assert hum.strongest(noise(20, hum.RATE)) == []


def floor_of(sound):
    return list(steps(taken(Spectrum(RATE), sound).bands()))


def test_a_step_of_the_noise_is_found_where_it_is():
    (place,) = floor_of(np.concatenate((noise(5), noise(5, loud=0.03))))
    assert (place.kind, round(place.value)) == ("floor", 10)
    assert place.start <= 5.0 <= place.stop


def test_steady_noise_has_no_step():
    assert floor_of(noise(10)) == []


def test_a_stretch_without_its_upper_half_is_a_step_of_the_cutoff():
    sound = noise(9)
    spectrum = np.fft.rfft(sound[3 * RATE : 6 * RATE])
    spectrum[len(spectrum) * 5 // 8 :] = 0
    sound[3 * RATE : 6 * RATE] = np.fft.irfft(spectrum, 3 * RATE)
    assert [(place.kind, round(place.start + 0.1)) for place in floor_of(sound)] == [
        ("cutoff", 3),
        ("cutoff", 6),
    ]


def test_zeros_between_sound_are_digital_silence_and_those_at_the_ends_are_not():
    sound = np.concatenate((np.zeros(RATE), noise(1), np.zeros(RATE // 2), noise(1), np.zeros(RATE)))
    (place,) = taken(Silence(RATE), sound.astype(np.float32)).places()
    assert (place.start, place.stop, place.value) == pytest.approx((2.0, 2.5, 0.5), abs=0.001)


def test_a_run_of_zeros_across_two_blocks_is_one():
    sound = np.concatenate((noise(1), np.zeros(RATE, np.float32), noise(1)))
    whole = list(taken(Silence(RATE), sound, len(sound)).places())
    assert list(taken(Silence(RATE), sound, 777).places()) == whole


def test_a_stretch_that_stops_at_one_level_is_clipped():
    sound = noise(4, loud=0.1)
    sound[RATE : 2 * RATE] = np.clip(sound[RATE : 2 * RATE] * 3, -0.4, 0.4)
    (place,) = taken(Clipping(RATE), sound).places()
    assert (place.start, place.stop) == (1.0, 2.0)


def test_noise_is_not_clipped():
    assert list(taken(Clipping(RATE), noise(4, loud=0.1)).places()) == []


def test_a_stretch_that_is_there_twice_is_found_with_how_long_before():
    sound = noise(12, 8000)
    sound[8 * 8000 : 10 * 8000] = sound[2 * 8000 : 4 * 8000]
    (place,) = taken(Repeats(), sound).places()
    assert place.value == 6.0
    assert (place.start, place.stop) == pytest.approx((8.0, 10.0), abs=0.4)


def test_a_silent_recording_has_no_places():
    silence = np.zeros(10 * 8000, np.float32)
    assert list(taken(Repeats(), silence).places()) == []
    assert list(taken(Clipping(8000), silence).places()) == []
    assert list(taken(Silence(8000), silence).places()) == []
    assert jumps(np.zeros(10 * hum.RATE, np.float32)) == ()


def test_noise_repeats_nothing():
    assert list(taken(Repeats(), noise(30, 8000)).places()) == []


def test_every_kind_of_place_says_how_often_it_was_right():
    assert tuple(detectors()) == KINDS
    assert all("%" in one.measured or " of " in one.measured for one in detectors().values())


@pytest.mark.parametrize("seconds", [0.01, 0.05, 1.0, 3.0])
def test_a_recording_of_any_length_is_looked_through(tmp_path, seconds):
    path = tmp_path / "short.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(np.round(noise(seconds) * 32767).astype("<i2").tobytes())
    assert listen(path, RATE).places == ()


def test_what_could_not_be_looked_for_is_said(tmp_path):
    path = tmp_path / "telephone.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(np.round(noise(5, 8000) * 32767).astype("<i2").tobytes())
    assert [kind for kind, _ in listen(path, 8000).without] == ["hum", "frames", "floor", "cutoff"]


@pytest.mark.parametrize("finder", ["with ffmpeg", "without"])
def test_places_are_the_same_whoever_decodes(tmp_path, monkeypatch, finder):
    if finder == "without":
        monkeypatch.setattr(programs, "find", lambda name: None)
    elif programs.find("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    sound = np.concatenate((noise(4, seed=2), np.zeros(RATE, np.float32), noise(4, seed=3)))
    path = tmp_path / "muted.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(np.round(sound * 32767).astype("<i2").tobytes())
    assert [place.kind for place in listen(path, RATE).places if place.kind == "silence"] == ["silence"]
