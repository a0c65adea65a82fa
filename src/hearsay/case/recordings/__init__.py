"""Recordings in a case: intake, the log of their custody, transcripts, and whether all is unchanged."""

from hearsay.case.recordings.aligning import add_times
from hearsay.case.recordings.custody import enter, events, head
from hearsay.case.recordings.intake import take
from hearsay.case.recordings.leaving import write_clips, write_whole
from hearsay.case.recordings.listening import listen_to
from hearsay.case.recordings.recording import (
    Recording,
    as_file,
    content,
    observations,
    recording,
    recordings,
    stretch,
)
from hearsay.case.recordings.stamps import keep_reply, stamps
from hearsay.case.recordings.transcripts import (
    Kept,
    add_transcript,
    keep_transcript,
    transcribe,
    transcript,
    transcripts,
)
from hearsay.case.recordings.verifying import copy_damage, recording_damage

__all__ = [
    "Kept",
    "Recording",
    "add_times",
    "add_transcript",
    "as_file",
    "content",
    "copy_damage",
    "enter",
    "events",
    "head",
    "keep_reply",
    "keep_transcript",
    "listen_to",
    "observations",
    "recording",
    "recording_damage",
    "recordings",
    "stamps",
    "stretch",
    "take",
    "transcribe",
    "transcript",
    "transcripts",
    "write_clips",
    "write_whole",
]
