"""When: time expressions of English news, and the days they name."""

from hearsay.extract.times.reading import read_times

__all__ = ["read_times"]
