"""Through how many hands words came: the things that hold them, and who had them."""

from hearsay.extract.provenance.chains import Provenance, with_chains
from hearsay.extract.provenance.framing import Frame

__all__ = ["Frame", "Provenance", "with_chains"]
