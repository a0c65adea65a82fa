"""*Attribution*: one credit where it stands, what was decided about it, and all that can be decided."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request

from hearsay.case import Case, document
from hearsay.case.contexts import contexts
from hearsay.case.heads import Head, heads
from hearsay.case.quotations import words_of
from hearsay.case.resolve import statement_id_of, statement_key
from hearsay.errors import NotFoundError
from hearsay.export.acts import act_text
from hearsay.export.answers import stance_text
from hearsay.export.chains import setting_text
from hearsay.export.excerpt import excerpt
from hearsay.export.visible import one_line
from hearsay.model import Act, Attribution, Stance
from hearsay.workbench.decisions import REMARKS, as_rows, at_attributions, remarks_in
from hearsay.workbench.desk import Desk
from hearsay.workbench.sheet import Sheet


def page(desk: Desk, request: Request) -> Sheet:
    """The attribution whose id is in the address."""
    id_ = request.path_params["id"]
    found = contexts(desk.case, [id_]).get(id_)
    if found is None:
        raise NotFoundError(
            f"no attribution of the case has the id {id_!r}",
            remedy="A ruling may have changed its words, and with them its id: see the review log.",
        )
    one = found.attribution
    rows = at_attributions(desk.case, [id_])[id_]
    decided = [one for one in rows if one.ruling.kind not in REMARKS]
    rejected = desk.case.row("SELECT rejected FROM attribution WHERE id = ?", (id_,)) == (1,)
    words = words_of(found.text, one.content)
    return Sheet(
        "attribution.html",
        one_line(f"{one.speaker or 'Somebody'}: {words}", 90),
        {
            "one": one,
            "context": found,
            "pieces": excerpt(found.text, one, margin=400),
            "words": words,
            "rejected": rejected,
            "decided": decided,
            "marks": remarks_in("attribution", id_, rows),
            "acts": [(act, act_text(act, False)) for act in get_args(Act)],
            "beside": [] if rejected else _beside(desk, one),
            "stances": [(stance, stance_text(stance)) for stance in get_args(Stance)],
            "setting": setting_text(found.text, one),
            "statement": None if rejected else _statement(desk.case, id_),
        },
        as_rows(decided),
        {
            "attribution": one.id,
            "document": one.document,
            "words": words,
            "speaker": one.speaker,
            "kind": one.kind,
            "rejected": rejected,
        },
    )


def _statement(case: Case, attribution: str) -> Head:
    """The statement in which the attribution with this id stands; raises `NotFoundError`."""
    (found,) = heads(case, [statement_key(case, statement_id_of(case, attribution))])
    return found


def _beside(desk: Desk, one: Attribution) -> list[tuple[str, str]]:
    """What else its document credits to somebody: ids, and the words with whose they are."""
    view = document(desk.case, one.document)
    return [
        (
            other.id,
            one_line(f"{other.speaker or 'somebody'}: {words_of(view.document.text, other.content)}", 90),
        )
        for other in view.attributions
        if other.id != one.id
    ]
