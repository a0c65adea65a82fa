"""Rows that outside programs read of recordings: what they are, their log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from hearsay.case.recordings import Kept, Recording
from hearsay.tape.custody import Event, stamp_text
from hearsay.tape.observations import Observation

Row: TypeAlias = dict[str, Any]


def recording_row(kept: Recording, seen: Sequence[Observation], texts: Sequence[Kept]) -> Row:
    """One recording of `hearsay tape list --jsonl`."""
    return {
        "recording": kept.id,
        "name": kept.name,
        "sha256": kept.sha256,
        "bytes": kept.size,
        "seconds": kept.seconds,
        "container": kept.container,
        "codec": kept.codec,
        "channels": kept.channels,
        "rate": kept.rate,
        "observations": [_observation(one) for one in seen],
        "transcripts": [
            {
                "transcript": one.id,
                "name": one.name,
                "sha256": one.sha256,
                "form": one.transcript.form,
                "timing": one.transcript.timing,
                "words": len(one.transcript.words),
                "engine": one.transcript.engine,
                "model": one.transcript.model,
            }
            for one in texts
        ],
    }


def _observation(one: Observation) -> Row:
    says, can, cannot = one.words()
    return {
        "code": one.code,
        "value": one.value,
        "says": says,
        "can_mean": can,
        "cannot_mean": cannot,
        "tool": one.tool,
    }


def event_row(position: int, event: Event) -> Row:
    """One event of `hearsay tape log --jsonl`."""
    return {
        "event": position,
        "at": stamp_text(event.at),
        "by": event.by,
        "what": event.what,
        "recording": event.recording,
        "detail": dict(event.detail),
    }
