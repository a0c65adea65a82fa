"""Which words, or which silence, answer which words."""

from hearsay.link.responses.responses import responses

__all__ = ["responses"]
