"""From how many independent places a statement comes: copies, credits and chains followed to their ends."""

from hearsay.link.roots.origins import Origin, origin_of
from hearsay.link.roots.relying import Carrier, reliance_of
from hearsay.link.roots.roots import roots

__all__ = ["Carrier", "Origin", "origin_of", "reliance_of", "roots"]
