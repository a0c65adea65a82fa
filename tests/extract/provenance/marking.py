"""Invented passages in which sources, cues and contents are marked, and the chains written below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.extract.act import with_acts
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.model import Attribution, Span, attribution_id

# The number of its attribution stands behind each closing mark: {Orlov}1 <said>1 [it]1.
_MARK = re.compile(r"[{<\[]|[}>\]](\d+)")
_PARTS = {"{": "source", "<": "cue", "[": "content"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its attributions in the order of their numbers, and what is expected of each."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    expected: tuple[str, ...]


def passages(page: str) -> list[Passage]:
    """The passages of a file: "== name", the marked text, a line "--", and a line for each number."""
    found = []
    for block in re.split(r"^== ", page, flags=re.M)[1:]:
        name, _, rest = block.partition("\n")
        marked, _, answers = rest.partition("\n--\n")
        expected = tuple(line.partition(" ")[2] for line in answers.strip().splitlines())
        text, attributions = read(marked.strip())
        found.append(Passage(name, text, attributions, expected))
    return found


def read(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without its marks, and the attributions by number, their speakers named as in extraction."""
    text, last = "", 0
    open_marks: list[tuple[str, int]] = []
    spans: dict[int, dict[str, list[Span]]] = {}
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        if found[1] is None:
            open_marks.append((_PARTS[found[0]], len(text)))
        else:
            part, start = open_marks.pop()
            spans.setdefault(int(found[1]), {}).setdefault(part, []).append((start, len(text)))
    text += marked[last:]
    attributions = []
    for number in sorted(spans):
        parts = {name: tuple(sorted(spans[number].get(name, []))) for name in ("content", "cue", "source")}
        content, cue, source = parts["content"], parts["cue"], parts["source"]
        kind = "direct" if text[content[0][0]] in '“"' else "indirect"
        attributions.append(
            Attribution(attribution_id("d", content, cue, source), "d", kind, "speech", content, cue, source)
        )
    named = name_speakers(text, tuple(attributions))
    return text, with_acts(text, named)
