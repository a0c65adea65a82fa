"""Documents that were made to do harm, in a real browser: their text is read, and nothing of them runs."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from hearsay.case import Case, add
from hearsay.workbench.paper import segment

SCRIPT = "<script>document.title='owned'</script>"
HOSTILE = [
    {
        "id": "script",
        "title": f"{SCRIPT}<img src=x onerror=alert(1)>",
        "outlet": '"><svg onload=alert(1)>',
        "text": f"Ada Brell said “{SCRIPT} is what we print” on Monday.\n\n"
        "{{ 7*7 }} </p></main><style>*{display:none}</style>",
        "url": "javascript:alert(1)",
        "author": "<b>x</b>",
        "published": "2031-03-04",
    },
    {
        "id": "bidi",
        "title": "Safe \u202etxt.exe\u202c title",
        "outlet": "Kur\u0456er \u202eswen",  # a Cyrillic i, and an override
        "text": "Ada Brell said “we \u202enever\u202c said so” on \u2066Monday\u2069.",
        "published": "2031-03-05",
    },
    {
        "id": "formula",
        "title": '=HYPERLINK("http://evil.example")',
        "outlet": "=cmd|' /C calc'!A0",
        "text": "=1+1. Ada Brell said “@SUM(A1) is a formula” on Monday.",
        "published": "2031-03-06",
    },
    {
        "id": "huge",
        "title": "w" * 5000,
        "outlet": "o" * 5000,
        "text": "Ada Brell said “" + "harbour " * 30_000 + "” on Monday.",
        "published": "9999-12-31",
    },
    {
        "id": "../../etc/passwd",
        "title": "",
        "text": "Ada Brell said “nothing” on Monday.",
        "outlet": "a/b?c#d%2e",
    },
]


@pytest.fixture(scope="module")
def hostile(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "pages.jsonl").write_text("".join(json.dumps(one) + "\n" for one in HOSTILE), "utf-8")
    path = folder / "hostile.case"
    with Case.create(path) as case:
        assert add(case, [folder / "pages.jsonl"], tagger="fast").added == len(HOSTILE)
    return serve(path)


def every_page(server):
    with server.client() as client:
        paths = ["/story", "/statements", "/documents", "/outlets", "/actors", "/findings", "/exchanges"]
        paths += ["/timeline", "/graph", "/graph?of=copies", "/graph?of=answers", "/brief", "/review"]
        paths += [f"/statements/{row['statement']}" for row in client.get("/statements.json").json()["rows"]]
        paths += [f"/documents/{row['document_id']}" for row in client.get("/documents.json").json()["rows"]]
        paths += [f"/actors/{row['actor']}" for row in client.get("/actors.json").json()["rows"]]
    return paths


def test_no_page_runs_what_a_document_brought_along(hostile, visit):
    page = visit(hostile)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for path in every_page(hostile):
        assert page.goto(hostile.address + path).status == 200
        assert "owned" not in page.title().replace(SCRIPT, "")
        inside = "main script, main style, main img, main iframe, main object, [onload], [onerror]"
        assert page.locator(inside).count() == 0
        assert page.locator("a[href^='javascript:']").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert dialogs == []


def test_pictures_of_hostile_names_are_sound_and_still(hostile):
    with hostile.client() as client:
        for address in ("/timeline.svg", "/graph.svg", "/graph.svg?of=copies", "/graph.svg?of=answers"):
            answer = client.get(address)
            tree = ElementTree.fromstring(answer.content)
            assert not [one for one in tree.iter() if one.tag.endswith(("script", "foreignObject", "image"))]
            assert b"javascript:" not in answer.content
            assert "\u202e" not in answer.text


def test_what_hides_or_reorders_is_written_out(hostile, visit):
    page = visit(hostile, "/documents/bidi")
    text = page.locator("main").inner_text()
    assert "\\u202enever" in text
    assert "\u202e" not in page.content()


def test_an_outlet_in_two_scripts_is_marked_as_one(hostile, visit):
    page = visit(hostile, "/outlets")
    assert "letters of several scripts" in page.locator("tr", has_text="Kur").inner_text()


def test_an_outlet_of_any_name_has_its_page(hostile):
    with hostile.client() as client:
        for row in client.get("/outlets.json").json()["rows"]:
            assert client.get(f"/outlets/{segment(row['outlet'])}").status_code == 200


def test_a_table_runs_nothing_in_a_spreadsheet(hostile):
    with hostile.client() as client:
        cells = client.get("/documents.csv").content.decode("utf-8-sig")
        assert "'=HYPERLINK" in cells
        assert not any(cell.startswith("=") for line in cells.splitlines() for cell in line.split(","))


@pytest.mark.parametrize(
    "query",
    [
        "?page=-1",
        "?page=999999999999",
        "?since=yesterday",
        "?kind=rumour",
        "?q=%22%00*%27)(",
        "?actor=x&outlet=y",
        "?order=x",
    ],
)
def test_no_address_breaks_the_list(server, query):
    with server.client() as client:
        assert client.get("/statements" + query).status_code == 200
