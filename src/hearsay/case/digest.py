"""One hash over all that a case says, to compare two cases."""

from __future__ import annotations

from hearsay.case.file import Case


def ledger_digest(case: Case) -> str:
    """The SHA-256 of everything in the case but its own numbering and wall-clock times."""
    raise NotImplementedError
