"""*Attribution*: one credit where it stands, what was decided about it, and all that can be decided."""

from __future__ import annotations

from starlette.requests import Request

from hearsay.case import statement_of
from hearsay.case.contexts import contexts
from hearsay.case.quotations import words_of
from hearsay.errors import NotFoundError
from hearsay.export.excerpt import excerpt
from hearsay.export.visible import one_line
from hearsay.workbench.decisions import as_rows, at_attributions
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
    decided = at_attributions(desk.case, [id_])[id_]
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
            "statement": None if rejected else statement_of(desk.case, id_).row,
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
