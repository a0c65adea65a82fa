"""Which of two wordings the sound fits better: for, against or undecided; English alone."""

from hearsay.tape.wording.weigh import RATE, Answer, Weighed, weigh

__all__ = ["RATE", "Answer", "Weighed", "weigh"]
