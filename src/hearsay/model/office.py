"""Who held which office, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

# state, government: heads of these; leader: who led, by a source that does not say in which office.
OfficeKind: TypeAlias = Literal["state", "government", "leader", "foreign", "vice", "spokesperson", "other"]


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """One person's time in one office.

    `start` and `end` are ISO dates as precise as they are known ("1998", "1998-10", "1998-10-27"). `end` is
    `None` where the person was in office on the day `as_of`, or where nobody knows; what came after that day
    is unknown. `joint` terms are held by several at once. `source` names where it is from, `checked` the
    independent source that says the same, `None` where there is none.
    """

    country: str
    kind: OfficeKind
    office: str
    person: str
    start: str
    end: str | None
    joint: bool = False
    source: str = ""
    as_of: str | None = None
    checked: str | None = None
