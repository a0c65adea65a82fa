"""An SVG as a PNG, by rsvg-convert where this machine has it."""

from __future__ import annotations

from hearsay.errors import HearsayError
from hearsay.tape import programs


def png(svg: str) -> bytes:
    """The picture as PNG; raises `HearsayError` without rsvg-convert, and where that cannot draw it."""
    program = programs.find("rsvg-convert")
    if program is None:
        raise HearsayError(
            "a PNG is drawn by rsvg-convert, which is not installed",
            remedy="Install it (Debian, Ubuntu: apt-get install librsvg2-bin; macOS: brew install librsvg), "
            "or write an SVG: -o tape.svg.",
        )
    code, content, complaint = programs.run([program, "--format=png"], given=svg.encode("utf-8"))
    if code or not content:
        said = complaint.strip().splitlines()
        raise HearsayError(
            f"rsvg-convert cannot draw it ({said[-1] if said else 'it gives no reason'})",
            remedy="Write an SVG instead: -o tape.svg.",
        )
    return content
