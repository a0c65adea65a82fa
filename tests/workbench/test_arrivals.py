"""What the other stages found stands where a reader looks for it."""

from __future__ import annotations

from tests.workbench.steps import follow


def test_the_story_names_what_to_look_at_first_and_what_nobody_answered(server, visit):
    page = visit(server)
    assert "BOMB ZELMARK" in page.locator("[aria-labelledby=look]").inner_text()
    assert page.locator("[aria-labelledby=silent] a.said").count() > 0


def test_a_denial_stands_at_what_it_denies(server, visit):
    page = visit(server, "/statements?q=%22sink+every+ship%22")
    follow(page, ".lead .said a, #results .item .said a")
    assert (
        "denies" in page.locator("[aria-labelledby=answers]").inner_text()
        or "disputes" in page.locator("[aria-labelledby=answers]").inner_text()
    )


def test_a_chain_reads_from_the_reader_inwards(server, visit):
    page = visit(server, "/statements?q=%22sink+every+ship%22")
    follow(page, "#results .item .said a")
    links = page.locator(".chain").first.locator("li").all_inner_texts()
    assert links[0] == "this article"
    assert len(links) > 2


def test_findings_are_listed_by_kind(server):
    with server.client() as client:
        everything = client.get("/findings.json").json()
        for kind in {row["kind"] for row in everything["rows"]}:
            only = client.get(f"/findings.json?kind={kind}").json()
            assert {row["kind"] for row in only["rows"]} == {kind}
            assert only["total"] == len(only["rows"])


def test_exchanges_are_moves_of_two(server, visit):
    page = visit(server, "/exchanges")
    assert page.locator(".exchange").count() >= 1
    assert page.locator(".exchange li").count() >= 2
