"""Printed quotations laid on what a recording says."""

from hearsay.tape.comparing.laid import Difference, How, Laid, Tape, lay

__all__ = ["Difference", "How", "Laid", "Tape", "lay"]
