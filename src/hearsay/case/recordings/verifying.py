"""Is every recording, and the log of its custody, what it was when it was taken in?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path

from hearsay.case.damage import Damage
from hearsay.case.file import Case
from hearsay.case.recordings import custody as log
from hearsay.case.recordings.intake import digest_of
from hearsay.case.recordings.recording import (
    Recording,
    content,
    observations,
    recording_id,
    recordings,
    sound_of,
)
from hearsay.case.recordings.stamps import stamps
from hearsay.case.recordings.transcripts import transcript_damage
from hearsay.errors import CaseError, HearsayError, SourceError
from hearsay.tape import custody, merkle, stamp
from hearsay.tape.custody import Event, Head, stamp_text
from hearsay.tape.pieces import PIECE, Digest, pieces
from hearsay.tape.pieces import digest_of as digest_of_pieces

# An authority's clock and this machine's may differ by this much before a date counts as impossible.
CLOCKS = timedelta(minutes=5)


def recording_damage(case: Case, kept: Head | None = None) -> Iterator[Damage]:
    """What is not as it was taken in: bytes, to the piece; events of the log; what else the log vouches for.

    `kept` is a head from outside, which the log must continue. Stamps in the case are checked where the
    library for them is installed.
    """
    yield from (Damage("custody", f"event {one.position}", one.why) for one in log.faults(case))
    if kept is not None and (why := custody.departs(log.lines(case), kept)):
        yield Damage("custody", f"the log up to event {kept.size - 1}", why)
    try:
        events = [event for _, event in log.events(case)]
    except CaseError as error:
        yield Damage("custody", "log", f"it cannot be compared with what the case holds: {error.what}")
        events = []
    hashed = {event.recording: event.detail for event in events if event.what == "hashed"}
    for one in recordings(case):
        yield from _recording(case, one, hashed.get(one.sha256))
        yield from _observed(case, one, events)
        yield from transcript_damage(case, one, events)
    held = {one.sha256 for one in recordings(case)}
    for sha256 in sorted(str(sha256) for sha256 in hashed if sha256 not in held):
        yield Damage("recording", sha256, "the log says that it was taken in, and it is not in the case")
    yield from _stamps(case, events)


def copy_damage(case: Case, path: Path) -> Iterator[Damage]:
    """How a file outside the case differs from the recording that it is a copy of: to the piece.

    It is compared with the recording of its hash, else of its name, else with the only one.
    """
    if not path.is_file():
        raise SourceError("there is no such file", where=str(path), remedy="Check the path.")
    with path.open("rb") as file:
        digest = digest_of_pieces(pieces(file))
    if any(one.sha256 == digest.sha256 for one in recordings(case)):
        return
    everything = list(recordings(case))
    named = [one for one in everything if one.name == path.name] or everything
    if len(named) != 1:
        yield Damage("copy", str(path), "its hash is that of no recording of the case, nor its name")
        return
    (one,) = named
    if digest.size != one.size:
        yield Damage("copy", str(path), f"it has {digest.size:,} bytes, the recording taken in {one.size:,}")
    with path.open("rb") as file:
        for position, (mine, kept) in enumerate(zip_longest(pieces(file), content(case, one), fillvalue=b"")):
            if mine != kept:
                first = position * PIECE + _common(mine, kept)
                yield Damage(
                    "copy", str(path), f"from byte {first:,} on it is not what was taken in as {one.name}"
                )
                return


def _common(left: bytes, right: bytes) -> int:
    """How many bytes two pieces have in common from their beginning."""
    length = min(len(left), len(right))
    return next((n for n in range(length) if left[n] != right[n]), length)


def _recording(case: Case, one: Recording, hashed: object) -> Iterator[Damage]:
    if hashed is None:
        yield Damage("recording", one.name, "the log does not say that it was taken in")
    elif hashed != {"sha256": one.sha256, "size": one.size, "root": one.root}:
        yield Damage("recording", one.name, "its hash or size is not the one that the log says")
    if recording_id(one.sha256) != one.id:
        yield Damage("recording", one.name, "its id is not that of its hash")
    digest, expected = Digest(), 0
    leaves = []
    for position, stored, piece in case.rows(
        "SELECT position, digest, content FROM recording_piece WHERE recording = ? ORDER BY position",
        (one.key,),
    ):
        if position != expected:
            yield Damage("recording", one.name, f"{_bytes(expected, position)} are missing")
        expected = position + 1
        leaves.append(bytes.fromhex(stored))
        if digest.add(piece).hex() != stored:
            yield Damage(
                "recording", one.name, f"{_bytes(position, position + 1)} are not those that were taken in"
            )
    if merkle.root(leaves).hex() != one.root:
        yield Damage(
            "recording", one.name, "the hashes of its pieces are not those that were entered at intake"
        )
    if digest.size != one.size:
        yield Damage("recording", one.name, f"it has {digest.size:,} bytes, not {one.size:,}")
    if digest.sha256 != one.sha256:
        yield Damage("recording", one.name, "its SHA-256 is not the one of its intake")


def _bytes(first: int, last: int) -> str:
    return f"bytes {first * PIECE:,} to {last * PIECE - 1:,}"


def _observed(case: Case, one: Recording, events: list[Event]) -> Iterator[Damage]:
    now = digest_of(observations(case, one))
    for event in events:
        if event.recording != one.sha256:
            continue
        # Brought once more, it may have had another name.
        first = event.what == "received" and not event.detail.get("again")
        if first and event.detail["name"] != one.name:
            yield Damage("recording", one.name, f"it was taken in as {event.detail['name']}")
        if event.what == "inspected" and event.detail["observations"] != now:
            yield Damage("observation", one.name, "what was observed is not what was entered at intake")
        # Older logs do not tell of the sound.
        if event.what == "inspected" and event.detail.get("sound", sound_of(one)) != sound_of(one):
            yield Damage("recording", one.name, "its length or sound is not what was entered at intake")


def _stamps(case: Case, events: list[Event]) -> Iterator[Damage]:
    kept = list(stamps(case))
    entered = [event.detail for event in events if event.what == "stamped"]
    if len(kept) != len(entered):
        yield Damage("time stamp", "log", f"the log tells of {len(entered)} stamps, the case has {len(kept)}")
    lines = log.lines(case)
    for one, detail in zip(kept, entered, strict=False):
        where = f"stamp of event {one.head.size - 1}"
        if detail["reply_sha256"] != hashlib.sha256(one.reply).hexdigest():
            yield Damage("time stamp", where, "the reply is not the one that was entered")
        if detail["roots_sha256"] != hashlib.sha256(one.roots.encode("utf-8")).hexdigest():
            yield Damage("time stamp", where, "its certificates are not those that were entered")
        if why := custody.departs(lines, one.head):
            yield Damage("time stamp", where, why)
        if not stamp.can_check():
            continue
        try:
            at = stamp.check(one, where).at
        except HearsayError as error:
            yield Damage("time stamp", where, error.what)
        else:
            yield from _dates(events, one.head.size, at, where)


def _dates(events: list[Event], size: int, at: datetime, where: str) -> Iterator[Damage]:
    """What was stamped happened before; what was entered later, after."""
    for position, event in enumerate(events):
        if position < size and event.at > at + CLOCKS:
            yield Damage(
                "time stamp", where, f"event {position} is dated {stamp_text(event.at)}, after the stamp"
            )
        elif position >= size and event.at < at - CLOCKS:
            yield Damage(
                "custody",
                f"event {position}",
                f"it is dated {stamp_text(event.at)}, before the stamp of event {size - 1}",
            )
