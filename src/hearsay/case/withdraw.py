"""Take back what was extracted from a document, and all that was concluded from it."""

from __future__ import annotations

from hearsay.case.file import Case
from hearsay.case.naming import forget_mentions
from hearsay.case.provenance.copying import forget_copies
from hearsay.link import fingerprints


def withdraw(case: Case, document: int) -> None:
    """Remove the attributions of the document with this key, within the caller's transaction.

    The blocks that they stood in are taken apart, since without them they may no longer hold together;
    the other documents with appearances in these blocks are left to be linked anew.
    """
    forget_mentions(case, document)
    forget_copies(case, document)
    blocks = [
        block
        for (block,) in case.rows(
            "SELECT DISTINCT block FROM attribution WHERE document = ? AND block IS NOT NULL", (document,)
        )
    ]
    for block in blocks:
        case.write(
            "DELETE FROM appearance WHERE statement IN (SELECT key FROM statement WHERE block = ?)", (block,)
        )
        case.write("DELETE FROM statement WHERE block = ?", (block,))
        case.write(
            "UPDATE document SET linked = 0 WHERE linked = 1 AND key IN "
            "(SELECT document FROM attribution WHERE block = ?)",
            (block,),
        )
        case.write("UPDATE attribution SET block = NULL WHERE block = ?", (block,))
        case.write("DELETE FROM block WHERE key = ?", (block,))
    words = list(
        case.rows(
            "SELECT DISTINCT q.key, q.words FROM attribution a JOIN quotation q ON q.key = a.quotation "
            "WHERE a.document = ?",
            (document,),
        )
    )
    case.write(
        "DELETE FROM span WHERE attribution IN (SELECT key FROM attribution WHERE document = ?)", (document,)
    )
    case.write("DELETE FROM attribution WHERE document = ?", (document,))
    for quotation, text in words:
        if case.row(
            "SELECT 1 FROM attribution WHERE quotation = ?1 UNION SELECT 1 FROM statement WHERE wording = ?1",
            (quotation,),
        ):
            continue
        case.write_all(
            "DELETE FROM fingerprint WHERE value = ? AND quotation = ?",
            ((value, quotation) for value in fingerprints(text)),
        )
        # The foreign key of `fingerprint` has no index of its own: nothing else deletes a quotation.
        case.write("DELETE FROM quotation WHERE key = ?", (quotation,))
