"""Through how many hands words came: the things that hold them, and who had them."""

from hearsay.extract.provenance.chains import Provenance, with_chains

__all__ = ["Provenance", "with_chains"]
