"""What the forms of all pages send: one ruling, or one taken back, signed with the name that is set once."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.case import Case
from hearsay.case.anchors import answer_anchors, found, found_answer
from hearsay.case.exchange import from_lines, take
from hearsay.case.rulings import rule, rule_each, undo
from hearsay.model import Anchor, Ruling, RulingKind
from hearsay.workbench.anchoring import Fields, asked, asked_alike, first
from hearsay.workbench.choosing import CHOOSING, answer_instead
from hearsay.workbench.desk import Desk
from hearsay.workbench.paper import link

NAME = "hearsay-name"
_YEAR = 365 * 24 * 3600
# What an address holds only until the ruling that it is for is made.
_ONCE = ("did=", *(f"{name}=" for name in CHOOSING))


def signer(request: Request) -> str:
    """The name that this browser signs with, empty while none is set."""
    return unquote(request.cookies.get(NAME, ""))


def is_signed(request: Request, fields: Fields) -> bool:
    """Whether it is known who rules; taking in what others signed needs no name."""
    return bool((first(fields, "by") or signer(request)).strip()) or first(fields, "kind") == "take"


def ruled(desk: Desk, request: Request, fields: Fields) -> Response:
    """Carry out what a form asks for, and go back to where it stood (or where that is now)."""
    by = first(fields, "by") or signer(request)
    back = local(first(fields, "back") or "/story")
    with desk.writing() as case:
        what = first(fields, "kind")
        if what == "undo":
            done = undo(case, first(fields, "ruling"), by=by)
        elif what == "take":
            new = take(case, from_lines(first(fields, "lines").encode("utf-8"), "the rulings"))
            return _signed(RedirectResponse(link("/review", taken=str(new)), 303), by)
        elif what == "alike":
            kind, each, value = asked_alike(case, first(fields, "id"))
            done = rule_each(case, kind, each, by=by, value=value)[-1]
        elif what == "stance" and first(fields, "about") == "instead":
            done, back = _instead(case, fields, by)
        else:
            anchors, value = asked(desk, case, what, fields)
            # `rule` itself refuses what is no kind.
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
    kept = "&".join(part for part in query.split("&") if part and not part.startswith(_ONCE))
    return bare + (f"?{kept}" if kept else "") + (f"#{place}" if place else "")


def _instead(case: Case, fields: Fields, by: str) -> tuple[Ruling, str]:
    """Rule that an answer answers something else, and that it is none to what it was found to answer.

    The ruling, and the address of the answer that it makes.
    """
    id_, stance = first(fields, "id"), first(fields, "value")
    before = answer_anchors(case, id_)
    anchors = answer_instead(case, id_, first(fields, "to"))
    done = rule(case, "stance", anchors, by=by, value=stance)
    if before != anchors:
        rule(case, "reject", before, by=by)
    row = case.row("SELECT id FROM response WHERE key = ?", (found_answer(case, anchors),))
    return done, "/review" if row is None else f"/answers/{row[0]}"


def _signed(answer: Response, by: str) -> Response:
    if by.strip():
        answer.set_cookie(NAME, quote(by.strip()), max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _moved(case: Case, back: str, kind: RulingKind, anchors: Sequence[Anchor]) -> str:
    """Where a page is after a ruling that changed its id."""
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
