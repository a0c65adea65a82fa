"""Words by which a writer or a speaker withholds his own warrant."""

from hearsay.extract.hedges.finding import Hedging, hedgings
from hearsay.extract.hedges.placing import with_hedges

__all__ = ["Hedging", "hedgings", "with_hedges"]
