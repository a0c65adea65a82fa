"""*Brief*: the pinned statements, to hand on in the form that somebody needs, less what must stay here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import NotFoundError
from hearsay.export.brief import brief_html, brief_markdown
from hearsay.export.chosen import Chosen, Redaction, chosen, pinned
from hearsay.export.linked import as_csv, as_jsonl, claims, rows, web_annotations
from hearsay.workbench.desk import Desk
from hearsay.workbench.sheet import Sheet

# The forms: the ending of the file, what it is, its media type, how it is made.
FORMS: dict[str, tuple[str, str, Callable[[str, Sequence[Chosen]], bytes]]] = {
    "html": ("a page to print or send", "text/html", lambda title, found: brief_html(title, found).encode()),
    "md": ("Markdown", "text/markdown", lambda title, found: brief_markdown(title, found).encode()),
    "csv": ("a table of all places", "text/csv", lambda _, found: as_csv(rows(found))),
    "jsonl": ("the same for programs", "application/x-ndjson", lambda _, found: as_jsonl(found)),
    "jsonld": ("schema.org claims", "application/ld+json", lambda _, found: claims(found)),
    "annotations.json": (
        "W3C web annotations",
        "application/ld+json",
        lambda _, found: web_annotations(found),
    ),
}


def page(desk: Desk, request: Request) -> Sheet:
    """What is chosen, and the form by which it is handed on."""
    found = chosen(desk.case, desk.remembered("pinned", pinned))
    documents: dict[str, str] = {}
    for one in found:
        for place in one.evidence:
            documents[place.document] = f"{place.outlet or 'unknown outlet'}: {place.title or place.name}"
    return Sheet(
        "brief.html",
        "Brief",
        {
            "chosen": found,
            "documents": sorted(documents.items(), key=lambda item: item[1].casefold()),
            "forms": [(ending, what) for ending, (what, _, _) in FORMS.items()],
        },
        rows(found),
        {"statements": len(found)},
    )


def handed_on(desk: Desk, request: Request) -> Response:
    """The file in the form that the address names."""
    ending = request.path_params["form"]
    if ending not in FORMS:
        raise NotFoundError(f"a brief cannot be had as {ending!r}")
    asked = request.query_params
    names = frozenset(name.strip() for name in asked.get("hide", "").splitlines() if name.strip())
    rule = Redaction(frozenset(asked.getlist("leave")), names, "notes" in asked)
    found = chosen(desk.case, desk.remembered("pinned", pinned), rule)
    title = rule.clean(asked.get("title", "").strip() or "Brief")
    _, media, make = FORMS[ending]
    return Response(
        make(title, found),
        media_type=f"{media}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="brief.{ending}"'},
    )
