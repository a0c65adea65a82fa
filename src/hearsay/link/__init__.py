"""Attributions -> passages -> statements: which printings, in which documents, report one utterance."""

from hearsay.link.alike import alike
from hearsay.link.fingerprints import fingerprints
from hearsay.link.passages import passages
from hearsay.link.statements import group, split

__all__ = ["alike", "fingerprints", "group", "passages", "split"]
