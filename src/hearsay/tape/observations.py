"""Where a file is from, as far as it says so itself: observations, each with what it can and cannot mean.

None is a verdict. The words are in `lexicon/tape_observations.tsv`; here only what was found is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table
from hearsay.tape.levels import SILENT, Levels, decibels
from hearsay.tape.media import Media

# Stands in MP4 for a date that was not written.
_NO_DATE = re.compile(r"^(0000|1904-01-01|1970-01-01)")

# A container may round its length by a frame; more than this much less sound than it states was cut off.
SHORTER_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing seen: its `code` in the lexicon, the `value` found, the `tool` that showed it."""

    code: str
    value: str
    tool: str

    def words(self) -> tuple[str, str, str]:
        """What was seen, what it can mean, what it cannot."""
        row = _wordings()[self.code]
        return row["says"].replace("{value}", self.value), row["can"], row["cannot"]


def observe(media: Media, levels: Levels, complaint: str, ending: str) -> Iterator[Observation]:
    """What the file's reader and its samples show; `ending` is that of its name, without the dot."""
    row = _container(media.container)
    yield Observation("container", row["what"] if row else media.container, media.reader)
    yield Observation("codec", _codec(media), media.reader)
    if row and ending.lower() not in row["endings"].split():
        value = f"{ending.lower() or '(no ending)'}, its content is {row['what']}"
        yield Observation("ending", value, media.reader)
    if media.sounds > 1:
        yield Observation("several_sounds", str(media.sounds), media.reader)
    yield from _stated_brand(media, ending.lower())
    yield from _lengths(media, levels, complaint)
    if levels.peak <= decibels(SILENT):
        yield Observation("silent", f"{levels.peak:g}", "samples")
    elif levels.silent >= 0.05:
        yield Observation("zeros", f"{levels.silent:.2f} seconds", "samples")
    if levels.peak >= -0.1:
        yield Observation("full_scale", f"{levels.peak:g}", "samples")


def _lengths(media: Media, levels: Levels, complaint: str) -> Iterator[Observation]:
    if media.seconds - levels.seconds > SHORTER_SECONDS:
        value = f"{levels.seconds:.2f} seconds of the {media.seconds:.2f} that it states"
        yield Observation("shorter", value, "samples")
    if complaint:
        yield Observation("complaint", complaint[:200], media.reader)


def observe_tags(tags: Mapping[str, str], tool: str) -> Iterator[Observation]:
    """What tags say of programs, devices, dates and places; `tags` by name in lower case."""
    if not tags:
        yield Observation("no_tags", "", tool)
        return
    named = list(dict.fromkeys(tags[name].strip() for name in _tags("program") if tags.get(name, "").strip()))
    for name in named:
        yield Observation(_program_kind(name), name[:200], tool)
    if len({_family(name) for name in named}) > 1:
        yield Observation("several_encoders", "; ".join(named)[:300], tool)
    device = " ".join(dict.fromkeys(tags[name] for name in _tags("device") if tags.get(name)))
    if device:
        yield Observation("device", device[:200], tool)
    dates = list(
        dict.fromkeys(
            tags[name]
            for name in _tags("date")
            if tags.get(name) and not _NO_DATE.match(tags[name].replace(":", "-", 2))
        )
    )
    if len(dates) == 1:
        yield Observation("created", dates[0][:80], tool)
    elif dates:
        yield Observation("dates", "; ".join(dates)[:300], tool)
    place = next((tags[name] for name in _tags("place") if tags.get(name)), None)
    if place:
        yield Observation("place", place[:100], tool)


def _stated_brand(media: Media, ending: str) -> Iterator[Observation]:
    """An MP4 states what it was made as; a name that says otherwise was given later."""
    brand = (media.tags or {}).get("major_brand", "").strip()
    if brand and (
        (ending in ("m4a", "m4b") and not brand.startswith(("M4A", "M4B")))
        or (ending == "mov" and brand != "qt")
        or (ending == "mp4" and brand in ("qt", "M4A"))
    ):
        yield Observation("brand", brand, media.reader)


def _program_kind(name: str) -> str:
    lowered = name.lower()
    for row in load_table("tape_programs"):
        if re.search(rf"(?<![a-z]){re.escape(row['name'])}", lowered):
            return row["kind"]
    return "encoder"


def _family(name: str) -> str:
    """What two names of one program have in common: its first word, or that it is built on FFmpeg."""
    return "ffmpeg" if _program_kind(name) == "ffmpeg" else re.split(r"[\d./ ]", name)[0].lower()


def _codec(media: Media) -> str:
    rate = f"{media.bits_per_second // 1000} kbit/s, " if media.bits_per_second else ""
    channels = {1: "one channel", 2: "two channels"}.get(media.channels, f"{media.channels} channels")
    return f"{media.codec}, {rate}{media.rate:,} Hz, {channels}"


def _container(names: str) -> dict[str, str] | None:
    first = names.split(",")[0]
    return next((row for row in load_table("tape_containers") if first in row["names"].split(",")), None)


@cache
def _tags(kind: str) -> tuple[str, ...]:
    """The names of the tags in which programs or devices name themselves, or dates or places stand."""
    return tuple(row["tag"] for row in load_table("tape_tags") if row["kind"] == kind)


@cache
def _wordings() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in load_table("tape_observations")}
