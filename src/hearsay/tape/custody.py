"""The custody log: what happened to a case's recordings, each event bound to all before it.

An event is one line of canonical JSON that holds the hash of the line before it; the root of the hash tree
over all lines (see `merkle`) is the log's head. The log proves that nothing changed since an event was
entered to whoever kept a head outside the case: printed, mailed, or time-stamped (see `stamp`). It cannot
prove what happened before a recording was received.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias, get_args

from hearsay.errors import HearsayError
from hearsay.tape import merkle

# What can happen: docs/methods/tape.md says what each means and which detail it carries.
What: TypeAlias = Literal[
    "received", "hashed", "copied", "inspected", "transcribed", "listened", "clipped", "exported", "noted",
    "stamped",
]  # fmt: skip

# Stands where the first event has no event before it.
BEGINNING = "0" * 64

_FIELDS = frozenset({"n", "at", "by", "what", "recording", "detail", "previous"})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when (UTC), by whom, to which recording (its SHA-256), and the particulars."""

    what: What
    at: datetime
    by: str
    recording: str | None
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands for a log of `size` events: the root of their hash tree, and the hash of the last one."""

    size: int
    root: str
    last: str

    def text(self) -> str:
        """The head as one line of canonical JSON: what is printed, exported and time-stamped."""
        return _canonical({"size": self.size, "root": self.root, "last": self.last})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in the log that is not as it was entered: `position` of the event, and `why`."""

    position: int
    why: str


def line(event: Event, position: int, previous: str) -> str:
    """The event as it is entered at `position` after the line with the hash `previous`."""
    return _canonical(
        {
            "n": position,
            "at": stamp_text(event.at),
            "by": event.by,
            "what": event.what,
            "recording": event.recording,
            "detail": event.detail,
            "previous": previous,
        }
    )


def digest(entry: str) -> str:
    """The hash of an entered line, hexadecimal."""
    return merkle.leaf(entry.encode("utf-8")).hex()


def head(lines: Sequence[str]) -> Head:
    """The head of a log of these lines."""
    digests = [digest(entry) for entry in lines]
    return Head(len(digests), merkle.root(map(bytes.fromhex, digests)).hex(), (digests or [BEGINNING])[-1])


def read_head(text: str, where: str) -> Head:
    """A head that `Head.text` wrote; raises `HearsayError` for anything else."""
    try:
        fields = json.loads(text)
        found = Head(int(fields["size"]), str(fields["root"]), str(fields["last"]))
        if len(bytes.fromhex(found.root)) != 32 or len(bytes.fromhex(found.last)) != 32 or found.size < 0:
            raise ValueError(text)
    except (ValueError, KeyError, TypeError) as error:
        raise HearsayError(
            "this is no head of a custody log", where=where, remedy="Write one with: hearsay tape head CASE"
        ) from error
    return found


def read(entry: str) -> Event:
    """The event of a line; raises `ValueError` where it is none, or not in its canonical form."""
    fields = json.loads(entry)
    if not isinstance(fields, dict) or set(fields) != _FIELDS or _canonical(fields) != entry:
        raise ValueError("it is not in the form in which events are entered")
    if fields["what"] not in get_args(What):
        raise ValueError(f"nothing is called {fields['what']!r}")
    return Event(
        what=fields["what"],
        at=_read_stamp(fields["at"]),
        by=str(fields["by"]),
        recording=fields["recording"],
        detail=dict(fields["detail"]),
    )


def faults(entries: Sequence[tuple[str, str]], stored: Head | None) -> Iterator[Fault]:
    """What is wrong with a log of (line, hash) pairs whose head was kept as `stored`, in order.

    Finds each altered, removed, added, swapped or back-dated event, unless everything after it and the head
    were made anew to fit: that is found by a head from outside (`departs`).
    """
    previous, latest = BEGINNING, None
    for position, (entry, kept) in enumerate(entries):
        if digest(entry) != kept:
            yield Fault(position, "its words are not those that were entered: they have another hash")
        try:
            event = read(entry)
            fields = json.loads(entry)
        except (ValueError, TypeError, AttributeError) as error:
            yield Fault(position, f"it cannot be read: {error}")
        else:
            if fields["n"] != position:
                yield Fault(
                    position,
                    f"it was entered as event {fields['n']}: events were removed, added or moved before it",
                )
            if fields["previous"] != previous:
                yield Fault(position, "it was entered after another event than the one that stands before it")
            if latest is not None and event.at < latest:
                yield Fault(
                    position, f"it is dated {stamp_text(event.at)}, before the event that stands before it"
                )
            latest = event.at
        previous = kept
    if stored is not None:
        yield from _against(stored, [entry for entry, _ in entries])


def _against(stored: Head, lines: Sequence[str]) -> Iterator[Fault]:
    if len(lines) < stored.size:
        lost = stored.size - len(lines)
        yield Fault(len(lines), f"{lost} event{'s' if lost > 1 else ''} of {stored.size} are missing")
    elif len(lines) > stored.size:
        yield Fault(
            stored.size, "it is not covered by the log's head: it was put there otherwise than by Hearsay"
        )
    elif head(lines) != stored:
        yield Fault(max(0, stored.size - 1), "the log's head is not that of its events")


def departs(lines: Sequence[str], kept: Head) -> str | None:
    """Why a log is not the continuation of the one that had the head `kept`; `None` where it is."""
    if len(lines) < kept.size:
        return f"the log had {kept.size} events then and has {len(lines)} now"
    if head(lines[: kept.size]) != kept:
        return f"the first {kept.size} events are not those that the log had then"
    return None


def stamp_text(moment: datetime) -> str:
    """A moment in UTC to the microsecond, as events are dated."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _read_stamp(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _canonical(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
