"""Accessibility of every page: axe-core, light and dark, narrow and wide; and how much a page loads."""

from __future__ import annotations

import json
import re

import pytest

from hearsay.case import Case, add
from hearsay.case.provenance.copies import copies

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

PAGES = (
    "/story",
    "/statements?q=ship",
    "/statements/{statement}",
    "/attributions/{attribution}",
    "/documents",
    "/documents/courant-tape-corrected",
    "/outlets",
    "/outlets/Sable%20One",
    "/compare?one=Sable%20One&other=Zelmark%20Courier",
    "/actors",
    "/actors/Corwin%20Ashdale",
    "/findings",
    "/findings/{finding}",
    "/answers/{answer}",
    "/copies/{document}/{source}",
    "/exchanges",
    "/exchanges/one?one=Corwin%20Ashdale&other=Pavlen%20Dorosh",
    "/documents?country=Halvern",
    "/documents/coldbrook-sentinel-tape",
    "/timeline",
    "/graph",
    "/graph?of=copies",
    "/graph?of=answers",
    "/recordings",
    "/recordings/dinner-27b.ogg",
    "/recordings/dinner-27b.ogg/listen",
    "/brief",
    "/review",
    "/nowhere",
)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="module")
def pages(server):
    with server.client() as client:
        statement = client.get("/statements.json").json()["rows"][0]["statement"]
        attribution = client.get(f"/statements/{statement}.json").json()["rows"][0]["attribution"]
        finding = client.get("/findings.json").json()["rows"][0]["finding"]
    with Case.open(server.path) as case:
        (answer,) = case.row("SELECT id FROM response ORDER BY id LIMIT 1")
        copy = next(copies(case)).copy
    found = {
        "statement": statement,
        "attribution": attribution,
        "finding": finding,
        "answer": answer,
        "document": copy.document,
        "source": copy.source,
    }
    return [page.format(**found) for page in PAGES]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_axe_finds_nothing(server, visit, pages, scheme, width):
    window = visit(
        server, color_scheme=scheme, viewport={"width": width, "height": 900}, faults="404 (Not Found)"
    )
    found = []
    for path in pages:
        window.goto(server.address + path)
        result = axe.Axe().run(window, options=RULES)
        found += [
            f"{path} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in result.response["violations"]
        ]
    assert found == []


@pytest.mark.parametrize("width", [320, 640, 2560])
def test_no_page_is_wider_than_the_window(server, visit, pages, width):
    window = visit(server, viewport={"width": width, "height": 900}, faults="404 (Not Found)")
    wide = []
    for path in pages:
        window.goto(server.address + path)
        if not window.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wide.append(path)
    assert wide == []


def test_at_twice_the_size_nothing_is_cut_off_and_axe_finds_nothing(server, visit, pages):
    """200% zoom of a window of 1,280 pixels: half as many, each drawn by four."""
    window = visit(
        server,
        viewport={"width": 640, "height": 450},
        device_scale_factor=2,
        faults="404 (Not Found)",
    )
    found = []
    for path in pages:
        window.goto(server.address + path)
        result = axe.Axe().run(window, options=RULES)
        found += [f"{path} {one['id']}" for one in result.response["violations"]]
        if not window.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            found.append(f"{path} is too wide")
    assert found == []


def test_nothing_moves_for_who_wants_no_motion(server, visit, pages):
    window = visit(server, reduced_motion="reduce", faults="404 (Not Found)")
    for path in pages:
        window.goto(server.address + path)
        assert window.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        moving = "[...document.querySelectorAll('*')].filter((one) => one.getAnimations().length).length"
        assert window.evaluate(moving) == 0, path


def test_on_paper_the_text_stands_without_the_menu(server, visit, pages):
    window = visit(server, "/documents/coldbrook-sentinel-tape")
    window.emulate_media(media="print")
    assert not window.locator(".masthead nav").is_visible()
    assert window.locator(".para").first.is_visible()
    assert len(window.pdf()) > 10_000


def test_a_text_stands_in_its_language_and_direction(serve, visit, tmp_path):
    text = "قال المتحدث باسم الوزارة «لن نغلق المضيق» يوم الاثنين."
    (tmp_path / "one.jsonl").write_text(
        json.dumps({"id": "one", "title": "المضيق", "text": text, "language": "ar"}) + "\n", "utf-8"
    )
    path = tmp_path / "arabic.case"
    with Case.create(path) as case:
        add(case, [tmp_path / "one.jsonl"], tagger="fast")
    window = visit(serve(path), "/documents/one")
    para = window.locator(".para").first
    assert para.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert para.evaluate("one => one.closest('[lang]').lang") == "ar"
    assert window.locator(".masthead").evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_no_page_loads_more_than_300_kilobytes(server, pages):
    with server.client() as client:
        for path in pages:
            page = client.get(path)
            total = len(page.content)
            for one in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)):
                total += len(client.get(one).content)
            fonts = re.findall(r"fonts/[\w.-]+", client.get("/static/type.css").text)
            total += sum(len(client.get(f"/static/{font}").content) for font in fonts)
            assert total < 300_000, path
