"""Times for texts that have none."""

from hearsay.tape.aligning.align import RATE, Aligned, align, lines

__all__ = ["RATE", "Aligned", "align", "lines"]
