"""Taking a recording into a case: its bytes, what is observed about it, the first events of its custody."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hearsay.case.file import Case, storable
from hearsay.case.recordings import copies
from hearsay.case.recordings.custody import enter
from hearsay.case.recordings.recording import Recording, recording, recording_id, sound_of
from hearsay.errors import SourceError
from hearsay.tape import credentials, exif
from hearsay.tape.custody import What, stamp_text
from hearsay.tape.levels import Levels, levels
from hearsay.tape.media import Media, inspect
from hearsay.tape.observations import Observation, observe, observe_tags
from hearsay.tape.pieces import Digest, pieces
from hearsay.tape.pieces import digest_of as digest_of_pieces
from hearsay.tape.sound import Sound
from hearsay.tape.truncation import breaks_off

# Samples a second at which levels are read: speech and mains hum lie far below half of it.
LEVELS_RATE = 16000


def take(
    case: Case,
    path: str | os.PathLike[str],
    *,
    by: str,
    received_from: str | None = None,
    received_on: str | None = None,
    anchors: str | None = None,
    now: datetime | None = None,
) -> tuple[Recording, bool]:
    """Take the file at `path` into the case; returns the recording, and whether it is new.

    `by` took it; `received_from` and `received_on` are kept as the user states them. `anchors` are PEM
    certificates of signers of Content Credentials whom the user trusts. Of a file that the case has already,
    the log has another receipt, and one copy is kept. Raises `SourceError` for what is no sound, or changes
    while it is read.
    """
    copies.clear()
    place = Path(path)
    known = _known(case, place)
    if known is not None:
        held = recording(case, known)
        with case.transaction():
            receipt = _receipt(place, place.stat(), received_from, received_on)
            enter(case, "received", held.sha256, by, {**receipt, "again": True}, now)
        return held, False
    media = inspect(place)
    before = place.stat()
    sound = Sound(place, min(LEVELS_RATE, media.rate))
    loudness = levels(sound.channels(), sound.rate)
    seen = tuple(_observations(place, media, loudness, sound.complaint, anchors))
    digest = Digest()
    with case.transaction():
        key = case.write(
            "INSERT INTO recording (id, sha256, size, root, name, container, codec, seconds, channels, rate) "
            "VALUES ('', '', 0, '', ?, ?, ?, ?, ?, ?)",
            (
                storable(place.name),
                media.container,
                media.codec,
                round(loudness.seconds, 3),
                media.channels,
                media.rate,
            ),
        )
        with place.open("rb") as file:
            for position, piece in enumerate(pieces(file)):
                case.write(
                    "INSERT INTO recording_piece (recording, position, digest, content) VALUES (?, ?, ?, ?)",
                    (key, position, digest.add(piece).hex(), piece),
                )
        after = place.stat()
        if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise SourceError(
                "the file changed while it was read",
                where=str(place),
                remedy="Wait until it is written completely, then add it again.",
            )
        case.write(
            "UPDATE recording SET id = ?, sha256 = ?, size = ?, root = ? WHERE key = ?",
            (recording_id(digest.sha256), digest.sha256, digest.size, digest.root, key),
        )
        # What was ruled on these bytes in another copy of the case.
        case.write(
            "UPDATE anchor SET found = ? WHERE about = 'recording' AND sha256 = ?", (key, digest.sha256)
        )
        case.write_all(
            "INSERT INTO observation (recording, position, code, value, tool) VALUES (?, ?, ?, ?, ?)",
            [(key, n, one.code, storable(one.value), one.tool) for n, one in enumerate(seen)],
        )
        events: tuple[tuple[What, dict[str, Any]], ...] = (
            ("received", _receipt(place, before, received_from, received_on)),
            ("hashed", {"sha256": digest.sha256, "size": digest.size, "root": digest.root}),
            ("copied", {"into": storable(case.path.name), "size": digest.size}),
            (
                "inspected",
                {
                    "with": sorted({one.tool for one in seen}),
                    "observations": digest_of(seen),
                    "sound": sound_of(recording(case, recording_id(digest.sha256))),
                },
            ),
        )
        for what, detail in events:
            enter(case, what, digest.sha256, by, detail, now)
    return recording(case, recording_id(digest.sha256)), True


def _receipt(
    place: Path, state: os.stat_result, received_from: str | None, received_on: str | None
) -> dict[str, Any]:
    """What the log says of a file that was brought."""
    return {
        "name": storable(place.name),
        "from": received_from,
        "on": received_on,
        "file_changed": stamp_text(datetime.fromtimestamp(state.st_mtime, UTC)),
    }


def digest_of(seen: tuple[Observation, ...]) -> str:
    """What stands in the log for all observations."""
    listed = [(one.code, storable(one.value), one.tool) for one in seen]
    return hashlib.sha256(repr(listed).encode("utf-8")).hexdigest()


def _observations(
    place: Path, media: Media, loudness: Levels, complaint: str, anchors: str | None
) -> Iterator[Observation]:
    yield from observe(media, loudness, complaint, place.suffix.lstrip("."))
    missing = breaks_off(place)
    if missing is not None:
        yield Observation("breaks_off", missing, "bytes")
    read = exif.tags(place)
    if read is not None:
        # Both read the same tags; exiftool reads more of them.
        tags, tool = read
        yield from observe_tags({**(media.tags or {}), **tags}, tool)
    elif media.tags is not None:
        yield from observe_tags(media.tags, media.reader)
    else:
        yield Observation("tags_unread", "ffmpeg and exiftool are not installed", media.reader)
    yield credentials.observe(place, anchors)


def _known(case: Case, place: Path) -> str | None:
    """The id of the recording that the case has with these bytes."""
    sizes = {size for (size,) in case.rows("SELECT size FROM recording")}
    if not place.is_file() or place.stat().st_size not in sizes:
        return None
    with place.open("rb") as file:
        sha256 = digest_of_pieces(pieces(file)).sha256
    row = case.row("SELECT id FROM recording WHERE sha256 = ?", (sha256,))
    return None if row is None else str(row[0])
