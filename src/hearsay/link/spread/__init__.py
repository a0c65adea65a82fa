"""How words spread: when, by which outlets, countries and languages, and who only copied."""

from hearsay.link.spread.spread import Lag, Sighting, Spread, Tally, spread

__all__ = ["Lag", "Sighting", "Spread", "Tally", "spread"]
