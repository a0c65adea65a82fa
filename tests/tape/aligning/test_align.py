"""A text is found on a recording of it, line by line."""

import re
import statistics
import wave

import numpy as np
import pytest

from hearsay.case import Case
from hearsay.case.recordings import add_times, add_transcript, recording_damage, take
from hearsay.errors import HearsayError, SourceError
from hearsay.tape import programs
from hearsay.tape.aligning import RATE, align, lines
from hearsay.tape.aligning.features import features
from hearsay.tape.aligning.speech import speak
from hearsay.tape.aligning.warp import warp
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts import Word
from tests.gold import SHARED
from tests.tape.sounds import tone

needs_espeak = pytest.mark.skipif(not programs.find("espeak-ng"), reason="espeak-ng is not installed")
SPEECH = SHARED / "data/speech"


def untimed(rows):
    return [Word(word, None, None, None, None, n) for n, row in enumerate(rows) for word in row.split()]


def test_lines_are_sentences_and_long_ones_are_parted_at_commas():
    text = ["We sail. Nobody knows where to, or so they told the owners of the ship. Why?", "Never"]
    words = untimed(text)
    assert [" ".join(word.text for word in words[a:b]) for a, b in lines(words)] == [
        "We sail.",
        "Nobody knows where to, or so they told the owners of the ship.",
        "Why?",
        "Never",
    ]


def test_a_sound_warped_onto_itself_stays_where_it_is():
    chance = np.random.default_rng(1)
    sound = chance.standard_normal(RATE * 5).astype(np.float32) * np.linspace(0.1, 1, RATE * 5)
    rows = features(iter([sound.astype(np.float32)]))
    found, apart = warp(rows, rows)
    assert np.abs(found - np.arange(len(rows))).max() <= 1
    assert apart.max() < 1e-3


def test_features_do_not_depend_on_the_blocks():
    sound = np.random.default_rng(1).standard_normal(RATE).astype(np.float32)
    whole = features(iter([sound]))
    assert np.allclose(whole, features(iter(np.array_split(sound, 7))), atol=1e-3)


@needs_espeak
@pytest.mark.parametrize(("seconds", "said"), [(0.01, "too short to hear"), (3.0, "it is silent")])
def test_where_nothing_is_heard_no_line_is_placed(tmp_path, seconds, said):
    silent = tone(tmp_path / "silent.wav", seconds, amplitude=0.0)
    with pytest.raises(SourceError, match=said):
        align(untimed(["We sail at once."]), Sound(silent, RATE), "en-us")


@needs_espeak
@pytest.mark.skipif(not SPEECH.is_dir(), reason="no speech with known times beside the project")
@pytest.mark.skipif(not programs.find("ffmpeg"), reason="ffmpeg is not installed")
def test_lines_of_real_speech_are_found():
    """Measured when written: median 20 ms, mean 40 ms."""
    intervals = re.findall(
        r'xmin = ([\d.]+)\s+xmax = [\d.]+\s+text = "(.*?)"\s*\n', (SPEECH / "sonnet1.TextGrid").read_text()
    )
    rows = [text.replace("1", "one") for _, text in intervals]
    found = align(untimed(rows), Sound(SPEECH / "sonnet1.mp3", RATE), "en-us")
    nearest = [min(abs(one.start - float(start)) for one in found) for start, _ in intervals[1:]]
    assert statistics.median(nearest) < 0.05
    assert statistics.mean(nearest) < 0.3


READ = [
    "We counted every crate on the quay before the rain began.",
    "Nobody from the ministry came down to look at them.",
    "The keeper of the lighthouse wrote to us in the spring.",
    "He said that the ship had left without a single light.",
    "I believe him, and I believe what is in the letter.",
]
ANOTHER = [
    "Twelve ducks walked slowly over a wooden bridge.",
    "My aunt keeps green bottles under her kitchen table!",
    "Is it true that you were born in a railway station?",
    "Yesterday the choir sang for an hour and went home.",
    "Put the yellow chair beside the old piano, please.",
]


@needs_espeak
@pytest.mark.parametrize(("text", "doubtful"), [(READ, 0), (ANOTHER, 5)])
def test_of_a_text_that_is_not_read_there_every_line_is_doubtful(tmp_path, text, doubtful):
    with wave.open(str(tmp_path / "read.wav"), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        for piece in speak(READ, "en-gb+f2"):
            file.writeframes((piece * 20_000).astype("<i2").tobytes())
    found = align(untimed(text), Sound(tmp_path / "read.wav", RATE), "en-us")
    assert sum(one.doubtful for one in found if one.last > one.first) >= doubtful
    assert doubtful or not any(one.doubtful for one in found)


@needs_espeak
def test_an_aligned_transcript_is_kept_and_its_doubtful_lines_marked(tmp_path):
    (tmp_path / "typed.txt").write_text("We will not sail tonight.\nThe harbour is closed.\n")
    with Case.create(tmp_path / "story.case") as case:
        kept, _ = take(case, tone(tmp_path / "tone.wav", 4.0), by="Ada")
        given, _ = add_transcript(case, kept, tmp_path / "typed.txt", by="Ada")
        assert given.transcript.timing == "none"
        taken, doubtful = add_times(case, kept, given, "en-us", by="Ada")
        assert [word.text for word in taken.transcript.words] == [
            word.text for word in given.transcript.words
        ]
        assert (
            sum({word.line: word.probability == 0.0 for word in taken.transcript.words}.values()) == doubtful
        )
        assert all(0 <= word.start <= word.stop <= 4.0 for word in taken.transcript.words)
        assert taken.transcript.engine.startswith("espeak-ng 1.")
        assert list(recording_damage(case)) == []


def test_a_short_sound_has_places_in_one_that_is_a_hundred_times_as_long():
    chance = np.random.default_rng(1)
    found, apart = warp(
        chance.standard_normal((250, 13)).astype(np.float32),
        chance.standard_normal((25_000, 13)).astype(np.float32),
    )
    assert len(found) == 250 and found[0] >= 0 and found[-1] < 25_000
    assert (np.diff(found) >= 0).all()
    assert np.isfinite(apart).all()


@needs_espeak
def test_two_sentences_are_located_in_a_minute(tmp_path):
    minute = Sound(tone(tmp_path / "tone.wav", 60.0), RATE)
    found = align(untimed(["We sail.", "Nobody knows."]), minute, "en")
    assert [(one.first, one.last) for one in found] == [(0, 1), (2, 3)]
    assert 0 <= found[0].start <= found[0].stop <= found[1].start <= found[1].stop <= 60


@needs_espeak
def test_a_language_that_nobody_speaks_is_refused(tmp_path):
    with pytest.raises(HearsayError, match="cannot speak it"):
        align(untimed(["hello"]), Sound(tone(tmp_path / "tone.wav"), RATE), "zz-nowhere")


def test_without_espeak_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HearsayError, match="apt-get install espeak-ng"):
        align(untimed(["hello"]), Sound(tone(tmp_path / "tone.wav"), RATE), "en")
