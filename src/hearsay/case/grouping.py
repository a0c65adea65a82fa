"""From stored attributions to statements, actors, copies and roots: all that is pending."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from hearsay.case.actions.storing import UNREAD, Reader
from hearsay.case.answers.answering import UNANSWERED, Answerer
from hearsay.case.answers.ruled import settle_answers
from hearsay.case.beginning import link_first
from hearsay.case.file import Case
from hearsay.case.linking import Linker
from hearsay.case.naming import UNNAMED, Namer
from hearsay.case.patches import settle
from hearsay.case.provenance.copying import compare_pending
from hearsay.case.provenance.rooting import root_pending
from hearsay.case.ruled import Regroupings
from hearsay.case.settling import Settler
from hearsay.case.splitting import split_blocks

# Attributions linked, or put into statements, in one transaction: what a killed run has to do again.
_BATCH = 4000

_STALE = "SELECT key FROM block WHERE stale = 1 ORDER BY key"

Advance = Callable[[Literal["linking", "splitting", "naming", "comparing", "rooting"], int, int], None]


def group_pending(case: Case, advance: Advance | None = None) -> None:
    """Bring all that is concluded up to date with what was read and ruled.

    The rulings are applied; then what is not linked is linked, what has changed is split, actors are settled,
    answers and actions found, texts compared and roots counted.

    All are marked in the case itself, so that a run that was killed is taken up where it stopped.
    `advance` is told the step, how much of it is done, and of how much.
    """
    with case.transaction():
        settle(case)
    with case.transaction():
        first = link_first(case)
    if first and advance is not None:
        ((rest,),) = case.rows("SELECT count(*) FROM document WHERE linked = 0")
        advance("linking", first, first + rest)
    _in_batches(
        case,
        "SELECT key FROM document WHERE linked = 0 ORDER BY key",
        Linker(case).link,
        None if advance is None else lambda done, total: advance("linking", first + done, first + total),
    )
    regroupings = Regroupings(case)
    while case.row(_STALE) is not None:
        # Again where a ruling that is gone had tied blocks together.
        _in_batches(
            case,
            _STALE,
            lambda block: split_blocks(case, block, regroupings),
            None if advance is None else lambda done, total: advance("splitting", done, total),
        )
    namer = Namer(case)
    _in_batches(case, UNNAMED, namer.name, None)
    _in_batches(
        case,
        "SELECT key FROM name WHERE stale = 1 ORDER BY key",
        Settler(case).settle,
        None if advance is None else lambda done, total: advance("naming", done, total),
    )
    _in_batches(case, UNANSWERED, Answerer(case).answer, None)
    with case.transaction():
        settle_answers(case)
    _in_batches(case, UNREAD, Reader(case).read, None)
    compare_pending(case, None if advance is None else lambda done, total: advance("comparing", done, total))
    root_pending(case, None if advance is None else lambda done, total: advance("rooting", done, total))


def _in_batches(
    case: Case, pending: str, work: Callable[[int], int], advance: Callable[[int, int], None] | None
) -> None:
    keys = [key for (key,) in case.rows(pending)]
    done = 0
    while done < len(keys):
        size = 0
        with case.transaction():
            while done < len(keys) and size < _BATCH:
                # One at least for each, so that what is empty ends as well.
                size += work(keys[done]) + 1
                done += 1
        if advance is not None:
            advance(done, len(keys))
