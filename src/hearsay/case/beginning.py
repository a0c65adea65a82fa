"""The first quotations of a case, linked all at once: five times as fast as one by one.

What is alike with what already is in a case is looked up for each quotation (`linking`). Where there is
nothing yet, blocks are found as `link.group` finds them, in memory. The blocks are the same.
"""

from __future__ import annotations

from itertools import islice

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.case.sketches import Sketches
from hearsay.link.alike import LEAST
from hearsay.link.fingerprints import of_wording
from hearsay.link.statements import blocks
from hearsay.link.wording import wording
from hearsay.model import Appearance

# Attributions that are held in memory for it, some 600 MB of them; what is more is linked one by one.
MOST = 200_000
# Quotations of which what is kept is written down together.
_BATCH = 10_000


def link_first(case: Case) -> int:
    """Link the first documents of a case in which nothing is linked yet, in the caller's transaction.

    Returns how many documents were linked: none where something is.
    """
    if case.row("SELECT 1 FROM attribution WHERE block IS NOT NULL LIMIT 1") is not None:
        return 0
    last = _last_document(case)
    if last is None:
        return 0
    appearances = [
        Appearance(str(key), str(document), words, kind, speaker, moment(*stated))
        for key, document, words, kind, speaker, *stated in case.rows(
            "SELECT a.key, a.document, q.words, a.kind, s.name, "
            "d.published, d.published_precision, d.published_zone, d.published_origin "
            "FROM attribution a JOIN document d ON d.key = a.document "
            "JOIN quotation q ON q.key = a.quotation LEFT JOIN speaker s ON s.key = a.speaker "
            "WHERE a.document <= ?",
            (last,),
        )
    ]
    ((before,),) = case.rows("SELECT ifnull(max(key), 0) FROM block")
    for key, block in enumerate(blocks(appearances), before + 1):
        members = [int(one.attribution) for node in block for one in node.members]
        case.write("INSERT INTO block (key, size, stale) VALUES (?, ?, 1)", (key, len(members)))
        case.write_all("UPDATE attribution SET block = ? WHERE key = ?", ((key, one) for one in members))
    _remember(case, last)
    ((pending,),) = case.rows("SELECT count(*) FROM document WHERE key <= ? AND linked = 0", (last,))
    case.write("UPDATE document SET linked = 1 WHERE key <= ?", (last,))
    return int(pending)


def _last_document(case: Case) -> int | None:
    """The last of the documents that are linked at once; `None` where there is none."""
    last, held = None, 0
    for document, attributions in case.rows(
        "SELECT d.key, (SELECT count(*) FROM attribution a WHERE a.document = d.key) FROM document d "
        "ORDER BY d.key"
    ):
        held += attributions
        if held > MOST:
            break
        last = document
    return last


def _remember(case: Case, last: int) -> None:
    """Keep of the quotations of these documents by what others will find them."""
    sketches = Sketches(case)
    rows = iter(
        list(
            case.rows(
                "SELECT key, words FROM quotation WHERE key IN "
                "(SELECT quotation FROM attribution WHERE document <= ?) ORDER BY key",
                (last,),
            )
        )
    )
    while some := list(islice(rows, _BATCH)):
        forms = {key: form for key, words in some if (form := wording(words)).total >= LEAST}
        sketches.store(forms)
        case.write_all(
            "INSERT OR IGNORE INTO fingerprint (value, quotation) VALUES (?, ?)",
            sorted((value, key) for key, form in forms.items() for value in of_wording(form)),
        )
