"""What a file says of itself is observed, with what it can and cannot mean; nothing is judged."""

import subprocess

import pytest

from hearsay.errors import SourceError
from hearsay.lexicon import load_table
from hearsay.tape import programs
from hearsay.tape.levels import Levels
from hearsay.tape.media import Media, inspect
from hearsay.tape.observations import Observation, observe, observe_tags
from tests.tape.sounds import tone

LOUD = Levels(10.0, -6.0, -20.0, 0.0)


def media(**changes):
    fields = {
        "container": "mov,mp4,m4a,3gp,3g2,mj2", "codec": "aac", "seconds": 10.0, "channels": 2, "rate": 48000,
        "bits_per_second": 128_000, "tags": {}, "sounds": 1, "pictures": 0, "reader": "ffprobe 5",
    }  # fmt: skip
    return Media(**(fields | changes))


def codes(observations):
    return {one.code: one.value for one in observations}


def test_a_plain_file_shows_container_and_sound():
    assert codes(observe(media(), LOUD, "", "m4a")) == {
        "container": "MP4 or QuickTime",
        "codec": "aac, 128 kbit/s, 48,000 Hz, two channels",
    }


def test_a_file_that_ends_early_shows_it():
    found = codes(observe(media(), Levels(7.5, -6.0, -20.0, 0.0), "moov atom not found", "m4a"))
    assert found["shorter"] == "7.50 seconds of the 10.00 that it states"
    assert found["complaint"] == "moov atom not found"


def test_a_brand_that_does_not_go_with_the_name_shows():
    assert codes(observe(media(tags={"major_brand": "isom"}), LOUD, "", "m4a"))["brand"] == "isom"
    assert "brand" not in codes(observe(media(tags={"major_brand": "M4A "}), LOUD, "", "m4a"))


@pytest.mark.parametrize(
    ("tags", "code", "value"),
    [
        ({"encoder": "Lavf59.27.100"}, "ffmpeg", "Lavf59.27.100"),
        ({"software": "Adobe Audition 22.0"}, "editor", "Adobe Audition 22.0"),
        ({"encoder": "Recorder 7"}, "encoder", "Recorder 7"),
        ({"creation_time": "2031-03-04T10:00:00Z"}, "created", "2031-03-04T10:00:00Z"),
        ({"make": "Quay", "model": "Phone 3"}, "device", "Quay Phone 3"),
        ({"location": "+59.91+010.75/"}, "place", "+59.91+010.75/"),
        ({"encoder": "Lavf59", "software": "Audacity"}, "several_encoders", "Lavf59; Audacity"),
        ({"createdate": "2031:03:04", "modifydate": "2031:03:05"}, "dates", "2031:03:04; 2031:03:05"),
        ({}, "no_tags", ""),
    ],
)  # fmt: skip
def test_tags_are_observed(tags, code, value):
    assert codes(observe_tags(tags, "ffprobe 5"))[code] == value


def test_two_names_of_one_program_are_one():
    found = codes(observe_tags({"encoder": "Lavc59.37.100 libopus", "muxingapp": "Lavf59.27.100"}, "ffprobe"))
    assert "several_encoders" not in found


def test_a_date_that_was_not_written_is_none():
    assert "created" not in codes(observe_tags({"createdate": "0000:00:00 00:00:00"}, "exiftool"))


def test_every_observation_says_what_it_can_and_cannot_mean():
    for row in load_table("tape_observations"):
        says, can, cannot = Observation(row["code"], "x", "t").words()
        assert says and can and cannot
        for word in ("authentic", "genuine", "fake", "forged", "manipulated"):
            assert word not in f"{says} {can}"


@pytest.mark.skipif(not programs.find("ffmpeg"), reason="ffmpeg is not installed")
class TestRealFiles:
    """Files that ffmpeg made."""

    def test_a_conversion_shows_its_program(self, tmp_path):
        source = tone(tmp_path / "tone.wav")
        subprocess.run(["ffmpeg", "-v", "error", "-i", source, tmp_path / "tone.m4a"], check=True)
        found = inspect(tmp_path / "tone.m4a")
        assert (found.codec, found.channels) == ("aac", 1)
        assert "ffmpeg" in codes(observe_tags(found.tags, found.reader))

    def test_a_video_without_sound_is_refused(self, tmp_path):
        order = "ffmpeg -v error -f lavfi -i testsrc=d=0.2:s=64x64 -an silent.mp4"
        subprocess.run(order.split(), cwd=tmp_path, check=True)
        with pytest.raises(Exception, match="a video without sound"):
            inspect(tmp_path / "silent.mp4")

    def test_a_playlist_is_not_opened(self, tmp_path):
        tone(tmp_path / "tone.wav")
        (tmp_path / "talk.mp3").write_text(f"ffconcat version 1.0\nfile '{tmp_path}/tone.wav'\n")
        with pytest.raises(Exception, match="can read no sound"):
            inspect(tmp_path / "talk.mp3")


def test_without_ffmpeg_waves_are_read_and_the_rest_is_explained(tmp_path, monkeypatch):
    pytest.importorskip("soundfile", reason="soundfile is not installed")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert inspect(tone(tmp_path / "tone.wav", 1.0)).seconds == 1.0
    (tmp_path / "tone.m4a").write_bytes(b"\x00\x00\x00\x1cftypM4A " + bytes(100))
    with pytest.raises(Exception, match=r"(?s)without ffmpeg only WAVE.*Install ffmpeg"):
        inspect(tmp_path / "tone.m4a")


@pytest.mark.skipif(programs.find("ffmpeg") is None, reason="ffmpeg is not installed")
def test_an_mp4_without_its_index_is_refused_and_it_says_what_is_missing(tmp_path):
    path = tmp_path / "tone.m4a"
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=5", str(path)], check=True)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(SourceError, match=r"tone\.m4a: .*\(moov atom not found; Invalid data found"):
        inspect(path)
