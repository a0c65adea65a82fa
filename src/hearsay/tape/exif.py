"""Tags that exiftool reads beyond ffprobe: history of edits, devices, more dates."""

from __future__ import annotations

import json
from pathlib import Path

from hearsay.tape import programs

# Groups that speak of the file on this disk or of exiftool itself, not of what the file says.
_OUTSIDE = ("System", "ExifTool", "File", "Composite")


def tags(path: Path) -> tuple[dict[str, str], str] | None:
    """The tags of a file by name in lower case, and the tool with its version; `None` without exiftool.

    Where groups differ on a tag, all its values are kept, parted by "; ".
    """
    tool = programs.find("exiftool")
    if tool is None:
        return None
    _, output, _ = programs.run(
        [tool, "-json", "-G1", "-a", "-s", "-api", "largefilesupport=1", "--", str(path)]
    )
    try:
        (found,) = json.loads(output)
    except ValueError:
        return {}, "exiftool"
    kept: dict[str, list[str]] = {}
    for key, value in found.items():
        group, _, name = key.partition(":")
        if name and group not in _OUTSIDE:
            values = value if isinstance(value, list) else [value]
            kept.setdefault(name.lower(), []).extend(map(str, values))
    version = found.get("ExifTool:ExifToolVersion", "")
    return {name: "; ".join(dict.fromkeys(values)) for name, values in kept.items()}, f"exiftool {version}"
