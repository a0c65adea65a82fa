"""Accessibility of every page: axe-core, light and dark, narrow and wide; and how much a page loads."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.case import Case, add, document
from hearsay.case.anchors import attribution_anchor, document_anchor, statement_anchor
from hearsay.case.provenance.copies import copies
from hearsay.case.rulings import rule
from hearsay.export.chosen import pinned
from hearsay.export.forms import FORMS, handout
from hearsay.export.page import page as ledger_page

axe_core = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")

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
    },
    "resultTypes": ["violations"],
}
# As wide as a telephone; as a screen of 1,280 pixels by 900 at 200% zoom, which draws each pixel by four; as
# a laptop; and as a wall.
WIDTHS = ((320, 900), (640, 450), (1280, 900), (2560, 1440))
WIDE = "document.documentElement.scrollWidth > innerWidth"


def faults_of(window, path):
    """What axe finds on an open page in each width; and whether it is wider than the window."""
    found = []
    window.evaluate(Path(axe_core.__file__).with_name("axe.min.js").read_text("utf-8"))
    for width, height in WIDTHS:
        window.set_viewport_size({"width": width, "height": height})
        found += [
            f"{path} at {width}: {one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in window.evaluate("rules => axe.run(rules)", RULES)["violations"]
        ]
        if window.evaluate(WIDE):
            found.append(f"{path} at {width} is wider than the window")
    return found


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


@pytest.fixture(scope="module")
def ruled(dispute_path, tmp_path_factory):
    """The small dispute with rulings of two persons: some that differ, one whose words are gone."""
    path = Path(shutil.copy(dispute_path, tmp_path_factory.mktemp("ruled") / "ruled.case"))
    with Case.open(path, write=True) as case:
        (herald, *_, denial) = (one.id for one in document(case, "herald").attributions)
        (mirror, *_) = (one.id for one in document(case, "mirror").attributions)
        sides = [attribution_anchor(case, id_, "answer") for id_ in (denial, mirror)]
        rule(case, "stance", sides, by="Ida Falk", value="deny")
        rule(case, "confirm", [attribution_anchor(case, herald)], by="Ida Falk")
        rule(case, "speaker", [attribution_anchor(case, herald)], by="Ida Falk", value="Olga Prahl")
        rule(case, "speaker", [attribution_anchor(case, herald)], by="Nils Orth", value="Anton Vesely")
        gone = replace(attribution_anchor(case, mirror), sha256="0" * 64, document="0" * 16)
        rule(case, "reject", [gone], by="Nils Orth")
        (widest,) = case.row("SELECT id FROM statement ORDER BY outlets DESC, id LIMIT 1")
        for about in (
            statement_anchor(case, widest),
            document_anchor(case, document(case, "herald").document.id),
        ):
            rule(case, "pin", [about], by="Ida Falk")
            rule(case, "tag", [about], by="Ida Falk", value="ships")
            rule(case, "note", [about], by="Nils Orth", value="Ask again.\nThen print.")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_at_any_width(server, visit, pages, scheme):
    window = visit(server, color_scheme=scheme, faults="404 (Not Found)")
    found = []
    for path in pages:
        window.goto(server.address + path)
        found += faults_of(window, path)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_was_ruled_or_cannot_be(serve, visit, ruled, scheme):
    """Decisions of every sort, two that differ, an orphan; the same read-only; the keys; who signs."""
    found = []
    served = serve(ruled)
    window = visit(served, color_scheme=scheme)
    window.keyboard.press("?")
    found += faults_of(window, "the keys")
    with Case.open(ruled) as case:
        (statement,) = case.row("SELECT id FROM statement ORDER BY outlets DESC, id LIMIT 1")
        (answer,) = case.row("SELECT id FROM response WHERE rule = 'ruled'")
    asked = f"?answered={statement}&q=ship"
    for path in (f"/statements/{statement}", f"/statements{asked}", f"/answers/{answer}", "/review"):
        window.goto(served.address + path)
        found += faults_of(window, path)
    window.goto(f"{served.address}/statements/{statement}")
    window.fill("#remark", "ships")
    window.click("button:has-text('Tag it')")
    found += faults_of(window, "who signs")
    closed = serve(ruled, "--read-only")
    window = visit(closed, color_scheme=scheme)
    for path in (f"/statements/{statement}", "/review", "/documents/herald", f"/answers/{answer}"):
        window.goto(closed.address + path)
        found += faults_of(window, f"{path}, read-only")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_door_in_an_empty_case_and_in_what_is_handed_on(
    serve, visit, chromium, ruled, tmp_path, scheme
):
    Case.create(tmp_path / "empty.case").close()
    window = visit(serve(tmp_path / "empty.case"), color_scheme=scheme)
    found = faults_of(window, "an empty case")
    locked = serve(
        tmp_path / "empty.case",
        "--host",
        "0.0.0.0",
        env={**os.environ, "HEARSAY_PASSWORD": "correct horse battery"},
    )
    address = locked.address.replace("0.0.0.0", "127.0.0.1")
    window = visit(replace(locked, address=address), color_scheme=scheme, faults="401 (Unauthorized)")
    found += faults_of(window, "the door")
    with Case.open(ruled) as case:
        brief = FORMS["html"].make(handout(case, "Brief", pinned(case)))
        ledger = ledger_page(case)
    for name, content in (("brief", brief), ("ledger", ledger)):
        path = tmp_path / f"{name}.html"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        window = chromium.new_page(color_scheme=scheme)
        window.goto(path.as_uri())
        found += faults_of(window, f"the {name}")
        window.close()
    assert found == [], "\n".join(found)


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
