"""Take back what was extracted from a document, and all that was concluded from it."""

from __future__ import annotations

from hearsay.case.actions.storing import forget_actions
from hearsay.case.answers.answering import forget_responses
from hearsay.case.file import Case
from hearsay.case.force import lose
from hearsay.case.naming import forget_mentions
from hearsay.case.patches import unlink
from hearsay.case.provenance.copying import forget_copies
from hearsay.case.quotations import forget_unused
from hearsay.case.times import forget_times
from hearsay.case.warrant import forget_warrant


def withdraw(case: Case, document: int) -> None:
    """Remove the attributions of the document with this key, within the caller's transaction.

    The blocks that they stood in are taken apart, since without them they may no longer hold together;
    the other documents with appearances in these blocks are left to be linked anew.
    """
    forget_mentions(case, document)
    forget_responses(case, document)
    forget_actions(case, document)
    lose(case, document)
    forget_copies(case, document)
    blocks = [
        block
        for (block,) in case.rows(
            "SELECT DISTINCT block FROM attribution WHERE document = ? AND block IS NOT NULL", (document,)
        )
    ]
    for block in blocks:
        unlink(case, block)
    quotations = [
        key
        for (key,) in case.rows("SELECT DISTINCT quotation FROM attribution WHERE document = ?", (document,))
    ]
    forget_warrant(case, document)
    forget_times(case, document)
    case.write(
        "DELETE FROM span WHERE attribution IN (SELECT key FROM attribution WHERE document = ?)", (document,)
    )
    case.write("DELETE FROM attribution WHERE document = ?", (document,))
    forget_unused(case, quotations)
