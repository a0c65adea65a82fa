"""One time expression as the grammar found it."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.extract.times.meaning import Meaning
from hearsay.model import TimeType


@dataclass(frozen=True, slots=True)
class Expression:
    """The atoms [start, end) that name a time, of which type, and what they say; `rule` names the form."""

    start: int
    end: int
    type: TimeType
    meaning: Meaning
    rule: str
