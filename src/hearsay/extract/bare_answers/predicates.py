"""Predicates that tell of an answer without giving its words: declined to comment, denied the charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from hearsay.lexicon.phrases import find
from hearsay.model import Stance

# How far a predicate reaches beyond its phrase: "did not respond | to four messages and two letters".
_REACH = 110
_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<![A-Z])\.|[,;:!?…\n\"“”»«()]"
    r"|\s[–—-]+\s|\s(?:and|but|because|while|when|although|though|who)\s"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate at `[start, end)`, its stance, and where the one who answers stands."""

    start: int
    end: int
    stance: Stance
    who: Literal["subject", "object"]


def predicates(text: str) -> Iterator[Predicate]:
    """The predicates in `text` in order, without overlap; time grows linearly."""
    last = 0
    for found in find("bare_answers", text):
        if found.start < last:
            continue
        ends = _END.search(text, found.end, found.end + _REACH)
        last = ends.start() if ends else min(len(text), found.end + _REACH)
        while last > found.end and text[last - 1].isspace():
            last -= 1
        stance, who = cast(Stance, found.row["stance"]), found.row["who"]
        yield Predicate(found.start, last, stance, cast("Literal['subject', 'object']", who))
