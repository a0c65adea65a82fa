"""The custody log of a case: entering events, reading them, and its head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hearsay.case.file import Case
from hearsay.errors import CaseError
from hearsay.tape import custody
from hearsay.tape.custody import Event, Head, What


def enter(
    case: Case,
    what: What,
    recording: str | None,
    by: str,
    detail: Mapping[str, Any],
    now: datetime | None = None,
) -> None:
    """Enter an event as the last of the log, within the caller's transaction.

    `now` is the clock's time unless given. Raises `CaseError` where that is before the last event: the log
    would say that time ran backwards.
    """
    at = now or datetime.now(UTC)
    entries = _entries(case)
    if entries:
        latest = custody.read(entries[-1][0]).at
        if at < latest:
            raise CaseError(
                f"the clock says {custody.stamp_text(at)}, and the last event of the custody log is of "
                f"{custody.stamp_text(latest)}",
                where=str(case.path),
                remedy="Set this machine's clock, then do it again.",
            )
    previous = entries[-1][1] if entries else custody.BEGINNING
    entry = custody.line(Event(what, at, by, recording, detail), len(entries), previous)
    case.write(
        "INSERT INTO custody (position, entry, digest) VALUES (?, ?, ?)",
        (len(entries), entry, custody.digest(entry)),
    )
    head = custody.head([*(entry for entry, _ in entries), entry])
    case.write("DELETE FROM custody_head")
    case.write(
        "INSERT INTO custody_head (size, root, last) VALUES (?, ?, ?)", (head.size, head.root, head.last)
    )


def events(case: Case, recording: str | None = None) -> Iterator[tuple[int, Event]]:
    """The events of the log with their positions, of one recording (by SHA-256) where one is named.

    An event that cannot be read raises `CaseError`: `hearsay tape verify` says what is wrong.
    """
    for position, (entry, _) in enumerate(_entries(case)):
        try:
            event = custody.read(entry)
        except (ValueError, TypeError) as error:
            raise CaseError(
                f"event {position} of the custody log cannot be read",
                where=str(case.path),
                remedy="Run `hearsay tape verify` on the case.",
            ) from error
        if recording is None or event.recording == recording:
            yield position, event


def head(case: Case) -> Head:
    """The head of the log as it is now; that of an empty log has size 0."""
    return custody.head([entry for entry, _ in _entries(case)])


def faults(case: Case) -> Iterator[custody.Fault]:
    """What is wrong with the log in itself."""
    stored = case.row("SELECT size, root, last FROM custody_head")
    entries = _entries(case)
    if stored is None and entries:
        yield custody.Fault(0, "the log's head is missing")
    yield from custody.faults(entries, None if stored is None else Head(*stored))


def lines(case: Case) -> list[str]:
    """The lines of the log as they were entered, in order."""
    return [entry for entry, _ in _entries(case)]


def _entries(case: Case) -> list[tuple[str, str]]:
    return list(case.rows("SELECT entry, digest FROM custody ORDER BY position"))
