"""Texts in which the sources stand [in brackets]."""

from __future__ import annotations

from hearsay.extract.speakers.speaker import name_speakers
from hearsay.model import Attribution


def speakers(marked: str) -> list[str | None]:
    """Who the sources [in brackets] of a text are named as."""
    return [each.speaker for each in resolved(marked)]


def resolved(marked: str) -> tuple[Attribution, ...]:
    text, spans, start = "", [], 0
    for character in marked:
        if character == "[":
            start = len(text)
        elif character == "]":
            spans.append((start, len(text)))
        else:
            text += character
    attributions = tuple(
        Attribution(str(number), "d", "indirect", "speech", ((len(text), len(text)),), (), (span,))
        for number, span in enumerate(spans)
    )
    return name_speakers(text, attributions)
