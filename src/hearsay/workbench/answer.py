"""*Answer*: who answers what in which words, what was ruled on it, and all that can be ruled."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request

from hearsay.case import document
from hearsay.case.answers import same_answers
from hearsay.export.answers import answer_row, ruled_text, stance_text
from hearsay.export.visible import one_line
from hearsay.model import Stance
from hearsay.workbench.decisions import REMARKS, as_rows, at_answer, remarks_in
from hearsay.workbench.desk import Desk
from hearsay.workbench.sheet import Sheet


def page(desk: Desk, request: Request) -> Sheet:
    """The answer whose id is in the address."""
    row, others = same_answers(desk.case, request.path_params["id"])
    rows = at_answer(desk.case, row.id)
    decided = [one for one in rows if one.ruling.kind not in REMARKS]
    who = row.answer.speaker or row.answer.described or "Somebody"
    return Sheet(
        "answer.html",
        one_line(f"{who} {stance_text(row.stance)}: {row.answer.words}", 90),
        {
            "row": row,
            "language": document(desk.case, row.document).document.language,
            "ruled": ruled_text(row),
            "stances": [(one, stance_text(one)) for one in get_args(Stance)],
            "others": others,
            "decided": decided,
            "marks": remarks_in("answer", row.id, rows),
        },
        as_rows(decided),
        answer_row(row),
    )
