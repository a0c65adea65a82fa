"""What the forms of all pages send: one ruling, or one taken back, signed with the name that is set once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.case import Case
from hearsay.case.anchors import (
    actor_anchor,
    attribution_anchor,
    document_anchor,
    outlet_anchor,
    statement_anchor,
)
from hearsay.case.exchange import from_lines, take
from hearsay.case.rulings import rule, undo
from hearsay.errors import HearsayError
from hearsay.model import Anchor, RulingKind
from hearsay.workbench.desk import Desk
from hearsay.workbench.paper import link

NAME = "hearsay-name"
_YEAR = 365 * 24 * 3600

Fields = Mapping[str, Sequence[str]]


def signer(request: Request) -> str:
    """The name that this browser signs with, empty while none is set."""
    return unquote(request.cookies.get(NAME, ""))


def is_signed(request: Request, fields: Fields) -> bool:
    """Whether it is known who rules; taking in what others signed needs no name."""
    return bool((_one(fields, "by") or signer(request)).strip()) or _one(fields, "kind") == "take"


def ruled(desk: Desk, request: Request, fields: Fields) -> Response:
    """Carry out what a form asks for, and go back to where it stood (or where that is now)."""
    by = _one(fields, "by") or signer(request)
    back = local(_one(fields, "back") or "/story")
    with desk.writing() as case:
        what = _one(fields, "kind")
        if what == "undo":
            done = undo(case, _one(fields, "ruling"), by=by)
        elif what == "take":
            new = take(case, from_lines(_one(fields, "lines").encode("utf-8"), "the rulings"))
            return _signed(RedirectResponse(link("/review", taken=str(new)), 303), by)
        else:
            anchors, value = _asked(case, what, fields)
            done = rule(case, what, anchors, by=by, value=value)  # type: ignore[arg-type]
            back = _moved(case, back, done.kind, anchors)
    address, _, place = back.partition("#")
    joint = "&" if "?" in address else "?"
    return _signed(
        RedirectResponse(f"{address}{joint}did={done.id}" + (f"#{place}" if place else ""), 303), by
    )


def local(address: str) -> str:
    """An address of this server: what a form calls its page must not lead anywhere else."""
    if (
        not address.startswith("/")
        or address.startswith(("//", "/\\"))
        or any(ord(sign) < 33 for sign in address)
    ):
        return "/story"
    bare, _, query = address.partition("?")
    query, _, place = query.partition("#")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith(("did=", "merge=")))
    return bare + (f"?{kept}" if kept else "") + (f"#{place}" if place else "")


def _signed(answer: Response, by: str) -> Response:
    if by.strip():
        answer.set_cookie(NAME, quote(by.strip()), max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _asked(case: Case, kind: str, fields: Fields) -> tuple[list[Anchor], str]:
    value = _one(fields, "value")
    ids = [id_ for id_ in fields.get("id", ()) if id_]
    if kind == "merge":
        return [statement_anchor(case, id_) for id_ in ids], ""
    if kind in ("same", "different"):
        names = [*fields.get("name", ()), "", ""]
        return [actor_anchor(case, id_, name or None) for id_, name in zip(ids, names, strict=False)], ""
    if kind in ("pin", "tag", "note"):
        make = {
            "statement": statement_anchor,
            "document": document_anchor,
            "actor": actor_anchor,
            "outlet": outlet_anchor,
            "attribution": attribution_anchor,
        }.get(_one(fields, "about"))
        if make is None or len(ids) != 1:
            raise HearsayError("the form does not say what the remark is about")
        return [make(case, ids[0])], value
    anchors = [attribution_anchor(case, id_) for id_ in ids]
    if kind == "span":
        value = _span(case, ids, value, _one(fields, "start"))
    return anchors, value


def _span(case: Case, ids: Sequence[str], words: str, start: str) -> str:
    """Words of the document as spans: at `start` if they stand there, else nearest to the old ones."""
    row = case.row(
        "SELECT d.text, (SELECT min(s.start) FROM span s WHERE s.attribution = a.key AND s.part = 'content') "
        "FROM attribution a JOIN document d ON d.key = a.document WHERE a.id = ?",
        (ids[0] if ids else "",),
    )
    if row is None or not words:
        raise HearsayError(
            "no words are named", remedy="Select them in the text, or type them as they stand."
        )
    text, old = row
    if start.isascii() and start.isdecimal() and text.startswith(words, int(start)):
        return f"[[{int(start)},{int(start) + len(words)}]]"
    places = []
    place = text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    if not places:
        raise HearsayError(
            "these words do not stand in the document", remedy="Type them exactly as the text has them."
        )
    best = min(places, key=lambda one: (abs(one - old), one))
    return f"[[{best},{best + len(words)}]]"


def _moved(case: Case, back: str, kind: RulingKind, anchors: Sequence[Anchor]) -> str:
    """Where a page is after a ruling that changed its id."""
    from hearsay.case.anchors import found

    if kind not in ("merge", "span", "split", "reject", "speaker", "kind") or not back.startswith(
        ("/statements/", "/attributions/")
    ):
        return back
    table = back.split("/")[1]
    id_ = back.split("/")[2].partition("?")[0].partition("#")[0]
    if case.row(f"SELECT 1 FROM {table.rstrip('s')} WHERE id = ?", (id_,)) is not None:
        return back
    key = found(case, anchors[0])
    sql = (
        "SELECT id FROM attribution WHERE key = ?"
        if table == "attributions"
        else "SELECT s.id FROM appearance e JOIN statement s ON s.key = e.statement WHERE e.attribution = ?"
    )
    row = case.row(sql, (key,))
    return "/review" if row is None else f"/{table}/{row[0]}"


def _one(fields: Fields, name: str) -> str:
    return fields.get(name, ("",))[0]
