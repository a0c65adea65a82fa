"""The piece of a text that shows best where a search matched."""

from __future__ import annotations

from bisect import bisect_right

from hearsay.model import Span

# About two lines of a terminal.
_WIDTH = 200
_BEFORE = 50

_OPEN, _CLOSE = "\x02", "\x03"


def marked(text: str, with_marks: str) -> tuple[Span, ...]:
    """The spans of `text` that stand between U+0002 and U+0003 in `with_marks`, which is else the same.

    A text that holds these characters itself keeps them: only where the two differ is one a mark. Where
    they cannot be told apart nothing is marked.
    """
    spans: list[Span] = []
    opened: int | None = None
    place = 0
    for character in with_marks:
        if character == _OPEN and opened is None and not text.startswith(_OPEN, place):
            opened = place
        elif character == _CLOSE and opened is not None and not text.startswith(_CLOSE, place):
            spans.append((opened, place))
            opened = None
        elif text.startswith(character, place):
            place += 1
        else:
            return ()
    return tuple(spans)


def snippet(text: str, spans: tuple[Span, ...]) -> tuple[str, int, tuple[Span, ...]]:
    """A piece of `text`, the offset where it begins, and the `spans` in it, counted from there.

    It is the piece of about 200 characters with most spans in it (the first of those with as many), cut
    at spaces.
    """
    if len(text) <= _WIDTH:
        return text, 0, spans
    starts = [start for start, _ in spans]
    best = max(
        range(len(spans)),
        key=lambda n: (bisect_right(starts, spans[n][0] + _WIDTH - _BEFORE) - n, -n),
        default=None,
    )
    begin = 0 if best is None else max(0, spans[best][0] - _BEFORE)
    end = min(len(text), begin + _WIDTH)
    if best is not None:
        end = max(end, spans[best][1])
    begin = _after_space(text, begin, spans[best][0] if best is not None else end)
    end = _before_space(text, end, spans[best][1] if best is not None else begin)
    return text[begin:end], begin, tuple((a - begin, b - begin) for a, b in spans if begin <= a and b <= end)


def _after_space(text: str, begin: int, latest: int) -> int:
    if begin == 0:
        return 0
    space = text.find(" ", begin, latest)
    return begin if space < 0 else space + 1


def _before_space(text: str, end: int, earliest: int) -> int:
    if end == len(text):
        return end
    space = text.rfind(" ", earliest, end)
    return end if space < 0 else space
