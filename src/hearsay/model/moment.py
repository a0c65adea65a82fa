"""Points in time, exactly as precise as their source states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """The smallest unit that a stated time names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time exactly as precise as its source states it.

    `value` is ISO 8601 text cut to `precision` ("2024-07", "2024-07-09", "2024-07-09T21:05",
    "2024-07-09T21:05:00"), without its zone; `zone` is "+02:00" or "Z" as stated, `None` where the source
    states none; `origin` says where it was found ("json-ld datePublished", "meta article:published_time").
    """

    value: str
    precision: Precision
    zone: str | None
    origin: str

    def __str__(self) -> str:
        return f"{self.value}{self.zone or ''}"

    def bounds(self) -> tuple[datetime, datetime]:
        """The earliest and the latest instant (UTC) that this moment can name.

        Without a zone the local day may begin anywhere from UTC+14 to UTC-12, and the bounds say so.
        """
        padded = self.value + "0001-01-01T00:00:00"[len(self.value) :]
        start = datetime.fromisoformat(padded).replace(tzinfo=UTC)
        if self.precision is Precision.YEAR:
            end = start.replace(year=start.year + 1) if start.year < 9999 else start
        elif self.precision is Precision.MONTH:
            end = (start + timedelta(days=32)).replace(day=1)
        else:
            end = start + _UNIT[self.precision]
        end -= timedelta(seconds=1)
        if self.zone is None:
            return start - timedelta(hours=14), end + timedelta(hours=12)
        offset = _offset(self.zone)
        return start - offset, end - offset


_UNIT = {
    Precision.DAY: timedelta(days=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.SECOND: timedelta(seconds=1),
}


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
