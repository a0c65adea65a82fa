"""Statement and counter-statement between actors, and how sharp they are."""

from hearsay.link.exchanges.exchanges import Said, exchanges
from hearsay.link.exchanges.scale import STEPS, step_of, step_of_deed

__all__ = ["STEPS", "Said", "exchanges", "step_of", "step_of_deed"]
