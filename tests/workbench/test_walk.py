"""The first minutes of somebody who has never seen the workbench, in a real browser."""

from __future__ import annotations

import re

import pytest

from hearsay.case import Case
from tests.workbench.steps import follow


def number(text):
    return int(re.search(r"[\d,]+", text)[0].replace(",", ""))


def test_the_first_minute(server, visit):
    """From the story to its widest statement, to the document that had it first, and to the words in it."""
    page = visit(server)
    assert "44 documents" in page.locator(".summary").inner_text()
    assert page.locator(".lead .said").inner_text().startswith('"Joram, if you close the Merrow')
    follow(page, ".lead .said a")
    assert page.locator("h1").inner_text().startswith('"Joram')
    assert "15 outlets" in page.locator(".reach").first.inner_text()
    follow(page, ".places .where a")
    marked = page.locator(".para .m.content")
    assert marked.count() > 5
    assert page.locator(".note").count() == number(
        re.search(r"\d+ credits", page.locator(".summary").inner_text())[0]
    )


def test_the_first_page_tells_the_story(server, visit):
    """Whose words, from what recording, who had it first, who denies it: without a click."""
    page = visit(server)
    told = page.locator(".told").inner_text()
    for words in ("Corwin Ashdale", "the recording", "Sable One", "Pavlen Dorosh disputes the premise"):
        assert words in told
    assert "22 known outlets in 6 countries" in page.locator(".summary").inner_text()


def test_the_numbers_of_the_first_page_lead_to_what_they_count(server, visit):
    page = visit(server)
    for link in page.locator(".multiples a.number, [aria-labelledby=papers] a.number").all():
        expected = number(link.inner_text())
        with server.client() as client:
            address = link.get_attribute("href").replace("/documents?", "/documents.json?")
            assert client.get(address).json()["total"] == expected


def test_every_number_of_a_filter_is_the_number_it_leads_to(server, visit):
    page = visit(server, "/statements?q=ship")
    total = number(page.locator("#found").inner_text())
    assert page.locator("#results .item").count() == total
    for facet in ("actor", "outlet", "kind", "hedged"):
        first = page.locator(f"[aria-labelledby=f-{facet}] .tally a").first
        expected = number(first.locator(".number").inner_text())
        with page.expect_navigation():
            first.click()
        assert number(page.locator("#found").inner_text()) == expected
        assert page.locator("#results .item").count() == expected
        page.go_back()
        assert number(page.locator("#found").inner_text()) == total


def test_every_value_of_every_filter_leads_to_as_many_as_it_says(server):
    with server.client() as client:
        counts = client.get("/statements.json").json()["counts"]
        assert {
            "actor", "outlet", "country", "kind", "hedged", "setting", "mode", "roots", "finding", "ruled",
        } == set(counts)  # fmt: skip
        wrong = []
        for name, values in counts.items():
            assert values, name
            for one in values:
                total = client.get("/statements.json", params={name: one["value"]}).json()["total"]
                if total != one["statements"]:
                    wrong.append((name, one, total))
        assert wrong == []


def test_filters_together_count_what_all_of_them_leave(server):
    asked = {"hedged": "yes", "roots": "one", "mode": "speech", "since": "2024-09-17", "until": "2024-09-19"}
    with server.client() as client:
        found = client.get("/statements.json", params=asked).json()
        assert found["total"] > 0
        for name in ("outlet", "kind", "setting"):
            for one in found["counts"][name]:
                narrower = client.get("/statements.json", params={**asked, name: one["value"]}).json()
                assert narrower["total"] == one["statements"]


def test_filters_survive_paging_and_the_back_button(server, visit):
    page = visit(server, "/statements?mode=speech&order=newest")
    first = page.locator("#results .item .said").first.inner_text()
    follow(page, "a[rel=next]")
    assert "mode=speech" in page.url
    assert "order=newest" in page.url
    assert "page=2" in page.url
    assert page.locator("#results .item .said").first.inner_text() != first
    page.go_back()
    assert page.locator("#results .item .said").first.inner_text() == first


def test_search_finds_while_typing_and_keeps_the_address(server, visit):
    page = visit(server, "/statements")
    page.locator("#q").press_sequentially("telepho")
    page.wait_for_url("**/statements?q=telepho")
    found = page.locator("#found").inner_text()
    page.reload()
    assert page.locator("#found").inner_text() == found


def test_a_note_and_its_words_light_up_together_by_keyboard(server, visit):
    page = visit(server, "/documents/sable-one-tape-aired")
    page.locator(".para .ref").first.focus()
    assert page.locator(".note.lit").count() == 1
    roles = " ".join(one.get_attribute("class") for one in page.locator(".para .lit").all())
    assert {"content", "cue", "source"} <= set(roles.split())


def test_a_changed_page_shows_what_changed(server, visit):
    page = visit(server, "/documents/courant-tape-corrected")
    follow(page, "text=what differs from it")
    assert page.locator(".changes ins").count() >= 1
    assert page.locator(".changes del").count() >= 1


@pytest.mark.parametrize(
    "path",
    [
        "/story",
        "/statements?q=ship&mode=speech",
        "/documents",
        "/outlets",
        "/actors",
        "/actors/Corwin%20Ashdale",
    ],
)
def test_pages_work_without_scripts(server, visit, path):
    page = visit(server, "/story", java_script_enabled=False)
    assert page.goto(server.address + path).status == 200
    assert page.locator("h1").count() == 1


def test_a_page_and_its_twins_say_the_same(server, visit):
    page = visit(server, "/statements?q=ship")
    shown = [one.inner_text() for one in page.locator("#results .item .said").all()]
    with server.client() as client:
        rows = client.get("/statements.json?q=ship").json()["rows"]
        table = client.get("/statements.csv?q=ship").content.decode("utf-8-sig")
    assert [row["wording"] for row in rows] == shown
    assert table.count("\r\n") == len(rows) + 1


def test_an_empty_case_says_what_to_do(serve, visit, tmp_path):
    path = tmp_path / "new.case"
    Case.create(path).close()
    page = visit(serve(path))
    assert "hearsay add" in page.locator("pre").inner_text()


def test_keys_find_and_step(server, visit):
    page = visit(server)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.lead') !== null")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()


def test_dates_are_in_the_readers_zone_and_one_key_from_what_is_stated(server, visit):
    page = visit(server, "/documents/sable-one-tape-aired", timezone_id="Asia/Tokyo", locale="en-GB")
    time = page.locator("time[data-exact]").first
    assert "18 Sept 2024, 11:04" in time.inner_text()
    page.keyboard.press("z")
    assert "17 Sept 2024, 21:04 UTC-05:00" in time.inner_text()
