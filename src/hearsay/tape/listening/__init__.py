"""Places of a recording that are worth a listen: experimental, and only where somebody asks."""

from hearsay.tape.listening.listen import Detector, Listened, detectors, listen
from hearsay.tape.listening.place import KINDS, Kind, Place

__all__ = ["KINDS", "Detector", "Kind", "Listened", "Place", "detectors", "listen"]
