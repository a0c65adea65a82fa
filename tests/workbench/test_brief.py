"""A brief from the browser: pinned, saved, printed."""

from __future__ import annotations

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


def test_every_form_of_a_brief_is_saved_and_not_shown(own):
    with own.client() as client:
        for ending in ("html", "md", "csv", "jsonl", "jsonld", "annotations.json"):
            answer = client.get(f"/brief/file.{ending}?title=x")
            assert (answer.status_code, answer.headers["content-disposition"][:10]) == (200, "attachment")
        assert client.get("/brief/file.exe").status_code == 404
