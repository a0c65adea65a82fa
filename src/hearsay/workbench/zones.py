"""The zone in which a chart of time is drawn: UTC, or the one that the address names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# How the zone is called that all times are in unless another one is asked for.
PLAIN = "UTC"
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of the time zone database and its name; `unknown` is what was asked for and is none."""

    name: str
    clock: tzinfo
    unknown: str = ""

    def second(self, day: date) -> int:
        """The second since 1970 (UTC) at which a day begins in the zone."""
        return int(datetime(day.year, day.month, day.day, tzinfo=self.clock).timestamp())

    def offset(self, second: int) -> int:
        """How many seconds the zone is ahead of UTC at a second since 1970."""
        ahead = datetime.fromtimestamp(second, self.clock).utcoffset()
        return 0 if ahead is None else int(ahead.total_seconds())


def zone_of(asked: str | None) -> Zone:
    """The zone that an address names, as "Europe/Berlin"; UTC where it names none that is known here."""
    name = (asked or "").strip()
    if not name or name == PLAIN:
        return Zone(PLAIN, UTC)
    if len(name) <= _LONGEST:
        try:
            return Zone(name, ZoneInfo(name))
        except (LookupError, OSError, ValueError):
            pass  # no such zone, or no database of zones on this system
    return Zone(PLAIN, UTC, name)


@cache
def zone_names() -> tuple[str, ...]:
    """The zones that somebody can choose: those that are named after a place."""
    return tuple(sorted(name for name in available_timezones() if name.count("/") and name[:4] != "Etc/"))
