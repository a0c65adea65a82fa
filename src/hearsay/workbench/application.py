"""The workbench as an ASGI application: which address shows which page."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from hearsay.case import AmbiguousError
from hearsay.case.heads import heads
from hearsay.case.index import Wanted
from hearsay.case.rulings import RulingRow, rulings
from hearsay.errors import CaseBusyError, HearsayError, NotFoundError
from hearsay.export.linked import as_csv
from hearsay.workbench import (
    actors,
    answer,
    attribution,
    brief,
    copy,
    document,
    documents,
    exchanges,
    finding,
    findings,
    graph,
    outlets,
    recordings,
    review,
    ruling,
    sounding,
    statement,
    statements,
    story,
    timeline,
)
from hearsay.workbench.desk import Desk
from hearsay.workbench.paper import environment
from hearsay.workbench.safety import Door, Guard, admit, form_of
from hearsay.workbench.sheet import Sheet, as_json

Page: TypeAlias = Callable[[Desk, Request], Sheet | Awaitable[Sheet]]

# The pages in the order of the menu, by address; those without a name are reached from others.
PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/story", "Story", story.page),
    ("/statements", "Statements", statements.page),
    ("/statements/{id}", "", statement.page),
    ("/documents", "Documents", documents.page),
    ("/documents/{id}", "", document.page),
    ("/outlets", "Outlets", outlets.page),
    ("/compare", "", outlets.compared),
    ("/outlets/{name:path}", "", outlets.one),
    ("/actors", "Who speaks", actors.page),
    ("/actors/{id}", "", actors.one),
    ("/attributions/{id}", "", attribution.page),
    ("/findings", "Findings", findings.page),
    ("/findings/{id}", "", finding.page),
    ("/answers/{id}", "", answer.page),
    ("/copies", "", copy.page),
    ("/copies/{document}/{source}", "", copy.page),
    ("/exchanges", "Exchanges", exchanges.page),
    ("/exchanges/one", "", exchanges.one),
    ("/timeline", "Timeline", timeline.page),
    ("/graph", "Graph", graph.page),
    ("/recordings", "Recordings", recordings.page),
    ("/recordings/{id}", "", recordings.one),
    ("/recordings/{id}/listen", "", recordings.worth),
    ("/brief", "Brief", brief.page),
    ("/review", "Review log", review.page),
)
# Pages that gather much of a large case the first time.
_FIRST = (
    (story.page, b""),
    (statements.page, b""),
    (outlets.page, b""),
    (actors.page, b""),
    (exchanges.page, b""),
    (timeline.page, b""),
    (graph.page, b""),
    (graph.page, b"of=answers"),
)
# Of so many of the widest statements it is found out before where each document has the words from: thousands
# take a third of a second.
WIDEST = 8
# Of so many searches for younger garbage one goes through everything, once in some hundred pages (Python: of
# ten). Nearly nothing of a page is garbage that its last reader does not take away.
RARELY = 200
# How long a wrong password takes.
WRONG_SECONDS = 1.0
MENU = tuple((address, name) for address, name, _ in PAGES if name)


def application(path: Path, door: Door) -> ASGIApp:
    """The workbench for the case at `path`; requests are answered one after another on one thread."""
    desk = Desk(path, door)
    templates = environment()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        # Whoever opens the first page should not wait for what can be read before.
        for page, query in (*_FIRST, *_widest(desk)):
            with suppress(Exception):  # a page that cannot be made says so itself when it is opened
                page(desk, Request({"type": "http", "method": "GET", "query_string": query, "headers": []}))
        # What is remembered stays: to look through it for garbage takes 0.3 s in a large case, and some page
        # would wait for that.
        gc.collect()
        gc.freeze()
        usual = gc.get_threshold()
        gc.set_threshold(*usual[:2], RARELY)
        yield
        desk.close()
        gc.set_threshold(*usual)
        gc.unfreeze()

    def render(sheet: Sheet, request: Request) -> Response:
        frame = {
            "title": sheet.title,
            "case_name": path.stem,
            "menu": MENU,
            "here": request.url.path,
            "asked": dict(request.query_params),
            "twins": _twins(request) if sheet.status == 200 and request.method == "GET" else {},
            "form": door.form_value(),
            "read_only": door.read_only,
            "back": ruling.local(request.url.path + (f"?{request.url.query}" if request.url.query else "")),
            "did": _did(desk, request),
        }
        html = templates.get_template(sheet.template).render({**frame, **sheet.context})
        return Response(
            html.encode("utf-8", "backslashreplace"), sheet.status, media_type="text/html; charset=utf-8"
        )

    def shown(page: Page, twin: str) -> Callable[[Request], object]:
        async def answer(request: Request) -> Response:
            made = page(desk, request)
            sheet = made if isinstance(made, Sheet) else await made
            if twin == ".json":
                return Response(as_json(sheet), sheet.status, media_type="application/json")
            if twin == ".csv":
                return Response(as_csv(sheet.rows), sheet.status, media_type="text/csv; charset=utf-8")
            return render(sheet, request)

        return answer

    async def failed(request: Request, error: Exception) -> Response:
        title, status = next((title, status) for kind, title, status in _FAILURES if isinstance(error, kind))
        shown = error if isinstance(error, HearsayError) else _told(error)
        return render(Sheet("error.html", title, {"error": shown}, status=status), request)

    async def home(request: Request) -> Response:
        return RedirectResponse("/story" + (f"?{request.url.query}" if request.url.query else ""), 303)

    async def original(request: Request) -> Response:
        return document.original_file(desk, request)

    async def chart(request: Request) -> Response:
        return timeline.drawing(desk, request)

    async def series(request: Request) -> Response:
        return exchanges.drawing(desk, request)

    async def picture(request: Request) -> Response:
        return graph.drawing(desk, request)

    async def sound(request: Request) -> Response:
        return sounding.sound(desk, request)

    async def clip(request: Request) -> Response:
        return await sounding.clipped(desk, request)

    async def wave(request: Request) -> Response:
        return await sounding.wave(desk, request)

    async def handed_on(request: Request) -> Response:
        return brief.handed_on(desk, request)

    async def rulings_file(request: Request) -> Response:
        return review.download(desk, request)

    async def rule(request: Request) -> Response:
        fields = await form_of(request, door)
        if fields is None:
            raise HearsayError(
                "the form is not one that this workbench gave out", remedy="Load the page anew and try again."
            )
        if not ruling.is_signed(request, fields):
            kept = [("form", door.form_value())]
            kept += [(name, value) for name, values in fields.items() for value in values if name != "by"]
            whence = ruling.local(fields.get("back", ["/story"])[0])
            return render(Sheet("sign.html", "Who signs?", {"fields": kept, "whence": whence}), request)
        return ruling.ruled(desk, request, fields)

    async def enter(request: Request) -> Response:
        if request.method == "POST":
            fields = await form_of(request, door)
            if fields is not None and door.opens(fields.get("password", [""])[0]):
                return admit(door, "/story")
            # Whoever tries words out one after another waits for each.
            await asyncio.sleep(WRONG_SECONDS)
        # Who is not in yet learns nothing, not even what the case is called.
        outside = {"wrong": request.method == "POST", "case_name": "Hearsay", "menu": ()}
        return render(Sheet("enter.html", "Enter", outside, status=401), request)

    routes = [
        Route(address + twin, shown(page, twin), methods=["GET"])
        # The longest first: an id must not swallow the ending of a twin.
        for twin in (".json", ".csv", "")
        for address, _, page in PAGES
    ]
    routed = Starlette(
        routes=[
            Route("/", home),
            Route("/enter", enter, methods=["GET", "POST"]),
            Route("/documents/{id}/original", original),
            Route("/timeline.svg", chart),
            Route("/graph.svg", picture),
            Route("/exchanges/one.svg", series),
            Route("/recordings/{id}/sound", sound),
            Route("/recordings/{id}/clip.wav", clip),
            Route("/recordings/{id}/wave.svg", wave),
            Route("/brief/file.{form:path}", handed_on),
            Route("/review/rulings.jsonl", rulings_file),
            Route("/rule", rule, methods=["POST"]),
            *routes,
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        exception_handlers={HearsayError: failed, HTTPException: failed, Exception: failed},
        lifespan=lifespan,
    )
    # Outermost, so that what goes wrong inside is answered under the same headers.
    return Guard(routed, door)


# What went wrong, by the kind of the error; the first that fits.
_FAILURES: tuple[tuple[type[Exception], str, int], ...] = (
    (AmbiguousError, "More than one", 404),
    (NotFoundError, "Not here", 404),
    (CaseBusyError, "Somebody else is writing", 409),
    (HearsayError, "That cannot be done", 400),
    (HTTPException, "Not here", 404),
    (Exception, "A fault of Hearsay itself", 500),
)


def _told(error: Exception) -> HearsayError:
    """A fault as a reader can pass it on; its stack goes to the terminal."""
    if isinstance(error, HTTPException):
        return HearsayError("the workbench has no page at this address")
    return HearsayError(
        f"{type(error).__name__}: {error}",
        remedy="Nothing in the case is harmed. Please report it, with what stands in the terminal.",
    )


def _did(desk: Desk, request: Request) -> RulingRow | None:
    """The ruling that the reader has just made, by the address that it led to."""
    id_ = request.query_params.get("did")
    if not id_:
        return None
    made = desk.ruled("rulings", rulings)
    return next((row for row in made if id_ in (row.ruling.id, row.undone and row.undone.id)), None)


def _widest(desk: Desk) -> Iterator[tuple[Page, bytes]]:
    """The graphs of the widest statements."""
    with suppress(Exception):  # a case that cannot be read says so itself when a page is opened
        for head in heads(desk.case, desk.index.select(Wanted()).keys[:WIDEST]):
            yield graph.page, f"statement={head.id}".encode()


def _twins(request: Request) -> dict[str, str]:
    query = f"?{request.url.query}" if request.url.query else ""
    return {kind: f"{request.url.path}.{kind}{query}" for kind in ("csv", "json")}
