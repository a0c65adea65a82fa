"""The notation of the grammar's rules, and how they are compiled.

A pattern is a regular expression over words: `month` stands for a word of the class "month", `[month]` for
nothing else; names in capitals are the abbreviations below; `name=(...)` captures. Spaces mean nothing. So
`month=(MONTH) day=(DAY) comma? year=(YEAR)` reads "Oct. 26, 1998".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.meaning import Meaning
from hearsay.extract.times.vocabulary import vocabulary
from hearsay.model import TimeType

ABBREVIATIONS = {
    "MONTH": "(month | month_short stop?)",
    "DAY": "(day ordinal_tail?)",
    "ORDINAL": "(ordinal | number ordinal_tail | tens dash ordinal)",
    "YEAR": "(year | mark two | hundreds tens (dash? ones)?)",
    "WEEKDAY": "(weekday | weekday_short stop?)",
    "WORDED": "(cardinal (dash? cardinal)? (scale (and? cardinal (dash? cardinal)?)?)?)",
    "NUMBER": "(number number slash number | number scale? | WORDED)",
    "AMOUNT": "(NUMBER | a? some of? | a scale | half (dash | a)? | a)",
    "PICK": "(this? last | next | this | previous | following)",
    "PART_OF": "(the ORDINAL? early? part of the?)",
    "LEAD": "((the? early dash?) | PART_OF)",
    "ABOUT": "(approx | at limit | more than)",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: atoms [start, end), and the parts that its pattern names."""

    atoms: Atoms
    found: re.Match[str]

    @property
    def start(self) -> int:
        return self.found.start()

    @property
    def end(self) -> int:
        return self.found.end()

    def part(self, name: str) -> tuple[int, int] | None:
        """The atoms [start, end) of the named part, or `None` where it is not there."""
        start, end = self.found.span(name)
        return (start, end) if end > start else None

    def at(self, name: str) -> int:
        """The first atom of the named part, -1 where it is not there."""
        return self.found.start(name)

    def value(self, name: str, of: str) -> str:
        """The value that the first atom of the part `name` has in the class `of`."""
        return self.atoms.value(self.found.start(name), of)


Maker: TypeAlias = Callable[[Match], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form that time expressions have: its type, its pattern, and what it means.

    `meaning` gives `None` where the words only look like a time.
    """

    name: str
    type: TimeType
    pattern: str
    meaning: Maker


_NOTATION = re.compile(r"\s+|(?P<name>[a-z_]+)=\(|(?P<abbreviation>[A-Z_]+)|(?P<class>[a-z_]+)|\((?!\?)")


@cache
def compiled(pattern: str, captures: bool = True) -> str:
    """The regular expression over codes that `pattern` stands for."""

    def replaced(found: re.Match[str]) -> str:
        if name := found["name"]:
            return f"(?P<{name}>" if captures else "(?:"
        if name := found["abbreviation"]:
            return compiled(ABBREVIATIONS[name], captures)
        if name := found["class"]:
            return f"[{vocabulary().characters(name)}]"
        return "(?:" if found.group() == "(" else ""

    return _NOTATION.sub(replaced, pattern)
