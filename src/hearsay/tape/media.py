"""What a file of sound is: container, codec, length, channels, and what its tags state."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.errors import SourceError
from hearsay.tape import programs

# "[mov,mp4 @ 0x55]" before a complaint, and the list of all containers behind one.
_PART, _LIST = re.compile(r"^\[[^\]]* @ 0x[0-9a-f]+\] *"), re.compile(r" '[^']*,[^']*'$")

_INSTALL = "Install ffmpeg (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg)"


@dataclass(frozen=True, slots=True)
class Media:
    """A file of sound as its reader sees it.

    `seconds` is the length that the container states, 0.0 where it states none. `tags` are the container's
    and the sound stream's, by name in lower case, `None` where the reader reads none. `sounds` and `pictures`
    are the numbers of sound and moving-picture streams. `reader` names the program or library, with its
    version, that said all this.
    """

    container: str
    codec: str
    seconds: float
    channels: int
    rate: int
    bits_per_second: int
    tags: Mapping[str, str] | None
    sounds: int
    pictures: int
    reader: str


def inspect(path: Path) -> Media:
    """What the file at `path` is; raises `SourceError` for what holds no sound or cannot be read.

    With ffprobe on this machine every container of `lexicon/tape_containers.tsv` is read, otherwise those
    of libsndfile (WAVE, FLAC, MP3, Ogg and others).
    """
    if not path.is_file():
        raise SourceError("there is no such file", where=str(path), remedy="Check the path.")
    if path.stat().st_size == 0:
        raise SourceError(
            "the file is empty (zero bytes)",
            where=str(path),
            remedy="Ask whoever gave it for the file again.",
        )
    probe = programs.find("ffprobe")
    return _probed(path, probe) if probe else _sound_file(path)


def _probed(path: Path, probe: str) -> Media:
    code, output, complaint = programs.run(
        [probe, *programs.opening(), "-of", "json", "-show_format", "-show_streams", f"file:{path}"]
    )
    try:
        found: dict[str, Any] = json.loads(output or b"{}")
    except ValueError:
        found = {}
    streams, form = found.get("streams", []), found.get("format", {})
    if code or not streams:
        raise SourceError(
            f"ffprobe can read no sound in it ({_said(complaint, path) or 'no stream found'})",
            where=str(path),
            remedy="Check that it is a recording and arrived whole; compare its size with the sender's.",
        )
    sounds = [stream for stream in streams if stream.get("codec_type") == "audio"]
    moving = [stream for stream in streams if stream.get("codec_type") == "video"]
    pictures = [one for one in moving if not one.get("disposition", {}).get("attached_pic")]
    if not sounds:
        raise SourceError(
            "it is a video without sound" if pictures else "it has no sound",
            where=str(path),
            remedy="Name the file that has the sound.",
        )
    first = sounds[0]
    channels, rate = int(first.get("channels") or 0), int(first.get("sample_rate") or 0)
    if not channels or not rate:
        raise SourceError(
            "its sound stream states neither channels nor sampling rate",
            where=str(path),
            remedy="The file is likely cut off or damaged; ask for it again.",
        )
    tags = {name.lower(): str(value) for name, value in first.get("tags", {}).items()}
    tags |= {name.lower(): str(value) for name, value in form.get("tags", {}).items()}
    return Media(
        container=form.get("format_name", "unknown"),
        codec=first.get("codec_name", "unknown"),
        seconds=_number(form.get("duration")) or _number(first.get("duration")),
        channels=channels,
        rate=rate,
        bits_per_second=int(_number(first.get("bit_rate")) or _number(form.get("bit_rate"))),
        tags=tags,
        sounds=len(sounds),
        pictures=len(pictures),
        reader=_version(probe),
    )


def _sound_file(path: Path) -> Media:
    try:
        import soundfile
    except ImportError as error:
        raise SourceError(
            "nothing on this machine can read sound",
            where=str(path),
            remedy=f'{_INSTALL}, or: pip install "hearsay[tape]".',
        ) from error
    try:
        info = soundfile.info(str(path))
    except soundfile.LibsndfileError as error:
        raise SourceError(
            "without ffmpeg only WAVE, FLAC, MP3, Ogg and AIFF can be read, and this is none or is damaged",
            where=str(path),
            remedy=f"{_INSTALL}.",
        ) from error
    return Media(
        container=info.format.lower(),
        codec=info.subtype.lower(),
        seconds=info.frames / info.samplerate,
        channels=info.channels,
        rate=info.samplerate,
        bits_per_second=0,
        tags=None,
        sounds=1,
        pictures=0,
        reader=f"libsndfile {soundfile.__libsndfile_version__}",
    )


def _version(program: str) -> str:
    _, output, _ = programs.run([program, "-version"], seconds=20)
    words = output.decode("utf-8", "replace").split()
    return f"{words[0]} {words[2]}" if len(words) > 2 else "ffprobe"


def _said(complaint: str, path: Path) -> str:
    """What ffprobe complains about, in one line: without names of its parts, places in memory, long lists."""
    lines = [_LIST.sub("", _PART.sub("", line)) for line in complaint.strip().splitlines()]
    said = dict.fromkeys(line.replace(f"file:{path}", "").strip(" :.") for line in lines)
    return "; ".join(line for line in said if line)[:200]


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
