"""The recordings of a case: what each is, and its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hearsay.case.file import Case
from hearsay.case.recordings import copies
from hearsay.errors import CaseError, HearsayError, NotFoundError
from hearsay.model import content_id
from hearsay.tape import merkle
from hearsay.tape.observations import Observation
from hearsay.tape.pieces import PIECE


@dataclass(frozen=True, slots=True)
class Recording:
    """One media file as it was taken in.

    `id` is a content hash of `sha256`; `root` is that of the hash tree over its pieces (`tape.pieces`).
    `seconds` is how much of it could be decoded, and `codec`, `channels` and `rate` (samples a second) what
    its reader said of its sound.
    """

    key: int
    id: str
    sha256: str
    size: int
    root: str
    name: str
    container: str
    codec: str
    seconds: float
    channels: int
    rate: int


def recording_id(sha256: str) -> str:
    """The id of the recording with these bytes."""
    return content_id("recording", sha256)


def recordings(case: Case) -> Iterator[Recording]:
    """All recordings, by name and id."""
    for row in case.rows(f"SELECT {_COLUMNS} FROM recording ORDER BY name, id"):
        yield Recording(*row)


def recording(case: Case, name: str | None) -> Recording:
    """The recording with this id (or its beginning), file name or SHA-256; without a name, the only one.

    Raises `NotFoundError` where none or more than one is meant.
    """
    everything = list(recordings(case))
    found = [
        one
        for one in everything
        if name is None
        or name in (one.id, one.name, one.sha256)
        or (len(name) >= 4 and one.id.startswith(name))
    ]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{one.id} {one.name}" for one in found or everything)
    if not everything:
        raise NotFoundError(
            "the case has no recording",
            where=str(case.path),
            remedy="Take one in: hearsay tape add CASE FILE",
        )
    what = "several recordings are meant" if found else f"no recording is called {name}"
    raise NotFoundError(what, where=str(case.path), remedy=f"Name one of: {listed}")


def sound_of(kept: Recording) -> list[str | int | float]:
    """What its reader said of its sound, as the log has it."""
    return [kept.container, kept.codec, kept.seconds, kept.channels, kept.rate]


def observations(case: Case, kept: Recording) -> tuple[Observation, ...]:
    """What was observed about the file when it was taken in, in order."""
    return tuple(
        Observation(*row)
        for row in case.rows(
            "SELECT code, value, tool FROM observation WHERE recording = ? ORDER BY position", (kept.key,)
        )
    )


def content(case: Case, kept: Recording) -> Iterator[bytes]:
    """The bytes of a recording in pieces, as they are in the case now."""
    for (piece,) in case.rows(
        "SELECT content FROM recording_piece WHERE recording = ? ORDER BY position", (kept.key,)
    ):
        yield piece


def stretch(case: Case, kept: Recording, start: int, stop: int) -> bytes:
    """The bytes from `start` up to `stop` of a recording.

    Raises `CaseError` where a piece that they are in is not what was taken in.
    """
    found = []
    first = start // PIECE
    for position, content, digest in case.rows(
        "SELECT position, content, digest FROM recording_piece "
        "WHERE recording = ? AND position BETWEEN ? AND ? ORDER BY position",
        (kept.key, first, max(first, (stop - 1) // PIECE)),
    ):
        if merkle.leaf(content).hex() != digest:
            raise _changed(case, kept)
        at = position * PIECE
        found.append(content[max(0, start - at) : stop - at])
    return b"".join(found)


@contextmanager
def as_file(case: Case, kept: Recording) -> Iterator[Path]:
    """The recording as a file for programs that want one, gone afterwards.

    Raises `CaseError` where its bytes are not those that were taken in: nothing is done with changed bytes.
    What is wrong with the file is said of the recording.
    """
    with copies.folder() as folder:
        path = folder / f"recording{Path(kept.name).suffix}"
        write_out(case, kept, path)
        try:
            yield path
        except HearsayError as error:
            if error.where not in (str(path), path.name):
                raise
            raise type(error)(error.what, where=kept.name, remedy=error.remedy) from error


def write_out(case: Case, kept: Recording, path: Path) -> None:
    """Write the bytes to `path`; raises `CaseError` where they are not those that were taken in."""
    digest = hashlib.sha256()
    try:
        with path.open("wb") as file:
            for piece in content(case, kept):
                digest.update(piece)
                file.write(piece)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise HearsayError(
            f"the recording cannot be written out ({error.strerror})",
            where=str(path.parent),
            remedy=f"It needs {kept.size:,} bytes there; make room, or name another place.",
        ) from error
    if digest.hexdigest() != kept.sha256:
        path.unlink()
        raise _changed(case, kept)


def _changed(case: Case, kept: Recording) -> CaseError:
    return CaseError(
        f"the bytes of the recording {kept.name} are not those that were taken in",
        where=str(case.path),
        remedy="Run `hearsay tape verify` on the case; restore a copy of it.",
    )


_COLUMNS = "key, id, sha256, size, root, name, container, codec, seconds, channels, rate"
