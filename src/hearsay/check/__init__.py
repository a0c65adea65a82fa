"""What does not fit together in a case: one file a kind of finding."""

from hearsay.check.findings import KINDS, findings
from hearsay.check.material import Answered, Hedged, Material, Paper, Printing, Told

__all__ = ["KINDS", "Answered", "Hedged", "Material", "Paper", "Printing", "Told", "findings"]
