"""*Brief*: what is pinned, to hand on in the form that somebody needs, less what must stay here."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import Case
from hearsay.case.recordings import Recording, transcripts
from hearsay.errors import HearsayError, NotFoundError
from hearsay.export.chosen import pinned
from hearsay.export.chosen_findings import pinned_findings
from hearsay.export.chosen_recordings import pinned_recordings
from hearsay.export.counts import UNKNOWN_OUTLET
from hearsay.export.forms import FORMS, Handout, handout
from hearsay.export.linked import rows
from hearsay.export.parquet import is_available
from hearsay.export.printed import Printed
from hearsay.export.redaction import Redaction
from hearsay.workbench.checking import Known
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import Checked, checked
from hearsay.workbench.recordings import kept_recordings, printed_from
from hearsay.workbench.sheet import Sheet

_NONE = Checked((), [], {}, Counter())


def page(desk: Desk, request: Request) -> Sheet:
    """What is chosen, and the form by which it is handed on."""
    waits = _known(desk).waits or _tapes_wait(desk)
    found = _given(desk, "", None)
    papers = [
        *(place.paper for one in found.statements for place in one.evidence),
        *(place.paper for one in found.findings for place in one.places),
        *(place.paper for one in found.recordings for place in one.places),
    ]
    documents = {one.id: f"{one.outlet or UNKNOWN_OUTLET}: {one.title or one.name}" for one in papers}
    return Sheet(
        "brief.html",
        "Brief",
        {
            "chosen": found.statements,
            "findings": found.findings,
            "recordings": found.recordings,
            "waits": waits,
            "documents": sorted(documents.items(), key=lambda item: item[1].casefold()),
            "forms": [form for form in FORMS.values() if form.ending != "parquet" or is_available()],
        },
        rows(found.statements, found.findings, found.recordings),
        {
            "statements": len(found.statements),
            "findings": len(found.findings),
            "recordings": len(found.recordings),
        },
    )


def handed_on(desk: Desk, request: Request) -> Response:
    """The file in the form that the address names."""
    ending = request.path_params["form"]
    if ending not in FORMS:
        raise NotFoundError(f"a brief cannot be had as {ending!r}")
    asked = request.query_params
    names = frozenset(name.strip() for name in asked.get("hide", "").splitlines() if name.strip())
    rule = Redaction(frozenset(asked.getlist("leave")), names, "notes" in asked)
    form = FORMS[ending]
    if _known(desk).waits:
        raise HearsayError(
            "findings are pinned, and what does not fit is still being worked out",
            remedy="Try again in some minutes, so that the brief holds all of them.",
        )
    if _tapes_wait(desk):
        raise HearsayError(
            "a recording is pinned, and what is printed is still being laid on it",
            remedy="Try again in some minutes, so that the brief holds all of it.",
        )
    return Response(
        form.make(_given(desk, asked.get("title", "").strip() or "Brief", rule)),
        media_type=f"{form.media}; charset=utf-8" if form.media.startswith("text/") else form.media,
        headers={"Content-Disposition": f'attachment; filename="brief.{ending}"'},
    )


def _given(desk: Desk, title: str, rule: Redaction | None) -> Handout:
    known = _known(desk)
    return handout(
        desk.case,
        title,
        desk.ruled("pinned", pinned),
        known.judged,
        desk.ruled(
            f"pinned findings {known.turn} {known.waits}", lambda case: pinned_findings(case, known.judged)
        ),
        rule,
        desk.ruled("pinned recordings", pinned_recordings),
        laid=lambda kept: _laid(desk, kept).value,
    )


def _tapes_wait(desk: Desk) -> str:
    pinned = desk.ruled("pinned recordings", pinned_recordings)
    tapes = [one for one in desk.remembered("recordings", kept_recordings) if one.id in pinned]
    return next((waits for waits in (_laid(desk, one).waits for one in tapes) if waits), "")


def _laid(desk: Desk, kept: Recording) -> Known[Printed]:
    """What is printed from a recording; nothing where nobody has told what is said on it."""
    texts = desk.remembered(f"transcripts {kept.id}", lambda case: list(transcripts(case, kept)))
    return printed_from(desk, kept, texts[-1]) if texts else Known((), True, 1)


def _known(desk: Desk) -> Checked:
    """The findings of the case, where one of them is pinned; else none, and nothing to wait for."""
    return checked(desk) if desk.ruled("some findings pinned", _some_pinned) else _NONE


def _some_pinned(case: Case) -> bool:
    return (
        case.row(
            "SELECT 1 FROM ruling r JOIN anchor n ON n.ruling = r.key "
            "WHERE n.about = 'finding' AND r.kind = 'pin' "
            "AND NOT EXISTS (SELECT 1 FROM ruling u WHERE u.undoes = r.id)"
        )
        is not None
    )
