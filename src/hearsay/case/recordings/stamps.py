"""Time stamps of the custody log that the case keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from hearsay.case.file import Case
from hearsay.case.recordings.custody import enter, lines
from hearsay.errors import HearsayError
from hearsay.tape import custody, stamp
from hearsay.tape.custody import stamp_text
from hearsay.tape.stamp import Checked, Stamp


def keep_reply(case: Case, reply: bytes, roots: str, *, by: str, now: datetime | None = None) -> Checked:
    """Check an authority's reply against the log and keep it; returns what it says.

    It may be for any head that the log has had. Raises `HearsayError` where it is for none, or does not hold
    under the certificates `roots` (PEM).
    """
    where = str(case.path)
    wanted = stamp.stamped(reply, where)
    entered = lines(case)
    heads = (custody.head(entered[:size]) for size in range(len(entered), 0, -1))
    head = next((head for head in heads if stamp.imprint(head) == wanted), None)
    if head is None:
        raise HearsayError(
            "the reply is not for this log, nor for an earlier state of it",
            where=where,
            remedy="Name the reply to a request that was written for this case.",
        )
    given = Stamp(head, reply, roots)
    checked = stamp.check(given, where)
    with case.transaction():
        case.write(
            "INSERT INTO time_stamp (head, reply, roots) VALUES (?, ?, ?)",
            (given.head.text(), given.reply, given.roots),
        )
        detail = {
            "size": given.head.size,
            "root": given.head.root,
            "time": stamp_text(checked.at),
            "authority": checked.authority,
            "reply_sha256": hashlib.sha256(given.reply).hexdigest(),
            "roots_sha256": hashlib.sha256(given.roots.encode("utf-8")).hexdigest(),
        }
        enter(case, "stamped", None, by, detail, now)
    return checked


def stamps(case: Case) -> Iterator[Stamp]:
    """The stamps that the case keeps, in the order in which they came."""
    for head, reply, roots in case.rows("SELECT head, reply, roots FROM time_stamp ORDER BY key"):
        yield Stamp(custody.read_head(head, str(case.path)), reply, roots)
