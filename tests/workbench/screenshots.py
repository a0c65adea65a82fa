"""Pictures of every page of the example case: `python -m tests.workbench.screenshots FOLDER`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from hearsay.case import Case, add, document, widest_statements
from hearsay.case.anchors import attribution_anchor, statement_anchor
from hearsay.case.provenance.facts import outlet_facts, take_outlets
from hearsay.case.recordings import add_transcript, take
from hearsay.case.rulings import rule

EXAMPLE = Path(__file__).parents[2] / "examples/dinner-tape"
SIZE = {"width": 1280, "height": 860}


def pages(address: str, token: str) -> dict[str, str]:
    """Names of pictures, and the addresses of the pages on them."""
    with httpx.Client(base_url=address, follow_redirects=True) as client:
        client.get("/", params={"token": token})
        (first, *_) = client.get("/statements.json").json()["rows"]
        place = client.get(f"/statements/{first['statement']}.json").json()["rows"][0]
        finding = client.get("/findings.json").json()["rows"][0]
        exchanges = client.get("/exchanges.json").json()["rows"]
        answer = next(move["response"] for one in exchanges for move in one["moves"] if move["response"])
        (copy, *_) = client.get("/documents/coldbrook-sentinel-tape.json").json()["shared"]
    return {
        "story": "/story",
        "statements": "/statements?q=ship",
        "statement": f"/statements/{first['statement']}",
        "credit": f"/attributions/{place['attribution']}",
        "documents": "/documents",
        "document": "/documents/evening-comet-never-threatened",
        "copy": f"/copies/coldbrook-sentinel-tape/{copy['document']}",
        "outlets": "/outlets",
        "outlet": "/outlets/Sable%20One",
        "compare": "/compare?one=Sable%20One&other=Zelmark%20Courier",
        "actors": "/actors",
        "actor": f"/actors/{first['actor']}",
        "findings": "/findings",
        "finding": f"/findings/{finding['finding']}",
        "exchanges": "/exchanges",
        "exchange": "/exchanges/one?one=Corwin%20Ashdale&other=Pavlen%20Dorosh",
        "answer": f"/answers/{answer}",
        "timeline": "/timeline",
        "graph": "/graph",
        "graph-of-copies": "/graph?of=copies",
        "graph-of-answers": "/graph?of=answers",
        "recordings": "/recordings",
        "recording": "/recordings/dinner-27b.ogg",
        "listen": "/recordings/dinner-27b.ogg/listen",
        "brief": "/brief",
        "review": "/review",
    }


def make(path: Path) -> None:
    """The example case, with a few rulings to see."""
    with Case.create(path) as case:
        add(case, [EXAMPLE / "coverage"])
        take_outlets(case, outlet_facts(EXAMPLE / "facts/outlets.csv"))
        kept, _ = take(case, EXAMPLE / "tape/dinner-27b.ogg", by="Ida Falk", received_from="a guest")
        add_transcript(case, kept, EXAMPLE / "tape/transcript.vtt", by="Ida Falk")
        wide = widest_statements(case, 2)
        for row in wide:
            rule(case, "pin", [statement_anchor(case, row.id)], by="Ida Falk")
        note = "Ask the wire desk which of the two verbs they sent first."
        rule(case, "note", [statement_anchor(case, wide[0].id)], by="Ida Falk", value=note)
        one = document(case, "courant-tape-corrected").attributions[0]
        rule(case, "confirm", [attribution_anchor(case, one.id)], by="Nils Orth")


def main() -> int:
    """Write a picture of each page, light and dark, to the folder that is named."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as run:
        path = Path(folder) / "dinner-tape.case"
        make(path)
        command = [
            sys.executable,
            "-c",
            "from hearsay.cli import main; main()",
            "serve",
            str(path),
            "--no-browser",
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
            assert server.stdout is not None
            address, _, token = server.stdout.readline().split()[-1].partition("/?token=")
            listed = pages(address, token)
            browser = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
            for scheme in ("light", "dark"):
                window = browser.new_context(
                    viewport=SIZE, color_scheme=scheme, locale="en-GB", timezone_id="UTC"
                )
                page = window.new_page()
                page.goto(f"{address}/?token={token}")
                for name, at in listed.items():
                    page.goto(address + at, wait_until="networkidle")
                    page.evaluate("document.fonts.ready")
                    page.screenshot(path=target / f"{name}-{scheme}.png")
            browser.close()
            server.terminate()
    print(f"{2 * len(listed)} pictures in {target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
