"""A brief from the browser: pinned, saved, printed."""

from __future__ import annotations

import shutil
from pathlib import Path

from hearsay.export.forms import FORMS
from tests.case.dispute import HEADLINE
from tests.workbench.steps import follow


def test_a_pinned_statement_becomes_a_brief_that_prints(own, visit, chromium, tmp_path):
    page = visit(own, "/statements?q=Karvia")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": own.address}])
    follow(page, ".item .said a")
    with page.expect_navigation():
        page.keyboard.press("p")
    page.goto(f"{own.address}/brief")
    with page.expect_download() as saved:
        page.click("button:has-text('HTML')")
    path = tmp_path / "brief.html"
    saved.value.save_as(path)
    paper = chromium.new_page()
    paper.goto(path.as_uri())
    assert "bomb the living daylights" in paper.locator("blockquote").inner_text()
    assert paper.pdf().startswith(b"%PDF-")
    paper.close()


def test_a_pinned_recording_is_in_the_brief(serve, visit, example_path, tmp_path):
    served = serve(Path(shutil.copy(example_path, tmp_path / "tape.case")))
    page = visit(served, "/recordings/dinner-27b.ogg")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": served.address}])
    with page.expect_navigation():
        page.keyboard.press("p")
    assert "Ida Falk pinned this recording" in page.locator(".done").inner_text()
    page.goto(f"{served.address}/brief")
    with page.expect_download() as saved:
        page.click("button:has-text('HTML')")
    text = Path(saved.value.path()).read_text()
    assert "Head of the log of custody" in text
    assert "a guest" not in text


def test_every_form_of_a_brief_is_saved_and_not_shown(own):
    with own.client() as client:
        for ending in FORMS:
            answer = client.get(f"/brief/file.{ending}?title=x")
            assert (answer.status_code, answer.headers["content-disposition"][:10]) == (200, "attachment")
        assert client.get("/brief/file.exe").status_code == 404


def test_a_pinned_finding_and_a_signed_verdict_are_in_the_brief(disputed, visit, tmp_path):
    page = visit(disputed, "/findings?kind=headline")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": disputed.address}])
    follow(page, ".entry a[data-about]")
    with page.expect_navigation():
        page.keyboard.press("p")
    page.goto(f"{disputed.address}/statements?q=close")
    follow(page, ".item .said a")
    page.fill("#verdict", "not proven")
    follow(page, "text=Sign this verdict")
    assert "gave the verdict “not proven”" in page.locator(".decided").inner_text()
    with page.expect_navigation():
        page.keyboard.press("p")
    page.goto(f"{disputed.address}/brief")
    assert HEADLINE in page.locator(".entries").inner_text()
    with page.expect_download() as saved:
        page.click("button:has-text('HTML')")
    text = Path(saved.value.path()).read_text()
    assert "verdict: not proven" in text
    assert HEADLINE in text
    with page.expect_download() as saved:
        page.click("button:has-text('JSON-LD')")
    assert "ClaimReview" in Path(saved.value.path()).read_text()
