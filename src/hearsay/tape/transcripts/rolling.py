"""What captions show again is spoken once: rows that roll up, and a line whose words light up one by one.

Captions made as one speaks (YouTube's, those of broadcasters) keep a row on the screen while the next one is
written below it; Whisper's `--highlight_words` shows a line anew for every word, which it underlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hearsay.tape.transcripts.cues import Cue, plain

# Cues that come so soon after each other, in seconds, are of one screen; one so short is its last moment.
_AT_ONCE, _MOMENT = 0.1, 0.1
_UNDERLINED = re.compile(r"<u>.*?</u>", re.I)


def shown_once(shown: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues without what they show again; others as they are, also where somebody says a thing twice."""
    if any(_UNDERLINED.search(row) for cue in shown for row in cue.rows):
        shown = tuple(_lit(shown))
    rolls = _rolls(shown)
    found = list(shown[:1])
    for before, cue in pairwise(shown):
        again = _again(before, cue)
        if again < len(cue.rows):
            found.append(replace(cue, rows=cue.rows[again:]) if rolls else cue)
        elif cue.stop - cue.start >= _MOMENT and not (rolls and again > 1):
            found.append(cue)  # one row again may have been said again
    return tuple(found)


def _rolls(shown: Sequence[Cue]) -> bool:
    """Whether half of the cues with two rows and more go on from a row that stood there before.

    A row that is repeated alone tells nothing: a crowd chants.
    """
    pairs = [(before, cue) for before, cue in pairwise(shown) if len(cue.rows) > 1]
    again = sum(0 < _again(before, cue) < len(cue.rows) for before, cue in pairs)
    return again > 0 and 2 * again >= len(pairs)


def _again(before: Cue, cue: Cue) -> int:
    """How many rows at the top of a cue are those that stood at the bottom just before."""
    if cue.start - before.stop > _AT_ONCE:
        return 0
    old, new = [plain(row) for row in before.rows], [plain(row) for row in cue.rows]
    return next((n for n in range(min(len(old), len(new)), 0, -1) if old[-n:] == new[:n]), 0)


def _lit(shown: Sequence[Cue]) -> Iterator[Cue]:
    """Cues that show the same words, one after the other, as one."""
    held: Cue | None = None
    for cue in shown:
        if held and cue.start - held.stop <= _AT_ONCE and _words(cue) == _words(held):
            held = replace(held, stop=max(held.stop, cue.stop))
            continue
        if held:
            yield held
        held = replace(cue, rows=_words(cue))
    if held:
        yield held


def _words(cue: Cue) -> tuple[str, ...]:
    return tuple(plain(row) for row in cue.rows)
