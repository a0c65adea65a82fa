"""Two printings of one utterance, word by word: what differs, and whether it matters."""

from hearsay.link.variants.classes import Change, Class, Sort
from hearsay.link.variants.difference import difference

__all__ = ["Change", "Class", "Sort", "difference"]
