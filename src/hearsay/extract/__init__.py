"""Document -> attributions: tokens, quotation marks, the trained tagger, who is credited with what."""

from hearsay.extract.extraction import extract

__all__ = ["extract"]
