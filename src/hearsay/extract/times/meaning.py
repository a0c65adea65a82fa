"""What an expression says before it is known from where it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half",
    "year", "decade", "century",
]  # fmt: skip
# Which of the days, weeks, months that bear the same name: the one before, after, around the anchor; "" where
# only the tense of the sentence can tell.
Pick: TypeAlias = Literal["", "last", "this", "next", "previous", "following"]
# From where it is counted: the day of writing, or the day that the text tells of.
# "either" where the story's time is meant if it is a quarter ("a year ago" in reports on earnings).
Anchor: TypeAlias = Literal["publication", "narrative", "either"]


@dataclass(frozen=True, slots=True)
class Days:
    """Days that the expression states in full."""

    first: date
    last: date
    unit: Unit = "day"


@dataclass(frozen=True, slots=True)
class Either:
    """Days that can be read in several ways, the likeliest first."""

    readings: tuple[Days, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """What returns every year: a day of a month, a month, a quarter, a season, a holiday.

    `number` is the month, quarter or half, `day` the day of the month, `name` the season or holiday;
    `weekday` (Monday 0) is stated beside a day. `year` counts from the anchor where the expression says which
    ("in June last year": -1). `days` is how many days follow the first one ("Oct. 3-5": 2).
    """

    unit: Unit
    number: int = 0
    day: int = 0
    name: str = ""
    weekday: int | None = None
    pick: Pick = ""
    year: int | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday 0); `week` counts from the anchor's week where the expression says which."""

    number: int
    pick: Pick = ""
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (negative) or after the anchor; 0 is the unit that holds it."""

    unit: Unit
    amount: int
    anchor: Anchor = "publication"


@dataclass(frozen=True, slots=True)
class Back:
    """What points at a time named before: "then", "at the time", "that year", "the quarter".

    `unit` is what the word itself names, if anything.
    """

    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """“The 1989 period”: the time that the text tells of, in another year."""

    year: int


@dataclass(frozen=True, slots=True)
class Vague:
    """Before, after or around the day of writing, nobody can say how far: "recently", "soon", "now"."""

    side: Literal["past", "present", "future", ""]


@dataclass(frozen=True, slots=True)
class Timeless:
    """No point in time: a duration, a repetition."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A way of speaking with a word for a time in it: "the 24-hour news cycle", "at the end of the day"."""


Meaning: TypeAlias = Days | Either | Yearly | Weekday | Offset | Back | Within | Vague | Timeless | Saying
