"""Which tagger reads a case: the one that read it first, so that one case holds one kind of reading."""

from __future__ import annotations

from hearsay.case.file import Case
from hearsay.errors import CaseError
from hearsay.extract.tagging.tagger import ACCURATE


def tagger_of(case: Case) -> str | None:
    """The name of the tagger that the case's documents were read with, `None` before the first `add`."""
    row = case.row("SELECT name FROM tagger")
    return None if row is None else str(row[0])


def settle_tagger(case: Case, asked: str | None) -> str:
    """The tagger that reads what comes in: the case's own, or for a new case the one `asked` for.

    Call it inside a transaction. Raises `CaseError` where another one is asked for than the case has.
    """
    own = tagger_of(case)
    if own is None:
        own = asked or ACCURATE
        case.write("INSERT INTO tagger (name) VALUES (?)", (own,))
    elif asked not in (None, own):
        raise CaseError(
            f"this case is read by the {own} tagger, not the {asked} one",
            where=str(case.path),
            remedy=f"Leave out --tagger, or start another case with --tagger {asked}.",
        )
    return own
