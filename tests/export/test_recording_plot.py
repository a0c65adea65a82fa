"""A recording is drawn over one axis of time, and nothing where nothing is known."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import numpy as np

from hearsay.case.recordings import Recording
from hearsay.case.recordings.quotations import Placed, Quoted
from hearsay.export.recording_plot import BANDS, COLUMNS, plot
from hearsay.tape.comparing import Tape, lay
from hearsay.tape.custody import Event
from hearsay.tape.picture import Picture, picture, png
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts import Transcript, Word
from tests.tape.sounds import tone

KEPT = Recording(1, "ab" * 8, "cd" * 32, 100, "ef" * 32, "<dinner>.wav", "wav", "pcm", 10.0, 1, 8000)
FLAT = Picture(
    np.zeros(COLUMNS, np.float32), np.zeros(COLUMNS, np.float32), np.zeros((COLUMNS, BANDS), np.uint8)
)
SAID = ["we", "will", "not", "send", "a", "ship", "into", "that", "strait"]
TIMED = tuple(Word(word, n * 1.0, n + 1.0, None, "Ada", 0) for n, word in enumerate(SAID))
UNTIMED = tuple(Word(word, None, None, None, None, 0) for word in SAID)


def placed(words, printed):
    quoted = Quoted("a", None, "d", "wire", "Quay & Co", None, "Ada", "direct", (printed,), True)
    return Placed(quoted, lay([printed], Tape(Transcript(words, "word", "test"))))


def titles(svg):
    root = ET.fromstring(svg)
    return [one.text for one in root.iter("{http://www.w3.org/2000/svg}title")]


def test_words_quotations_cuts_and_custody_are_drawn_where_they_are():
    happened = Event(
        "clipped", datetime(2031, 3, 4, 12, tzinfo=UTC), "Ida", "cd" * 32, {"start": 1.0, "stop": 2.5}
    )
    svg = plot(KEPT, FLAT, TIMED, [placed(TIMED, "we will not send a ship strait")], [happened])
    assert titles(svg) == [
        "0 to 4000 Hz",
        "0:00.0-0:09.0  Ada: we will not send a ship into that strait",
        "0:00.0-0:09.0  cut: we will not send a ship [-into that-] strait (Quay & Co)",
        "0:06.0-0:08.0  left out: into that",
        "0:01.0-0:02.5  clipped by Ida, 2031-03-04 12:00 UTC",
    ]


def test_what_has_no_time_is_not_drawn():
    assert titles(plot(KEPT, FLAT, UNTIMED, [placed(UNTIMED, "we will not send a ship")], [])) == [
        "0 to 4000 Hz"
    ]


def test_a_tone_is_dark_at_its_pitch(tmp_path):
    shown = picture(Sound(tone(tmp_path / "tone.wav", 2.0, amplitude=0.5), 8000), 2.0, 100, 64)
    assert shown.highs[50] > 0.45
    assert shown.lows[50] < -0.45
    assert int(shown.spectrum[50].argmax()) == 220 * 64 // 4000


def test_pictures_are_png():
    assert png(np.zeros((2, 3), np.uint8)).startswith(b"\x89PNG\r\n\x1a\n")


def test_thousands_of_labels_on_one_second_are_no_wall():
    crowd = tuple(Word("word", 1.0, 2.0, None, None, n) for n in range(1000))
    svg = plot(KEPT, FLAT, crowd, [], [])
    assert "Said (960 more at the same time are not drawn)" in svg
    assert len(titles(svg)) == 1 + 40
