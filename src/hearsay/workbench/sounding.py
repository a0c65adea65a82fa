"""The sound of a recording for a browser: its bytes as they are, a stretch of even loudness, its waveform."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hearsay.case.recordings import Recording, as_file, recording, stretch
from hearsay.export.recording_plot import BANDS, COLUMNS, RATE, outline
from hearsay.lexicon import load_table
from hearsay.tape.clip import clip
from hearsay.tape.picture import picture
from hearsay.tape.pieces import PIECE
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts.times import seconds
from hearsay.workbench.desk import Desk

# Bytes of one answer to a player that asks for "all from here on": it asks for more when it needs them.
MOST = 4 * PIECE
# A stretch to listen to, at most: a minute more than most quotations need.
LONGEST = 120.0
WAVE_HEIGHT = 120

_RANGE = re.compile(r"bytes=(\d*)-(\d*)\s*$")


def sound(desk: Desk, request: Request) -> Response:
    """The recording, byte for byte as it came in; parts of it where they are asked for (RFC 9110, 14)."""
    kept = recording(desk.case, request.path_params["id"])
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(kept.name, safe='')}",
    }
    media = _type(kept)
    asked = request.headers.get("range")
    if asked is None:
        headers["Content-Length"] = str(kept.size)
        return StreamingResponse(_whole(desk, kept), media_type=media, headers=headers)
    part = _part(asked, kept.size)
    if part is None:
        return Response(b"", 416, {**headers, "Content-Range": f"bytes */{kept.size}"})
    start, stop = part
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{kept.size}"
    return Response(stretch(desk.case, kept, start, stop), 206, headers, media)


async def clipped(desk: Desk, request: Request) -> Response:
    """A stretch between two seconds as WAVE, of even loudness, to listen to; nothing is written anywhere."""
    kept = recording(desk.case, request.path_params["id"])
    start = seconds(request.query_params.get("from", "")) or 0.0
    stop = seconds(request.query_params.get("to", ""))
    stop = min(start + LONGEST, kept.seconds if stop is None else stop)
    with as_file(desk.case, kept) as path:
        made = await asyncio.to_thread(clip, path, kept.rate, start, stop, of=kept.seconds)
    return Response(made.content, media_type="audio/wav", headers={"Content-Disposition": "inline"})


async def wave(desk: Desk, request: Request) -> Response:
    """The waveform as SVG, drawn once for each recording while the server runs: its bytes never change."""
    kept = recording(desk.case, request.path_params["id"])
    drawn = desk.waves.get(kept.id)
    if drawn is None:
        with as_file(desk.case, kept) as path:
            shown = await asyncio.to_thread(picture, Sound(path, RATE), kept.seconds, COLUMNS, BANDS)
        path_ = outline(shown, 0, WAVE_HEIGHT / 2, WAVE_HEIGHT / 2)
        drawn = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS} {WAVE_HEIGHT}" '
            f'preserveAspectRatio="none"><path d="{path_}" stroke="#6f7f86" fill="none"/></svg>'
        )
        desk.waves[kept.id] = drawn
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=86400"})


async def _whole(desk: Desk, kept: Recording) -> AsyncIterator[bytes]:
    for start in range(0, kept.size, PIECE):
        yield stretch(desk.case, kept, start, min(start + PIECE, kept.size))
        await asyncio.sleep(0)


def _part(asked: str, size: int) -> tuple[int, int] | None:
    """The bytes that a range asks for, `MOST` at most; `None` where there are none such."""
    found = _RANGE.match(asked)
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, stop = max(0, size - int(found[2])), size
    else:
        start, stop = int(found[1]), min(size, int(found[2]) + 1 if found[2] else size)
    return (start, min(stop, start + MOST)) if start < stop else None


def _type(kept: Recording) -> str:
    """The media type of a container, by its first name; what no browser plays is a file to save."""
    first = kept.container.split(",")[0]
    rows = load_table("tape_containers")
    return next((row["type"] for row in rows if first in row["names"].split(",")), "application/octet-stream")
