"""The graph page in a real browser, on the example."""

from __future__ import annotations

from xml.etree import ElementTree

from hearsay.case import Case


def test_the_chain_of_the_widest_statement_leads_from_its_speaker_over_the_recording(server, visit):
    page = visit(server, "/graph")
    labels = [one.get_attribute("aria-label") for one in page.locator("svg.graph [data-node]").all()]
    assert labels[0].startswith("Corwin Ashdale, whose words they are")
    assert labels[1].startswith("the recording")
    assert any("copies Halvern Wire Service" in label for label in labels)


def test_nodes_are_reached_by_keyboard_and_light_up_with_what_they_are_joined_to(server, visit):
    page = visit(server, "/graph")
    page.locator("svg.graph [data-node='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Sable One")
    assert page.locator("svg.graph .link.lit").count() > 5
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text().startswith("EXCLUSIVE")


def test_the_picture_to_save_is_sound_and_has_its_own_style(server):
    with server.client() as client:
        for view in ("chain", "copies", "answers"):
            answer = client.get(f"/graph.svg?of={view}")
            assert answer.headers["content-type"] == "image/svg+xml"
            tree = ElementTree.fromstring(answer.content)
            assert tree[0].tag.endswith("style")


def test_the_table_has_every_link_and_the_twins_the_same(server, visit):
    page = visit(server, "/graph?of=copies")
    drawn = page.locator("svg.graph:not(.sample) [data-ends]").count()
    assert page.locator("table tbody tr").count() == drawn
    with server.client() as client:
        assert len(client.get("/graph.json?of=copies").json()["rows"]) == drawn


def test_a_statement_that_is_not_there_is_said(server):
    with server.client() as client:
        assert client.get("/graph?statement=0000000000000000").status_code == 404


def test_an_empty_case_has_no_graph_and_says_so(serve, tmp_path):
    path = tmp_path / "new.case"
    Case.create(path).close()
    with serve(path).client() as client:
        assert "no statement in this case" in client.get("/graph").text
