"""`hearsay tape`: what a reporter types, from intake to proof."""

import json
import sqlite3

import pytest

from tests.tape.sounds import tone

SRT = "1\n00:00:00,000 --> 00:00:03,000\nWe will not send a ship into that strait with a cracked rudder.\n"


@pytest.fixture
def recorded(hearsay, sources, tmp_path):
    """A case with coverage, a recording and its transcript."""
    tone(tmp_path / "harbour.wav", 4.0)
    (tmp_path / "harbour.srt").write_text(SRT)
    assert (
        hearsay("add", "-q", "story.case", sources / "quay-times.html", sources / "wire.txt").returncode == 0
    )
    assert (
        hearsay("tape", "add", "story.case", "harbour.wav", "--from", "a guest", "--by", "Ada").returncode
        == 0
    )
    assert hearsay("tape", "transcript", "story.case", "harbour.srt", "--by", "Ada").returncode == 0
    return tmp_path


def test_the_quotations_of_the_case_are_laid_on_the_tape(hearsay, recorded):
    done = hearsay("tape", "compare", "story.case", "--jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["document"] for row in rows} == {"quay-times", "wire"}
    assert all((row["how"], row["from"], row["to"]) == (["verbatim"], 0.0, 3.0) for row in rows)


def test_words_and_lists_are_laid_on_the_tape(hearsay, recorded):
    (recorded / "printed.txt").write_text("We will not send a boat into that strait\n\nto rubble\n")
    done = hearsay("tape", "compare", "story.case", "--list", "printed.txt", "--words", "cracked rudder")
    assert done.stdout.splitlines() == [
        "verbatim  0:00.0-0:03.0  cracked rudder",
        "altered  0:00.0-0:03.0  We will not send a {+boat+}[-ship-] into that strait",
        "absent  to rubble",
    ]


def test_clips_are_written_and_logged(hearsay, recorded):
    assert hearsay("tape", "clip", "story.case", "0:01", "2.5", "clip.wav").returncode == 0
    assert (recorded / "clip.wav").read_bytes()[:4] == b"RIFF"
    done = hearsay("tape", "log", "story.case", "--jsonl")
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["what"], last["detail"]["start"], last["detail"]["to"]) == ("clipped", 1.0, "clip.wav")
    again = hearsay("tape", "clip", "story.case", "1", "2", "clip.wav")
    assert (again.returncode, "there is a file already" in again.stderr) == (1, True)


def test_unchanged_is_said_with_its_limits(hearsay, recorded):
    done = hearsay("tape", "verify", "story.case", "harbour.wav")
    assert done.returncode == 0
    assert done.stdout.startswith("Unchanged since intake: 1 recording and 5 events")
    assert "before the intake, this does not say" in done.stdout


def test_a_change_is_named_and_the_exit_code_says_so(hearsay, recorded):
    (recorded / "head.json").write_text(hearsay("tape", "head", "story.case").stdout)
    connection = sqlite3.connect(recorded / "story.case")
    connection.execute("UPDATE custody SET entry = replace(entry, 'a guest', 'a thief')")
    connection.commit()
    connection.close()
    done = hearsay("tape", "verify", "story.case", "--head", "head.json")
    assert done.returncode == 3
    assert "custody event 0: its words are not those that were entered" in done.stdout


def test_a_recording_comes_out_as_it_went_in(hearsay, recorded):
    assert hearsay("tape", "export", "story.case", "out.wav").returncode == 0
    assert (recorded / "out.wav").read_bytes() == (recorded / "harbour.wav").read_bytes()


def test_what_a_person_did_is_entered(hearsay, recorded):
    hearsay("tape", "note", "story.case", "with headphones", "--what", "listened", "--by", "Ida")
    done = hearsay("tape", "log", "story.case")
    assert "listened" in done.stdout
    assert "by Ida" in done.stdout


def test_the_programs_that_inspected_a_recording_are_listed_in_words(hearsay, recorded):
    log = hearsay("tape", "log", "story.case").stdout
    assert ", with c2pa " in log
    assert "[" not in log


def test_a_transcript_of_something_longer_is_refused(hearsay, recorded):
    (recorded / "long.srt").write_text("1\n00:00:00,000 --> 00:09:00,000\nToo long\n")
    done = hearsay("tape", "transcript", "story.case", "long.srt")
    assert (done.returncode, "the recording ends at 4.00 s" in done.stderr) == (1, True)


def test_the_same_file_again_is_one_recording_with_two_receipts(hearsay, recorded):
    done = hearsay("tape", "add", "story.case", "harbour.wav", "--from", "a waiter", "--by", "Ida")
    assert (done.returncode, "has these bytes already" in done.stderr) == (0, True)
    log = hearsay("tape", "log", "story.case").stdout.splitlines()
    assert log[-2].endswith("by Ida")
    assert log[-1].startswith("      again, ")
    assert ", from a waiter, " in log[-1]
    assert hearsay("tape", "verify", "story.case").stdout.startswith("Unchanged since intake: 1 recording")


def test_a_file_that_is_written_out_has_its_event(hearsay, recorded):
    assert hearsay("tape", "export", "story.case", "nowhere/out.wav").returncode == 1
    assert hearsay("tape", "export", "story.case", "out.wav", "--by", "Ada").returncode == 0
    assert hearsay("tape", "export", "story.case", "out.wav").returncode == 1
    log = hearsay("tape", "log", "story.case").stdout
    assert log.count("exported") == 1
    assert [path.name for path in recorded.iterdir() if path.name.endswith(".part")] == []


def test_each_observation_is_listed_with_what_it_means(hearsay, recorded):
    done = hearsay("tape", "list", "story.case")
    assert "Container: WAVE." in done.stdout
    assert "cannot mean" in done.stdout


def test_a_case_without_a_recording_says_what_to_do(hearsay, sources):
    hearsay("add", "-q", "other.case", sources / "wire.txt")
    done = hearsay("tape", "compare", "other.case")
    assert (done.returncode, "hearsay tape add" in done.stderr) == (1, True)
