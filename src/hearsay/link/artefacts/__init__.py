"""Which things that documents speak of, a recording, a book, are one."""

from hearsay.link.artefacts.joining import Held, Joined, join

__all__ = ["Held", "Joined", "join"]
