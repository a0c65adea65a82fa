"""What does not fit together in a case: one file a kind of finding."""

from hearsay.check.findings import KINDS, findings, rank
from hearsay.check.material import (
    Answered,
    Done,
    Event,
    Hedged,
    Material,
    Paper,
    Printing,
    Thing,
    Told,
)

__all__ = [
    "KINDS",
    "Answered",
    "Done",
    "Event",
    "Hedged",
    "Material",
    "Paper",
    "Printing",
    "Thing",
    "Told",
    "findings",
    "rank",
]
